public import NIOCore

/// A piece of information for those who subscribed: 0x8304 (2011 and 2013). 信息服务.
public struct InformationMessage: Equatable, Sendable {
    /// As in ``InformationMenu/Item/kind``.
    public var kind: UInt8
    public var text: WireText

    public init(kind: UInt8, text: WireText) {
        self.kind = kind
        self.text = text
    }

    /// In 2011 the length of the whole text comes before that of the part in this package.
    public init(body: RawSpan, edition: Edition) throws(BodyError) {
        var offset = 0
        kind = try body.take(&offset)
        if edition == .edition2011 { _ = try body.take(&offset, as: UInt16.self) }
        text = try body.takeLongText(&offset)
    }

    public func encode(into body: inout ByteBuffer, edition: Edition) {
        body.writeInteger(kind)
        if edition == .edition2011 { body.writeInteger(UInt16(clamping: text.bytes.count)) }
        body.writeLongText(text)
    }
}
