import Spreadsheet
import Testing

@testable import Registry

@Suite("CSVParser: RFC 4180")
struct CSVParserTests {
    private func steps(_ text: String) -> [CSVParser.Step] {
        var parser = CSVParser([UInt8](text.utf8))
        var steps: [CSVParser.Step] = []
        while true {
            let step = parser.next()
            if step == .end { return steps }
            steps.append(step)
        }
    }

    private func records(_ text: String) -> [[String]] {
        steps(text).map { step in
            if case .record(let record) = step { record.fields } else { ["refused"] }
        }
    }

    @Test("lines end with LF or CRLF, the last one with nothing too")
    func lineEnds() {
        for text in ["a,b\nc,d\n", "a,b\r\nc,d\r\n", "a,b\nc,d", "a,b\r\nc,d\r"] {
            #expect(records(text) == [["a", "b"], ["c", "d"]], "\(text.debugDescription)")
        }
    }

    @Test("a quoted field holds commas, line breaks and doubled quotes")
    func quotes() {
        #expect(records("\"a,b\",\"c\"\"d\",\"e\nf\"\ng,h,i\n") == [["a,b", "c\"d", "e\nf"], ["g", "h", "i"]])
        #expect(records("\"a\",\"b\"\r\n") == [["a", "b"]])
        #expect(records("\"\",\"\"\"\"") == [["", "\""]])
    }

    @Test("empty fields stay, also the last one of the file")
    func empty() {
        #expect(records(",\n") == [["", ""]])
        #expect(records("a,") == [["a", ""]])
        #expect(records("\n") == [[""]])
        #expect(records("") == [])
    }

    @Test("a record's line is the one that it begins on, whatever its fields hold")
    func lines() {
        #expect(
            steps("a\n\"b\nc\"\n\nd\n") == [
                .record(.init(line: 1, fields: ["a"])), .record(.init(line: 2, fields: ["b\nc"])),
                .record(.init(line: 4, fields: [""])), .record(.init(line: 5, fields: ["d"])),
            ])
    }

    @Test("what is not CSV is refused with its line, and reading goes on with the next line")
    func refused() {
        let wrong = [
            ("ab\"c,d\ne\n", "a quote inside a field that does not begin with one: quote the field and double it"),
            ("\"a\"b,c\ne\n", "text behind the closing quote of a field"),
        ]
        for (text, reason) in wrong {
            #expect(steps(text) == [.refused(line: 1, reason: reason), .record(.init(line: 2, fields: ["e"]))])
        }
        #expect(
            steps("a\n\"b\nc\n") == [
                .record(.init(line: 1, fields: ["a"])), .refused(line: 2, reason: "a quote that is never closed"),
            ])
    }

    @Test("a field is at most 1 MiB long, quoted or not")
    func tooLong() {
        let longest = String(repeating: "x", count: 1 << 20)
        #expect(records(longest) == [[longest]])
        #expect(records("\"\(longest)\"") == [[longest]])
        #expect(records(longest + "x\na") == [["refused"], ["a"]])
        #expect(records("\"\(longest)x\"\na") == [["refused"], ["a"]])
    }

    @Test("what the writer makes is read back as it was")
    func written() {
        let rows = [["a", "", "b,c"], ["\"", "d\r\ne", " f "], ["厨余", "g\"h", ""]]
        var writer = CSVWriter()
        for row in rows { writer.append(row) }
        #expect(records(String(decoding: writer.bytes, as: UTF8.self)) == rows)
        #expect(String(decoding: writer.bytes.prefix(8), as: UTF8.self) == "a,,\"b,c\"")
    }
}
