import Foundation
import Spreadsheet
import Testing

@testable import Report

@Suite("JSONRowWriter")
struct JSONRowWriterTests {
    @Test("rows are objects of an array: numbers, booleans, nulls and texts as what they are")
    func rows() throws {
        var writer = JSONRowWriter(names: ["kg", "is_late", "名称"], kinds: [.number, .bool, .text])
        writer.append(["12.500", "t", "a\"b\\c\n\u{01}收"])
        writer.append(["NaN", "f", nil])
        writer.finish()
        let bytes = writer.take()
        let parsed = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [[String: Any]])
        #expect(parsed.count == 2)
        #expect(parsed[0]["kg"] as? Double == 12.5 && parsed[0]["is_late"] as? Bool == true)
        #expect(parsed[0]["名称"] as? String == "a\"b\\c\n\u{01}收")
        #expect(parsed[1]["kg"] as? String == "NaN" && parsed[1]["名称"] is NSNull)
    }

    @Test("no rows are an empty array")
    func empty() throws {
        var writer = JSONRowWriter(names: ["a"], kinds: [.text])
        writer.finish()
        #expect(try JSONSerialization.jsonObject(with: Data(writer.take())) as? [String] == [])
    }
}
