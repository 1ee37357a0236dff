import Foundation
import Testing

@testable import Spreadsheet

@Suite("WorkbookWriter")
struct WorkbookWriterTests {
    private let columns = [
        SheetColumn(title: "街镇", kind: .text), SheetColumn(title: "日期", kind: .date),
        SheetColumn(title: "时间", kind: .timestamp), SheetColumn(title: "净重(千克)", kind: .number),
        SheetColumn(title: "达标", kind: .bool), SheetColumn(title: "时刻", kind: .time),
    ]

    private func workbook(_ rows: [[String?]], rowsPerSheet: Int = WorkbookWriter.mostRows) throws -> [UInt8] {
        var writer = try WorkbookWriter(name: "日产日清/6月", columns: columns, rowsPerSheet: rowsPerSheet)
        var bytes: [UInt8] = []
        for row in rows {
            try writer.append(row)
            bytes += writer.take()
        }
        try writer.finish()
        return bytes + writer.take()
    }

    /// What Python's zipfile, an implementation of somebody else's, reads: names, check values, and the text of one part.
    private func part(_ name: String, of bytes: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "workbook-\(UUID()).xlsx")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(bytes).write(to: file)
        let python = Process()
        python.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        python.arguments = [
            "-c",
            """
            import sys, zipfile
            z = zipfile.ZipFile(sys.argv[1])
            assert z.testzip() is None
            sys.stdout.buffer.write('\\n'.join(z.namelist()).encode() if sys.argv[2] == '' else z.read(sys.argv[2]))
            """, file.path, name,
        ]
        let output = Pipe()
        python.standardOutput = output
        try python.run()
        let read = output.fileHandleForReading.readDataToEndOfFile()
        python.waitUntilExit()
        #expect(python.terminationStatus == 0)
        return String(decoding: read, as: UTF8.self)
    }

    @Test("a sheet has the titles in a first row that stays in sight, and dates and numbers as Excel counts them")
    func cells() throws {
        let bytes = try workbook([
            ["城北街道", "2026-06-01", "2026-06-01 05:00:00+08", "12.500", "t", "18:00:00"],
            ["<沙河> & \"镇\"", "2024-02-29", "2026-06-01 00:00:00", "-3", "f", nil],
        ])
        let names = try part("", of: bytes).split(separator: "\n").map(String.init)
        #expect(
            names == [
                "[Content_Types].xml", "_rels/.rels", "xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/workbook.xml",
                "xl/_rels/workbook.xml.rels",
            ])
        let sheet = try part("xl/worksheets/sheet1.xml", of: bytes)
        #expect(sheet.contains("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"))
        #expect(sheet.contains("<c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">街镇</t></is></c>"))
        // 2026-06-01 is day 46174 of Excel, 05:00 is 5/24 of a day; 2024-02-29 is day 45351.
        #expect(sheet.contains("<c r=\"B2\" s=\"2\"><v>46174</v></c><c r=\"C2\" s=\"3\"><v>46174.20833333</v></c>"))
        #expect(
            sheet.contains(
                "<c r=\"D2\"><v>12.500</v></c><c r=\"E2\" t=\"b\"><v>1</v></c><c r=\"F2\" s=\"4\"><v>0.75000000</v></c>"
            ))
        #expect(sheet.contains("&lt;沙河&gt; &amp; &quot;镇&quot;"))
        #expect(sheet.contains("<c r=\"B3\" s=\"2\"><v>45351</v></c><c r=\"C3\" s=\"3\"><v>46174</v></c>"))
        #expect(
            sheet.hasSuffix("<c r=\"E3\" t=\"b\"><v>0</v></c></row></sheetData><autoFilter ref=\"A1:F3\"/></worksheet>")
        )
        #expect(
            try part("xl/workbook.xml", of: bytes).contains("<sheet name=\"日产日清_6月\" sheetId=\"1\" r:id=\"rId1\"/>"))
    }

    @Test(
        "what is no date, or a number that Excel would round, stays the text that it is",
        arguments: ["infinity", "NaN", "1234567890123456", "1e5", "", "12 "])
    func texts(value: String) throws {
        let sheet = try part("xl/worksheets/sheet1.xml", of: try workbook([[nil, value, value, value, value, value]]))
        for column in ["B", "C", "D", "E", "F"] {
            #expect(
                sheet.contains(
                    "<c r=\"\(column)2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(value)</t></is></c>"))
        }
    }

    @Test("rows beyond what a sheet holds go on in the next, under the same titles")
    func sheets() throws {
        let bytes = try workbook((1...5).map { ["行\($0)", nil, nil, nil, nil, nil] }, rowsPerSheet: 3)
        #expect(try part("xl/workbook.xml", of: bytes).contains("sheetId=\"3\" r:id=\"rId3\""))
        let last = try part("xl/worksheets/sheet3.xml", of: bytes)
        #expect(last.contains("街镇") && last.contains("行5") && !last.contains("行4") && last.contains("A1:F2"))
        #expect(
            try part("xl/_rels/workbook.xml.rels", of: bytes).contains(
                "Id=\"rId4\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\""))
    }

    @Test("control characters are written as Excel writes them, and a cell is cut at what Excel can hold")
    func characters() throws {
        #expect(SheetXML.escaped("a\u{0B}b_x000B_c\n") == "a_x000B_b_x005F_x000B_c\n")
        let long = String(repeating: "收", count: 40_000)
        let sheet = try part("xl/worksheets/sheet1.xml", of: try workbook([[long, nil, nil, nil, nil, nil]]))
        #expect(sheet.count(where: { $0 == "收" }) == 32_766 && sheet.contains("收…<"))
    }

    @Test("the same rows give the same bytes, however they are taken")
    func repeatable() throws {
        let rows: [[String?]] = (1...20_000).map { ["街\($0)", "2026-06-01", nil, "\($0)", "t", nil] }
        let pieces = try workbook(rows)
        var writer = try WorkbookWriter(name: "日产日清/6月", columns: columns)
        for row in rows { try writer.append(row) }
        try writer.finish()
        #expect(writer.take() == pieces)
    }

    @Test("columns beyond Z are named as Excel names them", arguments: [(1, "A"), (26, "Z"), (27, "AA"), (703, "AAA")])
    func letters(column: Int, name: String) {
        #expect(SheetXML.letters(column) == name)
    }

    @Test("a million rows need no memory of their own: what is not taken is at most some portions")
    func bounded() throws {
        var writer = try WorkbookWriter(name: "x", columns: columns)
        var most = 0
        for number in 0..<50_000 {
            try writer.append(["街道 \(number)", "2026-06-01", "2026-06-01 05:00:00", "\(number)", "t", nil])
            most = max(most, writer.take().count)
        }
        #expect(most < 1 << 18)
    }
}
