package import Postgres

/// Hands a set over as a series of numbered files: every row is in one file, and in one only, however late it came and in whatever
/// order transactions committed.
///
/// First it is decided, and committed, which rows the next file has; then it is written; then noted as written. A run that was
/// killed in between writes the same file again. docs/decisions/0007 says why this is sound.
package struct Handover {
    /// A file of a set.
    package struct File: Sendable, Equatable {
        package let number: Int
        package let name: String
        package let format: OutputFormat
        /// nil: not known to be on the disk.
        package let rows: Int?
    }

    private let session: PostgresSession
    private let set: HandoverSet

    package init(_ session: PostgresSession, _ set: HandoverSet) {
        self.session = session
        self.set = set
    }

    /// Writes the next file into `folder`, or the last one again when it is not known to be there.
    /// - Parameters:
    ///   - since: first local day that is handed over, `YYYY-MM-DD`; nil: all.
    /// - Returns: The file; nil: nothing is new.
    /// - Throws: ``ReportError/busy(set:)``, ``ReportError/lostPlace(set:reason:)``, ``ReportError/file(_:reason:)``
    package func next(into folder: String, as format: OutputFormat, since: String? = nil) throws -> File? {
        try round(into: folder, as: format, since: since, limit: 1) { _ in }
    }

    /// Writes files until each day that has changed by now is in one: a file holds ``HandoverSet/daysPerFile`` days at most.
    /// - Parameters:
    ///   - since: as for ``next(into:as:since:)``
    ///   - limit: number of files at most
    ///   - body: is given each file when it is written
    /// - Returns: The last file; nil: nothing is new.
    /// - Throws: as ``next(into:as:since:)``
    @discardableResult
    package func round(
        into folder: String, as format: OutputFormat, since: String? = nil, limit: Int = .max, _ body: (File) -> Void
    ) throws -> File? {
        try alone {
            var last: File?
            var count = 0
            if let file = try unfinished() {
                last = try finish(reshaped(file, as: format, in: folder), into: folder)
                if let last {
                    body(last)
                    count += 1
                }
            }
            // Rows that come meanwhile are for the next round, or there would be no end.
            var daysLeft = Int.max
            while count < limit, daysLeft > 0, let plan = try plan(as: format, since: since, into: folder) {
                daysLeft = min(daysLeft == .max ? plan.daysLeft : daysLeft - set.daysPerFile, plan.daysLeft)
                guard let file = try finish(plan.file, into: folder) else { continue }
                last = file
                body(file)
                count += 1
            }
            return last
        }
    }

    /// - Returns: nil when it has no row and so is none.
    private func finish(_ file: File, into folder: String) throws -> File? {
        let written = try write(file, into: folder)
        guard written.rows > 0 else {
            // Its number goes to the next one, so that the files' numbers have no gaps.
            try session.query(
                "DELETE FROM ops.export_file WHERE export_set = $1 AND file_no = $2",
                [.text(set.name), .int(file.number)])
            return nil
        }
        try session.query(
            """
            UPDATE ops.export_file SET written_at = clock_timestamp(), row_count = $3, byte_count = $4
            WHERE export_set = $1 AND file_no = $2
            """, [.text(set.name), .int(file.number), .int(written.rows), .int(written.bytes)])
        return File(number: file.number, name: file.name, format: file.format, rows: written.rows)
    }

    /// Writes a file of before once more, of the rows that are still there.
    /// - Throws: as ``next(into:as:since:)``, and ``ReportError/unknownFile(set:number:)``
    package func `repeat`(_ number: Int, into folder: String) throws -> File {
        try alone {
            let rows = try session.query(
                "SELECT file_no, file_name, format, row_count FROM ops.export_file WHERE export_set = $1 AND file_no = $2",
                [.text(set.name), .int(number)])
            guard let row = rows.first else { throw ReportError.unknownFile(set: set.name, number: number) }
            let file = try Self.file(row)
            return File(
                number: number, name: file.name, format: file.format, rows: try write(file, into: folder).rows)
        }
    }

    /// All files so far.
    package func files() throws -> [File] {
        try session.query(
            "SELECT file_no, file_name, format, row_count FROM ops.export_file WHERE export_set = $1 ORDER BY file_no",
            [.text(set.name)]
        ).map(Self.file)
    }

    // MARK: Deciding

    /// Below which number every transaction that could have stored rows here has ended; and which number comes next.
    ///
    /// A snapshot names those of the whole cluster that run. Only one that is known to be of another database is left out: what is not seen
    /// any more, or not yet, or is prepared and has no process, counts as ours.
    private static let horizon = """
        SELECT least(
                pg_snapshot_xmax(s),
                (
                    SELECT min(x.full_xid)
                    FROM pg_snapshot_xip(s) AS x(full_xid)
                    WHERE NOT EXISTS (
                        SELECT
                        FROM pg_locks AS l
                        JOIN pg_stat_activity AS a USING (pid)
                        JOIN pg_database AS d ON d.oid = a.datid
                        WHERE l.locktype = 'transactionid' AND l.mode = 'ExclusiveLock' AND l.granted
                            AND l.transactionid::text::bigint = x.full_xid::text::bigint % 4294967296
                            AND d.datname <> current_database()
                    )
                )
            )::text AS below,
            pg_snapshot_xmax(s)::text AS newest,
            current_setting('track_counts') AS track_counts
        FROM pg_current_snapshot() AS s
        """

    func unfinished() throws -> File? {
        try session.query(
            """
            SELECT file_no, file_name, format, row_count FROM ops.export_file
            WHERE export_set = $1 AND written_at IS NULL ORDER BY file_no LIMIT 1
            """, [.text(set.name)]
        ).first.map(Self.file)
    }

    /// A file that was decided and is not known to be on the disk, in the format that is asked for now: the one of before may be what
    /// cannot be written. One that is there keeps its own, since the receiver may have it.
    private func reshaped(_ file: File, as format: OutputFormat, in folder: String) throws -> File {
        guard file.format != format, !OutputFile.exists(path(of: file.name, in: folder)) else { return file }
        let name = Self.name(set, file.number, format)
        try session.query(
            "UPDATE ops.export_file SET format = $3, file_name = $4 WHERE export_set = $1 AND file_no = $2",
            [.text(set.name), .int(file.number), .text(format.rawValue), .text(name)])
        return File(number: file.number, name: name, format: format, rows: nil)
    }

    /// Decides which rows the next file has.
    /// - Returns: with the number of days that have changed besides; nil when no day has changed.
    func plan(as format: OutputFormat, since: String?, into folder: String) throws -> (file: File, daysLeft: Int)? {
        try session.transaction { session in
            // The counts first and the horizon in a statement of its own afterwards: what is counted has ended before it.
            try session.execute(
                """
                CREATE TEMPORARY TABLE export_day ON COMMIT DROP AS
                SELECT d.day, concat_ws(' ', c.oid, pg_stat_get_tuples_inserted(c.oid), b.since) AS fingerprint
                FROM telemetry.day_partition AS d
                JOIN pg_class AS c
                    ON c.relname = d.partition_name AND c.relnamespace = 'telemetry'::regnamespace,
                LATERAL (
                    -- A backend that crashes has all counts dropped, and starts those of the cluster anew.
                    SELECT concat_ws(' ', extract(epoch FROM pg_postmaster_start_time()),
                        extract(epoch FROM pg_stat_get_bgwriter_stat_reset_time()),
                        extract(epoch FROM pg_stat_get_db_stat_reset_time(s.oid))) AS since
                    FROM pg_database AS s WHERE s.datname = current_database()
                ) AS b
                WHERE d.table_name = '\(set.table)'
                """)
            let horizon = try session.query(Self.horizon)[0]
            // This transaction's own number is the oldest at most; it stores nothing that is handed over.
            let below = try horizon.text("below")
            let newest = try horizon.text("newest")
            let isCounting = try horizon.text("track_counts") == "on"
            // The views show other roles no row, and the cursor would move past all of them.
            guard try session.query("SELECT report.sees_all(current_user) AS sees")[0].bool("sees") else {
                throw ReportError.lostPlace(
                    set: set.name,
                    reason:
                        "this role does not see every street: run it as a member of qingyun_analyst, see docs/analysts.md, Hand-over"
                )
            }
            try check(below: below, newest: newest)
            let windows = try session.query(
                """
                WITH changed AS (
                    SELECT d.day, d.fingerprint, coalesce(c.stored_before, '0') AS stored_from, c.first_seen,
                        CASE WHEN c.fingerprint = d.fingerprint THEN c.counted_below ELSE $3::xid8 END AS counted_below
                    FROM export_day AS d
                    LEFT JOIN ops.export_cursor AS c ON c.export_set = $1 AND c.day = d.day
                    WHERE ($5::date IS NULL OR d.day >= $5::date)
                        AND coalesce(c.stored_before, '0') < $2::xid8
                        AND (c.day IS NULL OR NOT $4::boolean OR c.fingerprint <> d.fingerprint
                            OR c.stored_before < c.counted_below)
                ), chosen AS (
                    -- Those that were looked at longest ago first: days of late data hold up none of the others.
                    SELECT * FROM changed ORDER BY stored_from, day LIMIT $6
                ), moved AS (
                    INSERT INTO ops.export_cursor AS c
                        (export_set, day, stored_before, first_seen, counted_below, system_identifier, database_oid, fingerprint)
                    SELECT $1, c.day, $2::xid8, coalesce(c.first_seen, $3::xid8), c.counted_below, s.system_identifier, b.oid,
                        c.fingerprint
                    FROM chosen AS c
                    CROSS JOIN pg_control_system() AS s
                    JOIN pg_database AS b ON b.datname = current_database()
                    ON CONFLICT (export_set, day) DO UPDATE SET
                        stored_before = excluded.stored_before, counted_below = excluded.counted_below,
                        fingerprint = excluded.fingerprint
                )
                SELECT day, stored_from::text, (SELECT count(*) FROM changed) AS changed FROM chosen ORDER BY day
                """,
                [
                    .text(set.name), .text(below), .text(newest), .bool(isCounting), since.map { .text($0) } ?? .null,
                    .int(set.daysPerFile),
                ])
            guard let changed = try windows.first?.int("changed") else { return nil }
            let number = try session.query(
                """
                WITH n AS (SELECT coalesce(max(file_no), 0) + 1 AS file_no FROM ops.export_file WHERE export_set = $1)
                INSERT INTO ops.export_file (export_set, file_no, planned_at, format, file_name)
                SELECT $1, file_no, clock_timestamp(), $2, $1 || '-' || lpad(file_no::text, 8, '0') || '.' || $2 FROM n
                RETURNING file_no
                """, [.text(set.name), .text(format.rawValue)])[0].int("file_no")
            for window in windows {
                try session.query(
                    """
                    INSERT INTO ops.export_window (export_set, file_no, day, stored_from, stored_before)
                    VALUES ($1, $2, $3, $4, $5)
                    """,
                    [
                        .text(set.name), .int(number), .text(try window.text("day")),
                        .text(try window.text("stored_from")), .text(below),
                    ])
            }
            // A number that has a file already was given out in a life of the database that is over.
            for other in OutputFormat.allCases {
                let name = Self.name(set, number, other)
                if OutputFile.exists(path(of: name, in: folder)) {
                    throw ReportError.lostPlace(
                        set: set.name,
                        reason:
                            "\(name) is in the folder already, and the database knows nothing of it: it was restored, or "
                            + "the folder has files of another one; see docs/analysts.md, Hand-over")
                }
            }
            let file = File(number: number, name: Self.name(set, number, format), format: format, rows: nil)
            return (file, changed - windows.count)
        }
    }

    /// Transaction numbers must go on where they were, and must still tell one transaction from another.
    private func check(below: String, newest: String) throws {
        let strangers = try session.query(
            """
            SELECT count(*) AS strangers
            FROM ops.export_cursor AS c
            CROSS JOIN pg_control_system() AS s
            JOIN pg_database AS b ON b.datname = current_database()
            WHERE c.export_set = $1 AND (c.system_identifier <> s.system_identifier OR c.database_oid <> b.oid)
            """, [.text(set.name)])[0]
        let doubt = try session.query(
            """
            SELECT count(*) FILTER (WHERE stored_before > $2::xid8) AS ahead,
                min(c.day) FILTER (
                    WHERE $2::text::bigint - first_seen::text::bigint >= 2147483648 AND c.fingerprint <> d.fingerprint
                ) AS oldest
            FROM ops.export_cursor AS c
            JOIN export_day AS d USING (day)
            WHERE c.export_set = $1
            """, [.text(set.name), .text(newest)])[0]
        if try strangers.int("strangers") + doubt.int("ahead") > 0 {
            throw ReportError.lostPlace(
                set: set.name,
                reason:
                    "the database was restored and its transactions are counted anew: see docs/analysts.md, Hand-over")
        }
        if let day = doubt["oldest"] {
            throw ReportError.lostPlace(
                set: set.name,
                reason: "2147483648 transactions have passed since \(day) was first handed over, and the rows of that "
                    + "day can no longer be told apart: drop its partition, or see docs/analysts.md, Hand-over")
        }
    }

    // MARK: Writing

    func write(_ file: File, into folder: String) throws -> (rows: Int, bytes: Int) {
        try QueryRun(session).readOnly {
            try rows(of: file, to: path(of: file.name, in: folder))
        }
    }

    private func path(of name: String, in folder: String) -> String {
        (folder.hasSuffix("/") ? folder : folder + "/") + name
    }

    /// Makes no file when there are no rows.
    private func rows(of file: File, to path: String) throws -> (rows: Int, bytes: Int) {
        let titles = try titles()
        let names = titles.map { "v.\($0.name)" }.joined(separator: ", ")
        let newest = try session.query("SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS newest")[0].text(
            "newest")
        let windows = try session.query(
            """
            SELECT day, stored_from::text AS stored_from, stored_before::text AS stored_before
            FROM ops.export_window WHERE export_set = $1 AND file_no = $2 ORDER BY day
            """, [.text(set.name), .int(file.number)])
        let output = try OutputFile(path)
        var encoder: RowEncoder?
        var count = (rows: 0, bytes: 0)
        for window in windows {
            let day = try window.text("day")
            let select = """
                SELECT \(names) FROM report.\(set.view) AS v
                WHERE v.recorded_at >= report.day_start('\(day)') AND v.recorded_at < report.day_start(date '\(day)' + 1)
                    AND ops.full_xid(v.stored_in, '\(newest)') >= \(try window.int("stored_from"))
                    AND ops.full_xid(v.stored_in, '\(newest)') < \(try window.int("stored_before"))
                ORDER BY \(set.order.map { "v.\($0)" }.joined(separator: ", "))
                """
            try QueryRun(session).forEachPortion(of: select) { rows in
                if encoder == nil {
                    let columns = zip(titles, rows.columnTypes).map { title, type in
                        OutputColumn(name: title.name, title: title.title, type: type)
                    }
                    encoder = try RowEncoder(
                        file.format, title: set.title, columns: columns,
                        headers: file.format == .xlsx ? .chinese : .english)
                }
                for row in rows { try encoder?.append(rows.columns.indices.map { row[$0] }) }
                count.rows += rows.count
                if let bytes = encoder?.take() {
                    try output.write(bytes)
                    count.bytes += bytes.count
                }
            }
        }
        guard count.rows > 0 else { return count }
        try encoder?.finish()
        if let bytes = encoder?.take() {
            try output.write(bytes)
            count.bytes += bytes.count
        }
        try output.commit()
        return count
    }

    /// The view's columns, with the Chinese term that their comments give in the last brackets.
    func titles() throws -> [(name: String, title: String)] {
        try session.query(
            """
            SELECT a.attname AS name,
                coalesce(substring(col_description(a.attrelid, a.attnum) FROM '[(]([^()]*([(][^()]*[)])?)[)]$'), a.attname) AS title
            FROM pg_attribute AS a
            WHERE a.attrelid = to_regclass('report.' || $1) AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attnum
            """, [.text(set.view)]
        ).compactMap { row in
            let name = try row.text("name")
            return HandoverSet.inner.contains(name) ? nil : (name, try row.text("title"))
        }
    }

    // MARK: Alone

    private func alone<R>(_ body: () throws -> R) throws -> R {
        let key = "hashtextextended('ops.export ' || $1, 0)"
        guard try session.query("SELECT pg_try_advisory_lock(\(key)) AS taken", [.text(set.name)])[0].bool("taken")
        else {
            throw ReportError.busy(set: set.name)
        }
        defer { _ = try? session.query("SELECT pg_advisory_unlock(\(key))", [.text(set.name)]) }
        return try body()
    }

    private static func name(_ set: HandoverSet, _ number: Int, _ format: OutputFormat) -> String {
        let digits = String(number)
        return "\(set.name)-" + String(repeating: "0", count: max(0, 8 - digits.count)) + "\(digits).\(format.rawValue)"
    }

    private static func file(_ row: PostgresRow) throws -> File {
        File(
            number: try row.int("file_no"), name: try row.text("file_name"),
            format: OutputFormat(rawValue: try row.text("format")) ?? .csv, rows: try row.intIfPresent("row_count"))
    }
}
