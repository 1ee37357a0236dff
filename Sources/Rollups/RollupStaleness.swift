import Postgres
import Telemetry

/// Whether a change waits that the figures of a day do not show yet.
enum RollupStaleness {
    /// Its own marks, and those of other days whose refresh would mark it: where weighings of one day tell about another, and for trips
    /// of the days before, whose loads they may have brought.
    static func isStale(_ unit: RollupRefresher.Unit, on session: PostgresSession) throws(PostgresError) -> Bool {
        let daysBefore = unit.kind == .trip ? RollupRefresher.daysCarried : 0
        let isMarked = try session.query(
            """
            SELECT
                EXISTS (SELECT FROM stats.dirty_day WHERE kind = $1 AND service_date BETWEEN $2::date - $3::integer AND $2)
                OR EXISTS (
                    SELECT FROM stats.dirty_range
                    WHERE $1 = ANY (kinds) AND days && daterange($2::date - $3::integer, $2, '[]')) AS is_stale
            """, unit.parameters + [.int(daysBefore)])[0].bool("is_stale")
        guard !isMarked else { return true }
        if unit.kind == .collection { return try isMarkedBefore(unit, on: session) }
        guard unit.kind == .station || unit.kind == .trip else { return false }
        // A mark for another day's sake reaches no further: what made it has marked them all.
        return try session.query(
            """
            SELECT EXISTS (
                SELECT FROM (\(RollupTable.relatedDays(of: unit.day))) AS r
                WHERE EXISTS (
                        SELECT FROM stats.dirty_day AS m
                        WHERE m.kind = $1 AND m.service_date = '1970-01-01'::date + r.day AND m.cause <> 'neighbour')
                    OR EXISTS (
                        SELECT FROM stats.dirty_range AS m WHERE $1 = ANY (m.kinds) AND m.days @> '1970-01-01'::date + r.day)
            ) AS is_stale
            """, [.text(unit.kind.rawValue)])[0].bool("is_stale")
    }

    /// Whether the day before waits for its refresh, and a lift of this one repeats one of that one.
    private static func isMarkedBefore(_ unit: RollupRefresher.Unit, on session: PostgresSession) throws(PostgresError)
        -> Bool
    {
        let isMarked = try session.query(
            """
            SELECT
                EXISTS (
                    SELECT FROM stats.dirty_day
                    WHERE kind = $1 AND service_date = $2::date - 1 AND cause <> 'neighbour')
                OR EXISTS (
                    SELECT FROM stats.dirty_range WHERE $1 = ANY (kinds) AND days @> $2::date - 1) AS is_marked
            """, unit.parameters)[0].bool("is_marked")
        guard isMarked else { return false }
        return try !session.query(RollupTable.midnightRepeat(of: unit.day)).isEmpty
    }
}
