/// A weight, a volume or a distance inside the bytes that a rule looks at.
package struct Measure: Equatable, Sendable {
    package enum Reading: Equatable, Sendable {
        /// Whole grams, 0.1 l or 0.1 km.
        case value(Int64)
        /// The device says that it has none.
        case none
        /// It is not there, or not what the profile says.
        case unreadable
    }

    /// A byte that says which unit is in use.
    package struct UnitSelector: Equatable, Sendable {
        package var field: NumberField
        package var scales: [(code: Int64, scale: UnitScale)]

        package static func == (left: Self, right: Self) -> Bool {
            left.field == right.field && left.scales.elementsEqual(right.scales) { $0 == $1 }
        }
    }

    package var field: NumberField
    package var scale: UnitScale
    package var unitSelector: UnitSelector?
    /// Numbers as sent that mean "none".
    package var none: [Int64] = []
    /// Numbers as sent that can be.
    package var bounds: ClosedRange<Int64> = .min ... .max

    func read(_ span: RawSpan) -> Reading {
        guard let number = field.value(in: span) else { return .unreadable }
        if none.contains(number.whole) { return .none }
        guard bounds.contains(number.whole) else { return .unreadable }
        var scale = scale
        if let unitSelector {
            guard let code = unitSelector.field.value(in: span)?.whole,
                let chosen = unitSelector.scales.first(where: { $0.code == code })
            else { return .unreadable }
            scale = chosen.scale
        }
        return scale.apply(to: number).map(Reading.value) ?? .unreadable
    }
}
