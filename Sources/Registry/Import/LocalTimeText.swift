/// Local days and times as registry files write them.
enum LocalTimeText {
    /// `2026-06-01` of `2026-06-01` or `2026/6/1`; nil when there is no such day from 1900 to 2199.
    static func day(_ text: some StringProtocol) -> String? {
        let separator: Character = text.contains("/") ? "/" : "-"
        let parts = text.split(separator: separator, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4,
            let year = number(parts[0], 1900...2199), let month = number(parts[1], 1...12),
            let day = number(parts[2], 1...length(ofMonth: month, year))
        else { return nil }
        return "\(year)-\(padded(month))-\(padded(day))"
    }

    /// `2026-06-01`, `2026-06-01 05:00`, `2026-06-01 05:00:30` or with up to six decimals, as short as it says the same.
    ///
    /// From 2000 on: before 1992 clocks in China had summer time, so a local time may not be one instant.
    static func time(_ text: String) -> String? {
        let parts = text.split(whereSeparator: { $0 == " " || $0 == "T" })
        guard (1...2).contains(parts.count), let day = day(parts[0]), day >= "2000" else { return nil }
        guard parts.count == 2 else { return day }
        let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(clock.count), let hour = number(clock[0], 0...23), clock[1].count == 2,
            let minute = number(clock[1], 0...59)
        else { return nil }
        var second = 0
        var fraction = ""
        if clock.count == 3 {
            let seconds = clock[2].split(separator: ".", omittingEmptySubsequences: false)
            guard (1...2).contains(seconds.count), seconds[0].count == 2, let whole = number(seconds[0], 0...59) else {
                return nil
            }
            second = whole
            if seconds.count == 2 {
                guard (1...6).contains(seconds[1].utf8.count), seconds[1].utf8.allSatisfy(\.isDigit) else { return nil }
                fraction = String(seconds[1])
                while fraction.last == "0" { fraction.removeLast() }
            }
        }
        guard hour != 0 || minute != 0 || second != 0 || !fraction.isEmpty else { return day }
        let minutes = "\(day) \(padded(hour)):\(padded(minute))"
        guard second != 0 || !fraction.isEmpty else { return minutes }
        return minutes + ":\(padded(second))" + (fraction.isEmpty ? "" : ".\(fraction)")
    }

    private static func number(_ text: some StringProtocol, _ range: ClosedRange<Int>) -> Int? {
        guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy(\.isDigit), let value = Int(text) else {
            return nil
        }
        return range.contains(value) ? value : nil
    }

    private static func length(ofMonth month: Int, _ year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        default: 31
        }
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
