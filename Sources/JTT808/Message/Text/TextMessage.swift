public import NIOCore

/// Text for the driver: 0x8300 (clause 8.27). 文本信息下发.
public struct TextMessage: Equatable, Sendable {
    /// Most bytes of text by the standard. A text of more than about 1020 travels in slices.
    public static let mostBytes = 1024

    /// Up to 2013: b0 urgent, b2 display, b3 speak, b4 advertising screen, b5 0 navigation or 1 CAN fault.
    /// 2019: b0 and b1 1 service, 2 urgent, 3 notice; b2 display; b3 speak; b5 as before.
    public var flags: UInt8
    /// 2019: 1 notice, 2 service. Nil before.
    public var kind: UInt8?
    public var text: WireText

    public init(flags: UInt8, kind: UInt8? = nil, text: WireText) {
        self.flags = flags
        self.kind = kind
        self.text = text
    }

    /// The flags of a text that is shown, spoken or both.
    public static func flags(urgent: Bool, display: Bool, speak: Bool, _ edition: Edition) -> UInt8 {
        let importance: UInt8 = edition == .edition2019 ? (urgent ? 2 : 1) : (urgent ? 1 : 0)
        return importance | (display ? 1 << 2 : 0) | (speak ? 1 << 3 : 0)
    }

    public init(body: RawSpan, edition: Edition) throws(BodyError) {
        var offset = 0
        flags = try body.take(&offset)
        kind = edition == .edition2019 ? try body.take(&offset) : nil
        text = WireText(padded: body.rest(from: offset))
    }

    /// In 2019 a text without a kind is a notice.
    public func encode(into body: inout ByteBuffer, edition: Edition) {
        body.writeInteger(flags)
        if edition == .edition2019 { body.writeInteger(kind ?? 1) }
        body.writeFinalText(text, edition)
    }
}
