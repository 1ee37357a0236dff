package import Postgres

/// Brings tasks and warnings up to a moment.
///
/// A check is one transaction under an advisory lock, so that two at once are one after the other, and one that is killed leaves
/// nothing behind. It looks only at what is due and at what is new: rows known since the last check, and rows of transactions
/// that were not over then, whenever they were received. The rest was looked at before.
package struct TimelinessCheck {
    let session: PostgresSession
    let settings: TimelinessSettings

    package init(_ session: PostgresSession, settings: TimelinessSettings = TimelinessSettings()) {
        self.session = session
        self.settings = settings
    }

    private struct DryRun: Error { let summary: CheckSummary }

    /// - Parameter at: the moment, as PostgreSQL reads times; nil: now. The very first check of a database takes up what begins
    ///   from now on; as of a moment that is given, yesterday and that day whole.
    package func check(at moment: String? = nil, isDryRun: Bool = false) throws -> CheckSummary {
        try inTransaction(at: moment, isDryRun: isDryRun) { at in
            var summary = CheckSummary()
            summary.at = at
            let begun = try begun(at)
            let isBeginning = try moment == nil && isUnused()
            let planner = TaskPlanner(session: session, at: at, begun: begun, isBeginning: isBeginning)
            let days = try daysToPlan(at, begun: begun)
            summary.planned = try planner.plan(days)
            if summary.planned > 0 { for day in days { try markStatistics(of: day) } }
            let mark = try watermark(at)
            try makeTouched()
            let matcher = CollectionMatcher(session: session, settings: settings, at: at)
            try matcher.find(mark.rows)
            summary.collected = try matcher.merge()
            summary.judged = try TaskJudge(session: session, settings: settings, at: at, news: mark.rows).judge(.due)
            let writer = WarningWriter(session: session, at: at)
            if summary.judged > 0 {
                summary.events = try writer.writeCollections()
                summary.events.merge(try writer.correct(), uniquingKeysWith: +)
            }
            summary.events.merge(
                try ExpiryWarnings(session: session, settings: settings, at: at).write(), uniquingKeysWith: +)
            try moveWatermark(at, snapshot: mark.snapshot)
            if summary.judged > 0 || summary.collected > 0 { try markStatisticsOfTouched() }
            return summary
        }
    }

    /// Judges one day again from all that is known, whatever was judged before; makes its tasks when it has none.
    /// - Throws: ``DroppedTelemetry`` when that is less than it was judged by.
    package func recheck(_ day: String, at moment: String? = nil, isDryRun: Bool = false) throws -> CheckSummary {
        try inTransaction(at: moment, isDryRun: isDryRun) { at in
            var summary = CheckSummary()
            summary.at = at
            try DroppedTelemetry.refuse(
                from: day, through: day,
                found: """
                    EXISTS (
                        SELECT FROM ops.collection_task AS k
                        WHERE k.service_date = d.day::date AND (k.collected_at IS NOT NULL OR k.cause = 'visit_no_read'))
                    """, in: ["lift", "tag_read", "fix"], lost: DroppedTelemetry.recordsAreLost, on: session)
            try takeCorrections(of: day, at: at)
            let hasTasks = try session.query(
                "SELECT EXISTS (SELECT FROM ops.collection_day WHERE service_date = $1::date) AS is_there", [.text(day)]
            )[0]
            let planner = TaskPlanner(session: session, at: at, begun: try begun(at))
            summary.planned = try hasTasks.bool("is_there") ? planner.affiliate(day) : planner.plan([day])
            let bounds = try session.query(
                """
                SELECT coalesce(min(k.window_start), $1::date::timestamptz) AS first,
                    coalesce(max(k.window_start), $1::date::timestamptz) + interval '\(settings.followedDays) days' AS last
                FROM ops.collection_task AS k WHERE k.service_date = $1::date
                """, [.text(day)])[0]
            try makeTouched()
            let matcher = CollectionMatcher(session: session, settings: settings, at: at)
            try matcher.find(.recorded(from: try bounds.text("first"), to: try bounds.text("last")))
            summary.collected = try matcher.replace(day)
            summary.judged = try TaskJudge(session: session, settings: settings, at: at).judge(.day(day))
            let writer = WarningWriter(session: session, at: at)
            if summary.judged > 0 {
                summary.events = try writer.writeCollections()
                summary.events.merge(try writer.correct(), uniquingKeysWith: +)
            }
            if summary.planned > 0 || summary.judged > 0 || summary.collected > 0 { try markStatistics(of: day) }
            return summary
        }
    }

    /// The next moment at which a task becomes due, seconds from `at`; nil when none is pending.
    package func secondsToNextDeadline() throws -> Double? {
        try session.query(
            """
            SELECT extract(epoch FROM min(k.deadline) + interval '\(settings.patienceSeconds) seconds' - clock_timestamp()) AS seconds
            FROM ops.collection_task AS k WHERE k.outcome = 'pending'
            """)[0]["seconds"].flatMap(Double.init)
    }

    private func inTransaction(
        at moment: String?, isDryRun: Bool, _ body: (String) throws -> CheckSummary
    ) throws -> CheckSummary {
        do {
            return try session.transaction { session in
                try session.query("SELECT pg_advisory_xact_lock(hashtextextended('ops.timeliness', 0))")
                // Ages of rows are counted from it, so it must not come later than the first age().
                try session.query("SELECT pg_current_xact_id()")
                // Evidence and messages say local times.
                try session.query("SELECT set_config('timezone', telemetry.site_time_zone(), true)")
                // The statements are many and short-lived: compiling them would take longer than running them. With the usual
                // memory, what stood in a window is hashed in parts on disk.
                try session.execute(
                    "SET LOCAL client_min_messages = warning; SET LOCAL jit = off; SET LOCAL work_mem = '64MB'")
                let at = try session.query(
                    "SELECT coalesce($1::timestamptz, clock_timestamp()) AS at", [moment.map { .text($0) } ?? .null])[0]
                    .text("at")
                let summary = try body(at)
                if isDryRun { throw DryRun(summary: summary) }
                return summary
            }
        } catch let dryRun as DryRun {
            return dryRun.summary
        }
    }

    /// Has the statistics of same-day clearance made again for the days whose tasks changed.
    private func markStatistics(of day: String) throws {
        try session.query(
            "INSERT INTO stats.dirty_day (kind, service_date, cause) VALUES ('clearance', $1, 'ops.collection_task')",
            [.text(day)])
    }

    private func markStatisticsOfTouched() throws {
        try session.execute(
            """
            INSERT INTO stats.dirty_day (kind, service_date, cause)
            SELECT DISTINCT 'clearance', t.service_date, 'ops.collection_task' FROM timeliness_touched AS t
            """)
    }

    private func makeTouched() throws {
        try session.execute(
            """
            CREATE TEMP TABLE IF NOT EXISTS timeliness_touched (
                service_date date, collection_point_id bigint, waste_type smallint, window_start timestamptz
            ) ON COMMIT DELETE ROWS
            """)
    }

    /// Yesterday, today and the days ahead; and those of a month that are missing, since the job was away. Before the first day that was
    /// planned when it came nobody asked for anything: a single day from before, which was made by a recheck, brings no others. A check as of
    /// an earlier moment makes no day that was over at the last one.
    private func daysToPlan(_ at: String, begun: String) throws -> [String] {
        try session.query(
            """
            SELECT d::date::text AS day
            FROM (SELECT telemetry.local_day($1::timestamptz) AS today) AS t
            CROSS JOIN LATERAL generate_series(
                (t.today - 31)::timestamp, (t.today + \(settings.daysAhead))::timestamp, interval '1 day'
            ) AS d
            WHERE ($1::timestamptz >= $2::timestamptz OR d::date >= telemetry.local_day($2::timestamptz)) AND (d::date >= t.today - 1
                OR NOT EXISTS (SELECT FROM ops.collection_day AS p WHERE p.service_date = d::date)
                    AND d::date > (
                        SELECT min(p.service_date) FROM ops.collection_day AS p
                        WHERE telemetry.local_day(p.planned_at) <= p.service_date
                    ))
            ORDER BY d
            """, [.text(at), .text(begun)]
        ).map { try $0.text("day") }
    }

    /// Which windows have begun as far as planning goes: those before this moment, or before that of the last check.
    private func begun(_ at: String) throws -> String {
        try session.query(
            """
            SELECT greatest($1::timestamptz, (
                SELECT m.reached_at FROM ops.timeliness_watermark AS m WHERE m.name = '\(Self.watermarkName)'
            )) AS begun
            """, [.text(at)])[0].text("begun")
    }

    /// No check was ever made.
    private func isUnused() throws -> Bool {
        try session.query("SELECT FROM ops.timeliness_watermark WHERE name = '\(Self.watermarkName)'").isEmpty
    }

    // MARK: What is new

    static let watermarkName = "collection"
    /// By how much the clocks of gateways and of PostgreSQL may differ.
    private static let clockMargin = "interval '10 minutes'"

    /// What was looked at, and what is to be looked at now.
    ///
    /// Of the days before only those into which something came since: a gateway notes them for the statistics with the rows
    /// (`stats.dirty_day`), and who makes the statistics takes that note away and leaves one of its own (`stats.refreshed_day`). After a
    /// check as of an earlier moment that does not help: rows that it passed over were noted before it.
    private func watermark(_ at: String) throws -> (rows: CollectionMatcher.Rows, snapshot: String) {
        let row = try session.query(
            """
            SELECT
                pg_snapshot_xmin(pg_current_snapshot())::text AS snapshot, a.age,
                m.reached_at, m.reached_at IS NOT NULL AND m.reached_at <= $1::timestamptz AS is_usable,
                least(t.followed, p.first) AS first,
                CASE WHEN m.reached_at >= m.written_at - \(Self.clockMargin) THEN least(t.today::timestamptz, w.first, p.first)
                    ELSE least(t.followed, p.first) END AS first_new,
                $1::timestamptz + interval '1 day' AS last
            FROM (
                SELECT telemetry.local_day($1::timestamptz) AS today, $1::timestamptz - interval '\(settings.followedDays) days' AS followed
            ) AS t
            LEFT JOIN ops.timeliness_watermark AS m ON m.name = '\(Self.watermarkName)'
            CROSS JOIN LATERAL (SELECT pg_current_xact_id()::text::bigint - m.snapshot::text::bigint AS age) AS a
            -- After a long pause nothing has looked yet for what completes the tasks that are still pending.
            CROSS JOIN LATERAL (
                SELECT min(k.window_start) AS first FROM ops.collection_task AS k
                WHERE k.outcome = 'pending' AND k.deadline <= $1::timestamptz
            ) AS p
            LEFT JOIN LATERAL (
                SELECT greatest(t.followed, min(d.service_date)::timestamptz) AS first
                FROM (
                    SELECT d.service_date FROM stats.dirty_day AS d
                    WHERE d.kind IN ('collection', 'record') AND d.service_date >= t.followed::date
                    UNION ALL
                    SELECT r.service_date FROM stats.refreshed_day AS r
                    WHERE r.kind IN ('collection', 'record') AND r.service_date >= t.followed::date
                        AND (age(r.xmin) <= a.age OR r.refreshed_at >= m.reached_at - \(Self.clockMargin))
                ) AS d
                HAVING count(*) > 0
            ) AS w ON true
            """, [.text(at)])[0]
        let (first, last) = (try row.text("first"), try row.text("last"))
        let snapshot = try row.text("snapshot")
        // Another cluster counts its transactions from another beginning, and beyond two thousand million they begin anew.
        guard let since = row["reached_at"], try row.bool("is_usable"), let age = try row.intIfPresent("age"),
            (0..<2_000_000_000).contains(age)
        else { return (.recorded(from: first, to: last), snapshot) }
        return (.new(from: try row.text("first_new"), to: last, since: since, age: age), snapshot)
    }

    private func moveWatermark(_ at: String, snapshot: String) throws {
        try session.query(
            """
            INSERT INTO ops.timeliness_watermark AS m (name, reached_at, written_at, snapshot)
            VALUES ('\(Self.watermarkName)', $1::timestamptz, clock_timestamp(), $2::xid8)
            ON CONFLICT (name) DO UPDATE
            SET reached_at = excluded.reached_at, written_at = excluded.written_at, snapshot = excluded.snapshot
            -- A check as of an earlier moment passed over what was known later: the mark stays.
            WHERE excluded.reached_at >= m.reached_at
            """, [.text(at), .text(snapshot)])
    }
}
