public import NIOCore

/// Asks for some parameters: 0x8106 (clause 8.14; 2013 and 2019). 查询指定终端参数. 0x8104 asks for all and has no body.
public struct ParameterQuery: Equatable, Sendable {
    /// At most 255.
    public var ids: [UInt32]

    public init(ids: [UInt32]) { self.ids = ids }

    public init(body: RawSpan) throws(BodyError) {
        var offset = 0
        let count: UInt8 = try body.take(&offset)
        ids = try body.takeList(Int(count), &offset)
    }

    public func encode(into body: inout ByteBuffer) {
        let ids = ids.prefix(Int(UInt8.max))
        body.writeInteger(UInt8(ids.count))
        body.writeList(ids)
    }
}
