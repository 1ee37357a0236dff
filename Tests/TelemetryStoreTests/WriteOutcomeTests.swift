import Testing

@testable import TelemetryStore

@Suite("WriteOutcome")
struct WriteOutcomeTests {
    @Test("outcomes add up table by table and do not mix")
    func add() {
        var sum = WriteOutcome()
        sum.stored[.fix] = 1
        sum.duplicates[.message] = 2
        var other = WriteOutcome()
        other.stored[.fix] = 10
        other.stored[.quarantine] = 20
        other.duplicates[.message] = 30
        other.rejected[.fix] = 40
        sum.add(other)
        #expect(TelemetryTable.allCases.map { sum.stored[$0] } == [11, 0, 20, 0, 0, 0, 0, 0])
        #expect(TelemetryTable.allCases.map { sum.duplicates[$0] } == [0, 32, 0, 0, 0, 0, 0, 0])
        #expect(TelemetryTable.allCases.map { sum.rejected[$0] } == [40, 0, 0, 0, 0, 0, 0, 0])
    }

    @Test("outcomes are equal when every count is", arguments: TelemetryTable.allCases)
    func equality(table: TelemetryTable) {
        var outcome = WriteOutcome()
        #expect(outcome == WriteOutcome())
        outcome.rejected[table] = 1
        #expect(outcome != WriteOutcome())
    }
}
