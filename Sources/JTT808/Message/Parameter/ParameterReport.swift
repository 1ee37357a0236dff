public import NIOCore

/// A terminal's parameters: 0x0104 (clause 8.15), the answer to 0x8104 and 0x8106. 查询终端参数应答. Often in slices.
public struct ParameterReport: Equatable, Sendable {
    /// Serial of the question.
    public var serial: UInt16
    public var parameters: [Parameter]
    /// Parameters in all, when the body is of 2011, which says it apart from the number in this package.
    public var total2011: UInt8?

    public init(serial: UInt16, parameters: [Parameter], total2011: UInt8? = nil) {
        self.serial = serial
        self.parameters = parameters
        self.total2011 = total2011
    }

    /// - Throws: ``BodyError/length`` when the items do not fill the body.
    public init(body: RawSpan, edition: Edition) throws(BodyError) {
        var offset = 0
        serial = try body.take(&offset)
        let list = try ParameterList(body, at: offset, edition: edition)
        parameters = list.items
        total2011 = list.isDouble ? list.total : nil
    }

    public func encode(into body: inout ByteBuffer) {
        body.writeInteger(serial)
        ParameterList.encode(parameters, total: total2011, isDouble: total2011 != nil, into: &body)
    }
}
