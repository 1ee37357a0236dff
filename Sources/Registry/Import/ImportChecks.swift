import Postgres

/// Checks of rows against each other and against the registry. Each is one query that gives the rows at fault.
struct ImportChecks {
    let session: PostgresSession
    let imported: [RegistrySQL]
    /// Names of the files, by their number.
    let files: [String]
    let options: RegistryImport.Options

    func run(_ progress: (RegistrySQL, Double) -> Void, faults: (ImportFault) -> Void) throws {
        if options.isInsideDistrict { try findDistrict(faults) }
        for (index, sql) in imported.enumerated() {
            progress(sql, Double(index) / Double(imported.count))
            for check in checks(of: sql) { try run(check, faults) }
        }
    }

    /// A query of `file, line, at, value, reason`, and `other_file, other_line` for `{}` in the reason.
    private func run(_ query: String, _ faults: (ImportFault) -> Void) throws {
        let rows = try session.query("SELECT * FROM (\(query)) AS f ORDER BY file, line LIMIT \(ImportFaults.mostKept)")
        for row in rows {
            let file = files[try row.int("file")]
            var reason = try row.text("reason")
            if row.columns.contains("other_line"), let otherLine = row["other_line"] {
                let otherFile = files[try row.int("other_file")]
                let place = otherFile == file ? "line \(otherLine)" : "line \(otherLine) of \(otherFile)"
                reason = reason.split(separator: "{}", omittingEmptySubsequences: false).joined(separator: place)
            }
            faults(
                ImportFault(
                    file: file, line: try row.int("line"), column: row["at"],
                    value: row["value"].map { $0.split(separator: RegistrySQL.keySeparator).joined(separator: " ") },
                    reason: reason))
        }
    }

    private func checks(of sql: RegistrySQL) -> [String] {
        let kind = sql.kind
        var checks = [duplicates(sql)]
        checks += sql.references.map { missing(sql, $0.column, $0.other) }
        if !kind.exactlyOne.isEmpty {
            checks.append(filled(sql, kind.exactlyOne, "exactly one of", refusedWhen: "given <> 1"))
        }
        if !kind.atMostOne.isEmpty {
            checks.append(filled(sql, kind.atMostOne, "at most one of", refusedWhen: "given > 1"))
        }
        checks += kind.unique.map { taken(sql, $0) }
        if kind.column(of: .area) != nil { checks.append(invalidArea(sql)) }
        if kind.lowerKey != nil {
            checks.append(overlaps(sql))
            checks += sql.references.filter { $0.other.hasService }.map { outOfService(sql, $0.column, $0.other) }
        }
        if let upper = kind.column(of: .lastDay) {
            checks.append(reversed(sql, upper, "n.last_day < n.first_day", "first_day"))
        }
        if let upper = kind.column(of: .validTo) { checks.append(reversed(sql, upper, "n.hi < n.lo", "valid_from")) }
        if kind.name == "vehicle" { checks.append(plates(sql)) }
        if options.isInsideDistrict, kind.column(of: .longitude) != nil, kind.name != "disposal_facility" {
            checks.append(outsideDistrict(sql))
        }
        return checks
    }

    /// Rows that were sound by themselves and are not what the registry has already.
    private static let isNews = "NOT n.is_bad AND (n.row_id IS NULL OR n.is_changed)"

    private func duplicates(_ sql: RegistrySQL) -> String {
        """
        SELECT file, line, '\(sql.kind.keys[0].name)' AS at, row_key AS value, 'the same key stands on {}' AS reason,
            first_file AS other_file, first_line AS other_line
        FROM (
            SELECT n.file, n.line, n.row_key, row_number() OVER w AS nth,
                first_value(n.file) OVER w AS first_file, first_value(n.line) OVER w AS first_line
            FROM \(sql.next) AS n
            WHERE n.row_key IS NOT NULL
            WINDOW w AS (PARTITION BY n.row_key ORDER BY n.file, n.line)
        ) AS d WHERE nth > 1
        """
    }

    private func missing(_ sql: RegistrySQL, _ column: RegistryColumn, _ other: RegistryKind) -> String {
        let value = "n." + RegistrySQL.quoted(column.name)
        let key = RegistrySQL.quoted(other.referenceColumn)
        let otherSQL = RegistrySQL(other)
        let isImported = imported.contains { $0.kind.name == other.name }
        return """
            SELECT n.file, n.line, '\(column.name)' AS at, \(value) AS value,
                'there is no such \(other.name) (\(other.chinese)), neither in the registry nor in the files' AS reason
            FROM \(sql.next) AS n
            WHERE \(value) IS NOT NULL
                AND NOT EXISTS (SELECT FROM \(otherSQL.table) AS r WHERE r.\(other.column(other.referenceColumn)?.tableColumn ?? key) = \(value))
                \(isImported ? "AND NOT EXISTS (SELECT FROM \(otherSQL.staged) AS s WHERE s.\(key) = \(value))" : "")
            """
    }

