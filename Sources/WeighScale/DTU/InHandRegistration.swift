/// How an InHand DTU introduces itself: AA 01, 11 ASCII characters, 0D. What follows is the indicator's stream as it is.
public struct InHandRegistration: Hashable, Sendable {
    public static let length = 14

    /// 11 printable ASCII characters.
    public let id: String

    /// - Throws: ``ScaleFault/truncated`` below 14 bytes, ``ScaleFault/shape`` for anything else.
    public init(_ span: RawSpan) throws(ScaleFault) {
        guard span.byteCount >= Self.length else { throw .truncated }
        let characters = (2..<13).compactMap { span.byte(at: $0) }
        guard span.byte(at: 0) == 0xAA, span.byte(at: 1) == 0x01, span.byte(at: 13) == Control.carriageReturn,
            characters.allSatisfy({ (0x20...0x7E).contains($0) })
        else { throw .shape }
        id = String(decoding: characters, as: Unicode.ASCII.self)
    }
}
