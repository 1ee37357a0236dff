/// The scale sessions of one lane. Confined to its loop.
final class ScaleSessions {
    /// Lines about strangers: so many a second, and the counters say the rest.
    private static let linesPerSecond = 5

    @exclusivity(unchecked) var counts = ScaleMetrics.Counts()
    private var sessions: [UInt64: ScaleSessionHandler] = [:]
    /// Those whose read waits for room.
    private var paused: [UInt64] = []
    private var linesLeft = ScaleSessions.linesPerSecond

    var count: Int { sessions.count }
    var hasPaused: Bool { !paused.isEmpty }

    func join(_ handler: ScaleSessionHandler, as connection: UInt64) { sessions[connection] = handler }

    func leave(_ connection: UInt64) { sessions[connection] = nil }

    /// The session's read waits until the lane has room.
    func pause(_ connection: UInt64) {
        // Through a long outage many come, wait, and go.
        if paused.count >= 2 * (sessions.count + 32) { paused.removeAll { sessions[$0] == nil } }
        paused.append(connection)
    }

    func resumeReading() {
        let paused = self.paused
        self.paused.removeAll(keepingCapacity: true)
        for connection in paused { sessions[connection]?.resumeReading() }
    }

    /// Once a second.
    func tick() {
        linesLeft = Self.linesPerSecond
        for session in sessions.values { session.tick() }
    }

    func mayLog() -> Bool {
        linesLeft -= 1
        return linesLeft >= 0
    }

    func takeCounts() -> ScaleMetrics.Counts {
        defer { counts = ScaleMetrics.Counts() }
        return counts
    }

    func close() { for session in sessions.values { session.close() } }
}
