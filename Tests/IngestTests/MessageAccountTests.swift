import Testing

@testable import Ingest

@Suite("MessageAccount")
struct MessageAccountTests {
    @Test("a message has one of four fates, and one that has none shows")
    func balance() {
        var account = MessageAccount()
        account.received = 10
        account.kept = 4
        account.answered = 2
        account.refuse(.unknownTerminal)
        account.refuse(.wrongCode)
        account.unsettled = 1
        #expect(account.unaccounted == 1)
        account.waiting = 1
        #expect(account.unaccounted == 0)
        #expect(account.inFlight == 2)
    }

    @Test("accounts of lanes are added up, each reason by itself")
    func sum() {
        var first = MessageAccount()
        first.received = 3
        first.refuse(.bodyLength)
        var second = MessageAccount()
        second.received = 4
        second.refuse(.bodyLength)
        second.refuse(.packageNumber)
        first.add(second)
        #expect(first.received == 7)
        #expect(first.refused[IngestMetrics.Refusal.bodyLength.index] == 2)
        #expect(first.refused[IngestMetrics.Refusal.packageNumber.index] == 1)
    }
}
