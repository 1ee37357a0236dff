import Foundation
import Testing

@testable import Registry

@Suite("RegistryKind: the description and docs/registry.md agree")
struct RegistryKindTests {
    /// The sections of the document, by the file that each describes.
    private func sections() throws -> [(file: String, text: String)] {
        let document = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
            path: "../../../docs/registry.md")
        let text = try String(contentsOf: document.standardizedFileURL, encoding: .utf8)
        return text.components(separatedBy: "\n### `").dropFirst().map { section in
            (String(section.prefix { $0 != "`" }), section)
        }
    }

    @Test("every kind has a section, in the order of reference, and each refers only to kinds before it")
    func order() throws {
        #expect(try sections().map(\.file) == RegistryKind.all.map { $0.name + ".csv" })
        var known: Set<String> = []
        for kind in RegistryKind.all {
            for (column, other) in RegistrySQL(kind).references {
                #expect(known.contains(other.name), "\(kind.name).\(column.name)")
            }
            known.insert(kind.name)
        }
    }

    @Test("columns, Chinese names, keys, needs and defaults are those of the document")
    func columns() throws {
        for (kind, section) in zip(RegistryKind.all, try sections()) {
            let rows = section.text.components(separatedBy: "\n").filter { $0.hasPrefix("| `") }.map { line in
                line.split(separator: "|", omittingEmptySubsequences: false).map { cell in
                    cell.trimmingCharacters(in: .whitespaces)
                }
            }
            #expect(rows.map { $0[1] } == kind.columns.map { "`\($0.name)`" }, "\(kind.name)")
            #expect(rows.map { $0[2] } == kind.columns.map(\.chinese), "\(kind.name)")
            for (row, column) in zip(rows, kind.columns) {
                let role =
                    column.isKey ? "*key*" : column.isNeeded ? "*needed*" : column.defaultValue.map { "`\($0)`" } ?? ""
                #expect(row[4] == role, "\(kind.name).\(column.name)")
                #expect(row[3] == documented(column.type), "\(kind.name).\(column.name)")
            }
        }
    }

    private func documented(_ type: ColumnType) -> String {
        switch type {
        case .code: "code"
        case .text: "text"
        case .form(.lowercaseWord), .form(.profile), .word, .coded: "word"
        case .form: "text"
        case .number(let range): "number \(range.lowerBound) to \(range.upperBound)"
        case .yesNo: "yes/no"
        case .day, .firstDay, .lastDay: "day"
        case .validFrom, .validTo: "time"
        case .longitude, .latitude: "degrees"
        case .area: "area"
        case .hex: "hex"
        case .reference(let kind): kind
        }
    }

    @Test("the examples of the document are sound row by row, and in sum name every kind")
    func examples() throws {
        for (kind, section) in zip(RegistryKind.all, try sections()) {
            let parts = section.text.components(separatedBy: "```")
            let example = try #require(parts.count > 1 ? parts[1] : nil, "\(kind.name)")
            let file = RegistryFile(
                path: section.file, bytes: [UInt8](example.dropFirst("csv\n".count).utf8))
            var reader = FileReader(kind: kind, file: file, number: 0)
            var faults = ImportFaults()
            reader.read(faults: &faults)
            #expect(faults.kept == [], "\(kind.name)")
            #expect(reader.rowCount > 0, "\(kind.name)")
        }
    }
}
