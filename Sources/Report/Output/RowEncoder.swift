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
        case .csv: writer = CSVRowWriter(heads: heads, hasMark: headers == .chinese)
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

    /// - Parameter hasMark: begins with a byte-order mark, by which alone Excel knows UTF-8.
    init(heads: [String], hasMark: Bool) {
        lines.append(heads.enumerated().map { hasMark && $0 == 0 ? "\u{FEFF}" + $1 : $1 })
    }

    mutating func append(_ values: [String?]) { lines.append(values.map { $0 ?? "" }) }
    mutating func take() -> [UInt8] { lines.take() }
    mutating func finish() {}
}

extension JSONRowWriter: RowWriter {}
extension WorkbookWriter: RowWriter {}
