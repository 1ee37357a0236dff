/// A parameter's value by the type that the standard gives its id.
public enum ParameterValue: Hashable, Sendable {
    /// The type of a value.
    public enum Kind: Hashable, Sendable {
        case byte, word, doubleWord, text
        /// As many bytes as this, of the id's own layout.
        case bytes(Int)
    }

    case number(UInt32)
    case text(WireText)
    case bytes([UInt8])

    init?(_ value: RawSpan, as kind: Kind) {
        switch (kind, value.byteCount) {
        case (.byte, 1): self = .number(UInt32(value.load(at: 0, as: UInt8.self) ?? 0))
        case (.word, 2): self = .number(UInt32(value.load(at: 0, as: UInt16.self) ?? 0))
        case (.doubleWord, 4): self = .number(value.load(at: 0) ?? 0)
        case (.text, _): self = .text(WireText(value))
        case (.bytes(let expected), let found) where expected == found: self = .bytes(value.copiedBytes)
        default: return nil
        }
    }

    /// The value as it goes over the wire.
    /// - Returns: nil when it does not fit `kind`: a number that is too large, a text of more than 255 bytes, another kind.
    func encoded(as kind: Kind) -> [UInt8]? {
        switch (kind, self) {
        case (.byte, .number(let number)): UInt8(exactly: number).map { [$0] }
        case (.word, .number(let number)):
            UInt16(exactly: number).map { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        case (.doubleWord, .number(let number)):
            [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
        case (.text, .text(let text)): text.bytes.count <= Int(UInt8.max) ? text.bytes : nil
        case (.bytes(let count), .bytes(let bytes)): bytes.count == count ? bytes : nil
        default: nil
        }
    }
}

extension Parameter {
    /// A parameter of the standard.
    /// - Returns: nil for an id that the standard does not define, and for a value that does not fit it.
    public init?(id: UInt32, _ value: ParameterValue) {
        guard let kind = ParameterDefinition.byID[id]?.kind, let bytes = value.encoded(as: kind) else { return nil }
        self.init(id: id, value: bytes)
    }
}
