package import Postgres

/// What is stale, since when, and how long making it again will take.
package struct RollupStatus: Sendable {
    package struct Stale: Sendable {
        package let kind: String
        /// Local day, `YYYY-MM-DD`.
        package let day: String
        package let marks: Int
        /// When the first of the changes was made, local time.
        package let since: String
        package let ageSeconds: Int
        package let causes: String
        /// As of when its figures are, local time; nil: there are none yet.
        package let refreshedAt: String?
        /// How long the last refresh took, or one of this kind usually does; nil: not known.
        package let durationMilliseconds: Int?
    }

    package let stale: [Stale]
    /// Changes of the registry whose days are not worked out yet.
    package let registryChanges: Int
    private let registryAgeSeconds: Int
    /// Days whose collections the timeliness job judges again, because registry or suspensions were corrected.
    package let daysToJudge: Int
    private let judgementAgeSeconds: Int
    /// Days whose telemetry was dropped, and changes that came for them since.
    package let closedDays: Int
    package let refused: Int
    /// Days with figures.
    package let days: Int

    /// Of what waits, changes of the registry too.
    package var oldestAgeSeconds: Int {
        max(stale.map(\.ageSeconds).max() ?? 0, registryAgeSeconds, judgementAgeSeconds)
    }
    package var expectedMilliseconds: Int { stale.reduce(0) { $0 + ($1.durationMilliseconds ?? 0) } }

    package init(_ session: PostgresSession) throws {
        stale = try session.query(
            """
            SELECT
                m.kind, m.service_date, count(*) AS marks, (min(m.marked_at) AT TIME ZONE telemetry.site_time_zone())::timestamp(0) AS since,
                extract(epoch FROM clock_timestamp() - min(m.marked_at))::bigint AS age_s,
                string_agg(DISTINCT m.cause, ', ') AS causes,
                (r.refreshed_at AT TIME ZONE telemetry.site_time_zone())::timestamp(0) AS refreshed_at,
                coalesce(r.duration_ms, usual.duration_ms) AS duration_ms
            FROM stats.dirty_day AS m
            LEFT JOIN stats.refreshed_day AS r ON r.kind = m.kind AND r.service_date = m.service_date
            LEFT JOIN (
                SELECT u.kind, max(u.duration_ms) AS duration_ms FROM stats.refreshed_day AS u GROUP BY u.kind
            ) AS usual ON usual.kind = m.kind
            GROUP BY m.kind, m.service_date, r.refreshed_at, r.duration_ms, usual.duration_ms
            ORDER BY m.service_date, m.kind
            """
        ).map { row in
            Stale(
                kind: try row.text("kind"), day: try row.text("service_date"), marks: try row.int("marks"),
                since: try row.text("since"), ageSeconds: try row.int("age_s"), causes: try row.text("causes"),
                refreshedAt: row["refreshed_at"], durationMilliseconds: try row.intIfPresent("duration_ms"))
        }
        let counts = try session.query(
            """
            SELECT
                (SELECT count(*) FROM stats.dirty_range) AS registry_changes,
                (
                    SELECT coalesce(extract(epoch FROM clock_timestamp() - min(marked_at)), 0)::bigint FROM stats.dirty_range
                ) AS registry_age_s,
                (SELECT count(*) FROM ops.recheck_waiting) AS days_to_judge,
                (
                    SELECT coalesce(extract(epoch FROM clock_timestamp() - min(marked_at)), 0)::bigint FROM ops.recheck_waiting
                ) AS judgement_age_s,
                (SELECT count(*) FROM stats.closed_day) AS closed_days,
                (SELECT coalesce(sum(refused), 0)::bigint FROM stats.closed_day) AS refused,
                (SELECT count(DISTINCT service_date) FROM stats.refreshed_day) AS days
            """)[0]
        registryChanges = try counts.int("registry_changes")
        registryAgeSeconds = try counts.int("registry_age_s")
        daysToJudge = try counts.int("days_to_judge")
        judgementAgeSeconds = try counts.int("judgement_age_s")
        closedDays = try counts.int("closed_days")
        refused = try counts.int("refused")
        days = try counts.int("days")
    }
}
