import ArgumentParser

@main
struct QingyunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "qingyun",
        abstract: "Administers Qingyun (清运): database, partitions, registry, and frames from the field.",
        subcommands: [
            MigrateCommand.self, PartitionsCommand.self, TerminalCommand.self, ScaleCommand.self, RegistryCommand.self,
            JournalCommand.self, CommandCommand.self, DecodeCommand.self, ProfileCommand.self, ExportCommand.self,
            HandoverCommand.self,
        ])
}
