import ArgumentParser
import CommandSupport
import Foundation
import Operations
import Registry

struct RulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "Import and export rules (收运规则) and suspensions (暂停收运), as the registry is.",
        subcommands: [Import.self, Export.self])

    static let kinds = RegistryKind.all.filter { ["collection_rule", "collection_suspension"].contains($0.name) }

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Bring collection_rule.csv and collection_suspension.csv in: all of them, or nothing and every error.",
            discussion:
                "Exit status: 0 when imported (or importable, with --dry-run), 1 when not, 64 for wrong options.")

        @Argument(help: ArgumentHelp("Files named after their kind, or folders of them.", valueName: "file-or-folder"))
        var paths: [String]
        @Flag(help: "Only say what would be added, changed and closed.")
        var dryRun = false
        @Option(help: "Who imports. (default: $USER)")
        var actor: String?
        @OptionGroup var database: DatabaseOptions

        func run() async throws {
            let files = try RegistryFiles.read(paths)
            let names = RulesCommand.kinds.map(\.name)
            if let other = files.first(where: { file in
                !names.contains { "\($0).csv" == URL(fileURLWithPath: file.path).lastPathComponent }
            }) {
                throw failure(
                    "\(other.path): the name says no kind of rule; accepted: "
                        + names.map { "\($0).csv" }.joined(separator: ", "),
                    status: ExitStatus.usage)
            }
            var options = RegistryImport.Options()
            options.isDryRun = dryRun
            try await RegistryTransfer.bringIn(files, options: options, actor: actor, database: database)
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write rules and suspensions as the files that import takes.")

        @Argument(help: "Folder for the files; made when it is missing. Files of the same names are replaced.")
        var folder: String
        @Flag(help: "Begin each file with a byte-order mark, by which Excel knows UTF-8.")
        var excel = false
        @OptionGroup var database: DatabaseOptions

        func run() async throws {
            try await RegistryTransfer.writeOut(
                RulesCommand.kinds, to: folder, withMark: excel, database: database)
        }
    }
}
