import Testing

@testable import Ingest

@Suite("LaneStates")
struct LaneStatesTests {
    private static func state(connections: Int, received: Int) -> LaneStates.State {
        var state = LaneStates.State()
        state.connections = connections
        state.messages.received = received
        return state
    }

    @Test("the sum counts the last state of each lane once")
    func sum() {
        let states = LaneStates()
        states.set(Self.state(connections: 3, received: 10), of: 0)
        states.set(Self.state(connections: 4, received: 20), of: 1)
        #expect(states.sum == Self.state(connections: 7, received: 30))
        states.set(Self.state(connections: 1, received: 15), of: 0)
        #expect(states.sum == Self.state(connections: 5, received: 35))
    }
}
