import Postgres

/// Counts and writes the rows of one kind.
struct ImportWriter {
    let session: PostgresSession
    let sql: RegistrySQL

    private var kind: RegistryKind { sql.kind }
    private var isBinding: Bool { kind.lowerKey != nil }
    /// A row whose binding never held: it is taken out, or never entered.
    private var isEmpty: String { isBinding ? "(n.lo = n.hi)" : "false" }

    private var upper: RegistryColumn? { kind.column(of: .validTo) ?? kind.column(of: .lastDay) }

    /// A changed row that only ends.
    private var isClosed: String {
        guard let upper else { return "false" }
        let others = kind.columns.filter { $0 != upper }
        let name = RegistrySQL.quoted(upper.name)
        return """
            (n.is_changed AND n.\(RegistrySQL.quoted("old_" + upper.name)) IS NULL AND n.\(name) IS NOT NULL
                AND (\(others.map { "n." + RegistrySQL.quoted($0.name) }.joined(separator: ", ")))
                    IS NOT DISTINCT FROM (\(others.map { "n." + RegistrySQL.quoted("old_" + $0.name) }.joined(separator: ", "))))
            """
    }

    func changes(detailLimit: Int) throws -> ImportPlan.Changes {
        let counts = try session.query(
            """
            SELECT
                count(*) FILTER (WHERE n.row_id IS NULL AND NOT \(isEmpty)) AS added,
                count(*) FILTER (WHERE n.is_changed AND NOT \(isEmpty) AND NOT \(isClosed)) AS changed,
                count(*) FILTER (WHERE n.is_changed AND NOT \(isEmpty) AND \(isClosed)) AS closed,
                count(*) FILTER (WHERE n.row_id IS NOT NULL AND \(isEmpty)) AS removed,
                count(*) AS rows
            FROM \(sql.next) AS n
            """)[0]
        var changes = ImportPlan.Changes(kind: kind.name)
        changes.added = try counts.int("added")
        changes.changed = try counts.int("changed")
        changes.closed = try counts.int("closed")
        changes.removed = try counts.int("removed")
        changes.unchanged =
            try counts.int("rows") - changes.added - changes.changed - changes.closed - changes.removed
        if isBinding {
            changes.closed += try session.query("SELECT count(*) AS n FROM \(sql.closing)")[0].int("n")
        }
        if detailLimit > 0, !changes.isNothing { changes.details = try details(detailLimit) }
        return changes
    }

    private func details(_ limit: Int) throws -> [ImportPlan.Detail] {
        let differences = kind.columns.map { column in
            let new = "n." + RegistrySQL.quoted(column.name)
            let old = "n." + RegistrySQL.quoted("old_" + column.name)
            return """
                CASE WHEN \(new) IS DISTINCT FROM \(old) THEN format('\(column.name) %s -> %s',
                    coalesce(left(\(old), 60), '(empty)'), coalesce(left(\(new), 60), '(empty)')) END
                """
        }
        let closing =
            isBinding
            ? """
            UNION ALL
            SELECT 'close', x.row_key, 'at ' || to_char(x.close_at, 'YYYY-MM-DD HH24:MI:SS') || ', where a newer one begins', 0, 0
            FROM \(sql.closing) AS x
            """ : ""
        return try session.query(
            """
            SELECT action, row_key, text FROM (
                SELECT
                    CASE WHEN n.row_id IS NULL THEN 'add' WHEN \(isEmpty) THEN 'remove' WHEN \(isClosed) THEN 'close'
                        ELSE 'change' END AS action,
                    n.row_key,
                    CASE WHEN n.row_id IS NULL OR \(isEmpty) THEN '' ELSE concat_ws('; ', \(differences.joined(separator: ", "))) END AS text,
                    n.file, n.line
                FROM \(sql.next) AS n
                WHERE n.row_id IS NULL AND NOT \(isEmpty) OR n.is_changed OR n.row_id IS NOT NULL AND \(isEmpty)
                \(closing)
            ) AS d ORDER BY file, line, row_key LIMIT $1
            """, [.int(limit)]
        ).map { row in
            ImportPlan.Detail(
                action: ImportPlan.Detail.Action(rawValue: try row.text("action")) ?? .change,
                key: try row.text("row_key").split(separator: RegistrySQL.keySeparator).joined(separator: " "),
                text: try row.text("text"))
        }
    }

    /// Ends come before beginnings, so that no two bindings overlap on the way.
    func write() throws {
        if isBinding {
            let closed =
                kind.lowerKey?.type == .firstDay
                ? "daterange(lower(t.valid), x.close_at::date)"
                : "tstzrange(lower(t.valid), x.close_at AT TIME ZONE telemetry.site_time_zone())"
            try session.execute(
                """
                DELETE FROM \(sql.table) AS t USING \(sql.next) AS n WHERE t.\(kind.id) = n.row_id AND \(isEmpty);
                UPDATE \(sql.table) AS t SET valid = \(closed) FROM \(sql.closing) AS x WHERE t.\(kind.id) = x.row_id
                """)
        }
        let updated = sql.targets(isUpdate: true)
        let assignments = updated.map { "\($0.column) = \($0.expression)" }
        let inserted = sql.targets(isUpdate: false)
        // A terminal that a gateway entered since the comparison is claimed, as one that it had entered before.
        let claiming =
            kind.isWrittenByGateways
            ? """
            ON CONFLICT (\(kind.keys.map(\.tableColumn).joined(separator: ", "))) DO UPDATE
            SET \(updated.map { "\($0.column) = excluded.\($0.column)" }.joined(separator: ", "))
            """ : ""
        // Gateways write several rows at once in the same orders: nobody waits for somebody who waits for him.
        if kind.isWrittenByGateways {
            _ = try session.query(
                """
                SELECT FROM \(sql.table) AS t JOIN \(sql.next) AS n ON n.row_id = t.\(kind.id)
                WHERE n.is_changed ORDER BY t.\(kind.id) FOR NO KEY UPDATE OF t
                """)
        }
        try session.execute(
            """
            UPDATE \(sql.table) AS t SET \(assignments.joined(separator: ", "))
            FROM \(sql.next) AS n \(sql.targetJoins)
            WHERE t.\(kind.id) = n.row_id AND n.is_changed AND NOT \(isEmpty);
            INSERT INTO \(sql.table) (\(inserted.map(\.column).joined(separator: ", ")))
            SELECT \(inserted.map(\.expression).joined(separator: ", "))
            FROM \(sql.next) AS n \(sql.targetJoins)
            WHERE n.row_id IS NULL AND NOT \(isEmpty)
            ORDER BY \(kind.isWrittenByGateways ? "n.row_key COLLATE \"C\"" : "n.file, n.line")
            \(claiming)
            """)
    }
}
