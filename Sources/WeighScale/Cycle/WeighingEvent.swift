/// What a weighing cycle has to say about a reading.
public enum WeighingEvent: Hashable, Sendable {
    /// Something was put on.
    case loaded(at: Moment)
    /// A load came to rest.
    case weighed(Weighing)
    /// A load has not come to rest for so long that somebody should look: the scale never settles. Said once a load.
    case neverSettles(Unsettled)
    /// The scale is over its range; said once a load.
    case overRange(at: Moment)
    /// The scale is under its zero; said once until it is in range again.
    case underRange(at: Moment)
    /// A weighed load is gone.
    case cleared(Occupancy)
    /// A load went before it came to rest: there is no weighing.
    case removedUnsettled(Occupancy)
    /// What lay there was too light to be weighed.
    case tooLight(Occupancy)
    /// The empty scale rests at another level than last said.
    case zeroDrift(grams: Int64, isBeyondLimit: Bool, at: Moment)

    public struct Unsettled: Hashable, Sendable {
        public let startedAt: Moment
        public let at: Moment
        public let readings: Int
        /// Lowest and highest reading in grams since it was put on; nil when there was none with a weight.
        public let rangeGrams: ClosedRange<Int64>?
        public let wasOverRange: Bool
    }
}
