import Postgres

/// Reports that came long after they were made, and may show that a vehicle stood where nothing was collected.
///
/// They are few and have an index of their own, so that tasks that nothing has come for cost a check nothing.
struct LateReports {
    /// Seconds by which a report of the index came later than it was made; what came sooner was known at every deadline.
    private static let indexedSeconds = 10
    /// Seconds for which a report may stand in a gateway, while PostgreSQL is away, and is looked for all the same.
    private static let longestStay = 3_600

    let session: PostgresSession
    let settings: TimelinessSettings
    let at: String
    /// What is new since the last check; nil: nothing is looked for, since everything is looked at.
    let news: CollectionMatcher.Rows?

    /// Fills `timeliness_late` with the reports that are believed since the last check: ``TimelinessSettings/settleSeconds`` have
    /// passed since they came. And `timeliness_late_visit` with the judged tasks near which they stand inside the window, and by whom.
    func find() throws {
        try session.execute(
            """
            CREATE TEMP TABLE IF NOT EXISTS timeliness_late (
                terminal_id bigint, recorded_at timestamptz, received_at timestamptz, lon float8, lat float8, is_standing boolean
            ) ON COMMIT DELETE ROWS;
            CREATE TEMP TABLE IF NOT EXISTS timeliness_late_visit (
                service_date date, collection_point_id bigint, waste_type smallint, window_start timestamptz, terminal_id bigint
            ) ON COMMIT DELETE ROWS;
            CREATE INDEX IF NOT EXISTS timeliness_late_idx ON timeliness_late (terminal_id, recorded_at)
            """)
        // What counts as received when it was recorded is never late.
        guard let news, !settings.takesAsRecorded else { return }
        let settle = "interval '\(settings.settleSeconds) seconds'"
        var parameters: [PostgresValue] = [.text(at)]
        var isNew = "f.received_at > $1::timestamptz - interval '\(settings.followedDays) days' - \(settle)"
        if case .new(_, _, let since, let age) = news {
            parameters.append(.text(since))
            // What a transaction brought that was not over at the last check may have come long before: it stood in a gateway.
            isNew = """
                f.received_at > $2::timestamptz - interval '\(Self.longestStay) seconds'
                AND (f.received_at > $2::timestamptz - \(settle) OR age(f.xmin) <= \(age))
                """
        }
        try session.query(
            """
            INSERT INTO timeliness_late
            SELECT f.terminal_id, f.recorded_at, f.received_at, f.lon_e6 / 1e6::float8, f.lat_e6 / 1e6::float8,
                f.speed_dkmh <= 10 AND f.time_quality = 0
            FROM telemetry.fix AS f
            WHERE f.received_at - f.recorded_at > interval '\(Self.indexedSeconds) seconds'
                AND \(isNew)
                AND f.received_at <= $1::timestamptz - \(settle)
                AND f.recorded_at >= $1::timestamptz - interval '\(settings.followedDays + 3) days' AND f.recorded_at < $1::timestamptz
            """, parameters)
        try session.execute("ANALYZE timeliness_late")
        try findVisits()
    }

    /// A task is one too many here, rather than one too few: what stood there and for how long is looked at when it is judged.
    private func findVisits() throws {
        let reach = "\(settings.nearMetres) / 111320.0"
        let decidedAt = "k.deadline + interval '\(settings.patienceSeconds) seconds'"
        try session.query(
            """
            INSERT INTO timeliness_late_visit
            WITH stand AS MATERIALIZED (
                SELECT l.terminal_id, v.waste_type, min(l.recorded_at) AS first, max(l.recorded_at) AS last,
                    min(l.received_at) AS first_received_at, max(l.received_at) AS last_received_at,
                    ST_MakeEnvelope(min(l.lon), min(l.lat), max(l.lon), max(l.lat), 4326) AS place,
                    cos(radians(max(abs(l.lat)))) AS shrink
                FROM timeliness_late AS l
                JOIN registry.terminal_mount AS m ON m.terminal_id = l.terminal_id AND m.valid @> l.recorded_at
                JOIN registry.vehicle AS v ON v.vehicle_id = m.vehicle_id AND v.kind = 'collection'
                WHERE l.is_standing AND l.lon IS NOT NULL AND l.lat IS NOT NULL
                -- Whoever stands reports the same place again and again.
                GROUP BY l.terminal_id, v.waste_type, l.recorded_at::date, floor(l.lon * 2000), floor(l.lat * 2000)
            )
            SELECT DISTINCT k.service_date, k.collection_point_id, k.waste_type, k.window_start, s.terminal_id
            FROM stand AS s
            -- OFFSET keeps both a probe each.
            CROSS JOIN LATERAL (
                SELECT p.collection_point_id FROM registry.collection_point AS p
                WHERE p.place && ST_Expand(s.place, 1.01 * \(reach) / s.shrink, 1.01 * \(reach))
                OFFSET 0
            ) AS p
            CROSS JOIN LATERAL (
                SELECT k.service_date, k.collection_point_id, k.waste_type, k.window_start
                FROM ops.collection_task AS k
                WHERE k.collection_point_id = p.collection_point_id AND (s.waste_type IS NULL OR k.waste_type = s.waste_type)
                    AND k.window_start <= s.last AND k.window_start > s.first - interval '2 days' AND k.deadline > s.first
                    AND k.service_date >= telemetry.local_day($1::timestamptz) - \(settings.followedDays)
                    AND \(decidedAt) < s.last_received_at AND (
                        k.cause IN ('no_visit', 'terminal_offline')
                        -- Collected since the last check, but after it was warned of and these reports were believed.
                        OR k.outcome IN ('late', 'on_time')
                            AND k.known_at > greatest(\(decidedAt), s.first_received_at + interval '\(settings.settleSeconds) seconds')
                    )
                OFFSET 0
            ) AS k
            """, [.text(at)])
        try session.execute("ANALYZE timeliness_late_visit")
    }
}
