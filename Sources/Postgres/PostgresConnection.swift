package import Logging

/// A PostgreSQL connection for asynchronous code: a session confined to an executor of its own.
///
/// Calls queue up and run one after the other, each as a whole, so the statements of two users never
/// mix. Cancelling the calling task does not stop a statement that runs; `statement_timeout` does.
package actor PostgresConnection {
    private let executor: BlockingExecutor
    private let session: PostgresSession

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Does not connect yet.
    package init(configuration: PostgresConfiguration, logger: Logger) {
        self.executor = BlockingExecutor(label: "postgres \(configuration.applicationName)")
        self.session = PostgresSession(configuration: configuration, logger: logger)
    }

    /// Connects, unless the connection is open.
    /// - Throws: ``PostgresError/connectFailed(message:)``
    package func connect() throws(PostgresError) {
        try session.connect()
    }

    /// Closes, once everything queued before is done. The next use connects again.
    package func close() {
        session.close()
    }

    /// True while no loss of the connection was noticed.
    package var isOpen: Bool { session.isOpen }

    /// Runs `body` with the session, on this connection's thread; connects first when closed.
    ///
    /// A transaction that `body` leaves open is rolled back, and that is an error even if `body` returned.
    package func withSession<R: Sendable>(_ body: sending (PostgresSession) throws -> R) async throws -> R {
        try session.connect()
        let result: R
        do {
            result = try body(session)
        } catch {
            session.rollback()
            throw error
        }
        if session.isInTransaction {
            session.rollback()
            throw PostgresError.protocolViolation(message: "a transaction was left open")
        }
        return result
    }
}
