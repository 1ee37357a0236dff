/// Finds lines that end with CR, LF or both.
struct LineFraming: Sendable {
    private let dialect: ScaleDialect
    /// The bytes at the front belong to a line that was too long.
    private var isSkipping = false

    init(_ dialect: ScaleDialect) { self.dialect = dialect }

    mutating func examine(_ span: RawSpan, isLast: Bool) -> Finding {
        let limit = isSkipping ? span.byteCount : TextLine.longest + 1
        let end = span.firstLineEnd(in: 0..<limit, mask: dialect.mask)
        if isSkipping {
            isSkipping = end == nil
            guard end == 0 else { return .junk(end ?? span.byteCount) }
        }
        guard let end else {
            guard span.byteCount <= TextLine.longest else {
                isSkipping = true
                return .fault(.tooLong, length: TextLine.longest + 1)
            }
            return isLast ? .fault(.truncated, length: span.byteCount) : .needMoreData
        }
        guard end > 0 else { return .separator(1) }
        do {
            return .reading(try TextLine.reading(span, length: end, dialect: dialect), length: end)
        } catch {
            return .fault(error, length: end)
        }
    }
}
