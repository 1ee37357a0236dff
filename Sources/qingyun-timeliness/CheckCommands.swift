import ArgumentParser
import CommandSupport
import Foundation
import Operations
import Postgres
import Timeliness

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract:
            "Judge once what is due and what was corrected, for cron; twice at once or twice in a row does no harm.",
        discussion:
            "Days whose tags, mounts, carriers or suspensions were corrected are judged again, the oldest first, for up to 50 seconds; the next check goes on."
    )

    @Option(
        help: ArgumentHelp(
            "As of this moment, such as 2026-06-01T09:00: what was received later does not exist. (default: now)",
            valueName: "time"))
    var at: String?
    @Flag(help: "Only say what would be done.")
    var dryRun = false
    @OptionGroup var options: CheckOptions
    @OptionGroup var database: DatabaseOptions

    func validate() throws { if let at { _ = try LocalTime.moment(at, "--at") } }

    func run() async throws {
        let (settings, isDryRun, given) = (options.settings, dryRun, at)
        let (summary, duties, corrected) = try await database.withSession { session in
            let check = TimelinessCheck(session, settings: settings)
            let moment = try Self.moment(given, session, isDryRun: isDryRun)
            let summary = try check.check(at: moment, isDryRun: isDryRun)
            let options = DutyCheck.Options(isDryRun: isDryRun, takesAsRecorded: settings.takesAsRecorded)
            let duties = try DutyCheck(session).check(at: summary.at, options: options)
            let corrected =
                isDryRun ? CorrectedDays() : try check.recheckCorrected(at: moment, for: Self.limitOfCorrections)
            return (summary, duties, corrected)
        }
        print(summary.line(isDryRun: dryRun))
        if !duties.isNothing { print(duties) }
        for day in corrected.days {
            print("\(day.day) again, after a correction, \(day.summary.line(isDryRun: false))")
        }
        if corrected.waiting > 0 {
            print(
                "\(corrected.waiting) more days are judged again after a correction: the next check goes on with them")
        }
    }

    /// Days are judged again for so long, so that one check a minute does not wait for another.
    private static let limitOfCorrections: Duration = .seconds(50)

    /// A time without an offset is the site's. What is still to come is for dry runs alone: a warning is there for ever.
    static func moment(_ text: String?, _ session: PostgresSession, isDryRun: Bool) throws -> String? {
        guard let text else { return nil }
        let hasOffset = text.wholeMatch(of: /.*(Z|[+-]\d{2}:\d{2})/) != nil
        let instant = hasOffset ? "$1::timestamptz" : "$1::timestamp AT TIME ZONE telemetry.site_time_zone()"
        let row = try session.query(
            "SELECT t.at, t.at > clock_timestamp() + interval '5 minutes' AS is_to_come FROM (SELECT \(instant) AS at) AS t",
            [.text(text)])[0]
        if try !isDryRun && row.bool("is_to_come") {
            throw failure(
                "--at: '\(text)' is still to come; accepted: a moment that has passed, or any with --dry-run",
                status: ExitStatus.usage)
        }
        return try row.text("at")
    }
}

