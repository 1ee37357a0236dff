/// One weighing: the level at which a load came to rest.
public struct Weighing: Hashable, Sendable {
    /// What is worth knowing about it beyond the indicator's flags.
    public struct Remarks: OptionSet, Hashable, Sendable {
        public let rawValue: UInt16

        public init(rawValue: UInt16) { self.rawValue = rawValue }

        /// The load was there when the first reading came, or came while there were none: the same load may have been weighed
        /// before.
        public static let arrivalUnseen = Remarks(rawValue: 1 << 0)
        /// It had been reported as never settling before.
        public static let settledLate = Remarks(rawValue: 1 << 1)
        /// The scale was over its range for a while.
        public static let wasOverRange = Remarks(rawValue: 1 << 2)
        /// The indicator does not say whether it is stable: it was told from the readings.
        public static let stabilityInferred = Remarks(rawValue: 1 << 3)
        /// The operator pressed PRINT while it lay there.
        public static let printRequested = Remarks(rawValue: 1 << 4)
        /// The empty scale rested further from zero than is followed.
        public static let zeroBeyondLimit = Remarks(rawValue: 1 << 5)
        /// Readings were missing between arrival and level.
        public static let interrupted = Remarks(rawValue: 1 << 6)
    }

    /// Counts the weighings of one cycle from 1.
    public let number: Int
    /// The earlier weighing of the same load that this one replaces, because more was put on top.
    public let supersedes: Int?
    /// The display's weight.
    public let shown: Weight
    /// nil when the indicator shows net and does not send its tare.
    public let grossGrams: Int64?
    /// The tare that the indicator holds; nil when it sends none.
    public let tareGrams: Int64?
    /// nil when nothing is tared.
    public let netGrams: Int64?
    public let flags: WeighFlags
    public let remarks: Remarks
    /// When the load was first seen.
    public let startedAt: Moment
    /// First reading of the level.
    public let levelFrom: Moment
    /// The reading that completed it, whose weight this is.
    public let completedAt: Moment
    /// Readings since the load was first seen, this one included.
    public let readings: Int
    /// Where the empty scale rested before, as far as the zero is followed.
    public let zeroGrams: Int64
}

/// What lay on the scale between two times at which it was empty.
public struct Occupancy: Hashable, Sendable {
    public let startedAt: Moment
    /// false when the load was there at the first reading, or came while there were none.
    public let isArrivalSeen: Bool
    /// When it was gone, or, if that was not seen, the last reading before the gap.
    public let endedAt: Moment
    public let isDepartureSeen: Bool
    public let readings: Int
    /// Heaviest reading in grams, nil when there was none with a weight.
    public let peakGrams: Int64?
    /// Levels that it came to rest at.
    public let levels: Int
    /// The last weighing that was made of it.
    public let weighing: Int?
    public let wasOverRange: Bool
    /// It was reported as never settling.
    public let hasTimedOut: Bool
}
