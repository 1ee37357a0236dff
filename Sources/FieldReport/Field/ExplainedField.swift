/// One stretch of a message in words: which bytes, what the field is called, what it holds and what that means.
///
/// A field either has children, which cover it without a gap, or is a leaf.
package struct ExplainedField: Equatable, Sendable {
    package enum Value: Equatable, Sendable {
        case number(Int64)
        case text(String)
    }

    /// Some bits of a number.
    package struct Bits: Equatable, Sendable {
        /// 0 is the lowest one.
        package var range: ClosedRange<Int>
        package var value: UInt64
        package var meaning: String
    }

    /// Place in ``Explanation/bytes``.
    package var range: Range<Int>
    /// English snake_case, with the unit of the value where it has one; as in `docs/protocols/vectors.md` where that has a name.
    package var name: String
    /// As it stands on the wire. Nil where the bytes themselves say it best.
    package var value: Value?
    package var meaning: String?
    /// Why these bytes were not read, or not as what they ought to be.
    package var problem: String?
    package var bits: [Bits]
    package var children: [ExplainedField]

    package init(
        range: Range<Int>, name: String, value: Value? = nil, meaning: String? = nil, problem: String? = nil,
        bits: [Bits] = [], children: [ExplainedField] = []
    ) {
        self.range = range
        self.name = name
        self.value = value
        self.meaning = meaning
        self.problem = problem
        self.bits = bits
        self.children = children
    }

    /// The fields without children, in the order of their bytes.
    package var leaves: [ExplainedField] { children.isEmpty ? [self] : children.flatMap(\.leaves) }

    /// The same field where each byte of its bytes stands at `place` of it.
    func mapped(_ place: (Int) -> Int) -> ExplainedField {
        var field = self
        field.range = place(range.lowerBound)..<place(range.upperBound)
        field.children = children.map { $0.mapped(place) }
        return field
    }
}
