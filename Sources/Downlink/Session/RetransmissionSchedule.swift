/// How long an answer is waited for, and how often a command is sent again (JT/T 808-2019, clause 6.3: T(n + 1) = T(n) × (n + 1)).
///
/// With T = 15 s the waits are 15, 30, 90, ... s.
package struct RetransmissionSchedule: Equatable, Sendable {
    /// The first wait, in seconds.
    package var timeoutSeconds: Int
    /// Retransmissions on one connection of what may be sent twice: ``CommandKind/mayRepeat``.
    package var retries: Int

    package init(timeoutSeconds: Int, retries: Int) {
        self.timeoutSeconds = timeoutSeconds
        self.retries = retries
    }

    /// - Parameter attempt: 1 for the first sending on the connection.
    package func wait(afterAttempt attempt: Int) -> Duration {
        .seconds((1...max(1, attempt)).reduce(timeoutSeconds, *))
    }

    package func attempts(for kind: CommandKind) -> Int { kind.mayRepeat ? 1 + retries : 1 }
}
