import ArgumentParser
import CommandSupport
import Operations
import Rollups

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Say which days are stale, since when and why, and how long making them again takes.")

    @Option(
        help: ArgumentHelp(
            "End with status 1 when something has been stale for longer, seconds.", valueName: "s"))
    var maxAge: Int?
    @Option(help: "table or csv.")
    var format: TableFormat = .table
    @OptionGroup var database: DatabaseOptions

    func validate() throws {
        if let maxAge, maxAge < 0 { throw ValidationError("--max-age: \(maxAge) is not accepted; accepted: 0 or more") }
    }

    func run() async throws {
        let status = try await database.withSession { try RollupStatus($0) }
        var table = TextTable(
            columns: ["day", "kind", "marks", "stale since", "cause", "figures as of", "takes ms"], numeric: [2, 6])
        for stale in status.stale {
            table.append([
                stale.day, stale.kind, "\(stale.marks)", stale.since, stale.causes, stale.refreshedAt ?? "-",
                stale.durationMilliseconds.map(String.init) ?? "-",
            ])
        }
        print(table.rendered(as: format), terminator: "")
        if format == .table {
            print(
                "\(status.days) days have figures; making the stale ones again takes some \(status.expectedMilliseconds) ms"
            )
            if status.registryChanges > 0 {
                print("\(status.registryChanges) changes of the registry wait to be worked out")
            }
            if status.daysToJudge > 0 {
                print(
                    "\(status.daysToJudge) days wait for qingyun-timeliness to judge their collections again after a correction"
                )
            }
            if status.refused > 0 {
                print(
                    "\(status.refused) changes came for the \(status.closedDays) days whose telemetry was dropped: the figures do "
                        + "not show them")
            }
        }
        if let maxAge, status.oldestAgeSeconds > maxAge {
            throw failure("stale for \(status.oldestAgeSeconds) s, longer than --max-age \(maxAge)", status: 1)
        }
    }
}
