/// One CSV file of the registry's import: UTF-8, lines ended by LF.
package struct RegistryFile: Sendable {
    /// `street`, `bin`, ...: the kind of thing, and the file's name without `.csv`.
    package let kind: String
    private var text: String
    private let columns: Int

    init(_ kind: String, _ columns: [String]) {
        self.kind = kind
        self.columns = columns.count
        text = columns.joined(separator: ",") + "\n"
    }

    package var name: String { kind + ".csv" }
    package var bytes: [UInt8] { Array(text.utf8) }

    mutating func add(_ fields: [String]) {
        precondition(fields.count == columns, "a line of \(kind) has \(columns) fields")
        for (index, field) in fields.enumerated() {
            if index > 0 { text += "," }
            // No name has a quote or a line break.
            text += field.contains(",") ? "\"\(field)\"" : field
        }
        text += "\n"
    }
}
