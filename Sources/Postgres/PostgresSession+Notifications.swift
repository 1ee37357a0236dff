internal import Glibc

extension PostgresSession {
    /// Subscribes this session to a channel, from the next commit on. A reconnect forgets it.
    package func listen(_ channel: String) throws(PostgresError) {
        try execute("LISTEN \(quotedIdentifier(channel))")
    }

    /// Waits until notifications are there or the time is over.
    ///
    /// Notifications that arrived together with the results of other statements are kept and
    /// returned at once.
    /// - Parameter timeoutMilliseconds: 0 only looks.
    /// - Returns: The oldest first; empty when the time is over.
    /// - Throws: ``PostgresError/connectionLost(message:)``
    package func waitForNotifications(timeoutMilliseconds: Int) throws(PostgresError) -> [PostgresNotification] {
        try checkReady("")
        let deadline = ContinuousClock.now + .milliseconds(timeoutMilliseconds)
        while true {
            let arrived = try takeNotifications()
            if !arrived.isEmpty { return arrived }
            let left = (deadline - ContinuousClock.now) / .milliseconds(1)
            if left <= 0 { return [] }
            var descriptor = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
            // Rounded up: a wait of 0 ms would spin until the deadline.
            let answer = poll(&descriptor, 1, Int32(min(left.rounded(.up), Double(Int32.max))))
            // Time over or a signal: the loop finds out. A hang-up wakes poll, and reading reports it.
            if answer < 0 && errno != EINTR { throw loseConnection() }
        }
    }
}
