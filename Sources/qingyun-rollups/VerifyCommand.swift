import ArgumentParser
import CommandSupport
import Rollups

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Make the figures once more, compare, and show every row that differs.",
        discussion: """
            Changes no figure. It notes that a day was found right, which `qingyun partitions drop` asks for, and works out which days a \
            change of the registry touched. Exit status: 0 all right, 1 a difference. What waits for its refresh is named and is no \
            difference.
            """)

    @OptionGroup var options: SelectionOptions
    @Option(help: ArgumentHelp("Most rows to show for each day and kind, 0 to 1000000.", valueName: "n"))
    var show = 20
    @OptionGroup var database: DatabaseOptions

    func validate() throws {
        guard (0...1_000_000).contains(show) else {
            throw ValidationError("--show: \(show) is not accepted; accepted: 0 to 1000000")
        }
    }

    func run() async throws {
        let (selection, limit, bar) = (options.selection, show, ProgressBar())
        let (wrong, checked) = try await database.withSession { session in
            defer { bar.clear() }
            let verifier = try RollupVerifier(session)
            let units =
                selection.days == nil
                ? try verifier.refreshedUnits().filter { selection.kind == nil || $0.kind == selection.kind }
                : try RollupPass(session, waits: true).units(selection)
            var wrong = 0
            for (number, unit) in units.enumerated() {
                bar.show("\(unit.day) \(unit.kind.rawValue)", Double(number) / Double(units.count))
                let finding = try verifier.verify(unit, limit: limit)
                wrong += finding.isWrong ? finding.count : 0
                bar.clear()
                for line in Self.lines(finding) { print(TextTable.harmless(line)) }
            }
            return (wrong, units.count)
        }
        print("\(checked) days and kinds checked, \(wrong) \(wrong == 1 ? "row differs" : "rows differ")")
        if wrong > 0 {
            throw failure("\(Self.rows(wrong)) \(wrong == 1 ? "is" : "are") not what the data say", status: 1)
        }
    }

    private static func rows(_ count: Int) -> String { "\(count) \(count == 1 ? "row" : "rows")" }

    private static func lines(_ finding: RollupVerifier.Finding) -> [String] {
        let what = "\(finding.unit.day) \(finding.unit.kind.rawValue):"
        if finding.isClosed { return ["\(what) closed, its telemetry was dropped"] }
        if finding.count == 0 {
            return finding.isStale ? ["\(what) right, and marked for a refresh"] : ["\(what) right"]
        }
        if finding.isStale { return ["\(what) stale, \(Self.rows(finding.count)) will change with the next refresh"] }
        let rows = finding.differences.map { "  \($0.table) \($0.key): \($0.figures)" }
        let hidden = finding.count - rows.count
        return ["\(what) \(Self.rows(finding.count)) \(finding.count == 1 ? "differs" : "differ"), as [stored, right]"]
            + rows
            + (hidden > 0 ? ["  ... and \(hidden) more"] : [])
    }
}
