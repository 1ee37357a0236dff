import JTT808
import NIOCore
import Synchronization
import TelemetryStore

/// Which connection each terminal is on, over all lanes: a second connection of a terminal supersedes the first (JT/T 808
/// terminals reconnect without telling, and the old link may look alive for minutes).
final class TerminalPresence: Sendable {
    /// A session, by the lane's loop and its place there.
    struct Holder: Sendable {
        let lane: NIOLoopBound<Lane>
        let place: SessionPlace
        /// Tells lanes apart without entering their loops.
        let laneIndex: Int
        /// How the terminal is addressed there.
        let address: TerminalAddress
        let terminalID: Int64
        /// Address and port of the other end.
        let peer: String

        /// On the lane's loop: the session, unless it ended.
        var session: TerminalSessionHandler? { lane.value.session(at: place) }

        static func == (left: Holder, right: Holder) -> Bool {
            left.laneIndex == right.laneIndex && left.place == right.place
        }
    }

    private let holders = Mutex<[TerminalNumber: Holder]>([:])
    private let note: @Sendable (ConnectionEvent) -> Void

    /// - Parameter note: told of every terminal that comes or goes.
    init(note: @escaping @Sendable (ConnectionEvent) -> Void) { self.note = note }

    /// The terminal is on `holder` from now on.
    /// - Returns: the connection that it was on before, when that is another one.
    func claim(_ number: TerminalNumber, by holder: Holder) -> Holder? {
        // Noted under the lock, so that the times are in the order of what happened.
        holders.withLock { holders in
            let previous = holders.updateValue(holder, forKey: number)
            if let previous, previous == holder { return nil }
            if let previous { note(previous, .went, because: ConnectionEvent.superseded) }
            note(holder, .came, because: nil)
            return previous
        }
    }

    func holder(of number: TerminalNumber) -> Holder? { holders.withLock { $0[number] } }

    func isHeld(_ number: TerminalNumber, laneIndex: Int, place: SessionPlace) -> Bool {
        holders.withLock { $0[number].map { $0.laneIndex == laneIndex && $0.place == place } ?? false }
    }

    /// The terminal left this place; who superseded it meanwhile stays.
    func release(_ number: TerminalNumber, laneIndex: Int, place: SessionPlace, because reason: String) {
        holders.withLock { holders in
            guard let current = holders[number], current.laneIndex == laneIndex, current.place == place else { return }
            holders[number] = nil
            note(current, .went, because: reason)
        }
    }

    private func note(_ holder: Holder, _ kind: ConnectionEvent.Kind, because reason: String?) {
        note(
            ConnectionEvent(
                terminalID: holder.terminalID, happenedAt: WallClock.now(), kind: kind, peer: holder.peer,
                reason: reason))
    }
}
