/// Makes an XLSX workbook (ECMA-376) of rows that come one after the other, in bounded memory.
///
/// The titles stand in a row of their own, which stays in sight; a filter is set on all columns. Rows beyond what a sheet can hold
/// go on in a further one. The same rows give the same bytes.
package struct WorkbookWriter {
    /// Rows of a sheet in Excel, the titles' included.
    package static let mostRows = 1_048_576
    /// Characters of a cell in Excel, in UTF-16 units.
    static let mostCharacters = 32_767
    private static let step = 1 << 16

    private let name: String
    private let columns: [SheetColumn]
    private let rowsPerSheet: Int
    private var zip = ZIPWriter()
    private var xml: [UInt8] = []
    private var sheets: [String] = []
    private var rows = 0

    /// - Parameters:
    ///   - name: of the sheet; characters that Excel refuses become `_`, and it is cut after 28.
    ///   - rowsPerSheet: the titles' included, 2 or more.
    package init(name: String, columns: [SheetColumn], rowsPerSheet: Int = mostRows) throws(WorkbookError) {
        precondition(rowsPerSheet >= 2 && !columns.isEmpty, "a sheet needs columns and room")
        let allowed = name.map { "[]:*?/\\'".contains($0) ? "_" : $0 }.prefix(28)
        self.name = allowed.isEmpty ? "Sheet" : String(allowed)
        self.columns = columns
        self.rowsPerSheet = rowsPerSheet
        try put("[Content_Types].xml", SheetXML.contentTypes)
        try put("_rels/.rels", SheetXML.packageRelationships)
        try put("xl/styles.xml", SheetXML.styles)
        try beginSheet()
    }

    /// - Parameter values: PostgreSQL's texts, one a column; nil leaves the cell empty.
    package mutating func append(_ values: [String?]) throws(WorkbookError) {
        precondition(values.count == columns.count, "a row has another number of columns")
        if rows == rowsPerSheet {
            try endSheet()
            try beginSheet()
        }
        beginRow()
        for (index, value) in values.enumerated() {
            if let value { cell(index, value, columns[index].kind) }
        }
        try endRow()
    }

    /// The bytes made so far, which are then forgotten.
    package mutating func take() -> [UInt8] { zip.take() }

    /// Ends the workbook; nothing may follow but ``take()``.
    package mutating func finish() throws(WorkbookError) {
        try endSheet()
        try put("xl/workbook.xml", SheetXML.workbook(sheets: sheets))
        try put("xl/_rels/workbook.xml.rels", SheetXML.workbookRelationships(sheets: sheets.count))
        try zip.finish()
    }

    // MARK: Parts

    private mutating func put(_ path: String, _ text: String) throws(WorkbookError) {
        try zip.begin(path)
        try zip.append(Array(text.utf8))
    }

    private mutating func beginSheet() throws(WorkbookError) {
        sheets.append(sheets.isEmpty ? name : "\(name) \(sheets.count + 1)")
        rows = 0
        try put("xl/worksheets/sheet\(sheets.count).xml", SheetXML.sheetHead(columns))
        beginRow()
        for (index, column) in columns.enumerated() { text(index, column.title, .head) }
        try endRow()
    }

    private mutating func endSheet() throws(WorkbookError) {
        xml += Array(SheetXML.sheetFoot(columns: columns.count, rows: rows).utf8)
        try zip.append(xml)
        xml = []
    }

    // MARK: Rows and cells

    private mutating func beginRow() {
        rows += 1
        xml += Array("<row r=\"\(rows)\">".utf8)
    }

    private mutating func endRow() throws(WorkbookError) {
        xml += Array("</row>".utf8)
        guard xml.count >= Self.step else { return }
        try zip.append(xml)
        xml.removeAll(keepingCapacity: true)
    }

    private mutating func cell(_ column: Int, _ value: String, _ kind: SheetColumn.Kind) {
        switch kind {
        case .number where Self.isExactInExcel(value): number(column, value, .plain)
        case .bool where value == "t" || value == "f":
            xml += Array(
                "<c r=\"\(SheetXML.letters(column + 1))\(rows)\" t=\"b\"><v>\(value == "t" ? 1 : 0)</v></c>".utf8)
        case .date:
            guard let day = SheetDate.day(value) else { return text(column, value, .plain) }
            number(column, String(day), .date)
        case .timestamp:
            let parts = value.split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count == 2, let day = SheetDate.day(parts[0]), let second = SheetDate.secondOfDay(parts[1])
            else {
                return text(column, value, .plain)
            }
            number(column, SheetDate.serial(day: day, second: second), .timestamp)
        case .time:
            guard let second = SheetDate.secondOfDay(value) else { return text(column, value, .plain) }
            number(column, SheetDate.serial(day: 0, second: second), .time)
        case .text, .number, .bool: text(column, value, .plain)
        }
    }

    private mutating func number(_ column: Int, _ value: String, _ style: SheetXML.Style) {
        let mark = style == .plain ? "" : " s=\"\(style.rawValue)\""
        xml += Array("<c r=\"\(SheetXML.letters(column + 1))\(rows)\"\(mark)><v>\(value)</v></c>".utf8)
    }

    private mutating func text(_ column: Int, _ value: String, _ style: SheetXML.Style) {
        let mark = style == .plain ? "" : " s=\"\(style.rawValue)\""
        xml += Array(
            "<c r=\"\(SheetXML.letters(column + 1))\(rows)\"\(mark) t=\"inlineStr\"><is><t xml:space=\"preserve\">".utf8
        )
        xml += Array(SheetXML.escaped(Self.shortened(value)).utf8)
        xml += Array("</t></is></c>".utf8)
    }

    /// Excel calls a file damaged that has a longer one.
    private static func shortened(_ text: String) -> Substring {
        guard text.utf8.count > mostCharacters else { return text[...] }
        var units = 1
        let end = text.indices.first { index in
            units += text[index].utf16.count
            return units > mostCharacters
        }
        return end.map { (text[..<$0] + "…")[...] } ?? text[...]
    }

    /// Digits with a sign and a point, as PostgreSQL writes them, that a double holds exactly enough.
    static func isExactInExcel(_ text: String) -> Bool {
        let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
        let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count),
            parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } })
        else { return false }
        return parts.reduce(0) { $0 + $1.count } <= 15
    }
}
