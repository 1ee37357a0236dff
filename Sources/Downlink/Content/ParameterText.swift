package import JTT808

/// Parameters as people write them: `0x0029=30`, `report_interval_s=30`, `plate=京A12345`, `0xf001=hex:0102`.
///
/// An id is a name of ``ParameterDefinition`` or hex digits behind `0x`. A value is read by the type that the standard gives
/// the id: a number (decimal, or hex behind `0x`), a text, or as many bytes as there must be in hex. `hex:` in front takes
/// the bytes as they are, for any id; ids that the standard does not define need it.
package enum ParameterText {
    /// - Throws: ``CommandError`` saying what is accepted.
    package static func id(_ text: String) throws(CommandError) -> UInt32 {
        if let definition = ParameterDefinition.byName[text] { return definition.id }
        if text.hasPrefix("0x"), let id = UInt32(text.dropFirst(2), radix: 16) { return id }
        throw CommandError(
            "'\(text)' is no parameter; accepted: an id such as 0x0029, or a name such as report_interval_s")
    }

    /// - Throws: ``CommandError`` saying which type and range the id takes.
    package static func parameter(_ text: String) throws(CommandError) -> Parameter {
        guard let equals = text.firstIndex(of: "=") else {
            throw CommandError("'\(text)' sets no parameter; accepted: ID=VALUE, such as 0x0029=30")
        }
        let name = String(text[..<equals])
        let value = String(text[text.index(after: equals)...])
        let id = try id(name)
        if value.hasPrefix("hex:") {
            guard let bytes = hexBytes(value.dropFirst(4)), bytes.count <= Int(UInt8.max) else {
                throw CommandError("\(name): '\(value)' is not accepted; accepted: hex: and 0 to 255 bytes in hex")
            }
            return Parameter(id: id, value: bytes)
        }
        guard let definition = ParameterDefinition.byID[id] else {
            throw CommandError(
                "\(name): the standard does not say what this parameter is; accepted: its bytes, such as \(name)=hex:0102"
            )
        }
        guard let typed = Self.value(value, as: definition.kind), let parameter = Parameter(id: id, typed) else {
            throw CommandError("\(name): '\(value)' is not accepted; accepted: \(accepted(definition.kind))")
        }
        return parameter
    }

    /// The value in the form that ``parameter(_:)`` reads.
    package static func valueText(of parameter: Parameter) -> String {
        switch parameter.typed {
        case .number(let number): return String(number)
        case .text(let text):
            if let string = text.string, text.bytes.count == parameter.value.count, !string.hasPrefix("hex:"),
                !string.unicodeScalars.contains("\0")
            {
                return string
            }
        case .bytes(let bytes): return hex(bytes)
        case nil: break
        }
        return "hex:" + hex(parameter.value)
    }

    /// `0x` and at least four hex digits.
    package static func idText(_ id: UInt32) -> String {
        let digits = String(id, radix: 16)
        return "0x" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private static func value(_ text: String, as kind: ParameterValue.Kind) -> ParameterValue? {
        switch kind {
        case .byte, .word, .doubleWord:
            let number = text.hasPrefix("0x") ? UInt32(text.dropFirst(2), radix: 16) : UInt32(text)
            return number.map(ParameterValue.number)
        case .text: return WireText(gbk: text).map(ParameterValue.text)
        case .bytes: return hexBytes(text[...]).map(ParameterValue.bytes)
        }
    }

    private static func accepted(_ kind: ParameterValue.Kind) -> String {
        switch kind {
        case .byte: "a number from 0 to 255"
        case .word: "a number from 0 to 65535"
        case .doubleWord: "a number from 0 to 4294967295"
        case .text: "a text of GBK characters, at most 255 bytes (127 Chinese characters)"
        case .bytes(let count): "\(count) bytes in hex"
        }
    }

    private static func hexBytes(_ text: Substring) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            let pair = String(decoding: digits[index..<index + 2], as: UTF8.self)
            guard !pair.hasPrefix("+"), !pair.hasPrefix("-"), let byte = UInt8(pair, radix: 16) else { return nil }
            bytes.append(byte)
        }
        return bytes
    }

    static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
