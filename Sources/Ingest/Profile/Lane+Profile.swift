import DeviceProfile
import JTT808
import Telemetry

/// What a terminal's profile finds is stored beside what was sent, which stays whole: in `extra`, or in `telemetry.message`.
extension Lane {
    /// Stores a position, and what the terminal's profile finds in it.
    /// - Throws: ``BodyError/length`` below 28 bytes; then nothing is stored.
    @inline(__always)
    func store(
        locationBody body: RawSpan, of identity: TerminalSession.Identity, receivedAt: Instant, isBackfill: Bool
    ) throws(BodyError) {
        if identity.profile != 0 {
            try interpret(locationBody: body, of: identity, receivedAt: receivedAt, isBackfill: isBackfill)
        } else {
            let fix = try Fix(locationBody: body, receivedAt: receivedAt)
            store(fix, terminalID: identity.terminalID, receivedAt: receivedAt, isBackfill: isBackfill, body: body)
        }
    }

    @inline(never)
    private func interpret(
        locationBody body: RawSpan, of identity: TerminalSession.Identity, receivedAt: Instant, isBackfill: Bool
    ) throws(BodyError) {
        let profile = directory.profiles.profiles[identity.profile]
        var misreadings = 0
        let columns = profile.columns(of: body, unreadable: &misreadings)
        let fix = try Fix(locationBody: body, receivedAt: receivedAt, columns: columns)
        store(fix, terminalID: identity.terminalID, receivedAt: receivedAt, isBackfill: isBackfill, body: body)
        profile.forEachRecord(of: fix, in: body, receivedAt: receivedAt, unreadable: &misreadings) { finding in
            store(
                finding.event, terminalID: identity.terminalID, receivedAt: receivedAt,
                raw: body.extracting(finding.bytes))
        }
        if misreadings > 0 { counts.profileMisreadings += misreadings }
    }

    /// Stores what the terminal's profile finds in a 0x0900, which was stored itself.
    func interpret(passthrough body: RawSpan, of identity: TerminalSession.Identity, receivedAt: Instant) {
        guard identity.profile != 0 else { return }
        let profile = directory.profiles.profiles[identity.profile]
        var misreadings = 0
        profile.forEachRecord(ofPassthrough: body, receivedAt: receivedAt, unreadable: &misreadings) { finding in
            store(
                finding.event, terminalID: identity.terminalID, receivedAt: receivedAt,
                raw: body.extracting(finding.bytes))
        }
        if misreadings > 0 { counts.profileMisreadings += misreadings }
    }
}
