/// Bounded reads of the wire's integers: big-endian, at any offset, nil past the end. Every decoder here reads through
/// them, so that no length in a frame can make it read past a bound.
extension RawSpan {
    @inlinable @inline(__always)
    package func load<Integer: FixedWidthInteger & BitwiseCopyable>(
        at offset: Int, as type: Integer.Type = Integer.self
    ) -> Integer? {
        guard offset >= 0, byteCount >= MemoryLayout<Integer>.size, offset <= byteCount - MemoryLayout<Integer>.size
        else {
            return nil
        }
        return Integer(bigEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: Integer.self))
    }

    /// The bytes `offset ..< offset + count`, copied, or nil when they are not all there.
    package func bytes(at offset: Int, count: Int) -> [UInt8]? {
        guard offset >= 0, count >= 0, count <= byteCount, offset <= byteCount - count else { return nil }
        return extracting(offset..<offset + count).copiedBytes
    }

    /// All bytes, copied.
    package var copiedBytes: [UInt8] { withUnsafeBytes { [UInt8]($0) } }
}
