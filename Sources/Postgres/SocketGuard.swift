internal import Glibc
internal import Synchronization

/// Ends a connection from outside while its thread is blocked in libpq: a server that was stopped, or that waits for a lock, never
/// answers, and a blocked call cannot be cancelled.
final class SocketGuard: Sendable {
    private struct State {
        /// The socket of the connection that is open now; -1: none.
        var descriptor: Int32 = -1
        var hasEnded = false
    }

    /// The lock keeps the socket from being closed, and its number reused, between looking and shutting down.
    private let state = Mutex(State())

    init() {}

    func set(_ descriptor: Int32?) {
        state.withLock { state in
            state.descriptor = descriptor ?? -1
            if state.hasEnded { Self.shutDown(state.descriptor) }
        }
    }

    /// The blocked call returns with a lost connection. What it had sent may be executed all the same.
    func interrupt() { state.withLock { Self.shutDown($0.descriptor) } }

    /// As ``interrupt()``, and so for every connection that is opened later.
    func end() {
        state.withLock { state in
            state.hasEnded = true
            Self.shutDown(state.descriptor)
        }
    }

    private static func shutDown(_ descriptor: Int32) {
        if descriptor >= 0 { _ = Glibc.shutdown(descriptor, Int32(SHUT_RDWR)) }
    }
}
