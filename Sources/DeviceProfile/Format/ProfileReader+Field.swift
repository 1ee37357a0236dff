import Yams

extension ProfileReader {
    static let numberKeys = ["at", "column", "separator", "type", "bytes", "order", "bits"]
    private static let types: [(String, (encoding: NumberField.Encoding, width: Int?))] = [
        ("u8", (.unsigned, 1)), ("u16", (.unsigned, 2)), ("u24", (.unsigned, 3)), ("u32", (.unsigned, 4)),
        ("u64", (.unsigned, 8)), ("i8", (.signed, 1)), ("i16", (.signed, 2)), ("i24", (.signed, 3)),
        ("i32", (.signed, 4)), ("m16", (.signMagnitude, 2)), ("m32", (.signMagnitude, 4)), ("bcd", (.bcd, nil)),
        ("decimal", (.decimal, nil)),
    ]

    mutating func byteOrder(_ node: Node) -> Bool? {
        choice(node, "order", [("big", false), ("little", true)])
    }

    /// Where a field stands: `at`, or `column` with `separator`.
    mutating func place(_ node: Node, _ members: [String: Node], _ what: String) -> FieldPlace? {
        switch (members["at"], members["column"]) {
        case (let at?, nil):
            if let separator = members["separator"] {
                report(separator, "a separator belongs to a column", accepted: "column in place of at")
            }
            return integer(at, "at", in: 0...1023).map { .offset(Int($0)) }
        case (nil, let column?):
            let number = integer(column, "column", in: 1...255)
            let separator = required(
                "separator", in: members, of: node, what, accepted: "one ASCII character such as '|'"
            ).flatMap { self.separator($0) }
            guard let number, let separator else { return nil }
            return .column(Int(number), separator: separator)
        default:
            report(
                node, "\(what) does not say where it stands", accepted: "either at (bytes from 0) or column (from 1)")
            return nil
        }
    }

    private mutating func separator(_ node: Node) -> UInt8? {
        let bytes = Array((node.scalar?.string ?? "").utf8)
        if bytes.count == 1, bytes[0] < 0x80 { return bytes[0] }
        report(node, "separator is no single character", accepted: "one ASCII character such as '|'")
        return nil
    }

    /// A number's place and type, from members whose keys were looked at.
    mutating func number(_ node: Node, _ members: [String: Node], _ what: String) -> NumberField? {
        let place = self.place(node, members, what)
        guard
            let typeNode = required(
                "type", in: members, of: node, what, accepted: Self.types.map(\.0).joined(separator: ", ")),
            let type = choice(typeNode, "type", Self.types)
        else { return nil }
        let isLittle = members["order"].map { byteOrder($0) } ?? false
        let width = self.width(node, members, type)
        let bits = members["bits"].flatMap { self.bits($0, type) }
        if let order = members["order"], type.encoding == .decimal {
            report(order, "a decimal text has one order only", accepted: "no order")
        }
        if case .column? = place, type.encoding != .decimal {
            report(typeNode, "a column of a text is no \(typeNode.scalar?.string ?? "")", accepted: "decimal")
        }
        guard let place, let isLittle, let width else { return nil }
        return NumberField(
            place: place, width: width.bytes, encoding: type.encoding, isLittleEndian: isLittle, bits: bits)
    }

    /// - Returns: nil when it is wrong.
    private mutating func width(
        _ node: Node, _ members: [String: Node], _ type: (encoding: NumberField.Encoding, width: Int?)
    ) -> (bytes: Int?, Void)? {
        guard let bytes = members["bytes"] else {
            if type.encoding != .bcd { return (type.width, ()) }
            report(node, "a BCD number lacks 'bytes'", accepted: "1 to 9 bytes")
            return nil
        }
        if type.width != nil {
            report(bytes, "the type says how long the number is", accepted: "bytes with bcd or decimal only")
            return nil
        }
        let most: Int64 = type.encoding == .bcd ? 9 : 255
        return integer(bytes, "bytes", in: 1...most).map { (Int($0), ()) }
    }

    private mutating func bits(
        _ node: Node, _ type: (encoding: NumberField.Encoding, width: Int?)
    ) -> ClosedRange<Int>? {
        guard type.encoding == .unsigned, let width = type.width else {
            report(node, "bits belong to an unsigned number", accepted: "type u8, u16, u24, u32 or u64")
            return nil
        }
        let accepted = "a bit such as 0, or a range such as 0..14, up to \(8 * width - 1)"
        guard let found = ranges(node, "bits"), found.count == 1, let range = found.first, range.lowerBound >= 0,
            range.upperBound < 8 * width
        else {
            report(node, "bits is '\(node.scalar?.string ?? "a list")'", accepted: accepted)
            return nil
        }
        return Int(range.lowerBound)...Int(range.upperBound)
    }

    mutating func condition(_ node: Node, _ what: String) -> Condition? {
        guard let members = members(of: node, what, keys: Self.numberKeys + ["is"]) else { return nil }
        let field = number(node, members, what)
        let accepted = required("is", in: members, of: node, what, accepted: "the numbers for which it holds")
            .flatMap { ranges($0, "is") }
        guard let field, let accepted else { return nil }
        return Condition(field: field, accepted: accepted)
    }

    /// A number that the profile gives, or a field.
    mutating func small(_ node: Node?, _ what: String, in range: ClosedRange<Int64>) -> SmallNumber? {
        guard let node else { return .fixed(0) }
        if node.mapping == nil { return integer(node, what, in: range).map { .fixed($0) } }
        guard let members = members(of: node, what, keys: Self.numberKeys) else { return nil }
        return number(node, members, what).map { .sent($0) }
    }
}
