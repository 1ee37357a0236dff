/// A test of a number inside the bytes that a rule looks at.
package struct Condition: Equatable, Sendable {
    package var field: NumberField
    package var accepted: [ClosedRange<Int64>]

    func holds(for span: RawSpan) -> Bool {
        guard let number = field.value(in: span)?.whole else { return false }
        return accepted.contains { $0.contains(number) }
    }
}
