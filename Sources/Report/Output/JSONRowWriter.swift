internal import Spreadsheet

/// Makes a JSON array (RFC 8259) of one object a row, a line each.
struct JSONRowWriter {
    private let keys: [[UInt8]]
    private let kinds: [SheetColumn.Kind]
    private var bytes: [UInt8] = Array("[".utf8)
    private var isFirst = true

    init(names: [String], kinds: [SheetColumn.Kind]) {
        keys = names.map { Self.quoted($0) + [UInt8(ascii: ":")] }
        self.kinds = kinds
    }

    mutating func append(_ values: [String?]) {
        bytes += Array(isFirst ? "\n{".utf8 : ",\n{".utf8)
        isFirst = false
        for (index, value) in values.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += keys[index]
            bytes += Self.encoded(value, kinds[index])
        }
        bytes.append(UInt8(ascii: "}"))
    }

    mutating func finish() { bytes += Array("\n]\n".utf8) }

    mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    private static func encoded(_ value: String?, _ kind: SheetColumn.Kind) -> [UInt8] {
        guard let value else { return Array("null".utf8) }
        switch kind {
        case .number where isNumber(value): return Array(value.utf8)
        case .bool where value == "t": return Array("true".utf8)
        case .bool where value == "f": return Array("false".utf8)
        default: return quoted(value)
        }
    }

    /// Not `NaN` and `Infinity`, which JSON has no form for.
    private static func isNumber(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }
            && Double(text) != nil
    }

    static func quoted(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = [UInt8(ascii: "\"")]
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                bytes += Array("\\u00\(digits.count == 1 ? "0" : "")\(digits)".utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
        return bytes
    }
}
