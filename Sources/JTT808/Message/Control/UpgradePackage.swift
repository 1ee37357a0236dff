public import NIOCore

/// New software for a terminal: 0x8108 (clause 8.19; 2013 and 2019), always in slices. 下发终端升级包.
public struct UpgradePackage: Equatable, Sendable {
    static let manufacturerLength = 5

    /// 0 terminal, 12 card reader of the road transport permit, 52 GNSS module.
    public var kind: UInt8
    public var manufacturerID: WireText
    public var version: WireText
    public var data: [UInt8]

    public init(kind: UInt8, manufacturerID: WireText, version: WireText, data: [UInt8]) {
        self.kind = kind
        self.manufacturerID = manufacturerID
        self.version = version
        self.data = data
    }

    public init(body: RawSpan) throws(BodyError) {
        var offset = 0
        kind = try body.take(&offset)
        manufacturerID = try body.takeText(Self.manufacturerLength, &offset)
        version = try body.takeShortText(&offset)
        let count: UInt32 = try body.take(&offset)
        data = try body.takeBytes(Int(count), &offset)
    }

    public func encode(into body: inout ByteBuffer) {
        body.writeInteger(kind)
        body.writeBytes(manufacturerID.padded(to: Self.manufacturerLength))
        body.writeShortText(version)
        body.writeInteger(UInt32(clamping: data.count))
        body.writeBytes(data)
    }
}
