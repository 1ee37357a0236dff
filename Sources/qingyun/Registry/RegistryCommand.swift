import ArgumentParser

struct RegistryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "registry",
        abstract: "Import, export and check the registry (基础数据): streets, points, bins, vehicles, tags, ...",
        discussion: "docs/registry.md describes the files.",
        subcommands: [RegistryImportCommand.self, RegistryExportCommand.self, RegistryCheckCommand.self])
}
