package import Logging
import Metrics
package import Operations
package import Postgres
import ServiceLifecycle

/// Refreshes what is stale, again and again, until the service ends. Several at once share the work.
package struct RollupService: Service {
    private static let databaseCondition = "database"
    /// A pass over many days ends after so long, and the next one goes on: each day is done by itself.
    private static let longestPass: Duration = .seconds(300)

    private let database: PostgresConfiguration
    private let interval: Duration
    private let limit: Duration
    private let readiness: Readiness
    private let logger: Logger

    /// - Parameters:
    ///   - interval: from the end of a pass to the next one.
    ///   - limit: no day's refresh takes so long; a server that does not answer has lost the connection.
    package init(
        database: PostgresConfiguration, interval: Duration, limit: Duration = .seconds(600), readiness: Readiness,
        logger: Logger
    ) {
        self.database = database
        self.interval = interval
        self.limit = limit
        self.readiness = readiness
        self.logger = logger
        readiness.isBlocked(Self.databaseCondition, because: "not connected yet")
    }

    package func run() async throws {
        let connection = PostgresConnection(configuration: database, logger: logger)
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await pass(over: connection)
                try? await Task.sleep(for: interval)
            }
        }
        await connection.close()
    }

    private func pass(over connection: PostgresConnection) async {
        do {
            let summary = try await refresh(over: connection)
            let status = try await connection.withSession(limit: limit) { try RollupStatus($0) }
            readiness.isMet(Self.databaseCondition)
            Gauge(label: "qingyun_rollups_stale_days").record(status.stale.count)
            Gauge(label: "qingyun_rollups_oldest_mark_seconds").record(status.oldestAgeSeconds)
            if summary.refreshed > 0 {
                logger.info(
                    "statistics refreshed",
                    metadata: [
                        "days": "\(summary.refreshed)", "rows": "\(summary.rows)", "changed": "\(summary.changed)",
                        "busy": "\(summary.busy)",
                    ])
            }
        } catch is CancellationError {
            return
        } catch {
            guard !Task.isCancelled else { return }
            readiness.isBlocked(Self.databaseCondition, because: "\(error)")
            Counter(label: "qingyun_rollups_failures_total").increment()
            logger.error("statistics not refreshed, tried again", metadata: ["error": "\(error)"])
        }
    }

    /// One pass. Each day and kind has the connection for itself, with a time limit of its own.
    private func refresh(over connection: PostgresConnection) async throws -> RollupPass.Summary {
        let end = ContinuousClock.now + Self.longestPass
        var queue = try await connection.withSession(limit: limit) {
            try RollupPass($0, waits: false).queue(.init())
        }
        while !queue.isEmpty, !Task.isCancelled, .now < end {
            let before = queue
            let step: RollupPass.Step?
            do {
                (queue, step) = try await connection.withSession(limit: limit) { session in
                    var queue = before
                    let step = try queue.next(on: session, waits: false)
                    return (queue, step)
                }
            } catch let error as PostgresError {
                guard case .connectionLost = error, !Task.isCancelled else { throw error }
                // Perhaps by the limit, and then by this one alone.
                step = queue.fail(with: error)
            }
            if let step { Self.note(step, logger) }
        }
        return queue.summary
    }

    private static func note(_ step: RollupPass.Step, _ logger: Logger) {
        let kind = [("kind", step.unit.kind.rawValue)]
        if case .failed(let error) = step.outcome {
            Counter(label: "qingyun_rollups_failures_total").increment()
            logger.error(
                "a day's statistics not refreshed, tried again with the next pass",
                metadata: ["kind": "\(step.unit.kind.rawValue)", "day": "\(step.unit.day)", "error": "\(error)"])
            return
        }
        Counter(label: "qingyun_rollups_refreshes_total", dimensions: kind).increment()
        Timer(label: "qingyun_rollups_refresh_seconds", dimensions: kind).recordNanoseconds(
            Int64(step.duration / .nanoseconds(1)))
        logger.debug(
            "day refreshed",
            metadata: [
                "kind": "\(step.unit.kind.rawValue)", "day": "\(step.unit.day)", "outcome": "\(step.outcome)",
                "ms": "\(Int(step.duration / .milliseconds(1)))",
            ])
    }
}
