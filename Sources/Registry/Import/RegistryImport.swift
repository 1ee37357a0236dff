package import Postgres

/// Brings files into the registry: all of them, or nothing and every fault.
///
/// Everything happens in one transaction: rows are read and checked one by one, copied into temporary tables, checked
/// against each other and the registry, and written set by set. Rows that are there already with the same values are not
/// touched. An import that is killed leaves nothing behind.
package struct RegistryImport {
    package struct Options: Sendable {
        /// Only says what would happen.
        package var isDryRun = false
        /// Places must lie in the area of some street; plants may lie elsewhere.
        package var isInsideDistrict = false
        /// Who imports, for the audit log.
        package var actor = ""
        /// Most details a kind.
        package var detailLimit = 20
        /// So long somebody else who changes the same tables or rows is waited for.
        package var lockWaitSeconds = 30

        package init() {}
    }

    package enum Outcome: Sendable {
        case refused(ImportFaults)
        case done(ImportPlan)
    }

    package struct Progress: Sendable {
        package let phase: String
        /// 0 to 1, of the whole.
        package let fraction: Double
    }

    let session: PostgresSession
    let options: Options
    let progress: (Progress) -> Void

    /// - Parameter progress: called now and then, on the session's thread.
    package static func run(
        _ files: [RegistryFile], options: Options = Options(), session: PostgresSession,
        progress: @escaping (Progress) -> Void = { _ in }
    ) throws -> Outcome {
        try session.transaction { session in
            try RegistryImport(session: session, options: options, progress: progress).run(files)
        }
    }

    private func run(_ files: [RegistryFile]) throws -> Outcome {
        try session.execute("SET LOCAL client_min_messages = warning")
        var faults = ImportFaults()
        let kinds = try stage(files, &faults)
        let imported = RegistryKind.all.filter { kinds.contains($0.name) }.map { RegistrySQL($0) }
        if !options.isDryRun { try lock(imported) }
        for (index, sql) in imported.enumerated() {
            report("comparing \(sql.kind.name)", 0.3 + 0.2 * Double(index) / Double(imported.count))
            try compare(sql)
        }
        try ImportChecks(session: session, imported: imported, files: files.map(\.path), options: options).run {
            sql, done in
            report("checking \(sql.kind.name)", 0.5 + 0.2 * done)
        } faults: {
            faults.append($0)
        }
        guard faults.count == 0 else {
            faults.sort(byFiles: files.map(\.path))
            return .refused(faults)
        }
        var plan = ImportPlan()
        for sql in imported {
            plan.changes.append(
                try ImportWriter(session: session, sql: sql).changes(detailLimit: options.detailLimit))
        }
        if !options.isDryRun { try write(zip(imported, plan.changes).filter { !$1.isNothing }.map(\.0)) }
        if !options.isDryRun,
            plan.changes.contains(where: { !$0.isNothing && RegistryKind.named($0.kind)?.concernsGateways == true })
        {
            try TerminalRegistry(session).notifyChange()
        }
        report("done", 1)
        return .done(plan)
    }

    private func report(_ phase: String, _ fraction: Double) {
        progress(Progress(phase: phase, fraction: fraction))
    }

    /// Reads the files into temporary tables.
    /// - Returns: the names of the kinds that have one.
    private func stage(_ files: [RegistryFile], _ faults: inout ImportFaults) throws -> Set<String> {
        var staged: Set<String> = []
        let size = max(1, files.reduce(0) { $0 + $1.bytes.count })
        var done = 0
        for (number, file) in files.enumerated() {
            report("reading \(file.path)", 0.3 * Double(done) / Double(size))
            done += file.bytes.count
            guard let kind = file.kind else {
                faults.append(
                    ImportFault(
                        file: file.path,
                        reason: "the name says no kind; accepted: "
                            + RegistryKind.all.map { "\($0.name).csv" }.joined(separator: ", ")))
                continue
            }
            var reader = FileReader(kind: kind, file: file, number: number)
            reader.read(faults: &faults)
            let table = RegistrySQL(kind).staged
            let columns = kind.columns.map { RegistrySQL.quoted($0.name) }
            if staged.insert(kind.name).inserted {
                try session.execute(
                    """
                    CREATE TEMP TABLE \(table) (
                        file integer, line integer, is_bad boolean, row_key text,
                        \(columns.map { "\($0) text" }.joined(separator: ", "))
                    ) ON COMMIT DROP
                    """)
            }
            let rows = reader.staged
            try session.copyIn(
                "COPY \(table) (file, line, is_bad, row_key, \(columns.joined(separator: ", "))) FROM STDIN"
            ) { _, stream in try stream.write(rows) }
        }
        return staged
    }

    /// Nobody changes the tables between the comparison and the end, but for gateways, which go on entering terminals and writing
    /// what these report: such a row has no column of the import, or is one that it takes over. Everybody goes on reading.
    private func lock(_ imported: [RegistrySQL]) throws {
        _ = try session.query("SELECT set_config('qingyun.actor', $1, true)", [.text(options.actor)])
        try session.execute("SET LOCAL lock_timeout = '\(options.lockWaitSeconds)s'")
        // Always in this order, as `TerminalRegistry.add` does too: who locks in another could wait for us while we wait for him.
        let shared = imported.filter(\.kind.isWrittenByGateways)
        let closed = imported.filter { !$0.kind.isWrittenByGateways }
        for (tables, mode) in [(closed, "SHARE ROW EXCLUSIVE"), (shared, "SHARE UPDATE EXCLUSIVE")]
        where !tables.isEmpty {
            try session.execute("LOCK TABLE \(tables.map(\.table).joined(separator: ", ")) IN \(mode) MODE")
        }
    }

    /// What gateways wait for comes last: a terminal that was just entered is in nobody's way for longer than need be.
    private func write(_ changed: [RegistrySQL]) throws {
        // With them what refers to terminals, such as badges: a row is there before it is referred to.
        let isLate = { (sql: RegistrySQL) in
            sql.kind.concernsGateways || sql.references.contains { $0.other.concernsGateways }
        }
        let inOrder = changed.filter { !isLate($0) } + changed.filter(isLate)
        for (index, sql) in inOrder.enumerated() {
            report("writing \(sql.kind.name)", 0.7 + 0.3 * Double(index) / Double(inOrder.count))
            try ImportWriter(session: session, sql: sql).write()
        }
    }

    /// Sets what was read beside what is there.
    private func compare(_ sql: RegistrySQL) throws {
        let kind = sql.kind
        let bounds = { (prefix: String) in
            sql.bounds(prefix).map {
                ", \($0.lower) AS lo, \($0.upper) AS hi, \(sql.key(prefix, of: kind.subject)) AS subject"
            }
                ?? ""
        }
        let merged = kind.columns.map { column -> String in
            let name = RegistrySQL.quoted(column.name)
            let given =
                column.type == .area
                ? "CASE WHEN NOT s.is_bad THEN ST_AsText(ST_GeomFromText(s.\(name), 4326), 6) END" : "s.\(name)"
            let kept =
                column.defaultValue.map { "CASE WHEN c.row_id IS NULL THEN '\($0)' ELSE c.\(name) END" } ?? "c.\(name)"
            return "CASE WHEN s.\(name) = E'\\x01' THEN \(kept) ELSE \(given) END AS \(name), c.\(name) AS "
                + RegistrySQL.quoted("old_" + column.name)
        }
        let names = kind.columns.map { "n." + RegistrySQL.quoted($0.name) }.joined(separator: ", ")
        let olds = kind.columns.map { "n." + RegistrySQL.quoted("old_" + $0.name) }.joined(separator: ", ")
        try session.execute(
            """
            ANALYZE \(sql.staged);
            CREATE TEMP TABLE \(sql.current) ON COMMIT DROP AS
            SELECT c.*, \(sql.key("c.", of: kind.keys)) AS row_key\(bounds("c."))
            FROM (\(sql.exportedRows)) AS c;
            ANALYZE \(sql.current);
            CREATE TEMP TABLE \(sql.next) ON COMMIT DROP AS
            SELECT n.*, n.row_id IS NOT NULL AND (\(names)) IS DISTINCT FROM (\(olds)) AS is_changed\(bounds("n."))
            FROM (
                SELECT s.file, s.line, s.is_bad, s.row_key, c.row_id, \(merged.joined(separator: ", "))
                FROM \(sql.staged) AS s LEFT JOIN \(sql.current) AS c ON c.row_key = s.row_key
            ) AS n;
            ANALYZE \(sql.next);
            """)
        guard kind.lowerKey != nil else { return }
        try session.execute(
            """
            CREATE TEMP TABLE \(sql.closing) ON COMMIT DROP AS
            SELECT c.row_id, c.row_key, min(n.lo) AS close_at
            FROM \(sql.current) AS c
            JOIN \(sql.next) AS n ON n.subject = c.subject AND NOT n.is_bad AND n.lo > c.lo AND n.lo < n.hi
            WHERE c.hi = 'infinity' AND NOT EXISTS (SELECT FROM \(sql.next) AS m WHERE m.row_key = c.row_key)
            GROUP BY c.row_id, c.row_key;
            ANALYZE \(sql.closing);
            """)
    }
}
