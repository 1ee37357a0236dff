import ArgumentParser
import CommandSupport
import Operations
import Postgres
import Report
import Rollups
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
            commandName: "drop",
            abstract: "Drop the partitions of all days before one, with what they hold; statistics stay.",
            discussion: """
                What is dropped is gone: look at --dry-run first. Each day is a transaction of its own. A day whose statistics are not \
                complete and verified (`qingyun-rollups refresh` and `verify`), or with rows that `qingyun handover` has not written yet, is \
                kept, and the exit status is 1 then. Weighings at stations stay 63 days longer: corrections of them still come, and \
                count in the statistics of those days.
                """)

        @OptionGroup var database: DatabaseOptions
        @Option(help: "First day to keep, YYYY-MM-DD.")
        var before: LocalDay
        @Flag(help: "Say what would be dropped and stop.")
        var dryRun = false
        @Flag(help: "Drop also days whose statistics are missing, stale or not verified; they can never be made again.")
        var evenWithoutStatistics = false
        @Flag(help: "Drop also days of which a set that is handed over lacks rows; the receiver never gets them.")
        var evenWithoutHandover = false

        func run() async throws {
            let day = before
            guard day <= WallClock.now().localDay else {
                throw failure(
                    "--before: \(day) lies in the future; accepted: today or earlier", status: ExitStatus.usage)
            }
            let (isDryRun, isForced, isUnread) = (dryRun, evenWithoutStatistics, evenWithoutHandover)
            let (count, kept, withWeighings) = try await database.withSession { session in
                let catalog = PartitionCatalog(session)
                let archive = DayArchive(session)
                let backlog = HandoverBacklog(session)
                var (count, kept, withWeighings) = (0, 0, 0)
                let days = Dictionary(grouping: try catalog.list(before: day.description), by: \.day)
                for (text, all) in days.sorted(by: { $0.key < $1.key }) {
                    guard let own = LocalDay(text) else { continue }
                    var partitions = all
                    if try archive.needsWeighings(of: own, before: day) {
                        partitions.removeAll { $0.table == "station_weighing" }
                        withWeighings += partitions.count < all.count ? 1 : 0
                    }
                    if try archive.needsLifts(of: own) {
                        partitions.removeAll { $0.table == "lift" }
                        print("kept lifts of \(text): the next day, which is not dropped yet, counts bins by them")
                    }
                    var reasons = isUnread ? [] : try backlog.obstacles(to: text).map { "hand-over: \($0)" }
                    if reasons.isEmpty {
                        reasons = try Self.drop(
                            partitions, of: own, catalog, archive, isForced: isForced, isDryRun: isDryRun
                        ).map { "statistics: \($0)" }
                    }
                    for reason in reasons { print("kept \(text): \(reason)") }
                    guard reasons.isEmpty else {
                        kept += 1
                        continue
                    }
                    count += partitions.count
                    for partition in partitions {
                        print("\(isDryRun ? "would drop" : "dropped") telemetry.\(partition.name)")
                    }
                }
                return (count, kept, withWeighings)
            }
            print("\(isDryRun ? "would drop" : "dropped") \(count) partitions of days before \(day)")
            if withWeighings > 0 {
                print(
                    "weighings of \(withWeighings) \(withWeighings == 1 ? "day" : "days") kept: they may still be corrected"
                )
            }
            if kept > 0 {
                throw failure(
                    "\(kept) \(kept == 1 ? "day" : "days") kept: run `qingyun-rollups refresh` and `qingyun-rollups verify` "
                        + "first, or `qingyun handover next` where the reason is hand-over", status: 1)
            }
        }

        /// - Returns: why the day is kept; empty when its partitions are gone, or may go.
        private static func drop(
            _ partitions: [PartitionCatalog.Partition], of day: LocalDay, _ catalog: PartitionCatalog,
            _ archive: DayArchive,
            isForced: Bool, isDryRun: Bool
        ) throws -> [String] {
            if isDryRun { return isForced ? [] : try archive.obstacles(to: day) }
            var reasons: [String] = []
            let isAllowed = { (found: [String]) in
                reasons = found
                return found.isEmpty
            }
            _ = try catalog.drop(
                partitions, prepare: { isAllowed(try archive.close(day, isForced: isForced)) },
                confirm: { isAllowed(isForced ? [] : try archive.lateChanges(to: day)) })
            return reasons
        }
    }
}

extension LocalDay: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}
