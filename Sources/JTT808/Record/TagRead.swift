import NIOCore

/// A tag came past a reader: record kind 1.
public struct TagRead: Equatable, Sendable {
    public var reader: UInt8
    public var antenna: UInt8
    public var rssiDbm: Int8
    public var tag: RFIDTag

    public init(reader: UInt8, antenna: UInt8, rssiDbm: Int8, tag: RFIDTag) {
        self.reader = reader
        self.antenna = antenna
        self.rssiDbm = rssiDbm
        self.tag = tag
    }

    init(_ record: RawSpan, _ offset: inout Int) throws(BodyError) {
        reader = try record.take(&offset)
        antenna = try record.take(&offset)
        rssiDbm = try record.take(&offset)
        tag = try RFIDTag(record, &offset)
    }

    func encode(into out: inout ByteBuffer) {
        out.writeInteger(reader)
        out.writeInteger(antenna)
        out.writeInteger(rssiDbm)
        tag.encode(into: &out)
    }
}