struct RecheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recheck",
        abstract:
            "Judge days again from all that is known: after corrections of registry or rules, or for days never judged.",
        discussion: "Tasks of days that have some stay as they were made; warnings are moved on, never taken away.")

    @Option(help: ArgumentHelp("First local day.", valueName: "date"))
    var from: String
    @Option(help: ArgumentHelp("Last local day. (default: the first)", valueName: "date"))
    var to: String?
    @Option(help: ArgumentHelp("As of this moment. (default: now)", valueName: "time"))
    var at: String?
    @Flag(help: "Only say what would be done.")
    var dryRun = false
    @OptionGroup var options: CheckOptions
    @OptionGroup var database: DatabaseOptions

    func validate() throws {
        let first = try LocalTime.day(from, "--from")
        let last = try to.map { try LocalTime.day($0, "--to") } ?? first
        guard first <= last else { throw ValidationError("--to: \(last) is before --from, \(first)") }
        if let at { _ = try LocalTime.moment(at, "--at") }
    }

    func run() async throws {
        let (settings, isDryRun, first, last, given) = (options.settings, dryRun, from, to ?? from, at)
        let bar = ProgressBar()
        do {
            try await database.withSession { session in
                let moment = try CheckCommand.moment(given, session, isDryRun: isDryRun)
                let days = try session.query(
                    "SELECT d::date::text AS day FROM generate_series($1::timestamp, $2::timestamp, interval '1 day') AS d",
                    [.text(first), .text(last)])
                for (number, row) in days.enumerated() {
                    let day = try row.text("day")
                    bar.show(day, Double(number) / Double(days.count))
                    let summary = try TimelinessCheck(session, settings: settings).recheck(
                        day, at: moment, isDryRun: isDryRun)
                    let duties = try DutyCheck(session).recheck(
                        from: day, through: day, at: summary.at,
                        options: DutyCheck.Options(isDryRun: isDryRun, takesAsRecorded: settings.takesAsRecorded))
                    bar.clear()
                    print("\(day) \(summary.line(isDryRun: isDryRun))")
                    if !duties.isNothing { print("\(day) \(duties)") }
                }
            }
        } catch let refusal as DroppedTelemetry {
            bar.clear()
            throw failure("\(refusal)", status: 1)
        }
    }
}

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Say in plain words why a point has, or has not, a warning on a day.")

    @Option(help: ArgumentHelp("Code of the collection point.", valueName: "code"))
    var point: String
    @Option(help: ArgumentHelp("Local day.", valueName: "date"))
    var date: String
    @OptionGroup var database: DatabaseOptions

    func validate() throws { _ = try LocalTime.day(date, "--date") }

    func run() async throws {
        let (point, day) = (point, date)
        do {
            let lines = try await database.withSession { try PointExplanation($0).lines(point: point, day: day) }
            for line in lines { print(TextTable.harmless(line)) }
        } catch let refusal as PointExplanation.Refusal {
            throw failure("--point: \(refusal)", status: 1)
        }
    }
}

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Same-day clearance (日产日清) of a day or of several: due, on time, late, missed."
    )

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, csv, json }

    @Option(help: ArgumentHelp("Local day.", valueName: "date"))
    var date: String
    @Option(help: ArgumentHelp("Last local day, for several. (default: the same)", valueName: "date"))
    var to: String?
    @Option(help: "street, community, carrier, waste_type, unit, point or vehicle.", transform: Self.dimension)
    var by = ClearanceReport.Dimension.street
    @Option(help: "table, csv or json.")
    var format: Format = .table
    @OptionGroup var database: DatabaseOptions

    func validate() throws {
        let first = try LocalTime.day(date, "--date")
        if let to, try LocalTime.day(to, "--to") < first {
            throw ValidationError("--to: \(to) is before --date, \(first)")
        }
    }

    private static func dimension(_ text: String) throws -> ClearanceReport.Dimension {
        guard let dimension = ClearanceReport.Dimension(rawValue: text) else {
            throw ValidationError(
                "'\(text)' is not accepted; accepted: "
                    + ClearanceReport.Dimension.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return dimension
    }

    func run() async throws {
        let (first, last, dimension) = (date, to ?? date, by)
        let rows = try await database.withSession { try ClearanceReport($0).rows(from: first, to: last, by: dimension) }
        let columns = ClearanceReport.columns
        switch format {
        case .table, .csv:
            var table = TextTable(columns: columns, numeric: Set(2..<columns.count))
            for row in rows { table.append(row) }
            print(table.rendered(as: format == .csv ? .csv : .table), terminator: "")
        case .json:
            print(try JSONText.objects(columns, rows, numeric: Set(columns.dropFirst(2))))
        }
    }
}

/// Rows as a JSON array of objects; what is empty is null.
enum JSONText {
    static func objects(_ columns: [String], _ rows: [[String]], numeric: Set<String>) throws -> String {
        let objects = rows.map { row in
            Dictionary(
                uniqueKeysWithValues: zip(columns, row).map { name, value -> (String, Any) in
                    if value.isEmpty { return (name, NSNull()) }
                    return (name, numeric.contains(name) ? (Double(value).map { $0 as Any } ?? value) : value)
                })
        }
        let data = try JSONSerialization.data(withJSONObject: objects, options: [.prettyPrinted, .sortedKeys])
        return String(decoding: data, as: UTF8.self)
    }
}
