import ArgumentParser
import CommandSupport
import Foundation
import NIOCore
import Operations
import Postgres
import PostgresBinary
import Telemetry
import TelemetryStore

struct JournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal",
        abstract: "Look at, drain or export the journal of a gateway: data that wait for PostgreSQL.",
        subcommands: [StatusCommand.self, DrainCommand.self, ExportCommand.self])

    struct Location: ParsableArguments {
        @Option(name: .customLong("journal-dir"), help: "Folder of the journal. (default: $QINGYUN_JOURNAL_DIR)")
        var directory: String?

        func open(isExclusive: Bool) throws -> Journal {
            let directory = directory ?? ProcessInfo.processInfo.environment["QINGYUN_JOURNAL_DIR"]
            guard let directory, !directory.isEmpty else {
                throw failure(
                    "--journal-dir (QINGYUN_JOURNAL_DIR): not given; accepted: the folder that the gateway was given",
                    status: ExitStatus.usage)
            }
            // A mistyped folder must not become an empty journal.
            guard FileManager.default.fileExists(atPath: directory + "/" + Journal.fileName) else {
                throw failure("\(directory): there is no journal in this folder", status: 1)
            }
            do {
                return try Journal(directory: directory, limitBytes: .max, isExclusive: isExclusive)
            } catch {
                throw failure("\(error)", status: 1)
            }
        }
    }

    struct StatusCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "status", abstract: "Say how much is in the journal; a running gateway is not disturbed.")

        @OptionGroup var location: Location

        func run() async throws {
            let state = try location.open(isExclusive: false).state
            guard let oldest = state.oldest else {
                print("the journal is empty")
                return
            }
            let age = max(0, (WallClock.now().microseconds - oldest.microseconds) / 1_000_000)
            print(
                "\(state.batches) batches with \(state.rows) rows, \(state.bytes) bytes; the oldest waits for \(age) s")
        }
    }

    struct DrainCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "drain", abstract: "Write the journal to PostgreSQL, for a gateway that does not run any more."
        )

        @OptionGroup var location: Location
        @OptionGroup var database: DatabaseOptions

        func run() async throws {
            let journal = try location.open(isExclusive: true)
            var total = WriteOutcome()
            var batches = 0
            while let entry = try await journal.next(mostRows: 20_000) {
                let outcome = try await database.withSession { session in try JournalDrain.write(entry, to: session) }
                try await journal.remove(entry)
                total.add(outcome)
                batches += entry.ids.count
            }
            let sum = { (counts: WriteOutcome.Counts) in TelemetryTable.allCases.reduce(0) { $0 + counts[$1] } }
            print(
                "drained \(batches) batches: \(sum(total.stored)) rows stored, \(sum(total.duplicates)) were there already, "
                    + "\(sum(total.rejected)) went to quarantine")
        }
    }

    struct ExportCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export",
            abstract: "Copy the journal's rows to files that psql can load; the journal stays as it is.")

        @OptionGroup var location: Location
        @Argument(help: "Folder for the files; made when it is missing.")
        var folder: String

        func run() async throws {
            let journal = try location.open(isExclusive: false)
            let target = URL(fileURLWithPath: folder)
            try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
            var files = 0
            var days: Set<LocalDay> = []
            try journal.forEachEntry { entry in
                for day in entry.batch.days where days.insert(day).inserted {
                    print("SELECT telemetry.ensure_day(date '1970-01-01' + \(day.daysSince1970));")
                }
                // Before the rows, and once more after them: whoever looks in between must not take the day for looked at.
                let marks = StaleDays.statement(for: entry.batch)
                if let marks { print(marks + ";") }
                for table in TelemetryTable.allCases where entry.batch.rowCount(of: table) > 0 {
                    let number = String(entry.ids[0])
                    let padded = String(repeating: "0", count: max(0, 8 - number.count)) + number
                    let file = target.appending(path: "\(padded).\(table).copy")
                    let rows = entry.batch.rows(of: table)
                    try Data(CopyBinaryFormat.header + Array(rows.readableBytesView) + CopyBinaryFormat.trailer).write(
                        to: file)
                    print(
                        "\\copy \(table.name) (\(table.columns.joined(separator: ", "))) FROM '\(file.path)' (FORMAT binary)"
                    )
                    files += 1
                }
                if let marks { print(marks + ";") }
            }
            if files == 0 { print("the journal is empty") }
        }
    }
}
