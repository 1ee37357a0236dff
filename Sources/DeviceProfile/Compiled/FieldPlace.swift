import JTT808

/// Where a field stands in the bytes that a rule looks at.
package enum FieldPlace: Equatable, Sendable {
    /// So many bytes from the beginning.
    case offset(Int)
    /// A column of a text with separators; the first one is 1.
    case column(Int, separator: UInt8)

    /// - Parameter width: bytes of the field; nil: to the end. A column is as wide as it is.
    /// - Returns: nil when the field does not stand in `span` whole.
    func range(in span: RawSpan, width: Int?) -> Range<Int>? {
        switch self {
        case .offset(let start):
            let end = width.map { start + $0 } ?? span.byteCount
            return start <= end && end <= span.byteCount ? start..<end : nil
        case .column(let wanted, let separator):
            var column = 1
            var start = 0
            var offset = 0
            while let byte: UInt8 = span.load(at: offset) {
                if byte == separator {
                    if column == wanted { return start..<offset }
                    column += 1
                    start = offset + 1
                }
                offset += 1
            }
            return column == wanted ? start..<offset : nil
        }
    }
}
