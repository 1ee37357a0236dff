import ArgumentParser
import CommandSupport
import Foundation
import Operations
import Report
import Spreadsheet

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the answer to one of the questions of sql/queries as CSV, JSON or XLSX.",
        discussion: """
            --list shows the questions, --describe one of them with its parameters. A file is there whole or not at all.

            Exit status: 0 when written, 1 when the file cannot be written, 64 for wrong options, 69 without a database.
            """)

    @Option(help: ArgumentHelp("Number or name of the question.", valueName: "name"))
    var query: String?
    @Option(help: "csv, json or xlsx.")
    var format: OutputFormat = .csv
    @Option(help: "First local day, YYYY-MM-DD, today or yesterday; of 18-vehicle-stays the first time, HH:MM.")
    var from: String?
    @Option(help: "Last local day, or last time.")
    var to: String?
    @Option(help: "Code of a street.")
    var street: String?
    @Option(
        name: .customLong("set"), parsing: .singleValue,
        help: ArgumentHelp("Value of another parameter of the question; may be repeated.", valueName: "name=value"))
    var settings: [String] = []
    @Option(help: ArgumentHelp("The file; it is replaced. (default: standard output)", valueName: "file"))
    var out: String?
    @Option(help: "What stands above the columns: chinese or english. (default: chinese in xlsx, else english)")
    var headers: HeaderLanguage?
    @Flag(help: "List the questions.")
    var list = false
    @Option(help: ArgumentHelp("Show what a question says and takes.", valueName: "name"))
    var describe: String?
    @OptionGroup var database: DatabaseOptions

    func validate() throws {
        guard [list, describe != nil, query != nil].count(where: { $0 }) == 1 else {
            throw ValidationError("one of --query, --list and --describe is needed")
        }
        guard format != .xlsx || query == nil || out != nil || isatty(STDOUT_FILENO) == 0 else {
            throw ValidationError("--out: xlsx is no text for a terminal: name a file")
        }
        for setting in settings where !setting.contains("=") {
            throw ValidationError("--set: '\(setting)' is not accepted; accepted: name=value")
        }
    }

    func run() async throws {
        do {
            if list { return print(Self.listing, terminator: "") }
            if let describe { return print(Self.description(of: try QueryCatalog.named(describe)), terminator: "") }
            let question = try QueryCatalog.named(query ?? "")
            let values = values()
            // What is wrong with them is said before anything is connected.
            _ = try question.select(values)
            let (format, path) = (format, out)
            let headers = headers ?? (format == .xlsx ? .chinese : .english)
            let rows = try await database.withSession { session in
                try QueryRun(session).write(question, values, as: format, headers: headers, to: path)
            }
            if let path { print("\(path): \(rows) \(rows == 1 ? "row" : "rows")") }
        } catch let error as ReportError {
            throw error.failure
        } catch let error as WorkbookError {
            throw failure("\(error)", status: 1)
        }
    }

    private func values() -> [String: String] {
        var values: [String: String] = [:]
        for setting in settings {
            let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            values[String(parts[0])] = String(parts[1])
        }
        values["from"] = from ?? values["from"]
        values["to"] = to ?? values["to"]
        values["street"] = street ?? values["street"]
        return values
    }

    private static var listing: String {
        var table = TextTable(columns: ["name", "title", "parameters"])
        for query in QueryCatalog.all {
            table.append([query.name, query.title, query.parameters.map(\.name).joined(separator: " ")])
        }
        return table.rendered(as: .table)
    }

    private static func description(of query: ReportQuery) -> String {
        var table = TextTable(columns: ["parameter", "type", "default", "meaning"])
        for parameter in query.parameters {
            table.append([parameter.name, parameter.kind.rawValue, parameter.defaultValue, parameter.meaning])
        }
        return "\(query.name) \(query.title)\n\n\(query.summary)\n\n" + table.rendered(as: .table)
    }
}

extension ReportError {
    /// The line and exit status that end a command.
    var failure: ExitCode {
        switch self {
        case .unknownQuery, .unknownParameter, .badValue, .unknownSet, .unknownFile:
            CommandSupport.failure("\(self)", status: ExitStatus.usage)
        case .badQueryFile: CommandSupport.failure("\(self)", status: ExitStatus.software)
        case .file, .busy, .lostPlace: CommandSupport.failure("\(self)", status: 1)
        }
    }
}

extension OutputFormat: ExpressibleByArgument {}
extension HeaderLanguage: ExpressibleByArgument {}
