/// When a waste type is due at a point, in seconds after midnight: from `opensAt` to before `closesAt`.
package struct CollectionWindow: Hashable, Sendable {
    package let opensAt: Int
    package let closesAt: Int

    private init(hours: Range<Int>) {
        opensAt = hours.lowerBound * 3600
        closesAt = hours.upperBound * 3600
    }

    /// 04-07, 09-16, 19-22.
    package static let early = CollectionWindow(hours: 4..<7)
    package static let middle = CollectionWindow(hours: 9..<16)
    package static let evening = CollectionWindow(hours: 19..<22)
}

extension WasteKind {
    /// Every day, at every point that has a bin for it; in order.
    package var windows: [CollectionWindow] {
        switch self {
        case .kitchen: [.early, .evening]
        case .residual: [.early, .middle]
        case .recyclable: [.middle]
        case .catering: [.middle, .evening]
        }
    }

    /// Least and greatest net weight of a full bin of 120 litres, in half kilograms.
    var netHalfKg: ClosedRange<Int> {
        switch self {
        case .kitchen: 70...190
        case .residual: 30...110
        case .recyclable: 10...50
        case .catering: 100...210
        }
    }
}
