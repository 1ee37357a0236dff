/// The fields of one row, written one behind the other into memory that was made ready for all of them: see
/// ``CopyRowWriter/row(fields:variableBytes:_:)``. Each method is as its namesake there; nil is NULL.
///
/// What rows are written with is `public`: the compiler inlines no other function into another module, and a call for each field
/// costs as much as the field.
public struct CopyRowFields {
    /// A length and eight bytes.
    @usableFromInline static let longestFixedField = 12

    @usableFromInline let start: UnsafeMutableRawPointer
    @usableFromInline let capacity: Int
    @usableFromInline var count = 0
    @usableFromInline var offset = 0

    @inlinable
    init(start: UnsafeMutableRawPointer, capacity: Int) {
        self.start = start
        self.capacity = capacity
    }

    /// NULL of any type.
    @inlinable @inline(__always) public mutating func null() { begin(length: -1) }
    /// `smallint`
    @inlinable @inline(__always) public mutating func int16(_ value: Int16?) { fixedWidth(value) }
    /// `integer`
    @inlinable @inline(__always) public mutating func int32(_ value: Int32?) { fixedWidth(value) }
    /// `bigint`
    @inlinable @inline(__always) public mutating func int64(_ value: Int64?) { fixedWidth(value) }
    /// `boolean`
    @inlinable @inline(__always) public mutating func bool(_ value: Bool) { fixedWidth(value ? 1 as UInt8 : 0) }
    /// `timestamptz`: microseconds since 2000-01-01 00:00 UTC, see ``PostgresEpoch``.
    @inlinable @inline(__always) public mutating func timestamptz(_ microseconds: Int64) { fixedWidth(microseconds) }

    /// `bytea`, UTF-8 of a `text`, or any type already in its binary form.
    @inlinable
    public mutating func bytes(_ value: RawSpan) {
        begin(length: value.byteCount)
        append(value)
    }

    /// A `bytea` put together from pieces: ``append(_:)`` of exactly `count` bytes must follow.
    @inlinable @inline(__always) public mutating func bytes(count: Int) { begin(length: count) }

    /// A piece of a field that ``bytes(count:)`` began.
    @inlinable
    public mutating func append(_ piece: RawSpan) {
        precondition(offset + piece.byteCount <= capacity, "more bytes than announced")
        piece.withUnsafeBytes { bytes in
            if let source = bytes.baseAddress { (start + offset).copyMemory(from: source, byteCount: bytes.count) }
        }
        offset += piece.byteCount
    }

    @inlinable @inline(__always)
    mutating func begin(length: Int) {
        precondition(offset + 4 <= capacity, "more bytes than announced")
        count += 1
        start.storeBytes(of: Int32(truncatingIfNeeded: length).bigEndian, toByteOffset: offset, as: Int32.self)
        offset += 4
    }

    @inlinable @inline(__always)
    mutating func fixedWidth<T: FixedWidthInteger & BitwiseCopyable>(_ value: T?) {
        guard let value else { return null() }
        let size = MemoryLayout<T>.size
        precondition(offset + 4 + size <= capacity, "more bytes than announced")
        count += 1
        start.storeBytes(of: Int32(size).bigEndian, toByteOffset: offset, as: Int32.self)
        start.storeBytes(of: value.bigEndian, toByteOffset: offset + 4, as: T.self)
        offset += 4 + size
    }
}
