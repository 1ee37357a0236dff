/// A fixed string of bytes that a DTU sends: a registration packet (注册包) or a heartbeat (心跳包).
public struct BytePattern: Hashable, Sendable {
    /// What these devices allow.
    public static let lengths = 1...40

    public let bytes: [UInt8]

    /// nil when there are no bytes, or more than 40.
    public init?(_ bytes: [UInt8]) {
        guard Self.lengths.contains(bytes.count) else { return nil }
        self.bytes = bytes
    }

    /// Reads a configured pattern: `hex:` and pairs of hex digits, which spaces may part, or plain ASCII with `\r`, `\n`,
    /// `\t`, `\0` and `\\`.
    /// - Throws: ``BytePatternError``, which says what is wrong and what is accepted.
    public init(configured text: String) throws(BytePatternError) {
        let bytes: [UInt8]
        if text.hasPrefix("hex:") {
            let digits = text.utf8.dropFirst(4).filter { $0 != UInt8(ascii: " ") }
            let values = digits.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
            guard values.count == digits.count, values.count % 2 == 0 else {
                throw BytePatternError(description: "\"\(text)\": hex: must be followed by pairs of hex digits")
            }
            bytes = stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0] << 4 | values[$0 + 1]) }
        } else {
            bytes = try Self.plain(text)
        }
        guard let pattern = BytePattern(bytes) else {
            throw BytePatternError(description: "\"\(text)\" has \(bytes.count) bytes: must be 1 to 40")
        }
        self = pattern
    }

    private static func plain(_ text: String) throws(BytePatternError) -> [UInt8] {
        var bytes: [UInt8] = []
        var isEscaped = false
        for byte in text.utf8 {
            guard (0x20...0x7E).contains(byte) else {
                throw BytePatternError(description: "\"\(text)\" is not printable ASCII: write it as hex:")
            }
            switch (isEscaped, byte) {
            case (false, UInt8(ascii: "\\")):
                isEscaped = true
                continue
            case (false, _), (true, UInt8(ascii: "\\")): bytes.append(byte)
            case (true, UInt8(ascii: "r")): bytes.append(0x0D)
            case (true, UInt8(ascii: "n")): bytes.append(0x0A)
            case (true, UInt8(ascii: "t")): bytes.append(0x09)
            case (true, UInt8(ascii: "0")): bytes.append(0x00)
            default:
                throw BytePatternError(
                    description: "\"\(text)\": after a backslash must come r, n, t, 0 or a backslash")
            }
            isEscaped = false
        }
        guard !isEscaped else { throw BytePatternError(description: "\"\(text)\" ends with a lone backslash") }
        return bytes
    }
}

/// A configured pattern that is none.
public struct BytePatternError: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String
}
