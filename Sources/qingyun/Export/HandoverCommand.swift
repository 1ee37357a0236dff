import ArgumentParser
import CommandSupport
import Foundation
import Operations
import Report
import Spreadsheet
import Telemetry

struct HandoverCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "handover",
        abstract: "Hand weighings and tracks over to other systems, file after file: every row once.",
        subcommands: [NextCommand.self, RepeatCommand.self, StatusCommand.self])

    struct NextCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "next", abstract: "Write what came since the last file, if anything did.",
            discussion: """
                A file holds 31 days at most, of tracks one day; more days give more files, which a run writes one after the other.

                Rows of a transaction that still runs, and of those after it, wait for the next file. A run that was killed is made good by \
                the next one: it writes the same file again. Safe for cron.

                Exit status: 0, 1 when the file cannot be written or the set is being handed over, 64, 69 without a database.
                """)

        @Option(help: "vehicle-weighing, vehicle-track or station-weighing.")
        var set: String
        @Option(help: ArgumentHelp("Folder for the files.", valueName: "folder"))
        var out: String
        @Option(help: "csv, json or xlsx; csv and json have the columns' English names, xlsx Chinese titles.")
        var format: OutputFormat = .csv
        @Option(help: "First local day that is handed over at all, YYYY-MM-DD. (default: every day there is)")
        var since: LocalDay?
        @OptionGroup var database: DatabaseOptions

        func run() async throws {
            try await reporting {
                let set = try HandoverSet.named(set)
                let (folder, format, since) = (out, format, since?.description)
                let last = try await database.withSession { session in
                    try Handover(session, set).round(into: folder, as: format, since: since) { file in
                        print("\(file.name): \(file.rows ?? 0) \(file.rows == 1 ? "row" : "rows")")
                    }
                }
                if last == nil { print("\(set.name): nothing new") }
            }
        }
    }

    struct RepeatCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "repeat", abstract: "Write a file of before once more.",
            discussion: "Rows of days that were dropped since are missing. Names are those that the registry has now.")

        @Option(help: "vehicle-weighing, vehicle-track or station-weighing.")
        var set: String
        @Option(help: "Number of the file.")
        var number: Int
        @Option(help: ArgumentHelp("Folder for the file.", valueName: "folder"))
        var out: String
        @OptionGroup var database: DatabaseOptions

        func run() async throws {
            try await reporting {
                let set = try HandoverSet.named(set)
                let (folder, number) = (out, number)
                let file = try await database.withSession { try Handover($0, set).repeat(number, into: folder) }
                print("\(file.name): \(file.rows ?? 0) \(file.rows == 1 ? "row" : "rows")")
            }
        }
    }

    struct StatusCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "status", abstract: "List the newest files of a set.")

        @Option(help: "vehicle-weighing, vehicle-track or station-weighing.")
        var set: String
        @Option(help: "table or csv.")
        var format: TableFormat = .table
        @OptionGroup var database: DatabaseOptions

        func run() async throws {
            try await reporting {
                let set = try HandoverSet.named(set)
                let files = try await database.withSession { try Handover($0, set).files() }
                var table = TextTable(columns: ["file", "rows", "written"], numeric: [1])
                for file in files.suffix(50) {
                    table.append([file.name, file.rows.map(String.init) ?? "", file.rows == nil ? "no" : "yes"])
                }
                print(table.rendered(as: format), terminator: "")
            }
        }
    }
}

private func reporting(_ body: () async throws -> Void) async throws {
    do {
        try await body()
    } catch let error as ReportError {
        throw error.failure
    } catch let error as WorkbookError {
        throw failure("\(error)", status: 1)
    }
}
