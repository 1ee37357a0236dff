internal import Dispatch
package import Logging

/// A PostgreSQL connection for asynchronous code: a session confined to an executor of its own.
///
/// Calls queue up and run one after the other, each as a whole, so the statements of two users never
/// mix. Cancelling the calling task ends the connection under a statement that runs: nothing else frees a thread that waits
/// for a server, be it for a lock or for one that was stopped.
package actor PostgresConnection {
    private let executor: BlockingExecutor
    private let session: PostgresSession
    private let socketGuard: SocketGuard

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Does not connect yet.
    package init(configuration: PostgresConfiguration, logger: Logger) {
        self.executor = BlockingExecutor(label: "postgres \(configuration.applicationName)")
        let session = PostgresSession(configuration: configuration, logger: logger)
        self.socketGuard = session.socketGuard
        self.session = session
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

    /// A statement that runs now, or waits for its answer, ends with ``PostgresError/connectionLost(message:)``. What was sent
    /// may be executed all the same.
    package nonisolated func interrupt() { socketGuard.interrupt() }

    /// As ``interrupt()``, and every later use fails in the same way: for a program that is about to end.
    package nonisolated func end() { socketGuard.end() }

    /// True while no loss of the connection was noticed.
    package var isOpen: Bool { session.isOpen }

    /// As ``withSession(_:)``, for at most `limit`: a server that does not answer by then has lost the connection. `body` may have it begin
    /// anew with ``PostgresSession/renewLimit()``.
    ///
    /// Connecting is not in the limit; it has one of its own.
    package func withSession<R: Sendable>(
        limit: Duration, _ body: sending (PostgresSession) throws -> R
    ) async throws -> R {
        try session.connect()
        return try await withSession(within: limit, body)
    }

    /// Runs `body` with the session, on this connection's thread; connects first when closed.
    ///
    /// A transaction that `body` leaves open is rolled back, and that is an error even if `body` returned.
    /// - Throws: `CancellationError` when the calling task was cancelled before `body` began; cancelled later, a statement that
    ///   runs loses the connection, as ``interrupt()`` says.
    package func withSession<R: Sendable>(_ body: sending (PostgresSession) throws -> R) async throws -> R {
        try await withSession(within: nil, body)
    }

    private func withSession<R: Sendable>(
        within limit: Duration?, _ body: sending (PostgresSession) throws -> R
    ) async throws -> R {
        try Task.checkCancellation()
        try session.connect()
        return try await withTaskCancellationHandler {
            // Cancelled while it connected, there was no socket yet to shut down.
            try Task.checkCancellation()
            return try run(within: limit, body)
        } onCancel: { [socketGuard] in
            // Only from here on: before, the statement of another caller may be the one that runs.
            socketGuard.interrupt()
        }
    }

    private func run<R>(within limit: Duration?, _ body: (PostgresSession) throws -> R) throws -> R {
        let alarm = limit.map { LimitAlarm($0, socketGuard) }
        session.limitAlarm = alarm
        defer {
            alarm?.stop()
            session.limitAlarm = nil
        }
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
