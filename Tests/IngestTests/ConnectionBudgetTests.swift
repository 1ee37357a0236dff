import Testing

@testable import Ingest

@Suite("ConnectionBudget")
struct ConnectionBudgetTests {
    private func budget(total: Int, perAddress: Int) -> ConnectionBudget {
        var limits = SessionLimits()
        limits.connections = total
        limits.connectionsPerAddress = perAddress
        return ConnectionBudget(limits)
    }

    @Test("an address that has its share is refused, others are not")
    func perAddress() {
        let budget = budget(total: 100, perAddress: 2)
        #expect(budget.take("10.0.0.1") == nil)
        #expect(budget.take("10.0.0.1") == nil)
        #expect(budget.take("10.0.0.1") == .address)
        #expect(budget.take("10.0.0.2") == nil)
        budget.giveBack("10.0.0.1")
        #expect(budget.take("10.0.0.1") == nil)
    }

    @Test("the total counts all addresses, and a refused connection is not counted")
    func total() {
        let budget = budget(total: 3, perAddress: 2)
        #expect([budget.take("a"), budget.take("a"), budget.take("a")] == [nil, nil, .address])
        #expect([budget.take("b"), budget.take("c")] == [nil, .total])
        budget.giveBack("a")
        #expect(budget.take("c") == nil)
    }
}
