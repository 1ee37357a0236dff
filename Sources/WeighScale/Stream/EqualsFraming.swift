/// Finds the numbers between two `=`.
struct EqualsFraming: Sendable {
    private let dialect: ScaleDialect
    /// The separator before the bytes at the front was seen.
    private var isInside = false

    init(_ dialect: ScaleDialect) { self.dialect = dialect }

    mutating func examine(_ span: RawSpan, isLast: Bool) -> Finding {
        let length = dialect.contentLength
        guard isInside else {
            let start = span.firstIndex(of: EqualsFrame.separator, in: 0..<span.byteCount, mask: dialect.mask)
            guard start == 0 else { return .junk(start ?? span.byteCount) }
            isInside = true
            return .separator(1)
        }
        let end = span.firstIndex(of: EqualsFrame.separator, in: 0..<length + 1, mask: dialect.mask)
        let content = end ?? min(span.byteCount, length + 1)
        guard end != nil || content > length || isLast else { return .needMoreData }
        // The separator behind a number stays, for it begins the next one. Two in a row frame nothing.
        isInside = false
        if content == 0 { return .separator(0) }
        guard content <= length else { return .fault(.tooLong, length: content) }
        guard content == length else { return .fault(.truncated, length: content) }
        do {
            return .reading(try EqualsFrame(span, 0..<content, dialect: dialect).reading, length: content)
        } catch {
            return .fault(error, length: content)
        }
    }
}
