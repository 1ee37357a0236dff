/// A terminal's identity: its number without leading zeros, so that a terminal that changes from the short to the long
/// header stays the same one. Two words, no heap: it is compared for every message.
///
/// Numbers are decimal by the standard; some devices put other bytes into the field (half an IMEI, say), and then the number
/// is the plain hex text.
public struct TerminalNumber: Hashable, Sendable, CustomStringConvertible {
    let high: UInt16
    let low: UInt64

    init(high: UInt16, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Reads a number as people write it: 1 to 20 digits, or hex digits where the device does not send decimal ones.
    /// - Returns: nil for anything else.
    public init?(_ text: some StringProtocol) {
        guard (1...20).contains(text.utf8.count) else { return nil }
        var high: UInt16 = 0
        var low: UInt64 = 0
        for character in text.utf8 {
            let nibble: UInt8
            switch character {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): nibble = character - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): nibble = character - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): nibble = character - UInt8(ascii: "A") + 10
            default: return nil
            }
            high = high << 4 | UInt16(truncatingIfNeeded: low >> 60)
            low = low << 4 | UInt64(nibble)
        }
        self.init(high: high, low: low)
    }

    /// 20 digits, zeros in front.
    var paddedDigits: String {
        let width = 20
        return String(unsafeUninitializedCapacity: width) { target in
            for position in 0..<width {
                let shift = (width - 1 - position) * 4
                let nibble = UInt8(truncatingIfNeeded: shift >= 64 ? UInt64(high) >> (shift - 64) : low >> shift) & 0xF
                target[position] = nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
            }
            return width
        }
    }

    /// The digits without leading zeros; a number of zeros alone is `0`.
    public var description: String {
        let digits = paddedDigits.drop { $0 == "0" }
        return digits.isEmpty ? "0" : String(digits)
    }

    /// No digit is set. Devices that send this hold their identity elsewhere.
    public var isZero: Bool { high == 0 && low == 0 }
}
