/// A stretch with the escapes of JT/T 808 undone, and where each byte of it stood.
struct EscapedBytes {
    let content: [UInt8]
    /// Place of each byte of ``content`` in the stretch, and behind them its length.
    private let places: [Int]

    /// - Returns: nil when an escape is none.
    init?(_ stretch: some Collection<UInt8>) {
        var content: [UInt8] = []
        var places: [Int] = []
        var isEscaped = false
        for (place, byte) in stretch.enumerated() {
            switch (isEscaped, byte) {
            case (true, 0x01): content.append(0x7D)
            case (true, 0x02): content.append(0x7E)
            case (true, _): return nil
            case (false, _):
                places.append(place)
                if byte != 0x7D { content.append(byte) }
            }
            isEscaped = !isEscaped && byte == 0x7D
        }
        guard !isEscaped else { return nil }
        self.content = content
        self.places = places + [stretch.count]
    }

    /// Fields of ``content`` as fields of the bytes whose part from `start` on this stretch is. A field with an escape says so.
    func fields(_ fields: [ExplainedField], at start: Int) -> [ExplainedField] {
        fields.map { marked($0).mapped { start + places[$0] } }
    }

    private func marked(_ field: ExplainedField) -> ExplainedField {
        var field = field
        field.children = field.children.map(marked)
        let escaped = field.range.filter { places[$0 + 1] - places[$0] > 1 }
        if field.children.isEmpty, !escaped.isEmpty {
            let kinds = [UInt8(0x7D), 0x7E].filter { byte in escaped.contains { content[$0] == byte } }
            let note = kinds.map { $0 == 0x7D ? "7d 01 is an escaped 7d" : "7d 02 is an escaped 7e" }
                .joined(separator: ", ")
            field.meaning = field.meaning.map { $0 + "; " + note } ?? note
        }
        return field
    }
}
