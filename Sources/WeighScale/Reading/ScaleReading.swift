/// What one frame of an indicator says, in the same terms for every dialect.
///
/// A dialect that has no place for a fact leaves it unsaid: `notSaid` is not `false`.
public struct ScaleReading: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case gross
        case net
        /// The tare itself was shown or asked for; it is no load.
        case tare
        case notSaid = "not_said"
    }

    public enum Stability: String, Hashable, Sendable {
        case stable
        case moving
        case notSaid = "not_said"
    }

    public enum Range: String, Hashable, Sendable {
        case within
        /// Over the scale's capacity.
        case over
        /// Under its zero.
        case under
        case notSaid = "not_said"
    }

    /// The displayed weight with its sign; nil when the display shows none, as it does out of range.
    public var weight: Weight?
    /// The tare that the indicator holds. It is not the vehicle's.
    public var tare: Weight?
    public var kind: Kind
    public var stability: Stability
    public var range: Range
    /// The sign as sent. It may stand without a weight, or before a zero.
    public var isNegative: Bool
    /// The indicator has not found its zero since it was switched on.
    public var isNotZeroed = false
    /// The display shows ten times finer than the scale is verified for.
    public var isExpanded = false
    /// The operator pressed PRINT: capture this weight.
    public var isPrintRequested = false
    /// The indicator itself says that its figures are not to be trusted.
    public var isInvalid = false
    /// Whether the load is exactly zero, where the dialect says so.
    public var isAtZero: Bool?

    public init(
        weight: Weight?, tare: Weight? = nil, kind: Kind = .notSaid, stability: Stability = .notSaid,
        range: Range = .notSaid, isNegative: Bool? = nil
    ) {
        self.weight = weight
        self.tare = tare
        self.kind = kind
        self.stability = stability
        self.range = range
        self.isNegative = isNegative ?? ((weight?.digits ?? 0) < 0)
    }

    /// The same facts as flag bits. What is not said is not set.
    public var flags: WeighFlags {
        var flags: WeighFlags = []
        if stability == .stable { flags.insert(.stable) }
        if kind == .net { flags.insert(.net) }
        if range == .over { flags.insert(.overRange) }
        if range == .under { flags.insert(.underRange) }
        if isNegative { flags.insert(.negative) }
        if isNotZeroed { flags.insert(.notZeroed) }
        if isExpanded { flags.insert(.expanded) }
        if isInvalid { flags.insert(.sensorFault) }
        return flags
    }

    /// Displayed weight plus the tare where net is shown; nil when there is no weight in grams or the tare is not known.
    public var grossGrams: Int64? {
        guard let grams = weight?.grams else { return nil }
        switch kind {
        case .gross, .notSaid: return grams
        case .net: return tare?.grams.flatMap { sum(grams, $0) }
        case .tare: return nil
        }
    }

    /// The net weight, when net is shown or gross with a tare beside it.
    public var netGrams: Int64? {
        guard let grams = weight?.grams else { return nil }
        switch kind {
        case .net: return grams
        case .gross, .notSaid: return tare?.grams.flatMap { $0 == 0 ? nil : sum(grams, -$0) }
        case .tare: return nil
        }
    }

    private func sum(_ left: Int64, _ right: Int64) -> Int64? {
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? nil : sum
    }
}
