import ArgumentParser
import CommandSupport
import Foundation
import Operations
import Registry
import Spreadsheet

struct RegistryImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Bring CSV files into the registry: all of them, or nothing and every error.",
        discussion: """
            Exit status: 0 when imported (or importable, with --dry-run), 1 when not, 64 for wrong options, 75 when somebody else \
            changed the registry for all the time of --wait.
            """)

    @Argument(
        help: ArgumentHelp(
            "Files named after their kind, such as bin.csv, or folders of them.", valueName: "file-or-folder"))
    var paths: [String]
    @Flag(help: "Only say what would be added, changed, closed and removed.")
    var dryRun = false
    @Flag(help: "Refuse places that lie in the area of no street; plants may.")
    var insideDistrict = false
    @Option(help: "Who imports, for the audit log. (default: $USER)")
    var actor: String?
    @Option(help: "Most changes to show for each kind.")
    var show = 20
    @Option(help: ArgumentHelp("Also write every error to this CSV file.", valueName: "file"))
    var errorsTo: String?
    @Option(
        help: ArgumentHelp(
            "Wait so many seconds for others who change the registry at the same time, 1 to 86400.", valueName: "s"))
    var wait = 30
    @OptionGroup var database: DatabaseOptions

    func validate() throws {
        guard !paths.isEmpty else { throw ValidationError("no file or folder given") }
        guard (0...1_000_000).contains(show) else {
            throw ValidationError("--show: \(show) is not accepted; accepted: 0 to 1000000")
        }
        guard (1...86_400).contains(wait) else {
            throw ValidationError("--wait: \(wait) is not accepted; accepted: 1 to 86400")
        }
    }

    func run() async throws {
        let files = try RegistryFiles.read(paths)
        var options = RegistryImport.Options()
        options.isDryRun = dryRun
        options.isInsideDistrict = insideDistrict
        options.detailLimit = show
        options.lockWaitSeconds = wait
        try await RegistryTransfer.bringIn(files, options: options, actor: actor, database: database) { faults in
            if let errorsTo { try write(faults, to: errorsTo) }
        }
    }

    private func write(_ faults: ImportFaults, to path: String) throws {
        var writer = CSVWriter()
        writer.append(["file", "line", "column", "value", "reason"])
        for fault in faults.kept {
            writer.append(
                [fault.file, fault.line.map(String.init) ?? "", fault.column ?? "", fault.value ?? "", fault.reason])
        }
        do {
            try Data(writer.bytes).write(to: URL(fileURLWithPath: path))
        } catch {
            throw failure("--errors-to: \(path) cannot be written: \(error.localizedDescription)", status: 1)
        }
    }
}
