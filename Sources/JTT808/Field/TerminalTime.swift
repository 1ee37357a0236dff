/// A time as terminals send it: six BCD bytes `yyMMddHHmmss`, wall-clock time of GMT+8 (in 0x8004: UTC), years from 2000.
public struct TerminalTime: Hashable, Sendable {
    /// The six bytes as sent, at the low end.
    public let bcd: UInt64

    /// Seconds that GMT+8 is ahead of UTC. Terminals send GMT+8 without saying so; China keeps no summer time.
    public static let offsetFromUTC: Int64 = 8 * 3600
    static let byteCount = 6

    package init(bcd: UInt64) { self.bcd = bcd }

    /// The six bytes at `offset`, or nil when they are not all there.
    init?(_ span: RawSpan, at offset: Int) {
        guard let high: UInt16 = span.load(at: offset), let low: UInt32 = span.load(at: offset + 2) else { return nil }
        self.init(bcd: UInt64(high) << 32 | UInt64(low))
    }

    /// The wall-clock time that is so many seconds after 1970-01-01 00:00 of the same clock; nil before 2000 or after 2099.
    public init?(wallClockSeconds: Int64) {
        let (days, second) = wallClockSeconds.flooredQuotientAndRemainder(by: 86_400)
        let (year, month, day) = Self.civil(fromDays: days)
        guard (2000...2099).contains(year) else { return nil }
        var packed: UInt64 = 0
        for value in [Int64(year - 2000), Int64(month), Int64(day), second / 3600, second / 60 % 60, second % 60] {
            packed = packed << 8 | UInt64(value / 10) << 4 | UInt64(value % 10)
        }
        self.init(bcd: packed)
    }

    /// The six bytes as hex digits.
    public var digits: String {
        let hex = String(bcd, radix: 16)
        return String(repeating: "0", count: 12 - hex.count) + hex
    }

    /// Seconds since 1970-01-01 00:00 of the clock that it was read from, or nil when the bytes are no date: digits above 9,
    /// months above 12, the 31st of February, hour 24, zeros.
    public var wallClockSeconds: Int64? {
        guard let year = decimal(at: 40), let month = decimal(at: 32), let day = decimal(at: 24),
            let hour = decimal(at: 16), let minute = decimal(at: 8), let second = decimal(at: 0),
            (1...12).contains(month), day >= 1, day <= Self.days(inMonth: month, of: 2000 + year),
            hour < 24, minute < 60, second < 60
        else { return nil }
        return Self.days(year: 2000 + year, month: month, day: day) * 86_400 + (hour * 60 + minute) * 60 + second
    }

    /// Seconds since 1970-01-01 00:00 UTC, the bytes read as GMT+8; nil when they are no date.
    public var unixSeconds: Int64? { wallClockSeconds.map { $0 - Self.offsetFromUTC } }

    /// ISO 8601 with the offset of GMT+8, or nil when the bytes are no date.
    public var iso8601: String? {
        guard wallClockSeconds != nil else { return nil }
        let text = digits.utf8.map { String(UnicodeScalar($0)) }
        let pair = { (index: Int) in text[2 * index] + text[2 * index + 1] }
        return "20\(pair(0))-\(pair(1))-\(pair(2))T\(pair(3)):\(pair(4)):\(pair(5))+08:00"
    }

    private func decimal(at shift: Int) -> Int64? {
        let tens = bcd >> (shift + 4) & 0xF
        let ones = bcd >> shift & 0xF
        return tens < 10 && ones < 10 ? Int64(tens * 10 + ones) : nil
    }

    private static func days(inMonth month: Int64, of year: Int64) -> Int64 {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 1970-01-01 of a Gregorian date: years begin in March here, so that the leap day is the last one
    /// (the era arithmetic of Hinnant's "chrono-compatible low-level date algorithms").
    private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func civil(fromDays days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let (era, dayOfEra) = (days + 719_468).flooredQuotientAndRemainder(by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}

extension Int64 {
    fileprivate func flooredQuotientAndRemainder(by divisor: Int64) -> (Int64, Int64) {
        let quotient = self / divisor - (self % divisor < 0 ? 1 : 0)
        return (quotient, self - quotient * divisor)
    }
}
