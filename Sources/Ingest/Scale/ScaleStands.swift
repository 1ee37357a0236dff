import Synchronization
import TagReader
import Telemetry
import WeighScale

/// The scales that have been on this gateway, over all lanes: each with its recorder, which outlives connections, and the
/// connection that it is on. The newest connection of a scale supersedes the others.
///
/// A scale may come back on another lane, so what belongs to it is locked: a lock that nobody else holds, once a frame.
final class ScaleStands: Sendable {
    private let bootNumber: Int32
    private let stands = Mutex<[Int64: ScaleStand]>([:])
    private let connections = Atomic<UInt64>(0)

    /// - Parameter startedAt: of the gateway.
    init(startedAt: Instant) {
        // Seconds since 2000 fill 31 bits in 2068.
        bootNumber = Int32(clamping: startedAt.microseconds / 1_000_000 - 946_684_800)
    }

    /// A number that no other connection has.
    func nextConnection() -> UInt64 { connections.add(1, ordering: .relaxed).newValue }

    /// The scale is on `connection` from now on, and has these settings.
    func claim(_ profile: ScaleProfile, by connection: UInt64) -> ScaleStand {
        let stand = stands.withLock { stands in
            if let stand = stands[profile.terminalID] { return stand }
            let stand = ScaleStand(ScaleRecorder(profile, bootNumber: bootNumber))
            stands[profile.terminalID] = stand
            return stand
        }
        stand.claim(profile, by: connection)
        return stand
    }
}

/// One scale's recorder and the connection that feeds it.
final class ScaleStand: Sendable {
    private struct State {
        var recorder: ScaleRecorder
        var holder: UInt64 = 0
    }

    private let state: Mutex<State>

    init(_ recorder: ScaleRecorder) { state = Mutex(State(recorder: recorder)) }

    func claim(_ profile: ScaleProfile, by connection: UInt64) {
        state.withLock { state in
            state.recorder.take(profile)
            state.holder = connection
        }
    }

    /// Settings that changed.
    /// - Returns: false, and nothing is taken, when the scale is on another connection.
    func take(_ profile: ScaleProfile, by connection: UInt64) -> Bool {
        state.withLock { state in
            guard state.holder == connection else { return false }
            state.recorder.take(profile)
            return true
        }
    }

    func isHeld(by connection: UInt64) -> Bool { state.withLock { $0.holder == connection } }

    /// - Returns: nil when the scale is on another connection by now: what an old link still delivers is older than what the
    ///   new one does, and two streams in one cycle would make weighings that never were.
    func take(_ reading: ScaleReading, at now: Instant, by connection: UInt64) -> ScaleRecorder.Outcome? {
        state.withLock { state in
            state.holder == connection ? state.recorder.take(reading, at: now) : nil
        }
    }

    /// - Returns: nil when the reader is on another connection; `.some(nil)` for a tag that has been there already.
    func take(_ sighting: TagSighting, at now: Instant, by connection: UInt64) -> ScaleRecord?? {
        state.withLock { state in
            state.holder == connection ? .some(state.recorder.take(sighting, at: now)) : nil
        }
    }
}
