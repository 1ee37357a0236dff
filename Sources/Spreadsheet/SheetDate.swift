/// Days and times as Excel counts them: days since 1899-12-30, a time as a fraction of a day.
enum SheetDate {
    /// 46174 of `2026-06-01`; nil for what is no day from 1900-03-01 on (before that Excel counts a day that never was).
    static func day(_ text: some StringProtocol) -> Int? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, let year = number(parts[0]), let month = number(parts[1]),
            let day = number(parts[2]), (1900...9999).contains(year), (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        let serial = daysSince1970(year, month, day) + 25_569
        return serial >= 61 ? serial : nil
    }

    /// Seconds of a day of `05:00:00`, `05:00:00.25` or `05:00:00+08`.
    static func secondOfDay(_ text: some StringProtocol) -> Int? {
        let clock = text.prefix { $0 != "." && $0 != "+" && $0 != "-" }
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, let hour = number(parts[0]), let minute = number(parts[1]),
            let second = number(parts[2]),
            (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second)
        else { return nil }
        return hour * 3600 + minute * 60 + second
    }

    /// `46174.20833333` of day 46174 and 05:00:00.
    static func serial(day: Int, second: Int) -> String {
        guard second > 0 else { return String(day) }
        // Eight decimals are a thousandth of a second.
        let fraction = (second * 100_000_000 + 43_200) / 86_400
        let digits = String(fraction)
        return "\(day)." + String(repeating: "0", count: 8 - digits.count) + digits
    }

    private static func number(_ text: some StringProtocol) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }

    /// Howard Hinnant's days_from_civil.
    private static func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let y = month <= 2 ? year - 1 : year
        let era = y / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}
