import ArgumentParser
import CommandSupport
import Postgres
import Timeliness

struct DutiesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duties",
        abstract:
            "Attendance at bin stations (桶站值守): each duty of a day or of several, or sums by person, post or street.",
        discussion: """
            Duties, posts, persons and badges are imported as the registry is (docs/attendance.md); `check`, `recheck` and `run` judge \
            them.
            """)

    @Option(help: ArgumentHelp("Local day.", valueName: "date"))
    var date: String
    @Option(help: ArgumentHelp("Last local day, for several. (default: the same)", valueName: "date"))
    var to: String?
    @Option(help: "duty, person, post or street.", transform: Self.grouping)
    var by = DutyReport.Grouping.duty
    @Option(help: ArgumentHelp("Code of a street.", valueName: "code"))
    var street: String?
    @Option(help: "table, csv or json.")
    var format: ReportCommand.Format = .table
    @OptionGroup var database: DatabaseOptions

    func validate() throws {
        let first = try LocalTime.day(date, "--date")
        if let to, try LocalTime.day(to, "--to") < first {
            throw ValidationError("--to: \(to) is before --date, \(first)")
        }
    }

    private static func grouping(_ text: String) throws -> DutyReport.Grouping {
        guard let grouping = DutyReport.Grouping(rawValue: text) else {
            throw ValidationError(
                "'\(text)' is not accepted; accepted: "
                    + DutyReport.Grouping.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return grouping
    }

    func run() async throws {
        let (first, last, grouping, street) = (date, to ?? date, by, street)
        let rows = try await database.withSession {
            try DutyReport($0).rows(from: first, through: last, by: grouping, street: street)
        }
        let texts = rows.map { row in rows.columns.indices.map { row[$0] ?? "" } }
        let numeric = rows.columns.indices.filter { DutyReport.isNumber(rows.columns[$0]) }
        switch format {
        case .table, .csv:
            var table = TextTable(columns: rows.columns, numeric: Set(numeric))
            for row in texts { table.append(row) }
            print(table.rendered(as: format == .csv ? .csv : .table), terminator: "")
        case .json:
            print(try JSONText.objects(rows.columns, texts, numeric: Set(numeric.map { rows.columns[$0] })))
        }
    }
}
