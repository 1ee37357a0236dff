import Testing

@testable import WeighScale

@Suite("Weight")
struct WeightTests {
    @Test(
        "grams are those of the unit's definition, to the nearest",
        arguments: [
            (Weight(digits: 1234, exponent: -2, unit: .kilogram), 12_340, true),
            (Weight(digits: -1850, exponent: 1, unit: .kilogram), -18_500_000, true),
            (Weight(digits: 15, exponent: -4, unit: .kilogram), 2, false),
            (Weight(digits: 14, exponent: -4, unit: .kilogram), 1, false),
            (Weight(digits: -15, exponent: -4, unit: .kilogram), -2, false),
            (Weight(digits: 3, exponent: 0, unit: .tonne), 3_000_000, true),
            (Weight(digits: 7, exponent: 0, unit: .gram), 7, true),
            // 453.59237 g, 28.349523125 g, 31.1034768 g, 1.55517384 g, 2000 lb.
            (Weight(digits: 100_000, exponent: 0, unit: .pound), 45_359_237, true),
            (Weight(digits: 1, exponent: 0, unit: .pound), 454, false),
            (Weight(digits: 1_000, exponent: 0, unit: .ounce), 28_350, false),
            (Weight(digits: 1_000, exponent: 0, unit: .troyOunce), 31_103, false),
            (Weight(digits: 1_000, exponent: 0, unit: .pennyweight), 1_555, false),
            (Weight(digits: 1, exponent: 0, unit: .shortTon), 907_185, false),
            (Weight(digits: 0, exponent: -5, unit: .pound), 0, true),
        ] as [(Weight, Int64, Bool)])
    func grams(weight: Weight, grams: Int64, isWhole: Bool) {
        #expect(weight.grams == grams)
        #expect(weight.isWholeGrams == isWhole)
    }

    @Test("what is no mass, or beyond 64 bits, has no grams")
    func noGrams() {
        #expect(Weight(digits: 5, exponent: 0, unit: .newton).grams == nil)
        #expect(!Weight(digits: 5, exponent: 0, unit: .newton).isWholeGrams)
        #expect(Weight(digits: .max, exponent: 0, unit: .tonne).grams == nil)
        #expect(Weight(digits: .min, exponent: 18, unit: .tonne).grams == nil)
        #expect(Weight(digits: 1, exponent: 19, unit: .gram).grams == nil)
        #expect(Weight(digits: .min, exponent: -18, unit: .gram).grams == -9)
    }

    @Test("it reads as on the display")
    func text() {
        #expect(Weight(digits: -1234, exponent: -2, unit: .kilogram).description == "-12.34 kg")
        #expect(Weight(digits: 5, exponent: -3, unit: .tonne).description == "0.005 t")
        #expect(Weight(digits: 1850, exponent: 1, unit: .kilogram).description == "18500 kg")
        #expect(Weight(digits: 0, exponent: 2, unit: .pound).description == "0 lb")
        #expect(Weight(digits: .min, exponent: 0, unit: .gram).description == "-9223372036854775808 g")
    }

    @Test("grams become digits only without loss")
    func fromGrams() {
        #expect(
            Weight(grams: 12_340, exponent: -2, unit: .kilogram)
                == Weight(digits: 1234, exponent: -2, unit: .kilogram))
        #expect(
            Weight(grams: -18_500_000, exponent: 1, unit: .kilogram)
                == Weight(digits: -1850, exponent: 1, unit: .kilogram))
        #expect(Weight(grams: 12_345, exponent: -2, unit: .kilogram) == nil)
        #expect(Weight(grams: 1, exponent: 0, unit: .pound) == nil)
        #expect(Weight(grams: 45_359_237, exponent: 0, unit: .pound)?.digits == 100_000)
        #expect(Weight(grams: 1, exponent: 0, unit: .newton) == nil)
        #expect(Weight(grams: .max, exponent: -18, unit: .gram) == nil)
    }
}
