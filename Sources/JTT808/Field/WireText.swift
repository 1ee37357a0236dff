#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A text field as sent. Strings on the wire are GB 18030 (the editions say GBK, which it contains); devices made for
/// export send other bytes, and these are kept.
public struct WireText: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The bytes without the NUL and space padding of both ends.
    public let bytes: [UInt8]

    public init(padded bytes: some Collection<UInt8>) {
        let isPadding = { (byte: UInt8) in byte == 0x00 || byte == 0x20 }
        let unpadded = bytes.drop(while: isPadding)
        let trailing = unpadded.reversed().prefix(while: isPadding).count
        self.bytes = [UInt8](unpadded.dropLast(trailing))
    }

    init(_ span: RawSpan) { self.init(padded: span.copiedBytes) }

    /// - Returns: nil when the text has a character that GB 18030 lacks.
    public init?(encoding text: String) {
        guard let bytes = Self.convert([UInt8](text.utf8), from: "UTF-8", to: "GB18030") else { return nil }
        self.bytes = bytes
    }

    /// Text for a terminal to show or speak: GBK and no more of GB 18030, which they do not know.
    /// - Returns: nil when the text has a character that GBK lacks.
    public init?(gbk text: String) {
        guard let bytes = Self.convert([UInt8](text.utf8), from: "UTF-8", to: "GBK") else { return nil }
        self.bytes = bytes
    }

    /// ASCII text, which is the same in GB 18030.
    /// - Precondition: the literal is ASCII. Other text must be converted: `WireText(encoding: "京A12345")`.
    public init(stringLiteral value: StaticString) {
        precondition(value.isASCII, "a literal of other than ASCII would stand there in UTF-8")
        self.bytes = value.withUTF8Buffer { [UInt8]($0) }
    }

    /// The text, or nil when the bytes are not GB 18030.
    public var string: String? {
        // Nearly all fields are ASCII, and iconv costs a thousand times more than looking.
        if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
        return Self.convert(bytes, from: "GB18030", to: "UTF-8").map { String(decoding: $0, as: UTF8.self) }
    }

    /// The bytes with NUL behind up to `length`; longer text is cut.
    public func padded(to length: Int) -> [UInt8] {
        [UInt8](bytes.prefix(length)) + [UInt8](repeating: 0, count: max(0, length - bytes.count))
    }

    private static func convert(_ input: [UInt8], from source: String, to target: String) -> [UInt8]? {
        let converter = iconv_open(target, source)
        guard converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        // GB 18030 needs at most 4 bytes for a UTF-8 character of 2 to 4, UTF-8 at most 3 for a GBK character of 2.
        var output = [UInt8](repeating: 0, count: input.count * 4 + 4)
        var input = input
        let written: Int? = input.withUnsafeMutableBytes { from in
            output.withUnsafeMutableBytes { to in
                var fromPointer = from.baseAddress?.assumingMemoryBound(to: CChar.self)
                var fromLeft = from.count
                var toPointer = to.baseAddress?.assumingMemoryBound(to: CChar.self)
                var toLeft = to.count
                let irreversible = iconv(converter, &fromPointer, &fromLeft, &toPointer, &toLeft)
                return irreversible == 0 && fromLeft == 0 ? to.count - toLeft : nil
            }
        }
        return written.map { [UInt8](output.prefix($0)) }
    }
}
