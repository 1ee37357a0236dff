import Synchronization

/// The last reported state of each lane, for gauges that are sums over the lanes.
final class LaneStates: Sendable {
    private let states = Mutex<[Int: (connections: Int, rows: Int)]>([:])

    init() {}

    func set(lane: Int, connections: Int, rows: Int) -> (connections: Int, rows: Int) {
        states.withLock { states in
            states[lane] = (connections, rows)
            return states.values.reduce((0, 0)) { ($0.0 + $1.connections, $0.1 + $1.rows) }
        }
    }
}
