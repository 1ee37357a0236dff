public import NIOCore

/// How an upgrade went: 0x0108 (clause 8.20; 2013 and 2019). 终端升级结果通知.
public struct UpgradeResult: Equatable, Sendable {
    /// As in ``UpgradePackage/kind``.
    public var kind: UInt8
    /// 0 done, 1 failed, 2 cancelled.
    public var result: UInt8

    public init(kind: UInt8, result: UInt8) {
        self.kind = kind
        self.result = result
    }

    public init(body: RawSpan) throws(BodyError) {
        var offset = 0
        kind = try body.take(&offset)
        result = try body.take(&offset)
    }

    public func encode(into body: inout ByteBuffer) {
        body.writeInteger(kind)
        body.writeInteger(result)
    }
}
