import ArgumentParser
import CommandSupport
import Foundation
import Operations
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
        let target = URL(fileURLWithPath: folder)
        do {
            try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
        } catch {
            throw failure("\(folder) cannot be made: \(error.localizedDescription)", status: ExitStatus.usage)
        }
        let excel = excel
        let lines = try await database.withSession { session in
            var lines: [String] = []
            try RegistryExport(session).files(of: wanted, withMark: excel) { name, bytes, rows in
                do {
                    try Data(bytes).write(to: target.appending(path: name), options: .atomic)
                } catch {
                    throw failure("\(name) cannot be written: \(error.localizedDescription)", status: 1)
                }
                lines.append("\(name): \(rows) \(rows == 1 ? "row" : "rows")")
            }
            return lines
        }
        for line in lines { print(line) }
    }
}
