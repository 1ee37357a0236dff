import Testing

@testable import WeighScale

@Suite("ScaleReading")
struct ScaleReadingTests {
    private func kilograms(_ digits: Int64) -> Weight { Weight(digits: digits, exponent: 0, unit: .kilogram) }

    @Test("flag bits are those of the uplink records")
    func bits() {
        #expect(WeighFlags.stable.rawValue == 0x001)
        #expect(WeighFlags.net.rawValue == 0x002)
        #expect(WeighFlags.overRange.rawValue == 0x004)
        #expect(WeighFlags.negative.rawValue == 0x008)
        #expect(WeighFlags.underRange.rawValue == 0x010)
        #expect(WeighFlags.notZeroed.rawValue == 0x020)
        #expect(WeighFlags.expanded.rawValue == 0x040)
        #expect(WeighFlags.enteredByHand.rawValue == 0x080)
        #expect(WeighFlags.sensorFault.rawValue == 0x100)
    }

    @Test("what is not said sets no flag")
    func silence() {
        #expect(ScaleReading(weight: kilograms(5)).flags == [])
        #expect(ScaleReading(weight: kilograms(-5)).flags == .negative)
        #expect(ScaleReading(weight: kilograms(5), kind: .gross, stability: .moving, range: .within).flags == [])
    }

    @Test("gross is net and tare, where the indicator sends both")
    func gross() {
        let net = ScaleReading(weight: kilograms(80), tare: kilograms(20), kind: .net)
        #expect(net.grossGrams == 100_000)
        #expect(net.netGrams == 80_000)
        let bare = ScaleReading(weight: kilograms(80), kind: .net)
        #expect(bare.grossGrams == nil)
        #expect(bare.netGrams == 80_000)
    }

    @Test("net is gross without the tare, and there is none without a tare")
    func net() {
        let gross = ScaleReading(weight: kilograms(100), tare: kilograms(20), kind: .gross)
        #expect(gross.grossGrams == 100_000)
        #expect(gross.netGrams == 80_000)
        #expect(ScaleReading(weight: kilograms(100), tare: kilograms(0), kind: .gross).netGrams == nil)
        #expect(ScaleReading(weight: kilograms(100), kind: .gross).netGrams == nil)
        let unsaid = ScaleReading(weight: kilograms(100))
        #expect(unsaid.grossGrams == 100_000)
        #expect(unsaid.netGrams == nil)
    }

    @Test("a tare, a blank and a force are no load")
    func none() {
        let tare = ScaleReading(weight: kilograms(20), tare: kilograms(20), kind: .tare)
        let blank = ScaleReading(weight: nil, kind: .gross)
        let force = ScaleReading(weight: Weight(digits: 5, exponent: 0, unit: .newton), kind: .gross)
        for reading in [tare, blank, force] {
            #expect(reading.grossGrams == nil)
            #expect(reading.netGrams == nil)
        }
    }
}
