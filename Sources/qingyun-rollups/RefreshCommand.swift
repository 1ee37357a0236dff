import ArgumentParser
import CommandSupport
import Rollups
import Telemetry

struct RefreshCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refresh",
        abstract: "Make again what is stale; or, with --from, the figures of these days in any case.",
        discussion:
            "Twice at once or twice in a row does no harm. Days whose telemetry was dropped stay as they are. A day that "
            + "fails does not keep the others: it is named at the end, with status 1.")

    @OptionGroup var options: SelectionOptions
    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        let (selection, bar) = (options.selection, ProgressBar())
        let summary = try await database.withSession { session in
            // Before anything else is said, an error too.
            defer { bar.clear() }
            return try RollupPass(session, waits: true).run(
                selection,
                report: { step in
                    bar.clear()
                    print(Self.line(step))
                    bar.show("\(step.unit.day) \(step.unit.kind.rawValue)", step.fraction)
                })
        }
        print(
            "\(summary.refreshed) refreshed, \(summary.rows) rows, \(summary.changed) changed"
                + (summary.closed > 0 ? "; \(summary.closed) closed, left as they are" : ""))
        guard summary.failures.isEmpty else {
            throw failure(
                "\(summary.failures.count) not refreshed: "
                    + summary.failures.map(\.description).joined(separator: "; "), status: 1)
        }
    }

    private static func line(_ step: RollupPass.Step) -> String {
        let what = "\(step.unit.day) \(step.unit.kind.rawValue):"
        switch step.outcome {
        case .refreshed(let rows, let changed, _):
            return "\(what) \(rows) rows, \(changed) changed, \(Int(step.duration / .milliseconds(1))) ms"
        case .upToDate: return "\(what) up to date"
        case .closed: return "\(what) closed, left as it is"
        case .busy: return "\(what) somebody else is at it"
        case .failed: return "\(what) not refreshed"
        }
    }
}
