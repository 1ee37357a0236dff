import JTT808

/// Which bytes of a message are looked at, and what they say.
package struct ProfileRule: Equatable, Sendable {
    package enum Source: Hashable, Sendable {
        /// An additional item of a position.
        case item(UInt8)
        /// A 0x0900 of this type.
        case passthrough(UInt8)
    }

    /// Stretches of equal length that fill the value from `start` on.
    package struct Repetition: Equatable, Sendable {
        package var start: Int
        package var length: Int
    }

    package var source: Source
    /// The value is a count and so many records of id, length and data; this one's data are looked at.
    package var groupMember: UInt8?
    package var each: Repetition?
    /// Lengths that are accepted, in bytes; empty: any.
    package var lengths: [Int] = []
    package var conditions: [Condition] = []
    /// When it happened; nil: as the position was made.
    package var time: TimeField?
    package var meanings: [Meaning]

    /// Visits the stretches of `body` that this rule looks at.
    /// - Parameter value: of the item, or the data of the 0x0900.
    func forEachPart(of body: RawSpan, in value: Range<Int>, _ visit: (Range<Int>) -> Void) {
        guard let groupMember else {
            forEachRepetition(of: body, in: value, visit)
            return
        }
        guard Self.isGroup(body, value) else { return }
        _ = AdditionalItem.walk(body.extracting(..<value.upperBound), from: value.lowerBound + 1) {
            id, offset, length in
            if id == groupMember { forEachRepetition(of: body, in: offset..<offset + length, visit) }
        }
    }

    /// Other makers use the same id for something else, so the shape must fit to the last byte.
    private static func isGroup(_ body: RawSpan, _ value: Range<Int>) -> Bool {
        guard !value.isEmpty, let declared: UInt8 = body.load(at: value.lowerBound), declared > 0 else { return false }
        var count = 0
        let end = AdditionalItem.walk(body.extracting(..<value.upperBound), from: value.lowerBound + 1) { _, _, _ in
            count += 1
        }
        return end == value.upperBound && count == Int(declared)
    }

    private func forEachRepetition(of body: RawSpan, in value: Range<Int>, _ visit: (Range<Int>) -> Void) {
        guard let each else {
            if accepts(body, value) { visit(value) }
            return
        }
        let room = value.count - each.start
        guard room > 0, room.isMultiple(of: each.length) else { return }
        for start in stride(from: value.lowerBound + each.start, to: value.upperBound, by: each.length) {
            let part = start..<start + each.length
            if accepts(body, part) { visit(part) }
        }
    }

    private func accepts(_ body: RawSpan, _ part: Range<Int>) -> Bool {
        guard lengths.isEmpty || lengths.contains(part.count) else { return false }
        return conditions.allSatisfy { $0.holds(for: body.extracting(part)) }
    }
}
