package import Logging
package import Postgres
import ServiceLifecycle
package import TelemetryStore

/// Runs the writers of all lanes until nobody hands them batches any more, and the drain of the journal beside them.
package struct StoreService: Service {
    private let writers: [BatchWriter]
    private let limit: Duration
    private let way: JournalWay?
    private let database: PostgresConfiguration
    private let metrics: IngestMetrics
    private let logger: Logger

    /// - Parameter limit: longest that PostgreSQL may take for a batch of the journal; then it counts as away.
    package init(
        writers: [BatchWriter], limit: Duration, way: JournalWay?, database: PostgresConfiguration,
        metrics: IngestMetrics,
        logger: Logger
    ) {
        self.writers = writers
        self.limit = limit
        self.way = way
        self.database = database
        self.metrics = metrics
        self.logger = logger
    }

    package func run() async throws {
        let drain = PostgresConnection(configuration: database, logger: logger)
        await withGracefulShutdownHandler {
            await withTaskGroup { side in
                if let way {
                    side.addTask {
                        await way.drain(over: drain, limit: limit, logger: logger)
                    }
                    side.addTask { await report(way.journal) }
                }
                await withDiscardingTaskGroup { group in
                    for writer in writers { group.addTask { await writer.run() } }
                }
                // What is left in the journal is drained by the next process.
                side.cancelAll()
            }
        } onGracefulShutdown: {
            for writer in writers { writer.stop() }
            // What it is writing stays in the journal.
            drain.end()
        }
        if let way, !way.journal.isEmpty {
            let state = way.journal.state
            logger.warning(
                "stopped with batches in the journal: the next start drains them",
                metadata: ["journal.batches": "\(state.batches)", "journal.rows": "\(state.rows)"])
        }
    }

    private func report(_ journal: Journal) async {
        while !Task.isCancelled {
            metrics.report(journal.state, now: WallClock.now())
            try? await Task.sleep(for: .seconds(1))
        }
    }
}
