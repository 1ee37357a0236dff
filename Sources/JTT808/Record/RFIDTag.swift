import NIOCore

/// A tag that was read (电子标签): technology u8, length u8, bytes.
public struct RFIDTag: Hashable, Sendable {
    /// 0 other, 1 LF 125 kHz, 2 FDX-B or HDX 134.2 kHz, 3 HF, 4 UHF EPC. Others are kept as sent.
    public var technology: UInt8
    /// At most 255; none when there is no tag.
    public var bytes: [UInt8]

    public init(technology: UInt8, bytes: [UInt8]) {
        self.technology = technology
        self.bytes = bytes
    }

    /// No tag.
    public static let none = RFIDTag(technology: 0, bytes: [])

    init(_ record: RawSpan, _ offset: inout Int) throws(BodyError) {
        technology = try record.take(&offset)
        let count: UInt8 = try record.take(&offset)
        bytes = try record.takeBytes(Int(count), &offset)
    }

    func encode(into out: inout ByteBuffer) {
        let bytes = bytes.prefix(Int(UInt8.max))
        out.writeInteger(technology)
        out.writeInteger(UInt8(bytes.count))
        out.writeBytes(bytes)
    }
}
