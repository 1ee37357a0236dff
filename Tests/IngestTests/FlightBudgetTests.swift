import Testing

@testable import Ingest

@Suite("FlightBudget")
struct FlightBudgetTests {
    @Test("below the bound every lane may take more")
    func below() {
        let budget = FlightBudget(limit: 1_000, lanes: 2)
        #expect(!budget.hold(900, change: 900))
        #expect(!budget.hold(99, change: 99))
        #expect(budget.bytesHeld == 999)
    }

    @Test("at the bound who has its share must wait, and who has less may go on")
    func share() {
        let budget = FlightBudget(limit: 1_000, lanes: 2)
        #expect(budget.hold(1_000, change: 1_000))
        #expect(!budget.hold(100, change: 100))
        #expect(budget.hold(500, change: 400))
        // The first writes: the other one may go on.
        #expect(!budget.hold(200, change: -800))
        #expect(!budget.hold(500, change: 0))
        #expect(budget.bytesHeld == 700)
    }
}
