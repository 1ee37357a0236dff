package import Postgres
package import Telemetry

/// Refreshes one day and kind after the other: what is stale, or what is asked for.
package struct RollupPass {
    /// Which days and kinds.
    package struct Selection: Sendable {
        /// Nil: every kind.
        package var kind: RollupKind?
        /// Nil: every day that is stale.
        package var days: ClosedRange<LocalDay>?

        package init(kind: RollupKind? = nil, days: ClosedRange<LocalDay>? = nil) {
            self.kind = kind
            self.days = days
        }
    }

    package struct Step: Sendable {
        package let unit: RollupRefresher.Unit
        package let outcome: RollupRefresher.Outcome
        package let duration: Duration
        /// Share of the pass that is done, 0 to 1; more may be found on the way.
        package let fraction: Double
    }

    /// A day and kind that could not be made; its marks wait for the next pass.
    package struct Failure: Sendable, Equatable, CustomStringConvertible {
        package let unit: RollupRefresher.Unit
        package let error: PostgresError

        package var description: String { "\(unit.day) \(unit.kind.rawValue): \(error)" }
    }

    package struct Summary: Sendable, Equatable {
        package var refreshed = 0
        package var rows = 0
        package var changed = 0
        package var closed = 0
        /// Left to somebody else who is at them.
        package var busy = 0
        package var failures: [Failure] = []

        package init() {}
    }

    private let session: PostgresSession
    private let waits: Bool

    /// - Parameter waits: for whoever is at the same day and kind; otherwise those are left to them.
    package init(_ session: PostgresSession, waits: Bool) {
        self.session = session
        self.waits = waits
    }

    /// The days and kinds that a pass over `selection` begins with.
    package func units(_ selection: Selection) throws -> [RollupRefresher.Unit] {
        let refresher = try RollupRefresher(session)
        try refresher.markRegistryChanges()
        guard let days = selection.days else {
            return try refresher.staleUnits().filter { selection.kind == nil || $0.kind == selection.kind }
        }
        return (days.lowerBound.daysSince1970...days.upperBound.daysSince1970).flatMap { day in
            RollupKind.allCases.filter { selection.kind == nil || $0 == selection.kind }.map {
                RollupRefresher.Unit(kind: $0, day: LocalDay(daysSince1970: day))
            }
        }
    }

    package func queue(_ selection: Selection) throws -> RollupQueue {
        RollupQueue(try units(selection), isAsked: selection.days != nil)
    }

    /// Refreshes what `selection` names, and the days that turn out to depend on those.
    /// - Parameters:
    ///   - report: called after each of them.
    ///   - isStopped: asked before each; true ends the pass.
    /// - Returns: also what failed.
    /// - Throws: what PostgreSQL says when it is about more than one day and kind.
    package func run(
        _ selection: Selection, isStopped: () -> Bool = { false }, report: (Step) -> Void = { _ in }
    ) throws -> Summary {
        var queue = try queue(selection)
        while !queue.isEmpty, !isStopped() {
            if let step = try queue.next(on: session, waits: waits) { report(step) }
        }
        return queue.summary
    }
}
