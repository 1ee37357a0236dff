internal import Spreadsheet

/// Rows to the bytes of a file, a few at a time.
protocol RowWriter {
    mutating func append(_ values: [String?]) throws
    /// The bytes made so far, which are then forgotten.
    mutating func take() -> [UInt8]
    /// Writes what ends the file; only ``take()`` may follow.
    mutating func finish() throws
}

/// Rows in the form that was asked for.
struct RowEncoder {
    // An existential, changed in place: a case of an enum would be copied with all its bytes for each row.
    private var writer: any RowWriter

    /// - Parameter title: name of an XLSX file's sheet.
    init(_ format: OutputFormat, title: String, columns: [OutputColumn], headers: HeaderLanguage) throws {
        let heads = columns.map { headers == .chinese ? $0.title : $0.name }
        switch format {
        case .csv: writer = CSVRowWriter(heads: heads, kinds: columns.map(\.kind), isForExcel: headers == .chinese)
        case .json: writer = JSONRowWriter(names: heads, kinds: columns.map(\.kind))
        case .xlsx:
            let sheet = zip(columns, heads).map { SheetColumn(title: $1, kind: $0.kind) }
            writer = try WorkbookWriter(name: title, columns: sheet)
        }
    }

    mutating func append(_ values: [String?]) throws { try writer.append(values) }
    mutating func take() -> [UInt8] { writer.take() }
    mutating func finish() throws { try writer.finish() }
}

private struct CSVRowWriter: RowWriter {
    private var lines = CSVWriter()
    /// nil: for programs, everything as it is.
    private let kinds: [SheetColumn.Kind]?

    /// - Parameter isForExcel: begins with a byte-order mark, by which alone Excel knows UTF-8; and texts stay texts there.
    init(heads: [String], kinds: [SheetColumn.Kind], isForExcel: Bool) {
        self.kinds = isForExcel ? kinds : nil
        lines.append(heads.enumerated().map { isForExcel && $0 == 0 ? "\u{FEFF}" + $1 : $1 })
    }

    mutating func append(_ values: [String?]) {
        guard let kinds else { return lines.append(values.map { $0 ?? "" }) }
        lines.append(
            zip(values, kinds).map { value, kind in kind == .text ? Self.excelText(value ?? "") : value ?? "" })
    }

    /// Excel takes what looks like a number, a date or a formula for one, though it be a tag, a code or what somebody typed as a name:
    /// `0012E305` becomes 12 x 10^305. The formula of a constant text has no such meaning.
    private static func excelText(_ text: String) -> String {
        let isFormula = text.utf8.first { $0 > 0x20 }.map { Array("=+-@".utf8).contains($0) } ?? false
        let isNumberLike = text.utf8.allSatisfy { $0 < 0x80 } && text.utf8.contains { (0x30...0x39).contains($0) }
        guard isFormula || isNumberLike else { return text }
        // A constant in a formula has 255 characters at most and no line ends; what begins with a quote is no formula.
        guard text.utf16.count <= 255, !text.utf8.contains(where: { $0 < 0x20 }) else { return "'" + text }
        return "=\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    mutating func take() -> [UInt8] { lines.take() }
    mutating func finish() {}
}

extension JSONRowWriter: RowWriter {}
extension WorkbookWriter: RowWriter {}
