public import NIOCore

/// Encodes rows for `COPY ... (FORMAT binary)`: what stands between header and trailer.
///
/// For each row call ``beginRow(fields:reserving:)``, then exactly that many field methods, in the
/// order of the column list. A field method with an optional parameter writes NULL for nil. The only
/// allocation is the growth of the buffer. Another number of fields than announced is a programming
/// error and traps, because the server would take the following rows for something else.
public struct CopyRowWriter: Sendable {
    @usableFromInline var begunRows: Int
    @usableFromInline var buffer: ByteBuffer
    @usableFromInline var fieldsLeft = 0

    /// - Parameter buffer: Rows are appended to it.
    package init(buffer: ByteBuffer = ByteBuffer()) {
        self.buffer = buffer
        self.begunRows = 0
    }

    /// Rows that are encoded already, such as a part of a batch.
    /// - Parameter count: How many whole rows `rows` holds.
    package init(rows: ByteBuffer, count: Int) {
        self.buffer = rows
        self.begunRows = count
    }

    /// Rows begun.
    package var rowCount: Int { begunRows }

    /// Bytes of all rows.
    package var byteCount: Int { buffer.readableBytes }

    /// The whole rows. While a copy of the buffer lives, the next row copies all bytes.
    package var rows: ByteBuffer {
        checkRowIsWhole()
        return buffer
    }

    /// Forgets the rows and keeps the memory.
    package mutating func removeAll() {
        checkRowIsWhole()
        buffer.clear()
        begunRows = 0
    }

    // MARK: Rows

    /// Starts a row.
    /// - Parameters:
    ///   - fields: Number of columns, 0 to 32767.
    ///   - reserving: Bytes to make room for at once; a row that grows longer costs time only.
    package mutating func beginRow(fields: Int, reserving bytes: Int = 0) {
        checkRowIsWhole()
        buffer.reserveCapacity(minimumWritableBytes: bytes)
        begunRows += 1
        fieldsLeft = fields
        buffer.writeInteger(Int16(fields))
    }

    /// A whole row at once, which is faster than field by field, because the buffer is asked for room only once.
    /// - Parameters:
    ///   - fields: Number of columns, 0 to 32767.
    ///   - variableBytes: Bytes of the values of variable width in all, at most.
    ///   - write: Writes exactly `fields` fields; another number, or more bytes, is a programming error and traps.
    @inlinable
    public mutating func row(fields: Int, variableBytes: Int = 0, _ write: (inout CopyRowFields) -> Void) {
        checkRowIsWhole()
        begunRows += 1
        let capacity = 2 + fields * CopyRowFields.longestFixedField + variableBytes
        buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: capacity) { bytes in
            guard let start = bytes.baseAddress else { preconditionFailure("a buffer without memory") }
            start.storeBytes(of: Int16(fields).bigEndian, as: Int16.self)
            var row = CopyRowFields(start: start + 2, capacity: capacity - 2)
            write(&row)
            precondition(row.count == fields, "a row has another number of fields than announced")
            return 2 + row.offset
        }
    }

    @usableFromInline
    func checkRowIsWhole() {
        precondition(fieldsLeft == 0, "a row has \(fieldsLeft) fields too few")
    }

    @inlinable
    mutating func countField() {
        precondition(fieldsLeft > 0, "a row has more fields than announced")
        fieldsLeft -= 1
    }

    // MARK: Fields of fixed width

    /// NULL of any type.
    @inlinable
    public mutating func null() {
        countField()
        length(-1)
    }

    /// `smallint`
    @inlinable
    public mutating func int16(_ value: Int16?) {
        fixedWidth(value)
    }

    /// `integer`; also `date` as days since 2000-01-01.
    @inlinable
    public mutating func int32(_ value: Int32?) {
        fixedWidth(value)
    }

    /// `bigint`
    @inlinable
    public mutating func int64(_ value: Int64?) {
        fixedWidth(value)
    }

    /// `boolean`
    @inlinable
    public mutating func bool(_ value: Bool?) {
        fixedWidth(value.map { $0 ? 1 as UInt8 : 0 })
    }

    /// `real`
    @inlinable
    public mutating func float4(_ value: Float?) {
        fixedWidth(value?.bitPattern)
    }

    /// `double precision`
    @inlinable
    public mutating func float8(_ value: Double?) {
        fixedWidth(value?.bitPattern)
    }

    /// `timestamptz` or `timestamp`: microseconds since 2000-01-01 00:00 UTC, see ``PostgresEpoch``.
    @inlinable
    public mutating func timestamptz(_ microseconds: Int64?) {
        fixedWidth(microseconds)
    }

    @inlinable
    mutating func fixedWidth<T: FixedWidthInteger & BitwiseCopyable>(_ value: T?) {
        guard let value else { return null() }
        countField()
        // Length and value behind one check of the capacity: `writeMultipleIntegers` halves the rows a second.
        buffer.writeWithOutputRawSpan(minimumWritableBytes: 4 + MemoryLayout<T>.size) { span in
            span.append(Int32(MemoryLayout<T>.size).bigEndian, as: Int32.self)
            span.append(value.bigEndian, as: T.self)
        }
    }

    @inlinable
    mutating func length(_ value: Int32) {
        buffer.writeWithOutputRawSpan(minimumWritableBytes: 4) { span in
            span.append(value.bigEndian, as: Int32.self)
        }
    }

    // MARK: Fields of variable width

    /// `text`, `varchar`, `json`. A NUL character is refused by the server (22021).
    @inlinable
    public mutating func text(_ value: String?) {
        guard let value else { return null() }
        countField()
        length(Int32(value.utf8.count))
        buffer.writeString(value)
    }

    /// `bytea`, UTF-8 of a `text`, or any type already in its binary form.
    @inlinable
    public mutating func bytes(_ value: RawSpan) {
        countField()
        length(Int32(value.byteCount))
        buffer.writeBytes(value)
    }

    /// A `bytea` put together from pieces.
    /// - Parameter fill: Appends exactly `count` bytes; another number is a programming error and traps.
    @inlinable
    public mutating func bytes(count: Int, _ fill: (inout ByteBuffer) -> Void) {
        countField()
        length(Int32(count))
        let start = buffer.writerIndex
        fill(&buffer)
        precondition(buffer.writerIndex - start == count, "a field has another length than announced")
    }

    /// `bytea`, UTF-8 of a `text`, or any type already in its binary form.
    @inlinable
    public mutating func bytes(_ value: [UInt8]?) {
        guard let value else { return null() }
        bytes(value.span.bytes)
    }

    /// The readable bytes, as `bytea`, UTF-8 of a `text`, or any type already in its binary form.
    @inlinable
    public mutating func bytes(_ value: ByteBuffer?) {
        guard let value else { return null() }
        countField()
        length(Int32(value.readableBytes))
        buffer.writeImmutableBuffer(value)
    }
}
