package import Postgres

/// The days and kinds of a pass that are still to come. One that fails is named and left, and the others are done.
package struct RollupQueue: Sendable {
    private var waiting: [RollupRefresher.Unit]
    private var queued: Set<RollupRefresher.Unit>
    /// Those that are made also when nothing marks them: once.
    private var asked: Set<RollupRefresher.Unit>
    private var retried: Set<RollupRefresher.Unit> = []
    private var done = 0
    package private(set) var summary = RollupPass.Summary()

    init(_ units: [RollupRefresher.Unit], isAsked: Bool) {
        waiting = units
        queued = Set(units)
        asked = isAsked ? queued : []
    }

    package var isEmpty: Bool { waiting.isEmpty }

    /// Refreshes the first; the days that turn out to depend on it are appended.
    /// - Returns: nil when there was nothing left, or the unit was put off because trying again may help.
    /// - Throws: what PostgreSQL says when it is not about this one: the connection.
    package mutating func next(on session: PostgresSession, waits: Bool) throws -> RollupPass.Step? {
        guard let unit = waiting.first else { return nil }
        let start = ContinuousClock.now
        let outcome: RollupRefresher.Outcome
        do {
            outcome = try RollupRefresher(session).refresh(unit, isAsked: asked.contains(unit), waits: waits)
        } catch let error as PostgresError where error.sqlState != nil {
            guard error.isTransient && retried.insert(unit).inserted else { return fail(with: error) }
            waiting.append(waiting.removeFirst())
            return nil
        }
        return finish(outcome, took: .now - start)
    }

    /// Gives up the first.
    package mutating func fail(with error: PostgresError) -> RollupPass.Step? {
        guard let unit = waiting.first else { return nil }
        summary.failures.append(RollupPass.Failure(unit: unit, error: error))
        return finish(.failed(error), took: .zero)
    }

    private mutating func finish(_ outcome: RollupRefresher.Outcome, took duration: Duration) -> RollupPass.Step {
        let unit = waiting.removeFirst()
        queued.remove(unit)
        asked.remove(unit)
        done += 1
        switch outcome {
        case .refreshed(let rows, let changed, let neighbours):
            summary.refreshed += 1
            summary.rows += rows
            summary.changed += changed
            for day in neighbours.sorted() {
                let neighbour = RollupRefresher.Unit(kind: unit.kind, day: day)
                // One that is still to come takes its mark along.
                if queued.insert(neighbour).inserted { waiting.append(neighbour) }
            }
        case .upToDate, .failed: break
        case .closed: summary.closed += 1
        case .busy: summary.busy += 1
        }
        return RollupPass.Step(
            unit: unit, outcome: outcome, duration: duration, fraction: Double(done) / Double(done + waiting.count))
    }
}
