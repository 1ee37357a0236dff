/// Finds levels: stretches of readings that stay within a tolerance.
struct LevelTracker: Sendable {
    private struct Stretch {
        var from: Moment
        var lowest: Int64
        var highest: Int64
        var readings: Int
        /// Every reading said that it is stable.
        var isDeclaredStable: Bool
    }

    private let tolerance: Int64
    private let declaredDuration: Int64
    private let inferredDuration: Int64
    private let leastReadings: Int
    private var stretch: Stretch?

    init(_ settings: WeighingSettings) {
        tolerance = settings.toleranceGrams
        declaredDuration = settings.stableDuration.wholeMicroseconds
        inferredDuration = settings.plateauDuration.wholeMicroseconds
        leastReadings = settings.plateauReadings
    }

    /// When the current stretch began.
    var from: Moment? { stretch?.from }

    mutating func reset() { stretch = nil }

    /// Adds a reading.
    /// - Returns: whether it completes or continues a level.
    mutating func add(_ grams: Int64, _ stability: ScaleReading.Stability, at now: Moment) -> Bool {
        guard stability != .moving else {
            stretch = nil
            return false
        }
        var stretch =
            self.stretch
            ?? Stretch(from: now, lowest: grams, highest: grams, readings: 0, isDeclaredStable: true)
        stretch.lowest = min(stretch.lowest, grams)
        stretch.highest = max(stretch.highest, grams)
        if stretch.highest - stretch.lowest > tolerance {
            stretch = Stretch(from: now, lowest: grams, highest: grams, readings: 0, isDeclaredStable: true)
        }
        stretch.readings += 1
        if stability != .stable { stretch.isDeclaredStable = false }
        self.stretch = stretch
        return stretch.readings >= leastReadings
            && now.microseconds(since: stretch.from)
                >= (stretch.isDeclaredStable ? declaredDuration : inferredDuration)
    }
}
