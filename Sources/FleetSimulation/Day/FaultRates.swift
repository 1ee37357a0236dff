/// How often things go wrong on a simulated day, out of 10,000.
package struct FaultRates: Equatable, Sendable {
    // Of the stops of a round: a point and waste type in a window.
    /// The vehicle passes by.
    package var noVisit = 0
    /// It stops and lifts, and neither tag nor weight come.
    package var noRead = 0
    /// It comes ten minutes or more after the window.
    package var late = 0

    // Of the lifts of a second or third bin, so that the stop itself is always recognised by the first.
    /// The bin's tag was changed, and nobody told the registry.
    package var unknownTag = 0
    /// The tag of the bin beside it was read.
    package var neighbourTag = 0
    /// No tag was read.
    package var noTag = 0
    /// The bin is heavier than the lifter can weigh.
    package var overload = 0

    // Of all lifts.
    /// The bin is shaken twice: two records.
    package var doubleLift = 0

    // What only `all` has. Of the stops of a round, by vehicles with a scale.
    /// The bins are lifted and set down full: weights that count nothing.
    package var touch = 0
    /// The scale is dead: tags come, and no weight.
    package var noWeight = 0

    // Of the lifts in which nothing else is wrong, by vehicles with a scale.
    /// Wash water: a record with a negative weight before the real one.
    package var negativeNet = 0
    /// The scale does not settle: the weight is one by the volume of the bin.
    package var estimate = 0

    // Of the vehicles.
    /// No scale at all: a read of the tag is all that comes of a lift.
    package var noScale = 0

    // Of the messages.
    /// A message is sent twice, byte for byte.
    package var repeated = 0

    // Of the terminals, for the whole day.
    /// No radio link for hours; what was stored follows.
    package var silent = 0
    /// It breaks down on the way: nothing of the rest of the day ever comes.
    package var dead = 0
    /// The clock is minutes wrong.
    package var clockOffset = 0
    /// No date for the first minutes after power-up.
    package var clockUnset = 0
    /// The year 2099 for the first minutes after power-up.
    package var clockFuture = 0
    /// The lifter's zero drifts; net weights are differences and stay right.
    package var lifterDrift = 0

    // Of the stations.
    /// The platform's zero drifts; net weights are wrong by it.
    package var platformDrift = 0

    package init() {}

    package static let none = FaultRates()

    /// What a district's people are used to.
    package static let usual: FaultRates = {
        var rates = FaultRates()
        rates.noVisit = 100
        rates.noRead = 70
        rates.late = 150
        rates.unknownTag = 100
        rates.neighbourTag = 80
        rates.noTag = 60
        rates.overload = 40
        rates.doubleLift = 60
        rates.repeated = 50
        rates.silent = 400
        rates.dead = 100
        rates.clockOffset = 150
        rates.clockUnset = 300
        rates.clockFuture = 200
        rates.lifterDrift = 300
        rates.platformDrift = 1_000
        return rates
    }()

    /// Everything often, so that a small district shows all of it.
    package static let frequent: FaultRates = {
        var rates = FaultRates()
        rates.noVisit = 1_000
        rates.noRead = 1_000
        rates.late = 1_000
        rates.unknownTag = 1_500
        rates.neighbourTag = 1_500
        rates.noTag = 1_500
        rates.overload = 1_500
        rates.doubleLift = 1_000
        rates.repeated = 500
        rates.silent = 4_000
        rates.dead = 1_500
        rates.clockOffset = 2_500
        rates.clockUnset = 2_500
        rates.clockFuture = 2_500
        rates.lifterDrift = 5_000
        rates.platformDrift = 5_000
        return rates
    }()

    /// Those of ``frequent``, and what it leaves out.
    package static let all: FaultRates = {
        var rates = frequent
        rates.touch = 800
        rates.noWeight = 500
        rates.negativeNet = 1_500
        rates.estimate = 1_500
        rates.noScale = 2_500
        return rates
    }()
}

extension SplitMix64 {
    /// True `rate` times out of 10,000.
    mutating func happens(_ rate: Int) -> Bool { integer(0...9_999) < rate }
}
