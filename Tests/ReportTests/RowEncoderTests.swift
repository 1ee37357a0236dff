import Spreadsheet
import Testing

@testable import Report

@Suite("RowEncoder: CSV")
struct RowEncoderTests {
    private func encoded(_ text: String, _ headers: HeaderLanguage) throws -> String {
        let columns = [
            OutputColumn(name: "tag", title: "标签号", kind: .text), OutputColumn(name: "kg", title: "千克", kind: .number),
        ]
        var encoder = try RowEncoder(.csv, title: "x", columns: columns, headers: headers)
        try encoder.append([text, "-1.5"])
        try encoder.finish()
        let lines = String(decoding: encoder.take(), as: UTF8.self).split(separator: "\n", maxSplits: 1)
        return String(lines[1].dropLast())
    }

    @Test(
        "for Excel a text stays a text, whatever it looks like",
        arguments: [
            ("0012E305", "\"=\"\"0012E305\"\"\""), ("00007", "\"=\"\"00007\"\"\""), ("3-4", "\"=\"\"3-4\"\"\""),
            ("=1+1", "\"=\"\"=1+1\"\"\""), ("@x", "\"=\"\"@x\"\"\""), (" +cmd|'/c'!A1", "\"=\"\" +cmd|'/c'!A1\"\"\""),
            ("=\"a\"", "\"=\"\"=\"\"\"\"a\"\"\"\"\"\"\""), ("=张", "\"=\"\"=张\"\"\""), ("京A12345", "京A12345"),
            ("kitchen", "kitchen"),
            ("", ""),
        ])
    func excel(text: String, cell: String) throws {
        #expect(try encoded(text, .chinese) == cell + ",-1.5")
    }

    @Test("a text that no formula can hold is kept from being one by a quote")
    func long() throws {
        let text = "=" + String(repeating: "a", count: 300)
        #expect(try encoded(text, .chinese) == "'\(text),-1.5")
    }

    @Test("for programs everything is as it is", arguments: ["0012E305", "=1+1", "-x"])
    func plain(text: String) throws {
        #expect(try encoded(text, .english) == text + ",-1.5")
    }
}
