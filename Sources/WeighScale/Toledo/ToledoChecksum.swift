/// Toledo's checksum: two's complement of the sum of the low seven bits of all bytes from STX to CR.
enum ToledoChecksum {
    static func of(_ bytes: some Sequence<UInt8>) -> UInt8 { (0 &- bytes.reduce(0, &+)) & 0x7F }

    /// Low seven bits of the sum of the first `count` bytes; 0 when the checksum is among them and right.
    static func sum(_ span: RawSpan, count: Int) -> UInt8 {
        (0..<count).reduce(0) { $0 &+ (span.byte(at: $1) ?? 0) } & 0x7F
    }
}
