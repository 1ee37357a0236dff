package import Logging
package import Postgres
import Synchronization

/// Writes one batch after the other over a connection of its own, and does not give up: while PostgreSQL is away the batch
/// waits and is sent again with growing pauses.
package final class BatchWriter: Sendable {
    /// Whether batches become durable at present; a text says why not.
    package typealias StateReport = @Sendable (_ obstacle: String?) -> Void
    /// Gets the batch back, for its memory, and what became of its rows. Not called when the writer stopped before the
    /// batch was durable.
    package typealias Completion = @Sendable (_ batch: RowBatch, _ outcome: WriteOutcome) -> Void

    private struct Job: Sendable {
        let batch: RowBatch
        let completion: Completion
    }

    private static let firstPause: Duration = .milliseconds(100)
    private static let longestPause: Duration = .seconds(5)

    private let connection: PostgresConnection
    private let logger: Logger
    private let report: StateReport
    private let jobs: AsyncStream<Job>
    private let submission: AsyncStream<Job>.Continuation
    private let isStopping = Atomic(false)

    package init(configuration: PostgresConfiguration, logger: Logger, report: @escaping StateReport) {
        connection = PostgresConnection(configuration: configuration, logger: logger)
        self.logger = logger
        self.report = report
        (jobs, submission) = AsyncStream.makeStream()
    }

    /// Hands a batch over. The caller bounds how many wait.
    package func submit(_ batch: RowBatch, completion: @escaping Completion) {
        submission.yield(Job(batch: batch, completion: completion))
    }

    /// Lets ``run()`` return after the batches submitted so far; one that cannot be written now is let go, unacknowledged.
    package func stop() {
        isStopping.store(true, ordering: .releasing)
        submission.finish()
    }

    /// Connects, then writes what is submitted until ``stop()``.
    package func run() async {
        var store = BatchStore()
        // An empty batch finds out at the start whether the database is there.
        _ = await write(RowBatch(), with: &store)
        for await job in jobs {
            guard let outcome = await write(job.batch, with: &store) else { continue }
            var batch = job.batch
            batch.removeAll()
            job.completion(batch, outcome)
        }
        await connection.close()
    }

    private func write(_ batch: RowBatch, with store: inout BatchStore) async -> WriteOutcome? {
        var pause = Self.firstPause
        var attempts = 0
        while true {
            do {
                let (outcome, used) = try await connection.withSession { [store] session in
                    var store = store
                    let outcome = try store.write(batch, to: session)
                    return (outcome, store)
                }
                store = used
                if attempts > 0 { logger.info("PostgreSQL takes batches again", metadata: ["attempts": "\(attempts)"]) }
                report(nil)
                return outcome
            } catch {
                attempts += 1
                report("\(error)")
                // The first failure and then one line in a while: an outage must not fill the disk with its own news.
                if attempts == 1 || pause == Self.longestPause && attempts.isMultiple(of: 12) {
                    logger.error(
                        "batch not stored, tried again until it is",
                        metadata: ["error": "\(error)", "rows": "\(batch.rowCount)", "attempts": "\(attempts)"])
                }
                guard !isStopping.load(ordering: .acquiring) else { return nil }
                do {
                    try await Task.sleep(for: pause)
                } catch {
                    return nil
                }
                pause = min(pause * 2, Self.longestPause)
            }
        }
    }
}
