/// Watches one connection's limits: a tick a second, and a call for what it sends. Pure, so that every path is a plain test.
package struct SessionWatch: Sendable {
    /// Why a connection is given up. Bounded: it labels a metric.
    package enum Verdict: String, Sendable, CaseIterable {
        case idle
        case notAuthenticated = "not_authenticated"
        case malformed
    }

    private let limits: SessionLimits
    /// Since when nothing has come; 0 too while the gateway does not read.
    package private(set) var silentSeconds = 0
    private var seconds = 0
    private var hasDelivered = false
    private var framesLeft: Int
    private var bytesLeft: Int
    private var malformedInARow = 0

    package init(_ limits: SessionLimits) {
        self.limits = limits
        framesLeft = limits.framesPerSecond
        bytesLeft = limits.bytesPerSecond
    }

    /// The share of this second that the connection has used up; what it sends on waits in its socket.
    package var mustPause: ReadPause? {
        if framesLeft <= 0 { return .framesPerSecond }
        return bytesLeft <= 0 ? .bytesPerSecond : nil
    }

    package mutating func received(bytes: Int) {
        silentSeconds = 0
        bytesLeft -= bytes
    }

    @inline(__always)
    package mutating func tookFrame() {
        framesLeft -= 1
        malformedInARow = 0
    }

    /// - Returns: the verdict when there were too many in a row.
    package mutating func tookFault() -> Verdict? {
        framesLeft -= 1
        malformedInARow += 1
        return malformedInARow >= limits.malformedInARow ? .malformed : nil
    }

    /// A second has passed. What was taken beyond the share, because it came in one piece, counts against the next seconds.
    /// - Parameters:
    ///   - isHeld: the gateway itself does not read the connection; its silence is not the terminal's.
    ///   - hasDeliverer: whether a terminal on it may deliver.
    package mutating func tick(isHeld: Bool, hasDeliverer: Bool) -> Verdict? {
        framesLeft = min(limits.framesPerSecond, framesLeft + limits.framesPerSecond)
        bytesLeft = min(limits.bytesPerSecond, bytesLeft + limits.bytesPerSecond)
        seconds += 1
        silentSeconds = isHeld ? 0 : silentSeconds + 1
        hasDelivered = hasDelivered || hasDeliverer
        if silentSeconds >= limits.idleSeconds { return .idle }
        if !hasDelivered && !isHeld && seconds >= limits.authenticationSeconds { return .notAuthenticated }
        return nil
    }
}
