/// Bytes as received and the fields that cover them, each byte once.
package struct Explanation: Equatable, Sendable {
    package var bytes: [UInt8]
    package var fields: [ExplainedField]

    package init(bytes: [UInt8], fields: [ExplainedField]) {
        self.bytes = bytes
        self.fields = fields
    }

    package func bytes(of field: ExplainedField) -> ArraySlice<UInt8> { bytes[field.range] }

    /// Whether the fields cover all bytes without a gap or an overlap, at every depth. It holds for all that this library
    /// makes; tests and fuzzers ask.
    package var isComplete: Bool { Self.covers(fields, 0..<bytes.count) }

    private static func covers(_ fields: [ExplainedField], _ range: Range<Int>) -> Bool {
        var end = range.lowerBound
        for field in fields {
            guard field.range.lowerBound == end, !field.range.isEmpty else { return false }
            guard field.children.isEmpty || covers(field.children, field.range) else { return false }
            end = field.range.upperBound
        }
        return end == range.upperBound
    }
}
