package import Postgres
import Spreadsheet

/// Writes the registry as the files that the import takes.
package struct RegistryExport {
    let session: PostgresSession

    package init(_ session: PostgresSession) { self.session = session }

    /// One file's name and bytes for each of `kinds` that has rows, in UTF-8, all of the same instant.
    /// - Parameter withMark: a byte-order mark first, by which Excel knows UTF-8.
    package func files(
        of kinds: [RegistryKind] = RegistryKind.all, withMark: Bool = false,
        _ body: (_ name: String, _ bytes: [UInt8], _ rows: Int) throws -> Void
    ) throws {
        try session.transaction { session in
            try session.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            for kind in kinds {
                let sql = RegistrySQL(kind)
                let names = kind.columns.map(\.name)
                let order = kind.keys.map { "\(RegistrySQL.quoted($0.name)) COLLATE \"C\" NULLS FIRST" }
                let rows = try session.query(
                    "SELECT * FROM (\(sql.exportedRows)) AS c ORDER BY \(order.joined(separator: ", "))")
                guard !rows.isEmpty else { continue }
                var writer = CSVWriter()
                writer.append(names)
                // The first column is row_id.
                for row in rows { writer.append(names.indices.map { row[$0 + 1] ?? "" }) }
                try body("\(kind.name).csv", (withMark ? [0xEF, 0xBB, 0xBF] : []) + writer.bytes, rows.count)
            }
        }
    }
}
