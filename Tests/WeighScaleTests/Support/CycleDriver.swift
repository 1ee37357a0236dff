@testable import WeighScale

/// Feeds a cycle ten readings a second, as indicators send them, and keeps what it says.
struct CycleDriver {
    var cycle: WeighingCycle
    /// Milliseconds since the start.
    var time: Int64 = 0
    var events: [WeighingEvent] = []
    /// What every reading says besides its weight.
    var template = ScaleReading(weight: nil, kind: .gross, stability: .stable, range: .within)

    init(_ settings: WeighingSettings = .platform) { cycle = WeighingCycle(settings) }

    var now: Moment { Moment(microseconds: time * 1000) }

    mutating func take(_ reading: ScaleReading) {
        events += cycle.take(reading, at: now)
        time += 100
    }

    private mutating func take(_ kilograms: Double, _ stability: ScaleReading.Stability) {
        var reading = template
        reading.weight = Weight(digits: Int64((kilograms * 10).rounded()), exponent: -1, unit: .kilogram)
        reading.stability = stability
        reading.isNegative = kilograms < 0
        take(reading)
    }

    /// A weight that stays for so many seconds, called stable.
    mutating func rest(at kilograms: Double, seconds: Double) {
        for _ in 0..<Int((seconds * 10).rounded()) { take(kilograms, .stable) }
    }

    /// Weights in a row, called moving.
    mutating func move(_ kilograms: Double...) {
        for weight in kilograms { take(weight, .moving) }
    }

    /// So many seconds between two weights in turn, called `stability`.
    mutating func swing(_ low: Double, _ high: Double, seconds: Double, _ stability: ScaleReading.Stability = .moving) {
        for step in 0..<Int((seconds * 10).rounded()) { take(step % 2 == 0 ? low : high, stability) }
    }

    mutating func overRange(seconds: Double) {
        for _ in 0..<Int((seconds * 10).rounded()) {
            take(ScaleReading(weight: nil, kind: .gross, stability: .stable, range: .over))
        }
    }

    mutating func underRange(seconds: Double) {
        for _ in 0..<Int((seconds * 10).rounded()) {
            take(ScaleReading(weight: nil, kind: .gross, stability: .stable, range: .under, isNegative: true))
        }
    }

    mutating func silence(seconds: Double) { time += Int64(seconds * 1000) }

    /// Events by their name, and what matters most about them.
    var story: [String] {
        events.map { event in
            switch event {
            case .loaded: "loaded"
            case .weighed(let weighing):
                "weighed \(weighing.shown)" + (weighing.supersedes.map { " for \($0)" } ?? "")
            case .neverSettles: "never settles"
            case .overRange: "over"
            case .underRange: "under"
            case .cleared: "cleared"
            case .removedUnsettled: "removed unsettled"
            case .tooLight: "too light"
            case .zeroDrift(let grams, let isBeyondLimit, _): "drift \(grams)" + (isBeyondLimit ? "!" : "")
            }
        }
    }

    var weighings: [Weighing] {
        events.compactMap { event in if case .weighed(let weighing) = event { weighing } else { nil } }
    }

    var occupancies: [Occupancy] {
        events.compactMap { event in
            switch event {
            case .cleared(let occupancy), .removedUnsettled(let occupancy), .tooLight(let occupancy): occupancy
            default: nil
            }
        }
    }
}
