import CommandSupport
import FieldReport

/// An explanation for a terminal of 100 columns: offset, bytes, name by depth, value and meaning.
enum FieldTable {
    static let width = 100
    private static let offsetWidth = 6
    private static let bytesInLine = 8
    private static let bytesWidth = 3 * bytesInLine - 1
    private static let nameWidth = 26
    private static let textWidth = width - offsetWidth - bytesWidth - nameWidth - 6
    /// Of a leaf with more bytes the first ones are shown.
    private static let mostBytes = 8 * bytesInLine

    static func rendered(_ explanation: Explanation) -> String {
        var lines = [line("offset", "bytes", "field", "value and meaning")]
        for field in explanation.fields { append(field, explanation, depth: 0, to: &lines) }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func append(
        _ field: ExplainedField, _ explanation: Explanation, depth: Int, to lines: inout [String]
    ) {
        let indent = String(repeating: "  ", count: depth)
        let bytes = field.children.isEmpty ? hex(explanation.bytes(of: field)) : ["(\(field.range.count) bytes)"]
        let names = wrapped(field.name, width: nameWidth - 2 * depth).map { indent + $0 }
        let texts = wrapped(text(of: field), width: textWidth)
        for row in 0..<max(bytes.count, names.count, texts.count, 1) {
            lines.append(
                line(
                    row == 0 ? String(field.range.lowerBound) : "", row < bytes.count ? bytes[row] : "",
                    row < names.count ? names[row] : "", row < texts.count ? texts[row] : ""))
        }
        for bits in field.bits {
            let range = bits.range
            let place = range.count == 1 ? "bit \(range.lowerBound)" : "bits \(range.lowerBound)-\(range.upperBound)"
            let texts = wrapped("\(bits.value): \(bits.meaning)", width: textWidth)
            for (row, text) in texts.enumerated() {
                lines.append(line("", "", row == 0 ? indent + "  " + place : "", text))
            }
        }
        for child in field.children { append(child, explanation, depth: depth + 1, to: &lines) }
    }

    private static func text(of field: ExplainedField) -> String {
        var parts: [String] = []
        switch field.value {
        case .number(let number): parts.append(String(number))
        case .text(let text): parts.append("\"" + TextTable.harmless(text) + "\"")
        case nil: break
        }
        if let meaning = field.meaning { parts.append(TextTable.harmless(meaning)) }
        if let problem = field.problem { parts.append("!! " + problem) }
        return parts.joined(separator: "  ")
    }

    private static func hex(_ bytes: ArraySlice<UInt8>) -> [String] {
        let shown = Array(bytes.prefix(mostBytes))
        var lines = stride(from: 0, to: shown.count, by: bytesInLine).map { start in
            shown[start..<min(start + bytesInLine, shown.count)].map { Hex.text([$0]) }.joined(separator: " ")
        }
        if bytes.count > shown.count { lines.append("… \(bytes.count - shown.count) more bytes") }
        return lines
    }

    private static func line(_ offset: String, _ bytes: String, _ name: String, _ text: String) -> String {
        let line =
            padded(offset, offsetWidth, isRight: true) + "  " + padded(bytes, bytesWidth) + "  "
            + padded(name, nameWidth)
            + "  " + text
        return line.trimmedAtTheEnd
    }

    private static func padded(_ text: String, _ width: Int, isRight: Bool = false) -> String {
        let padding = String(repeating: " ", count: max(0, width - TextTable.width(of: text)))
        return isRight ? padding + text : text + padding
    }

    /// Broken at spaces where there are any, otherwise anywhere.
    private static func wrapped(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        var rest = text[...]
        while !rest.isEmpty {
            var used = 0
            let end = rest.firstIndex { character in
                used += TextTable.width(of: String(character))
                return used > width
            }
            guard let end else {
                lines.append(String(rest))
                break
            }
            // The column is wide enough for a character, so that each line takes one at least.
            let space = rest[..<end].lastIndex(of: " ")
            let cut = space.map { $0 == rest.startIndex ? end : $0 } ?? end
            lines.append(String(rest[..<max(cut, rest.index(after: rest.startIndex))]))
            rest = rest[max(cut, rest.index(after: rest.startIndex))...].drop { $0 == " " }
        }
        return lines
    }
}
