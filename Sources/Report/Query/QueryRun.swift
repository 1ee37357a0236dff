package import Postgres

/// Runs queries, a bounded number of rows at a time in memory.
package struct QueryRun {
    private static let rowsAtATime = 2_000

    let session: PostgresSession

    package init(_ session: PostgresSession) { self.session = session }

    /// Runs one SELECT as of one instant and hands its rows out in portions, the first one also when it is empty.
    func forEachPortion(of select: String, _ body: (PostgresRows) throws -> Void) throws {
        try session.execute("DECLARE report_rows NO SCROLL CURSOR FOR \(select)")
        var portion: PostgresRows
        repeat {
            portion = try session.query("FETCH FORWARD \(Self.rowsAtATime) FROM report_rows")
            try body(portion)
        } while portion.count == Self.rowsAtATime
        try session.execute("CLOSE report_rows")
    }

    /// What reports agree on: one instant, local times, plans for all rows of a cursor and not for its first ones.
    func readOnly<R>(_ body: () throws -> R) throws -> R {
        try session.transaction { session in
            try session.execute(
                """
                SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;
                SET LOCAL timezone = 'Asia/Shanghai';
                SET LOCAL cursor_tuple_fraction = 1;
                SET LOCAL jit = off;
                SET LOCAL work_mem = '64MB'
                """)
            return try body()
        }
    }

    /// Writes the answer to a question.
    /// - Parameters:
    ///   - values: of the query's parameters, by their names.
    ///   - path: the file; nil: the standard output.
    /// - Returns: Number of rows.
    package func write(
        _ query: ReportQuery, _ values: [String: String] = [:], as format: OutputFormat, headers: HeaderLanguage,
        to path: String?
    ) throws -> Int {
        let select = try query.select(values)
        return try readOnly {
            let output = try OutputFile(path)
            var encoder: RowEncoder?
            var count = 0
            try forEachPortion(of: select) { rows in
                if encoder == nil {
                    encoder = try RowEncoder(
                        format, title: query.title, columns: Self.columns(of: rows, query.titles), headers: headers)
                }
                for row in rows { try encoder?.append(rows.columns.indices.map { row[$0] }) }
                count += rows.count
                if let bytes = encoder?.take() { try output.write(bytes) }
            }
            try encoder?.finish()
            if let bytes = encoder?.take() { try output.write(bytes) }
            try output.commit()
            return count
        }
    }

    static func columns(of rows: PostgresRows, _ titles: [String: String]) -> [OutputColumn] {
        zip(rows.columns, rows.columnTypes).map { name, type in
            OutputColumn(name: name, title: titles[name] ?? name, type: type)
        }
    }
}
