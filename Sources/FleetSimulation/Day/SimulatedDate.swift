import JTT808

/// The local day (GMT+8) that is simulated. Its moments are whole seconds after midnight, 0 ..< 86,400.
package struct SimulatedDate: Hashable, Sendable, CustomStringConvertible {
    package static let secondsOfDay = 86_400
    package static let accepted = "YYYY-MM-DD, 2000-01-01 to 2098-12-31"

    /// `yyMMdd` at the high end of a terminal time.
    private let dateBCD: UInt64
    /// Unix time of its midnight.
    private let midnight: Int64

    /// - Parameter text: ``accepted``.
    package init?(_ text: String) {
        let characters = Array(text.utf8)
        guard characters.count == 10, characters.starts(with: "20".utf8), characters[4] == UInt8(ascii: "-"),
            characters[7] == UInt8(ascii: "-")
        else { return nil }
        var bcd: UInt64 = 0
        for index in [2, 3, 5, 6, 8, 9] {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(characters[index]) else { return nil }
            bcd = bcd << 4 | UInt64(characters[index] - UInt8(ascii: "0"))
        }
        // 2099 is what a clock says that was never set.
        guard bcd >> 16 < 0x99, let midnight = TerminalTime(bcd: bcd << 24).unixSeconds else { return nil }
        dateBCD = bcd << 24
        self.midnight = midnight
    }

    /// What a terminal's clock says.
    @inline(__always)
    func time(_ second: Int) -> TerminalTime { TerminalTime(bcd: dateBCD | Self.clockBCD(second)) }

    /// What a clock says that believes in New Year's Eve of 2099.
    @inline(__always)
    static func unsetTime(_ second: Int) -> TerminalTime { TerminalTime(bcd: 0x9912_3100_0000 | clockBCD(second)) }

    /// Milliseconds of Unix time.
    func unixMilliseconds(_ millisecond: Int) -> Int64 { midnight * 1000 + Int64(millisecond) }

    /// Days since 1970-01-01.
    var days: Int { Int((midnight + TerminalTime.offsetFromUTC) / 86_400) }

    package var description: String {
        let digits = TerminalTime(bcd: dateBCD).digits
        let pair = { (index: Int) in String(digits.dropFirst(2 * index).prefix(2)) }
        return "20\(pair(0))-\(pair(1))-\(pair(2))"
    }

    @inline(__always)
    private static func clockBCD(_ second: Int) -> UInt64 {
        let second = UInt32(truncatingIfNeeded: second)
        let hour = second / 3600
        let minute = second / 60 % 60
        return UInt64(twoDigits(hour) << 16 | twoDigits(minute) << 8 | twoDigits(second % 60))
    }

    @inline(__always)
    private static func twoDigits(_ value: UInt32) -> UInt32 { (value / 10) << 4 | value % 10 }
}
