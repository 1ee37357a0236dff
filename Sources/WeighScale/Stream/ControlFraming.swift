/// Finds the frames of dialects that begin each with a control character and have a known length.
struct ControlFraming: Sendable {
    private let dialect: ScaleDialect
    private let firstByte: UInt8
    private var toledo: ToledoFraming

    init(_ dialect: ScaleDialect) {
        self.dialect = dialect
        firstByte = dialect.form == .toledoExtended ? Control.startOfHeading : Control.startOfText
        toledo = ToledoFraming(dialect, firstByte: firstByte)
    }

    mutating func examine(_ span: RawSpan, isLast: Bool) -> Finding {
        let mask = dialect.mask
        let start = span.firstIndex(of: firstByte, in: 0..<span.byteCount, mask: mask) ?? span.byteCount
        guard start == 0 else { return .junk(start) }
        let finding =
            switch dialect.form {
            case .yaohua: YaohuaFrame.examine(span, dialect: dialect, isLast: isLast)
            case .yaohuaPoll: YaohuaAnswer.examine(span, dialect: dialect, isLast: isLast)
            default: toledo.examine(span, isLast: isLast)
            }
        // A frame may begin inside a faulty stretch, when the first byte was one only by chance or the rest was lost.
        guard case .fault(let fault, let length) = finding else { return finding }
        return .fault(fault, length: span.firstIndex(of: firstByte, in: 1..<length, mask: mask) ?? length)
    }
}
