import ArgumentParser
import CommandSupport
import Registry

struct RegistryExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the registry as the CSV files that import takes.")

    @Argument(help: "Folder for the files; made when it is missing. Files of the same names are replaced.")
    var folder: String
    @Option(parsing: .upToNextOption, help: ArgumentHelp("Only these kinds.", valueName: "kind"))
    var kinds: [String] = []
    @Flag(help: "Begin each file with a byte-order mark, by which Excel knows UTF-8.")
    var excel = false
    @OptionGroup var database: DatabaseOptions

    func validate() throws {
        for kind in kinds where RegistryKind.named(kind) == nil {
            throw ValidationError(
                "--kinds: '\(kind)' is not accepted; accepted: "
                    + RegistryKind.all.map(\.name).joined(separator: ", "))
        }
    }

    func run() async throws {
        let wanted = kinds.isEmpty ? RegistryKind.all : RegistryKind.all.filter { kinds.contains($0.name) }
        try await RegistryTransfer.writeOut(wanted, to: folder, withMark: excel, database: database)
    }
}
