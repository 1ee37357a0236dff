import Testing

@testable import WeighScale

@Suite("WeighingSettings")
struct WeighingSettingsTests {
    private func settings(
        emptyBand: Int64 = 2_000, minimum: Int64 = 5_000, tolerance: Int64 = 1_000, addition: Int64? = nil,
        zeroLimit: Int64 = 3_000, plateau: Duration = .seconds(1), readings: Int = 3, timeout: Duration = .seconds(60)
    ) throws(WeighingSettingsError) -> WeighingSettings {
        try WeighingSettings(
            emptyBandGrams: emptyBand, minimumGrams: minimum, toleranceGrams: tolerance, leastAdditionGrams: addition,
            zeroLimitGrams: zeroLimit, plateauDuration: plateau, plateauReadings: readings, settlingTimeout: timeout)
    }

    @Test("without a word about it, what is put on top counts from the minimum")
    func addition() throws {
        #expect(try settings().leastAdditionGrams == 5_000)
        #expect(try settings(addition: 1_001).leastAdditionGrams == 1_001)
    }

    @Test("the ready settings pass their own checks", arguments: [WeighingSettings.platform, .weighbridge])
    func ready(_ ready: WeighingSettings) throws {
        let checked = try WeighingSettings(
            emptyBandGrams: ready.emptyBandGrams, minimumGrams: ready.minimumGrams,
            toleranceGrams: ready.toleranceGrams, leastAdditionGrams: ready.leastAdditionGrams,
            zeroLimitGrams: ready.zeroLimitGrams, settlingTimeout: ready.settlingTimeout)
        #expect(checked == ready)
    }

    @Test("an error names the setting, its value and what is accepted")
    func message() {
        #expect(
            throws: WeighingSettingsError(
                description: "empty band is 5000: must be 0 to 4999 (grams, less than the minimum)")
        ) { try settings(emptyBand: 5_000) }
    }

    @Test("settings with which no weighing can be told are refused")
    func refused() {
        #expect(throws: WeighingSettingsError.self) { try settings(emptyBand: -1) }
        #expect(throws: WeighingSettingsError.self) { try settings(emptyBand: 0, minimum: 0, tolerance: 0) }
        #expect(throws: WeighingSettingsError.self) { try settings(tolerance: 5_000) }
        #expect(throws: WeighingSettingsError.self) { try settings(addition: 1_000) }
        #expect(throws: WeighingSettingsError.self) { try settings(zeroLimit: 5_000) }
        #expect(throws: WeighingSettingsError.self) { try settings(plateau: .seconds(61)) }
        #expect(throws: WeighingSettingsError.self) { try settings(readings: 0) }
        #expect(throws: WeighingSettingsError.self) { try settings(timeout: .milliseconds(999)) }
        #expect(throws: WeighingSettingsError.self) { try settings(minimum: .max) }
    }
}
