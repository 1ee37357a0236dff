import Testing

@testable import Ingest

@Suite("QuarantineQuota")
struct QuarantineQuotaTests {
    private func takeAll(_ quota: inout QuarantineQuota) -> Int {
        var taken = 0
        while quota.take() { taken += 1 }
        return taken
    }

    @Test("a burst is kept, then a number of records each second")
    func steady() {
        var quota = QuarantineQuota()
        #expect(takeAll(&quota) == QuarantineQuota.burst)
        #expect(takeAll(&quota) == 0)
        for _ in 0..<3 {
            quota.refill()
            #expect(takeAll(&quota) == QuarantineQuota.recordsPerSecond)
        }
    }

    @Test("seconds that pass unused add up to a burst and no further")
    func idle() {
        var quota = QuarantineQuota()
        _ = takeAll(&quota)
        for _ in 0..<10_000 { quota.refill() }
        #expect(takeAll(&quota) == QuarantineQuota.burst)
    }
}
