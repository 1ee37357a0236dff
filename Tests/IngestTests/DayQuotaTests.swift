import Telemetry
import Testing

@testable import Ingest

@Suite("DayQuota")
struct DayQuotaTests {
    static let today = LocalDay(daysSince1970: 20_000)

    @Test("the days around today cost nothing", arguments: [-7, -1, 0, 1, 2])
    func usual(offset: Int) {
        var quota = DayQuota()
        for _ in 0..<10 * DayQuota.burst {
            let isAdmitted = quota.admits(Self.today.advanced(by: offset), today: Self.today)
            #expect(isAdmitted)
        }
    }

    @Test("other days cost a token each, once; without one they are not opened, and one comes back in time")
    func unusual() {
        var quota = DayQuota()
        let old = (0...DayQuota.burst).map { Self.today.advanced(by: -100 - $0) }
        for day in old.dropLast() {
            let isAdmitted = quota.admits(day, today: Self.today)
            #expect(isAdmitted)
        }
        let isBeyond = quota.admits(old[DayQuota.burst], today: Self.today)
        #expect(!isBeyond)
        // What is open stays open.
        let isOpenStill = quota.admits(old[0], today: Self.today)
        #expect(isOpenStill)
        for _ in 0..<DayQuota.secondsPerToken { quota.refill() }
        let isRefilled = quota.admits(old[DayQuota.burst], today: Self.today)
        #expect(isRefilled)
    }

    @Test("a day that was usual is not so for ever")
    func moving() {
        var quota = DayQuota()
        for day in 0..<DayQuota.burst { _ = quota.admits(Self.today.advanced(by: -100 - day), today: Self.today) }
        let isUsual = quota.admits(Self.today, today: Self.today)
        #expect(isUsual)
        quota.refill()
        let isUsualLater = quota.admits(Self.today, today: Self.today.advanced(by: 30))
        #expect(!isUsualLater)
    }
}
