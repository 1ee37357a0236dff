/// What makes a weighing on one scale: weights in grams, as on the display, and times.
public struct WeighingSettings: Hashable, Sendable {
    /// Within so much of the level at which the scale last rested it is empty.
    public var emptyBandGrams: Int64
    /// The least load over zero that is weighed. A stable level below it is the scale at rest, with dirt on it or drifted.
    public var minimumGrams: Int64
    /// Readings that differ by no more than this are one level.
    public var toleranceGrams: Int64
    /// A later level counts as something put on top when it is higher by this much.
    public var leastAdditionGrams: Int64
    /// How far the zero is followed when the scale rests beside it, to either side. Less than the minimum, so that an empty
    /// display is never a load.
    public var zeroLimitGrams: Int64
    /// How long readings that the indicator calls stable must stay level.
    public var stableDuration: Duration
    /// How long readings must stay level that do not say whether they are stable.
    public var plateauDuration: Duration
    /// The least number of readings in a level.
    public var plateauReadings: Int
    /// How long the scale must stay empty before the load counts as gone. Shorter than any change of loads, longer than a bounce.
    public var clearDuration: Duration
    /// A load without a level for so long is reported as never settling.
    public var settlingTimeout: Duration
    /// Readings further apart than this do not belong together: what happened in between is not known.
    public var longestGap: Duration

    /// - Throws: ``WeighingSettingsError`` for values with which no weighing can be told from an empty scale.
    public init(
        emptyBandGrams: Int64, minimumGrams: Int64, toleranceGrams: Int64, leastAdditionGrams: Int64? = nil,
        zeroLimitGrams: Int64, stableDuration: Duration = .milliseconds(500),
        plateauDuration: Duration = .milliseconds(1500), plateauReadings: Int = 3,
        clearDuration: Duration = .milliseconds(500), settlingTimeout: Duration = .seconds(60),
        longestGap: Duration = .seconds(5)
    ) throws(WeighingSettingsError) {
        self.emptyBandGrams = emptyBandGrams
        self.minimumGrams = minimumGrams
        self.toleranceGrams = toleranceGrams
        self.leastAdditionGrams = leastAdditionGrams ?? minimumGrams
        self.zeroLimitGrams = zeroLimitGrams
        self.stableDuration = stableDuration
        self.plateauDuration = plateauDuration
        self.plateauReadings = plateauReadings
        self.clearDuration = clearDuration
        self.settlingTimeout = settlingTimeout
        self.longestGap = longestGap
        try check()
    }

    private init(
        trusting emptyBandGrams: Int64, minimumGrams: Int64, toleranceGrams: Int64, zeroLimitGrams: Int64,
        settlingTimeout: Duration
    ) {
        self.emptyBandGrams = emptyBandGrams
        self.minimumGrams = minimumGrams
        self.toleranceGrams = toleranceGrams
        leastAdditionGrams = minimumGrams
        self.zeroLimitGrams = zeroLimitGrams
        stableDuration = .milliseconds(500)
        plateauDuration = .milliseconds(1500)
        plateauReadings = 3
        clearDuration = .milliseconds(500)
        self.settlingTimeout = settlingTimeout
        longestGap = .seconds(5)
    }

    /// A platform for bins and carts, up to some 1000 kg with an interval of 0.1 to 0.5 kg.
    public static let platform = WeighingSettings(
        trusting: 2_000, minimumGrams: 5_000, toleranceGrams: 1_000, zeroLimitGrams: 3_000,
        settlingTimeout: .seconds(60))

    /// A weighbridge with an interval of 10 or 20 kg.
    public static let weighbridge = WeighingSettings(
        trusting: 100_000, minimumGrams: 500_000, toleranceGrams: 40_000, zeroLimitGrams: 300_000,
        settlingTimeout: .seconds(180))

    /// No scale weighs more: a thousand tonnes.
    static let most: Int64 = 1_000_000_000

    private func check() throws(WeighingSettingsError) {
        func require(
            _ name: String, _ value: Int64, in range: ClosedRange<Int64>, _ meaning: String
        ) throws(WeighingSettingsError) {
            guard range.contains(value) else {
                throw WeighingSettingsError(
                    description: "\(name) is \(value): must be \(range.lowerBound) to \(range.upperBound) (\(meaning))")
            }
        }
        try require("minimum", minimumGrams, in: 1...Self.most, "grams")
        try require("empty band", emptyBandGrams, in: 0...minimumGrams - 1, "grams, less than the minimum")
        try require("tolerance", toleranceGrams, in: 0...minimumGrams - 1, "grams, less than the minimum")
        try require(
            "least addition", leastAdditionGrams, in: toleranceGrams + 1...Self.most, "grams, more than the tolerance")
        try require("zero limit", zeroLimitGrams, in: 0...minimumGrams - 1, "grams, less than the minimum")
        try require("plateau readings", Int64(plateauReadings), in: 1...1000, "readings")
        for (name, value, range) in [
            ("stable duration", stableDuration, 0...60), ("plateau duration", plateauDuration, 0...60),
            ("clear duration", clearDuration, 0...60), ("settling timeout", settlingTimeout, 1...3600),
            ("longest gap", longestGap, 1...3600),
        ] as [(String, Duration, ClosedRange<Int64>)]
        where value < .seconds(range.lowerBound) || value > .seconds(range.upperBound) {
            throw WeighingSettingsError(
                description: "\(name) is \(value): must be \(range.lowerBound) to \(range.upperBound) seconds")
        }
    }
}

/// Settings with which no weighing can be told; says which one, its value and what is accepted.
public struct WeighingSettingsError: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String
}
