import Testing

@testable import DeviceProfile

@Suite("UnitScale")
struct UnitScaleTests {
    @Test(
        "a number times its unit is rounded to the column's unit, halves away from zero",
        arguments: [
            // 1.4 g and 1.5 g in steps of 0.1 g; half a gram below zero.
            ("0.1 g", 14, 1), ("0.1 g", 15, 2), ("0.1 g", -15, -2), ("0.1 g", -14, -1),
            ("0.1 kg", 18_500, 1_850_000), ("kg", 3, 3_000), ("jin", 7, 3_500), ("12.345678 kg", 1, 12_346),
            ("g", 0, 0),
        ])
    func rounds(unit: String, number: Int64, grams: Int64) throws {
        let scale = try #require(Quantity.weight.scale(unit))
        #expect(scale.apply(to: NumberField.Value(mantissa: number)) == grams)
    }

    @Test("digits behind the point count")
    func decimals() throws {
        let scale = try #require(Quantity.volume.scale("l"))
        // 12.34 l are 123.4 times 0.1 l.
        #expect(scale.apply(to: NumberField.Value(mantissa: 1_234, decimals: 2)) == 123)
        #expect(try #require(Quantity.distance.scale("m")).apply(to: NumberField.Value(mantissa: 150)) == 2)
    }

    @Test("what does not fit 64 bits is none")
    func overflow() throws {
        let scale = try #require(Quantity.weight.scale("100 kg"))
        #expect(scale.apply(to: NumberField.Value(mantissa: .max / 1_000)) == nil)
        #expect(UnitScale(offset: 1).apply(to: NumberField.Value(mantissa: .max)) == nil)
    }

    @Test("units that are none", arguments: ["", "lb", "0,1 kg", "1 2 kg", "1e3 g", ".5 kg", "5. kg", "1234567890 g"])
    func refuses(unit: String) {
        #expect(Quantity.weight.scale(unit) == nil)
    }
}
