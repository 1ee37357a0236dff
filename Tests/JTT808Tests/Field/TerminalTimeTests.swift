import Testing

@testable import JTT808

@Suite("TerminalTime")
struct TerminalTimeTests {
    /// Seconds worked out with Python's `datetime`, the digits taken as UTC.
    static let known: [(digits: String, wallClockSeconds: Int64)] = [
        ("000101000000", 946_684_800), ("000229000000", 951_782_400), ("000301000000", 951_868_800),
        ("180715101010", 1_531_649_410), ("191202101010", 1_575_281_410), ("230228235959", 1_677_628_799),
        ("240229235959", 1_709_251_199), ("380119111407", 2_147_512_447), ("380119111408", 2_147_512_448),
        ("700101080000", 3_155_788_800), ("991231235959", 4_102_444_799),
    ]

    private func time(_ digits: String) throws -> TerminalTime {
        TerminalTime(bcd: try #require(UInt64(digits, radix: 16)))
    }

    @Test("digits are a wall-clock time, and GMT+8 is eight hours ahead of UTC", arguments: known)
    func seconds(digits: String, wallClockSeconds: Int64) throws {
        let time = try time(digits)
        #expect(time.wallClockSeconds == wallClockSeconds)
        #expect(time.unixSeconds == wallClockSeconds - 28_800)
        #expect(time.digits == digits)
        #expect(TerminalTime(wallClockSeconds: wallClockSeconds) == time)
    }

    @Test("ISO 8601 carries the offset")
    func iso8601() throws {
        #expect(try time("180715101010").iso8601 == "2018-07-15T10:10:10+08:00")
        #expect(try time("000102030405").iso8601 == "2000-01-02T03:04:05+08:00")
        #expect(try time("000000000000").iso8601 == nil)
    }

    @Test("every day from 2000 to 2099 is the one that the calendar says")
    func everyDay() throws {
        // In this century every fourth year is a leap year, 2000 among them.
        var day: Int64 = 10_957  // days from 1970-01-01 to 2000-01-01
        for year in 0...99 {
            for (month, length) in [31, year % 4 == 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
                for date in 1...length {
                    let digits = [year, month + 1, date, 23, 59, 58].map { ($0 < 10 ? "0" : "") + String($0) }.joined()
                    let seconds = day * 86_400 + 86_398
                    let time = try #require(TerminalTime(wallClockSeconds: seconds))
                    if time.digits != digits || time.wallClockSeconds != seconds {
                        Issue.record("\(digits) is \(time.digits), \(time.wallClockSeconds ?? -1)")
                    }
                    day += 1
                }
            }
        }
        #expect(day == 47_482)  // 2100-01-01
    }

    @Test("the century is 2000 to 2099", arguments: [946_684_799, 4_102_444_800, 0, -1, .min / 2, .max / 2] as [Int64])
    func otherCenturies(seconds: Int64) {
        #expect(TerminalTime(wallClockSeconds: seconds) == nil)
    }

    @Test(
        "what is no date has no seconds but keeps its digits",
        arguments: [
            "000000000000", "ffffffffffff",
            "240001000000", "241301000000",  // month 0, 13
            "240100000000", "240132000000", "240431000000", "240631000000", "240931000000", "241131000000",
            "230229000000", "240230000000",
            "240101240000", "240101006000", "240101000060",
            "a40101000000", "2a0101000000", "241a01000000", "24010a000000", "2401010a0000", "240101000a00",
            "24010100000a",
            "18061b0f362e",  // plain binary, from a capture
        ])
    func noDate(digits: String) throws {
        let time = try time(digits)
        #expect(time.wallClockSeconds == nil)
        #expect(time.unixSeconds == nil)
        #expect(time.iso8601 == nil)
        #expect(time.digits == digits)
    }
}
