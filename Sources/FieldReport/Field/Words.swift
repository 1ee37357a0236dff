import JTT808

/// Figures in words.
enum Words {
    /// `39.912345°`.
    static func degrees(_ millionths: some BinaryInteger) -> String {
        decimal(Int64(millionths), places: 6) + "°"
    }

    /// `12.3 km/h` of 123 tenths.
    static func tenths(_ value: some BinaryInteger, _ unit: String) -> String {
        decimal(Int64(value), places: 1) + " " + unit
    }

    /// `-12.340 kg` of -12340 grams.
    static func kilograms(_ grams: some BinaryInteger) -> String { decimal(Int64(grams), places: 3) + " kg" }

    static func decimal(_ value: Int64, places: Int) -> String {
        var digits = String(value.magnitude)
        if digits.utf8.count <= places {
            digits = String(repeating: "0", count: places + 1 - digits.utf8.count) + digits
        }
        digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -places))
        return (value < 0 ? "-" : "") + digits
    }

    /// `0x` and at least so many hex digits.
    static func hex(_ number: some BinaryInteger, digits: Int) -> String {
        let text = String(number, radix: 16)
        return "0x" + String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }

    static func hex(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    static func seconds(_ value: some BinaryInteger) -> String { "\(value) s" }
    static func metres(_ value: some BinaryInteger) -> String { "\(value) m" }
    static func kmh(_ value: some BinaryInteger) -> String { "\(value) km/h" }
}

/// The bits of `number` that are set, by name; those without a name are reserved or a vendor's.
func setBits<Number: FixedWidthInteger>(_ number: Number, _ names: [Int: String]) -> [ExplainedField.Bits] {
    (0..<Number.bitWidth).filter { number >> $0 & 1 == 1 }.map {
        ExplainedField.Bits(range: $0...$0, value: 1, meaning: names[$0] ?? "reserved")
    }
}

/// Some bits of `number`, always shown.
func bits<Number: FixedWidthInteger>(
    _ number: Number, _ range: ClosedRange<Int>, _ meaning: (UInt64) -> String
) -> ExplainedField.Bits {
    let value = UInt64(truncatingIfNeeded: number) >> UInt64(range.lowerBound) & (1 << UInt64(range.count) - 1)
    return ExplainedField.Bits(range: range, value: value, meaning: meaning(value))
}
