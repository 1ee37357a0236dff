import Synchronization

/// What each lane last said of itself, for figures that are sums over the lanes. A lane says all of it at once.
package final class LaneStates: Sendable {
    package struct State: Sendable, Equatable {
        package var connections = 0
        package var scaleConnections = 0
        package var messages = MessageAccount()

        package init() {}
    }

    private let states = Mutex<[Int: State]>([:])

    package init() {}

    package func set(_ state: State, of lane: Int) { states.withLock { $0[lane] = state } }

    package var sum: State {
        states.withLock { states in
            states.values.reduce(into: State()) { sum, state in
                sum.connections += state.connections
                sum.scaleConnections += state.scaleConnections
                sum.messages.add(state.messages)
            }
        }
    }
}
