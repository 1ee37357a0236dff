import JTT808

/// A cursor that writes down what it reads.
///
/// It reads no further than its end: what is not there is ``BodyError/length``, and the cursor stays, as that of the decoders does.
struct FieldReader {
    let bytes: [UInt8]
    private(set) var offset: Int
    private(set) var end: Int
    private(set) var fields: [ExplainedField] = []

    init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
        self.bytes = bytes
        offset = range?.lowerBound ?? 0
        end = range?.upperBound ?? bytes.count
    }

    var remaining: Int { end - offset }
    /// What is left, for a decoder that is to judge it.
    var rest: [UInt8] { Array(bytes[offset..<end]) }

    /// The number at so many bytes behind the cursor, or nil past the end.
    func peek<Number: FixedWidthInteger>(_ distance: Int = 0, as type: Number.Type = Number.self) -> Number? {
        let size = Number.bitWidth / 8
        guard distance >= 0, remaining >= size, distance <= remaining - size else { return nil }
        let start = offset + distance
        return bytes[start..<start + size].reduce(0) { (number: Number, byte) in
            // A number of one byte cannot be moved by eight bits.
            size == 1 ? Number(truncatingIfNeeded: byte) : number << 8 | Number(truncatingIfNeeded: byte)
        }
    }

    // MARK: Leaves

    /// A field of so many bytes; none at all is no field.
    mutating func take(
        _ count: Int, _ name: String, _ value: ExplainedField.Value? = nil, _ meaning: String? = nil,
        problem: String? = nil, bits: [ExplainedField.Bits] = []
    ) throws(BodyError) {
        guard count >= 0, count <= remaining else { throw .length }
        guard count > 0 else { return }
        fields.append(
            ExplainedField(
                range: offset..<offset + count, name: name, value: value, meaning: meaning, problem: problem, bits: bits
            ))
        offset += count
    }

    /// A number, big-endian, with what it means.
    @discardableResult
    mutating func number<Number: FixedWidthInteger>(
        _ name: String, _ type: Number.Type = Number.self, _ meaning: (Number) -> String? = { _ in nil },
        bits: (Number) -> [ExplainedField.Bits] = { _ in [] }
    ) throws(BodyError) -> Number {
        guard let number: Number = peek() else { throw .length }
        try take(
            Number.bitWidth / 8, name, .number(Int64(truncatingIfNeeded: number)), meaning(number), bits: bits(number))
        return number
    }

    @discardableResult
    mutating func u8(_ name: String, _ meaning: (UInt8) -> String? = { _ in nil }) throws(BodyError) -> UInt8 {
        try number(name, UInt8.self, meaning)
    }

    @discardableResult
    mutating func u16(_ name: String, _ meaning: (UInt16) -> String? = { _ in nil }) throws(BodyError) -> UInt16 {
        try number(name, UInt16.self, meaning)
    }

    @discardableResult
    mutating func u32(_ name: String, _ meaning: (UInt32) -> String? = { _ in nil }) throws(BodyError) -> UInt32 {
        try number(name, UInt32.self, meaning)
    }

    /// One of the values that a table names.
    @discardableResult
    mutating func choice(_ name: String, _ names: [UInt8: String]) throws(BodyError) -> UInt8 {
        try u8(name) { names[$0] ?? "not defined" }
    }

    /// A word of flags: the set ones by name.
    @discardableResult
    mutating func flags<Number: FixedWidthInteger>(
        _ name: String, _ type: Number.Type = Number.self, _ names: [Int: String]
    ) throws(BodyError) -> Number {
        try number(name, type, { $0 == 0 ? "none set" : nil }, bits: { setBits($0, names) })
    }

    /// Text in so many bytes, padding included.
    mutating func text(_ name: String, _ count: Int, _ meaning: String? = nil) throws(BodyError) {
        guard count <= remaining else { throw .length }
        let text = WireText(padded: bytes[offset..<offset + count])
        let isPadded = text.bytes.count < count
        let notes = [
            meaning, text.string == nil ? "no GB 18030: kept as bytes" : nil,
            isPadded ? "\(count - text.bytes.count) of padding" : nil,
        ].compactMap { $0 }
        try take(
            count, name, text.string.map { .text($0) }, notes.isEmpty ? nil : notes.joined(separator: "; "))
    }

    /// Text behind its length in one byte.
    mutating func shortText(_ name: String) throws(BodyError) {
        let count = try u8(name + "_length")
        try text(name, Int(count))
    }

    /// Text behind its length in two bytes.
    mutating func longText(_ name: String) throws(BodyError) {
        let count = try u16(name + "_length")
        try text(name, Int(count))
    }

    mutating func finalText(_ name: String) throws(BodyError) { try text(name, remaining) }

    mutating func time(_ name: String, zeros: String? = nil) throws(BodyError) {
        guard let high: UInt16 = peek(), let low: UInt32 = peek(2) else { throw .length }
        let time = TerminalTime(bcd: UInt64(high) << 32 | UInt64(low))
        let meaning = time.iso8601 ?? (time.bcd == 0 ? zeros ?? "zeros: not known" : zeros) ?? "no date"
        try take(6, name, .text(time.digits), meaning)
    }

    /// Bytes that are shown as they are.
    mutating func raw(_ name: String, _ count: Int, _ meaning: String? = nil) throws(BodyError) {
        try take(count, name, nil, meaning)
    }

    /// All that is left, if anything is.
    mutating func rawRest(_ name: String, _ meaning: String? = nil, problem: String? = nil) {
        guard remaining > 0 else { return }
        fields.append(ExplainedField(range: offset..<end, name: name, meaning: meaning, problem: problem))
        offset = end
    }

    /// Fields that were found in other ways in all that is left.
    mutating func rest(is found: [ExplainedField]) {
        fields += found
        offset = end
    }

    /// Reads to the end. What does not decode is raw, with the reason.
    mutating func all(_ read: (inout FieldReader) throws(BodyError) -> Void) {
        do throws(BodyError) {
            try read(&self)
            rawRest("more", "behind the known fields: ignored")
        } catch {
            rawRest("not_decoded", problem: error.explanation)
        }
    }

    // MARK: Groups

    /// Fields under a name of their own. What was read stands there even when reading ends with an error.
    mutating func group(
        _ name: String, _ meaning: String? = nil, _ read: (inout FieldReader) throws(BodyError) -> Void
    ) throws(BodyError) {
        if let failure = collect(name, meaning, read) { throw failure }
    }

    /// As many groups as are asked for.
    mutating func groups(
        _ count: Int, _ name: String, _ read: (inout FieldReader) throws(BodyError) -> Void
    ) throws(BodyError) {
        var number = 0
        while number < count {
            number += 1
            try group(count == 1 ? name : "\(name) \(number)", nil, read)
        }
    }

    /// Groups to the end.
    mutating func groupsToEnd(
        _ name: String, _ read: (inout FieldReader) throws(BodyError) -> Void
    ) throws(BodyError) {
        var number = 0
        while remaining > 0 {
            number += 1
            try group("\(name) \(number)", nil, read)
        }
    }

    /// Fields in exactly so many bytes. What does not decode among them is raw, with the reason, and costs nothing outside.
    /// - Parameter isFilled: whether bytes that are left over are a fault.
    mutating func bounded(
        _ name: String, _ count: Int, _ meaning: String? = nil, isFilled: Bool = false,
        _ read: (inout FieldReader) throws(BodyError) -> Void
    ) throws(BodyError) {
        guard count <= remaining else { throw .length }
        guard count > 0 else { return }
        let outerEnd = end
        end = offset + count
        let failure = collect(name, meaning) { reader throws(BodyError) in
            var failure: BodyError?
            do throws(BodyError) {
                try read(&reader)
                if isFilled && reader.remaining > 0 { throw .length }
            } catch {
                failure = error
            }
            if let failure {
                reader.rawRest("not_decoded", problem: failure.explanation)
                throw failure
            }
            reader.rawRest("more", "behind the known fields: ignored")
        }
        end = outerEnd
        if let failure { fields[fields.count - 1].problem = failure.explanation }
    }

    private mutating func collect(
        _ name: String, _ meaning: String?, _ read: (inout FieldReader) throws(BodyError) -> Void
    ) -> BodyError? {
        let start = offset
        let outer = fields
        fields = []
        var failure: BodyError?
        do throws(BodyError) {
            try read(&self)
        } catch {
            failure = error
        }
        let children = fields
        fields = outer
        if offset > start {
            fields.append(ExplainedField(range: start..<offset, name: name, meaning: meaning, children: children))
        }
        return failure
    }
}

extension BodyError {
    var explanation: String {
        switch self {
        case .length: "the lengths inside do not fit the bytes there (length)"
        case .kind: "not a known kind (kind)"
        case .version: "not a known version (version)"
        }
    }
}
