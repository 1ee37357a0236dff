public import NIOCore

/// The link of a Four-Faith DTU in its PROT mode: a registration of 21 bytes, then data in which FD travels as FD ED and FE
/// as FD EE, and a bare FE as heartbeat.
public struct FourFaithLink: Sendable {
    /// How the DTU introduces itself.
    public struct Registration: Hashable, Sendable {
        public static let length = 21

        /// Sent with the low byte first.
        public let id: UInt32
        /// 11 digits (手机号).
        public let phone: String
        /// Its own address, as sent.
        public let address: UInt32

        /// - Throws: ``ScaleFault/truncated`` below 21 bytes, ``ScaleFault/shape`` for anything else.
        public init(_ span: RawSpan) throws(ScaleFault) {
            guard span.byteCount >= Self.length else { throw .truncated }
            let digits = (4..<15).compactMap { span.byte(at: $0) }
            guard digits.allSatisfy({ (0x30...0x39).contains($0) }), span.byte(at: 15) == 0, span.byte(at: 20) == 0
            else { throw .shape }
            id = (0..<4).reversed().reduce(0) { $0 << 8 | UInt32(span.byte(at: $1) ?? 0) }
            phone = String(decoding: digits, as: Unicode.ASCII.self)
            address = (16..<20).reduce(0) { $0 << 8 | UInt32(span.byte(at: $1) ?? 0) }
        }
    }

    static let heartbeat: UInt8 = 0xFE
    static let escape: UInt8 = 0xFD

    private var isEscaped = false

    public init() {}

    /// Moves all of `input`, unescaped and without heartbeats, to the end of `output`. An escape that is none goes through as
    /// it is.
    public mutating func pass(_ input: inout ByteBuffer, into output: inout ByteBuffer) -> DTUFilter.Taken {
        var taken = DTUFilter.Taken()
        for byte in input.readableBytesView {
            switch (isEscaped, byte) {
            case (_, Self.heartbeat):
                taken.heartbeats += 1
                continue
            case (true, 0xED): output.writeInteger(Self.escape)
            case (true, 0xEE): output.writeInteger(Self.heartbeat)
            case (true, Self.escape):
                output.writeInteger(Self.escape)
                continue
            case (true, _): output.writeBytes([Self.escape, byte])
            case (false, Self.escape):
                isEscaped = true
                continue
            case (false, _): output.writeInteger(byte)
            }
            isEscaped = false
        }
        input.moveReaderIndex(to: input.writerIndex)
        return taken
    }
}
