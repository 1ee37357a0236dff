import JTT808

/// When it happened, where the device says so inside the bytes that a rule looks at.
package struct TimeField: Equatable, Sendable {
    package enum Form: Equatable, Sendable {
        /// BCD `yyMMddHHmmss`, GMT+8.
        case bcd
        /// Seconds since 1970-01-01 00:00 UTC, 32 bits.
        case unix
    }

    package var offset: Int
    package var form: Form
    package var isLittleEndian = false

    /// A time that is no date comes out as zeros, which is none either.
    func read(_ span: RawSpan) -> TerminalTime {
        switch form {
        case .bcd:
            guard let high: UInt16 = span.load(at: offset), let low: UInt32 = span.load(at: offset + 2) else { break }
            return TerminalTime(bcd: UInt64(high) << 32 | UInt64(low))
        case .unix:
            guard let seconds: UInt32 = span.load(at: offset) else { break }
            let unix = Int64(isLittleEndian ? seconds.byteSwapped : seconds)
            if let time = TerminalTime(wallClockSeconds: unix + TerminalTime.offsetFromUTC) { return time }
        }
        return TerminalTime(bcd: 0)
    }
}
