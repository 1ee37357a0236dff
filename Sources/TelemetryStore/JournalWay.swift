package import Logging
package import Postgres
import Synchronization

/// The way around an outage: whether PostgreSQL is away, and the journal that takes the batches meanwhile. Shared by the
/// writers, which declare an outage, and the drain, which ends it.
package final class JournalWay: Sendable {
    package let journal: Journal
    let books: RowBooks
    private let isAway = Atomic(false)
    private let wakeUps: AsyncStream<Void>
    private let wakeUp: AsyncStream<Void>.Continuation

    private static let firstPause: Duration = .milliseconds(200)
    private static let longestPause: Duration = .seconds(5)
    /// A batch that PostgreSQL refuses is offered again after so long.
    private static let pauseAfterRefusal: Duration = .seconds(30)
    /// Neighbours are drained together up to so many rows: an hour of lonely records is a hundred thousand batches.
    private static let rowsAtOnce = 20_000

    package init(_ journal: Journal, books: RowBooks) {
        self.journal = journal
        self.books = books
        books.found(journal.state.rowsByTable)
        (wakeUps, wakeUp) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        // What an earlier process left.
        if !journal.isEmpty { wakeUp.yield() }
    }

    /// Whether writers go to the journal without asking PostgreSQL first.
    var isDatabaseAway: Bool { isAway.load(ordering: .acquiring) }

    /// A writer could not reach PostgreSQL: until somebody finds it again all go to the journal.
    /// - Returns: whether this is news.
    func declareAway() -> Bool { !isAway.exchange(true, ordering: .acquiringAndReleasing) }

    /// There is something to drain, or an outage to end.
    func wakeDrain() { wakeUp.yield() }

    /// PostgreSQL took a batch.
    func endOutage(_ logger: Logger) {
        guard isAway.load(ordering: .relaxed), isAway.exchange(false, ordering: .acquiringAndReleasing) else { return }
        let state = journal.state
        logger.info(
            "PostgreSQL is back: batches go straight to it again",
            metadata: ["journal.batches": "\(state.batches)", "journal.rows": "\(state.rows)"])
    }

    /// Drains the journal in order, through the duplicate-safe path, whenever there is something in it; until the task is
    /// cancelled.
    /// - Parameter limit: longest that one write may take.
    package func drain(over connection: PostgresConnection, limit: Duration, logger: Logger) async {
        var drain = Drain(way: self, connection: connection, limit: limit, logger: logger)
        for await _ in wakeUps {
            while !Task.isCancelled && (isDatabaseAway || !journal.isEmpty) {
                guard (try? await Task.sleep(for: await drain.step())) != nil else { break }
            }
        }
        await connection.close()
    }

    /// Where the drain stands.
    private struct Drain {
        let way: JournalWay
        let connection: PostgresConnection
        let limit: Duration
        let logger: Logger
        var store = BatchStore()
        var pause = JournalWay.firstPause
        /// The last batch that was looked at: behind it are those that were not yet.
        var last: Int64 = 0
        /// How many rows are written together; one batch alone after a refusal, to find the one; fewer after a connection was lost.
        var rowsAtOnce = JournalWay.rowsAtOnce
        /// When what was refused is offered again.
        var secondRound: ContinuousClock.Instant?
        /// Batches that are in PostgreSQL and could not be removed: they must not go there again while this process lives.
        var unremoved: Set<Int64> = []

        /// One attempt.
        /// - Returns: how long to wait before the next.
        mutating func step() async -> Duration {
            do {
                let most = unremoved.isEmpty ? rowsAtOnce : 1
                guard let entry = try await way.journal.next(after: last, mostRows: most) else {
                    return try await atTheEnd()
                }
                if !unremoved.isSuperset(of: entry.ids) {
                    way.books.drained(try await write(entry.batch))
                    way.endOutage(logger)
                    pause = JournalWay.firstPause
                    rowsAtOnce = min(rowsAtOnce * 2, JournalWay.rowsAtOnce)
                }
                last = entry.ids.last ?? last
                do {
                    try await way.journal.remove(entry)
                    unremoved.subtract(entry.ids)
                } catch {
                    unremoved.formUnion(entry.ids)
                    logger.error(
                        "a drained batch cannot be removed from the journal",
                        metadata: ["error": "\(error)", "batches": "\(unremoved.count)"])
                }
                return .zero
            } catch let error as PostgresError where !error.isTransient {
                return await refused(error)
            } catch {
                logger.debug("journal not drained, tried again", metadata: ["error": "\(error)"])
                // It may have been too much for the limit of one write.
                if case PostgresError.connectionLost = error { rowsAtOnce = max(1, rowsAtOnce / 2) }
                defer { pause = min(pause * 2, JournalWay.longestPause) }
                return pause
            }
        }

        private mutating func write(_ batch: RowBatch) async throws -> WriteOutcome {
            let (outcome, used) = try await connection.withSession(limit: limit) { [store] session in
                var store = store
                let outcome = try store.write(batch, to: session)
                return (outcome, store)
            }
            store = used
            return outcome
        }

        /// Nothing is left to look at behind ``last``.
        private mutating func atTheEnd() async throws -> Duration {
            if way.isDatabaseAway {
                let isWritable = try await connection.withSession(limit: limit) { session in
                    try session.query("SHOW transaction_read_only")[0][0] == "off"
                }
                guard isWritable else { return JournalWay.longestPause }
                way.endOutage(logger)
            }
            let now = ContinuousClock.now
            if let secondRound, now < secondRound, !way.journal.isEmpty { return JournalWay.firstPause }
            // What is left was refused, or could not be removed.
            secondRound = way.journal.isEmpty ? nil : now + JournalWay.pauseAfterRefusal
            last = 0
            rowsAtOnce = JournalWay.rowsAtOnce
            return way.journal.isEmpty ? .zero : JournalWay.firstPause
        }

        /// PostgreSQL is there and does not take this. One batch must not hold up the others.
        private mutating func refused(_ error: PostgresError) async -> Duration {
            way.endOutage(logger)
            if rowsAtOnce > 1 {
                rowsAtOnce = 1
                return .zero
            }
            if let entry = try? await way.journal.next(after: last) { last = entry.ids.last ?? last }
            secondRound = secondRound ?? ContinuousClock.now + JournalWay.pauseAfterRefusal
            logger.error(
                "PostgreSQL refuses a batch of the journal: it stays there and is offered again",
                metadata: ["error": "\(error)"])
            return .zero
        }
    }
}
