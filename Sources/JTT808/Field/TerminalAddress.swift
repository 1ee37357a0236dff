/// The phone field of a header as sent, with the form of header it stood in: what a reply must repeat.
public struct TerminalAddress: Hashable, Sendable {
    public enum Form: UInt8, Hashable, Sendable {
        /// 2011 and 2013: no version byte, a phone of 6 bytes.
        case short
        /// 2019 and later: a version byte and a phone of 10 bytes.
        case long
    }

    public let form: Form
    /// 1 for the 2019 edition, growing with later ones; 0 with the short header, which has no such byte.
    public let protocolVersion: UInt8
    /// The first two of ten phone bytes; 0 with the short header.
    let high: UInt16
    /// The last eight of ten phone bytes; with the short header its six bytes, at the low end.
    let low: UInt64

    init(form: Form, protocolVersion: UInt8, high: UInt16, low: UInt64) {
        self.form = form
        self.protocolVersion = protocolVersion
        self.high = high
        self.low = low
    }

    /// The address of a terminal whose configured number is `number`, for the side that plays a terminal.
    /// - Returns: nil when the number has more digits than the form holds (12 or 20).
    public init?(_ number: TerminalNumber, form: Form, protocolVersion: UInt8 = 1) {
        guard form == .long || (number.high == 0 && number.low >> 48 == 0) else { return nil }
        self.init(
            form: form, protocolVersion: form == .long ? protocolVersion : 0, high: number.high, low: number.low)
    }

    /// Whose it is, whichever form of header it came in.
    public var number: TerminalNumber { TerminalNumber(high: high, low: low) }

    /// The digits as sent, leading zeros kept: 12, or 20 with the long header; plain hex where they are not decimal.
    public var phone: String {
        let digits = number.paddedDigits
        return form == .long ? digits : String(digits.suffix(12))
    }
}
