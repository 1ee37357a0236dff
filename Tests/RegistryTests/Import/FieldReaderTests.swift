import Testing

@testable import Registry

@Suite("FieldReader")
struct FieldReaderTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let type: ColumnType
        let text: String
        let expected: String
        var testDescription: String { text }
        init(_ type: ColumnType, _ text: String, _ expected: String) {
            self.type = type
            self.text = text
            self.expected = expected
        }
    }

    static let codings: [ColumnType.Coding] = [.init(word: "hf", number: 3), .init(word: "lf", number: 1)]

    @Test(
        "a value is taken in the form that exports have",
        arguments: [
            Case(.code, "A1._-", "A1._-"), Case(.text, "西关 1号", "西关 1号"),
            Case(.word(["town", "street"]), "Town", "town"), Case(.coded(codings), "HF", "hf"),
            Case(.number(1...300), "007", "7"), Case(.yesNo, "是", "yes"), Case(.yesNo, "FALSE", "no"),
            Case(.yesNo, "1", "yes"), Case(.firstDay, "2026/6/1", "2026-06-01"),
            Case(.validTo, "2026-06-01 5:00", "2026-06-01 05:00"), Case(.longitude, "116.2", "116.200000"),
            Case(.hex(4...62), "e0 04 01 50", "E0040150"), Case(.form(.lowercaseWord), "hook_lift", "hook_lift"),
            Case(.form(.terminalNumber), "000139ABC", "139abc"), Case(.form(.terminalNumber), "000", "0"),
            Case(.form(.plate), "京ag1234", "京AG1234"), Case(.form(.vin), "lsvaa49j132047371", "LSVAA49J132047371"),
            // GB 32100-2015, appendix: Tencent's published code.
            Case(.form(.creditCode), "9144030071526726XG", "9144030071526726XG"),
            Case(.form(.licenceClass), "b2", "B2"),
            Case(.form(.certificateNumber), "11011419800101123X", "11011419800101123X"),
            Case(.form(.profile), "jk-4g_2", "jk-4g_2"), Case(.reference("terminal"), "0139", "139"),
            Case(.reference("waste_type"), "kitchen", "kitchen"),
        ])
    func accepted(_ example: Case) throws {
        #expect(try FieldReader.canonical(example.text, as: example.type) == example.expected)
    }

    @Test(
        "a value that is not taken says what would be",
        arguments: [
            Case(.code, "-A", "accepted: 1 to 32 of A-Z a-z 0-9 . _ -, the first a letter or digit"),
            Case(.code, "街", "accepted: 1 to 32 of A-Z a-z 0-9 . _ -, the first a letter or digit"),
            Case(
                .code, String(repeating: "a", count: 33),
                "accepted: 1 to 32 of A-Z a-z 0-9 . _ -, the first a letter or digit"),
            Case(.text, String(repeating: "字", count: 201), "accepted: at most 200 characters"),
            Case(.text, "a\nb", "accepted: one line without control characters"),
            Case(.text, "a\u{0}b", "accepted: one line without control characters"),
            Case(.word(["town", "street"]), "city", "accepted: town, street"),
            Case(.coded(codings), "3", "accepted: hf, lf"),
            Case(.number(1...300), "0", "accepted: a number from 1 to 300"),
            Case(.number(1...300), "-1", "accepted: a number from 1 to 300"),
            Case(.number(1...300), "1.5", "accepted: a number from 1 to 300"),
            Case(.yesNo, "maybe", "accepted: yes or no"),
            Case(.lastDay, "2026-02-30", "accepted: a day such as 2026-06-01"),
            Case(.validFrom, "yesterday", "accepted: a time such as 2026-06-01 or 2026-06-01 05:00, from 2000 on"),
            Case(.latitude, "40,2", "accepted: decimal degrees such as 116.231"),
            Case(.hex(4...62), "E00401", "accepted: 4 to 62 bytes in hex digits"),
            Case(.hex(4...62), "E0040150A", "accepted: 4 to 62 bytes in hex digits"),
            Case(.hex(4...62), "E00401XX", "accepted: 4 to 62 bytes in hex digits"),
            Case(.form(.lowercaseWord), "Hook", "accepted: at most 32 of a-z and _, the first a letter"),
            Case(
                .form(.terminalNumber), "139x",
                "accepted: 1 to 20 digits, hex digits where the device sends no decimal ones"),
            Case(.form(.plate), String(repeating: "京", count: 21), "accepted: at most 20 characters"),
            Case(.form(.vin), "LSVAA49J13204737I", "accepted: 17 digits and letters without I, O and Q"),
            Case(.form(.creditCode), "9144030071526726XA", "its last character should be G"),
            Case(.form(.creditCode), "9144030071526726X", "accepted: 18 digits and letters without I, O, S, V and Z"),
            Case(.form(.licenceClass), "E9", "accepted: A1, A2, A3, B1, B2, C1, C2, C3, D"),
            Case(.form(.certificateNumber), "1-2", "accepted: at most 20 letters and digits"),
            Case(.form(.profile), "-x", "accepted: a-z, 0-9, _ and -, the first a letter or digit"),
            Case(.reference("bin"), "a b", "accepted: 1 to 32 of A-Z a-z 0-9 . _ -, the first a letter or digit"),
        ])
    func refused(_ example: Case) {
        #expect(throws: FieldRefusal(example.expected)) {
            try FieldReader.canonical(example.text, as: example.type)
        }
    }
}