    private func filled(_ sql: RegistrySQL, _ columns: [String], _ howMany: String, refusedWhen: String) -> String {
        """
        SELECT n.file, n.line, '\(columns[0])' AS at, NULL::text AS value,
            format('\(howMany) \(columns.joined(separator: ", ")) is filled; filled: %s', given) AS reason
        FROM (SELECT n.*, num_nonnulls(\(columns.map { "n." + RegistrySQL.quoted($0) }.joined(separator: ", "))) AS given
            FROM \(sql.next) AS n) AS n
        WHERE NOT n.is_bad AND \(refusedWhen)
        """
    }

    /// A value that occurs once, but not in the registry as it will be.
    private func taken(_ sql: RegistrySQL, _ column: String) -> String {
        let value = RegistrySQL.quoted(column)
        return """
            SELECT file, line, '\(column)' AS at, value,
                'another \(sql.kind.name) has it: ' || rtrim(first_key, E'\\x1f') AS reason
            FROM (
                SELECT a.*, first_value(row_key) OVER (PARTITION BY value ORDER BY file NULLS FIRST, line) AS first_key
                FROM (
                    SELECT n.file, n.line, n.row_key, n.\(value) AS value FROM \(sql.next) AS n WHERE NOT n.is_bad
                    UNION ALL
                    SELECT NULL, NULL, c.row_key, c.\(value) FROM \(sql.current) AS c
                    WHERE NOT EXISTS (SELECT FROM \(sql.next) AS n WHERE n.row_key = c.row_key)
                ) AS a WHERE value IS NOT NULL
            ) AS d
            WHERE row_key <> first_key AND file IS NOT NULL
            """
    }

    private func invalidArea(_ sql: RegistrySQL) -> String {
        """
        SELECT n.file, n.line, 'area' AS at, left(n.area, 60) AS value,
            'it is no area: ' || ST_IsValidReason(ST_GeomFromText(n.area, 4326)) AS reason
        FROM \(sql.next) AS n
        WHERE n.area IS NOT NULL AND \(Self.isNews) AND NOT ST_IsValid(ST_GeomFromText(n.area, 4326))
        """
    }

    private func reversed(_ sql: RegistrySQL, _ upper: RegistryColumn, _ condition: String, _ lower: String) -> String {
        """
        SELECT n.file, n.line, '\(upper.name)' AS at, n.\(upper.name) AS value, 'it is before \(lower), ' || n.\(lower) AS reason
        FROM \(sql.next) AS n WHERE NOT n.is_bad AND \(condition)
        """
    }

    /// Bindings of one subject, in the order in which they begin: the latest end so far comes before the next beginning.
    /// Instants are compared as text so that the latest end can carry the place of its row.
    private func overlaps(_ sql: RegistrySQL) -> String {
        let text = { (time: String) in
            "CASE \(time) WHEN 'infinity' THEN '9' WHEN '-infinity' THEN '0' ELSE to_char(\(time), 'YYYYMMDDHH24MISSUS') END"
        }
        return """
            SELECT coalesce(file, previous_file) AS file, coalesce(line, previous_line) AS line,
                '\(sql.kind.lowerKey?.name ?? "")' AS at, subject AS value,
                CASE
                    WHEN file IS NULL THEN 'it overlaps the one that the registry has from ' || to_char(lo, 'YYYY-MM-DD HH24:MI') || ' on'
                    WHEN previous_file IS NULL THEN 'it overlaps an earlier one that the registry has'
                    ELSE 'it overlaps {}'
                END AS reason,
                CASE WHEN file IS NOT NULL THEN previous_file END AS other_file,
                CASE WHEN file IS NOT NULL THEN previous_line END AS other_line
            FROM (
                SELECT w.*, split_part(latest, '|', 1) AS latest_end,
                    nullif(split_part(latest, '|', 2), '')::integer AS previous_file,
                    nullif(split_part(latest, '|', 3), '')::integer AS previous_line
                FROM (
                    SELECT a.*, max(\(text("hi")) || '|' || coalesce(file::text, '') || '|' || coalesce(line::text, '')) OVER (
                        PARTITION BY subject ORDER BY lo, file NULLS FIRST, line
                        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
                    ) AS latest
                    FROM (
                        SELECT n.file, n.line, n.subject, n.lo, n.hi, n.row_key FROM \(sql.next) AS n
                        WHERE NOT n.is_bad AND n.lo < n.hi
                        UNION ALL
                        SELECT NULL, NULL, c.subject, c.lo, coalesce(x.close_at, c.hi), c.row_key
                        FROM \(sql.current) AS c LEFT JOIN \(sql.closing) AS x ON x.row_id = c.row_id
                        WHERE NOT EXISTS (SELECT FROM \(sql.next) AS n WHERE n.row_key = c.row_key)
                            AND EXISTS (SELECT FROM \(sql.next) AS n WHERE n.subject = c.subject)
                    ) AS a
                ) AS w
            ) AS o
            WHERE latest_end > \(text("lo")) AND (file IS NOT NULL OR previous_file IS NOT NULL)
            """
    }

