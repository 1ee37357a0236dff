/// Checks text that has a form of its own.
enum TextFormReader {
    static func canonical(_ text: String, as form: TextForm) throws(FieldRefusal) -> String {
        switch form {
        case .lowercaseWord:
            guard text.utf8.count <= 32, text.utf8.first?.isLowercase == true,
                text.utf8.allSatisfy({ $0.isLowercase || $0 == 0x5F })
            else { throw FieldRefusal("accepted: at most 32 of a-z and _, the first a letter") }
            return text
        case .profile:
            guard text.utf8.first.map({ $0.isLowercase || $0.isDigit }) == true,
                text.utf8.allSatisfy({ $0.isLowercase || $0.isDigit || $0 == 0x5F || $0 == 0x2D })
            else { throw FieldRefusal("accepted: a-z, 0-9, _ and -, the first a letter or digit") }
            return text
        case .terminalNumber:
            let digits = text.lowercased().drop { $0 == "0" }
            guard text.utf8.count <= 20, text.utf8.allSatisfy(\.isHexDigit) else {
                throw FieldRefusal(
                    "accepted: 1 to 20 digits, hex digits where the device sends no decimal ones")
            }
            return digits.isEmpty ? "0" : String(digits)
        case .plate:
            guard text.unicodeScalars.count <= 20 else { throw FieldRefusal("accepted: at most 20 characters") }
            return text.uppercased()
        case .vin:
            let upper = text.uppercased()
            guard upper.utf8.count == 17,
                upper.utf8.allSatisfy({ $0.isLetterOrDigit && !Array("IOQ".utf8).contains($0) })
            else { throw FieldRefusal("accepted: 17 digits and letters without I, O and Q") }
            return upper
        case .creditCode: return try creditCode(text.uppercased())
        case .licenceClass:
            let upper = text.uppercased()
            let classes = ["A1", "A2", "A3", "B1", "B2", "C1", "C2", "C3", "D"]
            guard classes.contains(upper) else {
                throw FieldRefusal("accepted: " + classes.joined(separator: ", "))
            }
            return upper
        case .certificateNumber:
            guard text.utf8.count <= 20, text.utf8.allSatisfy(\.isLetterOrDigit) else {
                throw FieldRefusal("accepted: at most 20 letters and digits")
            }
            return text
        case .windows: return try WindowsText.canonical(text)
        case .weekdays:
            let days = Set(text.utf8)
            guard days.count == text.utf8.count, days.allSatisfy({ (0x31...0x37).contains($0) }) else {
                throw FieldRefusal("accepted: digits from 1, Monday, to 7, Sunday, each once, such as 12345")
            }
            return String(decoding: days.sorted(), as: UTF8.self)
        }
    }

    /// GB 32100-2015: the last character makes the weighted sum of all a multiple of 31.
    private static func creditCode(_ text: String) throws(FieldRefusal) -> String {
        let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
        let values = text.utf8.compactMap { alphabet.firstIndex(of: $0) }
        guard text.utf8.count == 18, values.count == 18 else {
            throw FieldRefusal("accepted: 18 digits and letters without I, O, S, V and Z")
        }
        var weight = 1
        var sum = 0
        for value in values.dropLast() {
            sum += value * weight
            weight = weight * 3 % 31
        }
        let check = (31 - sum % 31) % 31
        guard values[17] == check else {
            throw FieldRefusal("its last character should be \(Character(UnicodeScalar(alphabet[check])))")
        }
        return text
    }
}

extension UInt8 {
    fileprivate var isLowercase: Bool { (0x61...0x7A).contains(self) }
}
