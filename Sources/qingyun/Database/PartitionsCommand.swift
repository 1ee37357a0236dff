import ArgumentParser
import CommandSupport
import Operations
import Postgres
import Telemetry
import TelemetryStore

struct PartitionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "partitions",
        abstract: "Make, list and drop the day partitions of the telemetry tables.",
        subcommands: [EnsureCommand.self, ListCommand.self, DropCommand.self])

    struct EnsureCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "ensure", abstract: "Make the partitions of days that lack them.")

        @OptionGroup var database: DatabaseOptions
        @Option(help: "First day, YYYY-MM-DD. (default: today)")
        var from: LocalDay?
        @Option(help: "Last day, YYYY-MM-DD. (default: a week after the first)")
        var to: LocalDay?

        func run() async throws {
            let first = from ?? WallClock.now().localDay
            let last = to ?? first.advanced(by: 7)
            guard first <= last else {
                throw failure("--to: \(last) lies before the first day, \(first)", status: ExitStatus.usage)
            }
            let made = try await database.withSession { try PartitionCatalog($0).ensure(from: first, through: last) }
            print("made \(made) partitions for \(first) to \(last)")
        }
    }

    struct ListCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List the partitions.")

        @OptionGroup var database: DatabaseOptions
        @Option(help: "table or csv.")
        var format: TableFormat = .table

        func run() async throws {
            let partitions = try await database.withSession { try PartitionCatalog($0).list() }
            var table = TextTable(columns: ["day", "table", "partition", "rows (estimate)", "KiB"], numeric: [3, 4])
            for partition in partitions {
                table.append([
                    partition.day, partition.table, partition.name, String(partition.estimatedRows),
                    String(partition.bytes / 1024),
                ])
            }
            print(table.rendered(as: format), terminator: "")
        }
    }

    struct DropCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "drop", abstract: "Drop the partitions of all days before one, with what they hold.",
            discussion: "What is dropped is gone: look at --dry-run first. Each partition is a transaction of its own.")

        @OptionGroup var database: DatabaseOptions
        @Option(help: "First day to keep, YYYY-MM-DD.")
        var before: LocalDay
        @Flag(help: "Say what would be dropped and stop.")
        var dryRun = false

        func run() async throws {
            let day = before
            guard day <= WallClock.now().localDay else {
                throw failure(
                    "--before: \(day) lies in the future; accepted: today or earlier", status: ExitStatus.usage)
            }
            let isDryRun = dryRun
            let count = try await database.withSession { session in
                let catalog = PartitionCatalog(session)
                let partitions = try catalog.list(before: day.description)
                for partition in partitions {
                    if !isDryRun { try catalog.drop(partition) }
                    print("\(isDryRun ? "would drop" : "dropped") telemetry.\(partition.name)")
                }
                return partitions.count
            }
            print("\(isDryRun ? "would drop" : "dropped") \(count) partitions of days before \(day)")
        }
    }
}

extension LocalDay: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}