    /// A binding begins while what it binds is in service.
    private func outOfService(_ sql: RegistrySQL, _ column: RegistryColumn, _ other: RegistryKind) -> String {
        let otherSQL = RegistrySQL(other)
        let key = other.column(other.referenceColumn)
        let lower = sql.kind.lowerKey?.name ?? ""
        let isImported = imported.contains { $0.kind.name == other.name }
        let registered = """
            SELECT r.\(key?.tableColumn ?? "code") AS code, lower(r.valid) AS first_day, upper(r.valid) - 1 AS last_day
            FROM \(otherSQL.table) AS r
            """
        let all =
            isImported
            ? """
            \(registered) WHERE NOT EXISTS (SELECT FROM \(otherSQL.next) AS m WHERE m.\(RegistrySQL.quoted(other.referenceColumn)) = r.\(key?.tableColumn ?? "code"))
            UNION ALL
            SELECT m.\(RegistrySQL.quoted(other.referenceColumn)), m.first_day::date, m.last_day::date FROM \(otherSQL.next) AS m WHERE NOT m.is_bad
            """ : registered
        return """
            SELECT n.file, n.line, '\(lower)' AS at, n.\(lower) AS value,
                format('\(other.name) %s is in service from %s to %s', s.code, coalesce(s.first_day::text, 'ever'),
                    coalesce(s.last_day::text, 'now')) AS reason
            FROM \(sql.next) AS n JOIN (\(all)) AS s ON s.code = n.\(RegistrySQL.quoted(column.name))
            WHERE \(Self.isNews) AND n.lo > '-infinity' AND n.lo < n.hi
                AND (n.lo::date < s.first_day OR n.lo::date > s.last_day)
            """
    }

    /// A vehicle without a plate, such as a cart, has colour `none` and any name.
    private func plates(_ sql: RegistrySQL) -> String {
        """
        SELECT n.file, n.line, 'plate_no' AS at, n.plate_no AS value,
            'it is no plate number; accepted: such as 京AG1234 or 京AD12345, or plate_color none' AS reason
        FROM \(sql.next) AS n
        WHERE \(Self.isNews) AND n.plate_color <> 'none' AND n.plate_no !~
            '^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z]([A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]|[A-HJ-NP-Z0-9]{6})$'
        """
    }

    // MARK: The district

    /// The streets' areas as they will be.
    private func findDistrict(_ faults: (ImportFault) -> Void) throws {
        let imported = imported.contains { $0.kind.name == "street" }
        try session.execute(
            """
            CREATE TEMP TABLE district ON COMMIT DROP AS
            \(imported
                ? """
                SELECT ST_GeomFromText(n.area, 4326) AS area FROM next_street AS n WHERE n.area IS NOT NULL
                UNION ALL
                SELECT t.area FROM registry.street AS t
                WHERE t.area IS NOT NULL AND NOT EXISTS (SELECT FROM next_street AS n WHERE n.code = t.code)
                """ : "SELECT t.area FROM registry.street AS t WHERE t.area IS NOT NULL")
            """)
        if try session.query("SELECT count(*) AS n FROM district")[0].int("n") == 0 {
            faults(
                ImportFault(
                    file: files.first ?? "",
                    reason: "no street has an area: whether places are in the district is not known")
            )
        }
    }

    private func outsideDistrict(_ sql: RegistrySQL) -> String {
        """
        SELECT n.file, n.line, 'lon' AS at, n.lon || ' ' || n.lat AS value, 'it is in the area of no street' AS reason
        FROM \(sql.next) AS n
        WHERE \(Self.isNews) AND n.lon IS NOT NULL AND EXISTS (SELECT FROM district) AND NOT EXISTS (
            SELECT FROM district AS d
            WHERE ST_Covers(d.area, ST_SetSRID(ST_MakePoint(n.lon::float8, n.lat::float8), 4326))
        )
        """
    }
}
