public import NIOCore

/// A side's public RSA key: 0x0A00 of the terminal (clause 8.64), 0x8A00 of the platform (clause 8.63). Nobody is known to
/// use them.
public struct RSAKey: Equatable, Sendable {
    static let modulusLength = 128

    public var exponent: UInt32
    /// 128 bytes.
    public var modulus: [UInt8]

    public init(exponent: UInt32, modulus: [UInt8]) {
        self.exponent = exponent
        self.modulus = modulus
    }

    public init(body: RawSpan) throws(BodyError) {
        var offset = 0
        exponent = try body.take(&offset)
        modulus = try body.takeBytes(Self.modulusLength, &offset)
    }

    public func encode(into body: inout ByteBuffer) {
        body.writeInteger(exponent)
        body.writeRepeatingByte(0, count: Self.modulusLength - min(modulus.count, Self.modulusLength))
        body.writeBytes(modulus.suffix(Self.modulusLength))
    }
}
