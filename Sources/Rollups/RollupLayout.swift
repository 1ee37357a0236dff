import Postgres

/// The columns of the tables of daily figures, as the database has them.
struct RollupLayout: Sendable {
    struct Columns: Sendable {
        /// Those of the primary key.
        var key: [String] = []
        /// All that are made; a generated one makes itself.
        var all: [String] = []

        var others: [String] { all.filter { !key.contains($0) } }
    }

    private var tables: [String: Columns] = [:]

    init(_ session: PostgresSession) throws(PostgresError) {
        let rows = try session.query(
            """
            SELECT c.relname AS table_name, a.attname AS column_name, coalesce(a.attnum = ANY (k.conkey), false) AS is_key
            FROM pg_class AS c
            JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
            JOIN pg_constraint AS k ON k.conrelid = c.oid AND k.contype = 'p'
            WHERE c.relnamespace = 'stats'::regnamespace
            ORDER BY c.relname, a.attnum
            """)
        for row in rows {
            let (table, column) = (try row.text("table_name"), try row.text("column_name"))
            tables[table, default: Columns()].all.append(column)
            if try row.bool("is_key") { tables[table, default: Columns()].key.append(column) }
        }
    }

    subscript(table: RollupTable) -> Columns {
        guard let columns = tables[table.rawValue] else { preconditionFailure("the schema has no \(table.name)") }
        return columns
    }
}
