import JTT808

/// A day of the site's calendar (自然日), by which tables are partitioned and reports are made.
package struct LocalDay: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let daysSince1970: Int32

    package init(daysSince1970: Int32) { self.daysSince1970 = daysSince1970 }

    package func advanced(by days: Int) -> LocalDay { LocalDay(daysSince1970: daysSince1970 + Int32(clamping: days)) }

    package static func < (left: LocalDay, right: LocalDay) -> Bool { left.daysSince1970 < right.daysSince1970 }

    /// Reads `YYYY-MM-DD`, 2000 to 2099.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2, parts[0].hasPrefix("20"),
            parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
            let digits = UInt64(parts.joined().dropFirst(2), radix: 16),
            let seconds = TerminalTime(bcd: digits << 24).wallClockSeconds
        else { return nil }
        self.init(daysSince1970: Int32(seconds / 86_400))
    }

    /// `YYYY-MM-DD`.
    package var description: String {
        guard let time = TerminalTime(wallClockSeconds: Int64(daysSince1970) * 86_400), let text = time.iso8601 else {
            return "day \(daysSince1970)"
        }
        return String(text.prefix(10))
    }
}
