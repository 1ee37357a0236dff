public import NIOCore

/// An electronic waybill: 0x0701 (clause 8.45). 电子运单上报. Some devices answer commands with it, in ASCII.
public struct Waybill: Equatable, Sendable {
    public var data: [UInt8]

    public init(data: [UInt8]) { self.data = data }

    public init(body: RawSpan) throws(BodyError) {
        var offset = 0
        let count: UInt32 = try body.take(&offset)
        data = try body.takeBytes(Int(count), &offset)
    }

    public func encode(into body: inout ByteBuffer) {
        body.writeInteger(UInt32(clamping: data.count))
        body.writeBytes(data)
    }
}
