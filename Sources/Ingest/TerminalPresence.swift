import JTT808
import NIOCore
import Synchronization

/// Which connection each terminal is on, over all lanes: a second connection of a terminal supersedes the first (JT/T 808
/// terminals reconnect without telling, and the old link may look alive for minutes).
final class TerminalPresence: Sendable {
    /// A session, by the lane's loop and its place there.
    struct Holder: Sendable {
        let lane: NIOLoopBound<Lane>
        let place: SessionPlace
        /// Tells lanes apart without entering their loops.
        let laneIndex: Int

        static func == (left: Holder, right: Holder) -> Bool {
            left.laneIndex == right.laneIndex && left.place == right.place
        }
    }

    private let holders = Mutex<[TerminalNumber: Holder]>([:])

    init() {}

    /// The terminal is on `holder` from now on.
    /// - Returns: the connection that it was on before, when that is another one.
    func claim(_ number: TerminalNumber, by holder: Holder) -> Holder? {
        let previous = holders.withLock { $0.updateValue(holder, forKey: number) }
        guard let previous, !(previous == holder) else { return nil }
        return previous
    }

    func isHeld(_ number: TerminalNumber, by holder: Holder) -> Bool {
        holders.withLock { $0[number].map { $0 == holder } ?? false }
    }

    /// The terminal left `holder`; who superseded it meanwhile stays.
    func release(_ number: TerminalNumber, by holder: Holder) {
        holders.withLock { holders in
            if let current = holders[number], current == holder { holders[number] = nil }
        }
    }
}
