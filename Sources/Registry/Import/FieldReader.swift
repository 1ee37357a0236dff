/// Why a field is not taken.
struct FieldRefusal: Error, Equatable {
    let reason: String
    init(_ reason: String) { self.reason = reason }
}

/// Checks the text of one field and gives the form that exports have, so that equal values are equal texts.
enum FieldReader {
    /// - Parameters:
    ///   - text: not empty, without spaces at its ends.
    ///   - system: what an area's coordinates are in.
    static func canonical(
        _ text: String, as type: ColumnType, from system: CoordinateSystem = .wgs84
    ) throws(FieldRefusal) -> String {
        switch type {
        case .code:
            guard text.utf8.count <= 32, text.utf8.first?.isLetterOrDigit == true,
                text.utf8.allSatisfy({ $0.isLetterOrDigit || [0x2E, 0x5F, 0x2D].contains($0) })
            else { throw FieldRefusal("accepted: 1 to 32 of A-Z a-z 0-9 . _ -, the first a letter or digit") }
            return text
        case .text: return try line(text)
        case .form(let form): return try TextFormReader.canonical(try line(text), as: form)
        case .word(let words): return try word(text, of: words)
        case .coded(let codings): return try word(text, of: codings.map(\.word))
        case .number(let range):
            guard text.utf8.count <= 10, text.utf8.allSatisfy(\.isDigit), let value = Int(text), range.contains(value)
            else { throw FieldRefusal("accepted: a number from \(range.lowerBound) to \(range.upperBound)") }
            return String(value)
        case .yesNo:
            switch text.lowercased() {
            case "yes", "true", "1", "是": return "yes"
            case "no", "false", "0", "否": return "no"
            default: throw FieldRefusal("accepted: yes or no")
            }
        case .day, .firstDay, .lastDay:
            guard let day = LocalTimeText.day(text) else { throw FieldRefusal("accepted: a day such as 2026-06-01") }
            return day
        case .validFrom, .validTo:
            guard let time = LocalTimeText.time(text) else {
                throw FieldRefusal("accepted: a time such as 2026-06-01 or 2026-06-01 05:00, from 2000 on")
            }
            return time
        case .longitude, .latitude:
            guard let degrees = Degrees.parse(text) else {
                throw FieldRefusal("accepted: decimal degrees such as 116.231")
            }
            return Degrees.text(degrees)
        case .area: return try AreaText.wgs84(text, from: system)
        case .hex(let lengths):
            let digits = text.utf8.filter { $0 != 0x20 }
            guard digits.allSatisfy(\.isHexDigit), digits.count.isMultiple(of: 2),
                lengths.contains(digits.count / 2)
            else {
                throw FieldRefusal("accepted: \(lengths.lowerBound) to \(lengths.upperBound) bytes in hex digits")
            }
            return String(decoding: digits, as: UTF8.self).uppercased()
        case .reference(let kind):
            guard let column = RegistryKind.named(kind).flatMap({ $0.column($0.referenceColumn) }) else { return text }
            return try canonical(text, as: column.type)
        }
    }

    private static func word(_ text: String, of words: [String]) throws(FieldRefusal) -> String {
        let lowered = text.lowercased()
        guard words.contains(lowered) else { throw FieldRefusal("accepted: " + words.joined(separator: ", ")) }
        return lowered
    }

    /// One line: control characters would break the exported file or the reader's screen.
    private static func line(_ text: String) throws(FieldRefusal) -> String {
        guard text.unicodeScalars.count <= 200 else { throw FieldRefusal("accepted: at most 200 characters") }
        guard text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control && $0 != "\u{FFFD}" }) else {
            throw FieldRefusal("accepted: one line without control characters")
        }
        return text
    }
}

extension UInt8 {
    var isDigit: Bool { (0x30...0x39).contains(self) }
    var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
    var isLetterOrDigit: Bool { isDigit || isLetter }
    var isHexDigit: Bool { isDigit || (0x41...0x46).contains(self) || (0x61...0x66).contains(self) }
}
