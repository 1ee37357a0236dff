/// Bounded reads at a cursor, for bodies that have no fixed offsets. Nothing is read past the end: what is not there is
/// ``BodyError/length``, and the cursor stays.
extension RawSpan {
    func take<Integer: FixedWidthInteger & BitwiseCopyable>(
        _ offset: inout Int, as type: Integer.Type = Integer.self
    ) throws(BodyError) -> Integer {
        guard let value: Integer = load(at: offset) else { throw .length }
        offset += MemoryLayout<Integer>.size
        return value
    }

    func takeBytes(_ count: Int, _ offset: inout Int) throws(BodyError) -> [UInt8] {
        guard let taken = bytes(at: offset, count: count) else { throw .length }
        offset += count
        return taken
    }

    /// A text field of fixed width.
    func takeText(_ count: Int, _ offset: inout Int) throws(BodyError) -> WireText {
        WireText(padded: try takeBytes(count, &offset))
    }

    /// A text behind its length in one byte.
    func takeShortText(_ offset: inout Int) throws(BodyError) -> WireText {
        let count: UInt8 = try take(&offset)
        return try takeText(Int(count), &offset)
    }

    /// A text behind its length in two bytes.
    func takeLongText(_ offset: inout Int) throws(BodyError) -> WireText {
        let count: UInt16 = try take(&offset)
        return try takeText(Int(count), &offset)
    }

    func takeTime(_ offset: inout Int) throws(BodyError) -> TerminalTime {
        guard let time = TerminalTime(self, at: offset) else { throw .length }
        offset += TerminalTime.byteCount
        return time
    }

    /// As many integers as are asked for.
    func takeList<Integer: FixedWidthInteger & BitwiseCopyable>(
        _ count: Int, _ offset: inout Int, of type: Integer.Type = Integer.self
    ) throws(BodyError) -> [Integer] {
        // The bytes must be there before anything is reserved for them.
        guard count <= (byteCount - offset) / MemoryLayout<Integer>.size else { throw .length }
        var values: [Integer] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try take(&offset)) }
        return values
    }

    /// The bytes from the cursor to the end.
    func rest(from offset: Int) -> [UInt8] { bytes(at: offset, count: byteCount - offset) ?? [] }
}
