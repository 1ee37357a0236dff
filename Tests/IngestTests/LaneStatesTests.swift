import Testing

@testable import Ingest

@Suite("LaneStates")
struct LaneStatesTests {
    @Test("the sum counts the last state of each lane once")
    func sum() {
        let states = LaneStates()
        #expect(states.set(lane: 0, connections: 3, rows: 10) == (3, 10))
        #expect(states.set(lane: 1, connections: 4, rows: 20) == (7, 30))
        #expect(states.set(lane: 0, connections: 1, rows: 0) == (5, 20))
        #expect(states.set(lane: 1, connections: 0, rows: 0) == (1, 0))
    }
}
