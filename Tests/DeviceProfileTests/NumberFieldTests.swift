import Testing

@testable import DeviceProfile

@Suite("NumberField")
struct NumberFieldTests {
    private func number(
        _ bytes: [UInt8], _ encoding: NumberField.Encoding, at offset: Int = 0, width: Int? = nil, little: Bool = false,
        bits: ClosedRange<Int>? = nil
    ) -> Int64? {
        NumberField(
            place: .offset(offset), width: width, encoding: encoding, isLittleEndian: little, bits: bits
        ).value(in: bytes.span.bytes)?.whole
    }

    @Test("integers are read in either order")
    func integers() {
        #expect(number([0x01, 0x02, 0x03], .unsigned, width: 3) == 0x010203)
        #expect(number([0x01, 0x02, 0x03], .unsigned, width: 3, little: true) == 0x030201)
        #expect(number([0xAA, 0x12, 0x34], .unsigned, at: 1, width: 2) == 0x1234)
        #expect(number([0xFF, 0xFE], .signed, width: 2) == -2)
        #expect(number([0xFE, 0xFF], .signed, width: 2, little: true) == -2)
        #expect(number([0x80, 0x00, 0x00], .signed, width: 3) == -8_388_608)
        // The top bit is the sign, 0x0102 is 258.
        #expect(number([0x81, 0x02], .signMagnitude, width: 2) == -258)
        #expect(number([0x01, 0x02], .signMagnitude, width: 2) == 258)
    }

    @Test("bits are counted from the lowest")
    func bits() {
        // 0b1010_0110: bits 1 to 2 are 11, bit 7 is 1, bits 3 to 6 are 0100.
        #expect(number([0xA6], .unsigned, width: 1, bits: 1...2) == 3)
        #expect(number([0xA6], .unsigned, width: 1, bits: 7...7) == 1)
        #expect(number([0xA6], .unsigned, width: 1, bits: 3...6) == 4)
        #expect(number([0x80, 0x01], .unsigned, width: 2, bits: 0...14) == 1)
    }

    @Test("64 bits beyond a signed number are none, with fewer bits they are")
    func wide() {
        let ones = [UInt8](repeating: 0xFF, count: 8)
        #expect(number(ones, .unsigned, width: 8) == nil)
        #expect(number(ones, .unsigned, width: 8, bits: 0...62) == .max)
        #expect(number(ones, .signed, width: 8) == -1)
    }

    @Test("a digit above 9 is no BCD number")
    func bcd() {
        #expect(number([0x12, 0x34], .bcd, width: 2) == 1_234)
        #expect(number([0x12, 0x34], .bcd, width: 2, little: true) == 3_412)
        #expect(number([0x1A], .bcd, width: 1) == nil)
        #expect(number([0xA1], .bcd, width: 1) == nil)
    }

    @Test(
        "decimal text is taken with a sign, a point and padding",
        arguments: [
            ("12.34", 1_234, 2), (" -5 ", -5, 0), ("+007", 7, 0), ("3.", 3, 0), (".5", 5, 1), ("12\0\0", 12, 0),
            ("123456789012345678", 123_456_789_012_345_678, 0),
        ])
    func decimal(text: String, mantissa: Int64, decimals: Int) {
        let field = NumberField(place: .offset(0), width: nil, encoding: .decimal)
        #expect(
            field.value(in: Array(text.utf8).span.bytes) == NumberField.Value(mantissa: mantissa, decimals: decimals))
    }

    @Test(
        "what is no decimal number is none",
        arguments: ["", " ", ".", "-", "1 2", "1.2.3", "1-", "--1", "12kg", "1234567890123456789"])
    func noDecimal(text: String) {
        let field = NumberField(place: .offset(0), width: nil, encoding: .decimal)
        #expect(field.value(in: Array(text.utf8).span.bytes) == nil)
    }

    @Test("a field that runs past the end is none")
    func short() {
        #expect(number([1, 2, 3], .unsigned, at: 0, width: 4) == nil)
        #expect(number([1, 2, 3], .unsigned, at: 3, width: 1) == nil)
        #expect(number([1, 2, 3], .decimal, at: 4) == nil)
    }

    @Test("columns are counted from 1, the last one ends at the end")
    func columns() {
        let text = Array("AB|12||7".utf8)
        let value = { (column: Int) in
            NumberField(place: .column(column, separator: UInt8(ascii: "|")), width: nil, encoding: .decimal)
                .value(in: text.span.bytes)?.whole
        }
        #expect(value(1) == nil)
        #expect(value(2) == 12)
        #expect(value(3) == nil)
        #expect(value(4) == 7)
        #expect(value(5) == nil)
    }

    @Test("every field of an item has a position of its own")
    func position() {
        let bytes: [UInt8] = [0, 0, 0, 0]
        let position = { (field: NumberField) in field.position(in: bytes.span.bytes) }
        #expect(position(NumberField(place: .offset(0), width: 2, encoding: .unsigned)) == 0)
        #expect(position(NumberField(place: .offset(2), width: 2, encoding: .unsigned)) == 128)
        #expect(position(NumberField(place: .offset(2), width: 2, encoding: .unsigned, bits: 5...6)) == 133)
    }
}
