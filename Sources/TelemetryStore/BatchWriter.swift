package import Logging
package import Postgres
import Synchronization

/// Makes one batch durable after the other, over a connection of its own. While PostgreSQL is away the batch goes to the journal;
/// without one, or when it is full, it waits and is sent again with growing pauses.
package final class BatchWriter: Sendable {
    /// Whether batches become durable at present; a text says why not.
    package typealias StateReport = @Sendable (_ obstacle: String?) -> Void
    /// Gets the batch back, for its memory, and when it was durable. Not called when the writer stopped before that.
    package typealias Completion = @Sendable (_ batch: RowBatch, _ durableAt: ContinuousClock.Instant) -> Void

    private struct Job: Sendable {
        let batch: RowBatch
        let completion: Completion
    }

    private static let firstPause: Duration = .milliseconds(100)
    private static let longestPause: Duration = .seconds(5)

    private let connection: PostgresConnection
    private let logger: Logger
    private let report: StateReport
    private let limit: Duration
    private let way: JournalWay?
    private let books: RowBooks
    private let jobs: AsyncStream<Job>
    private let submission: AsyncStream<Job>.Continuation
    private let isStopping = Atomic(false)

    /// - Parameters:
    ///   - limit: longest that PostgreSQL may take for a batch; then it counts as away.
    ///   - books: learns where the rows are; the same as that of `way`.
    ///   - way: the journal to go to while PostgreSQL is away; nil: there is none.
    package init(
        configuration: PostgresConfiguration, logger: Logger, limit: Duration = .seconds(20), books: RowBooks,
        way: JournalWay? = nil, report: @escaping StateReport
    ) {
        self.limit = limit
        self.way = way
        self.books = books
        connection = PostgresConnection(configuration: configuration, logger: logger)
        self.logger = logger
        self.report = report
        (jobs, submission) = AsyncStream.makeStream()
    }

    /// Hands a batch over. The caller bounds how many wait.
    package func submit(_ batch: RowBatch, completion: @escaping Completion) {
        submission.yield(Job(batch: batch, completion: completion))
    }

    /// Does not wait any longer for a server that does not answer: the batch goes to the journal, or is tried again.
    package func hurry() { connection.interrupt() }

    /// Lets ``run()`` return after the batches submitted so far; one that cannot be written now is let go, unacknowledged.
    package func stop() {
        isStopping.store(true, ordering: .releasing)
        submission.finish()
        // A server that does not answer must not hold up the end: the batch goes to the journal, or is let go.
        connection.end()
    }

    /// Connects, then writes what is submitted until ``stop()``.
    package func run() async {
        await withDiscardingTaskGroup { group in
            // Says at the start whether the database is there, and does not keep the first batches waiting for it.
            group.addTask { await self.probe() }
            var store = BatchStore()
            for await job in jobs {
                guard await makeDurable(job.batch, with: &store) else { continue }
                var batch = job.batch
                batch.removeAll()
                job.completion(batch, .now)
            }
            group.cancelAll()
        }
        await connection.close()
    }

    private func probe() async {
        var pause = Self.firstPause
        while true {
            do {
                try await connection.connect()
                report(nil)
                return
            } catch {
                report("\(error)")
                guard (try? await Task.sleep(for: pause)) != nil else { return }
                pause = min(pause * 2, Self.longestPause)
            }
        }
    }

    /// - Returns: false when the writer stopped before it was.
    private func makeDurable(_ batch: RowBatch, with store: inout BatchStore) async -> Bool {
        var pause = Self.firstPause
        var attempts = 0
        while true {
            // While the drain has not found the database again, asking it first would only cost time.
            var obstacles: [any Error] = []
            if let way, way.isDatabaseAway {
                do {
                    try await journal(batch, on: way)
                    return true
                } catch {
                    obstacles.append(error)
                }
            }
            do {
                let (outcome, used) = try await connection.withSession(limit: limit) { [store] session in
                    var store = store
                    let outcome = try store.write(batch, to: session)
                    return (outcome, store)
                }
                store = used
                books.stored(outcome)
                way?.endOutage(logger)
                if attempts > 0 { logger.info("PostgreSQL takes batches again", metadata: ["attempts": "\(attempts)"]) }
                report(nil)
                return true
            } catch {
                attempts += 1
                if let way, obstacles.isEmpty {
                    // A refusal is this batch's own; what a later attempt may mend is everybody's.
                    if (error as? PostgresError)?.isTransient ?? false { declareOutage(on: way, because: error) }
                    do {
                        try await journal(batch, on: way)
                        return true
                    } catch {
                        obstacles.append(error)
                    }
                }
                obstacles.insert(error, at: 0)
                report(obstacles.map { "\($0)" }.joined(separator: "; "))
                // The first failure and then one line in a while: an outage must not fill the disk with its own news.
                if attempts == 1 || pause == Self.longestPause && attempts.isMultiple(of: 12) {
                    logger.error(
                        "batch not stored, tried again until it is",
                        metadata: [
                            "error": "\(obstacles.map { "\($0)" }.joined(separator: "; "))",
                            "rows": "\(batch.rowCount)",
                            "attempts": "\(attempts)",
                        ])
                }
                guard !isStopping.load(ordering: .acquiring), (try? await Task.sleep(for: pause)) != nil else {
                    return false
                }
                pause = min(pause * 2, Self.longestPause)
            }
        }
    }

    private func declareOutage(on way: JournalWay, because error: any Error) {
        guard way.declareAway() else { return }
        logger.error(
            "PostgreSQL is away: batches go to the journal until it is back", metadata: ["error": "\(error)"])
    }

    private func journal(_ batch: RowBatch, on way: JournalWay) async throws(JournalError) {
        try await way.journal.append(batch, at: WallClock.now()) { [books] in books.journaled(batch) }
        way.wakeDrain()
        report(nil)
    }
}
