import ArgumentParser

package enum TableFormat: String, ExpressibleByArgument, CaseIterable {
    case table
    case csv
}

/// Rows for people: aligned columns, Chinese characters counted as two; or CSV for programs.
package struct TextTable {
    private let columns: [String]
    private let numeric: Set<Int>
    private var rows: [[String]] = []

    /// - Parameter numeric: the columns that are aligned to the right.
    package init(columns: [String], numeric: Set<Int> = []) {
        self.columns = columns
        self.numeric = numeric
    }

    package mutating func append(_ row: [String]) { rows.append(row) }

    /// Text that terminals sent may hold anything: control and direction characters would act on the reader's screen.
    package static func harmless(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isHarmful) else { return text }
        return text.unicodeScalars.map { isHarmful($0) ? $0.escaped(asASCII: true) : String($0) }.joined()
    }

    private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: true
        default: false
        }
    }

    package func rendered(as format: TableFormat) -> String {
        switch format {
        case .table: renderedTable
        case .csv: ([columns] + rows).map { $0.map(Self.quoted).joined(separator: ",") + "\n" }.joined()
        }
    }

    private var renderedTable: String {
        let rows = rows.map { $0.map(Self.harmless) }
        let widths = columns.indices.map { column in
            ([columns[column]] + rows.map { $0[column] }).map(Self.width).max() ?? 0
        }
        let lines = ([columns, widths.map { String(repeating: "-", count: $0) }] + rows).map { row in
            row.indices.map { column in
                let padding = String(repeating: " ", count: widths[column] - Self.width(of: row[column]))
                return numeric.contains(column) ? padding + row[column] : row[column] + padding
            }.joined(separator: "  ").trimmedAtTheEnd + "\n"
        }
        return lines.joined() + "(\(rows.count) \(rows.count == 1 ? "row" : "rows"))\n"
    }

    /// Columns of a terminal: two for CJK and full-width forms (Unicode Standard Annex 11).
    package static func width(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { width, scalar in
            switch scalar.value {
            case 0x1100...0x115F, 0x2E80...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD: width + 2
            default: width + 1
            }
        }
    }

    private static func quoted(_ field: String) -> String {
        guard field.unicodeScalars.contains(where: { [",", "\"", "\r", "\n"].contains($0) }) else { return field }
        return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}

extension String {
    package var trimmedAtTheEnd: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
