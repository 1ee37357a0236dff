package import Postgres
import Telemetry

/// The figures of a month, kept when its report is signed.
package struct MonthReport {
    package enum Failure: Error, Equatable, CustomStringConvertible {
        /// - Parameter at: when it was, local time.
        case alreadyFrozen(at: String, by: String)
        case notOver
        /// - Parameters:
        ///   - days: how many wait.
        ///   - changes: how many changes of the registry are not worked out.
        case stale(days: Int, changes: Int)
        /// Local days on which collections were due, or may have been, that nobody judged: no tasks were made, first and last named.
        case unplanned(days: [String])
        /// Local days with collections whose outcome is not known yet.
        case unjudged(days: [String])
        /// Local days whose collections a correction of registry or suspensions may change.
        case corrected(days: [String])
        case empty

        package var description: String {
            switch self {
            case .alreadyFrozen(let at, let by): "was frozen at \(at) by \(by)"
            case .notOver: "is not over"
            case .stale(let days, let changes):
                "has \(days) stale \(days == 1 ? "day" : "days")"
                    + (changes > 0 ? " and \(changes) changes of the registry that are not worked out" : "")
                    + ": run `qingyun-rollups refresh` first"
            case .unplanned(let days):
                "has no collections of \(Self.named(days)), although there are of days before: run "
                    + "`qingyun-timeliness recheck --from \(days.first ?? "") --to \(days.last ?? "")` first"
            case .unjudged(let days):
                "has collections of \(Self.named(days)) that are not judged: run `qingyun-timeliness check` when their windows and "
                    + "grace are over"
            case .corrected(let days):
                "has collections of \(Self.named(days)) that wait to be judged again after a correction: run "
                    + "`qingyun-timeliness check` first"
            case .empty: "has no figures"
            }
        }

        private static func named(_ days: [String]) -> String {
            let rest = days.count - 3
            return days.prefix(3).joined(separator: ", ") + (rest > 0 ? " and \(rest) more days" : "")
        }
    }

    package struct Difference: Sendable, Equatable {
        package let subject: String
        /// JSON.
        package let key: String
        package let figure: String
        /// Nil: there was no such row.
        package let frozen: String?
        /// Nil: there is no such row any more.
        package let current: String?
    }

    private let session: PostgresSession
    private let month: String

    /// - Parameter month: first day of the month, `YYYY-MM-01`.
    package init(_ month: String, session: PostgresSession) {
        self.month = month
        self.session = session
    }

    /// Keeps the figures of one snapshot, in which no change waits for its refresh.
    /// - Returns: how many rows were kept.
    /// - Throws: ``Failure``, and what PostgreSQL says.
    package func freeze(by person: String, note: String?) throws -> Int {
        do {
            return try session.transaction { session in
                try session.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
                // For those who read what was kept: instants are written down in it.
                try session.query("SELECT set_config('TimeZone', telemetry.site_time_zone(), true)")
                try refuseIfFrozen()
                try refuseIfUnready()
                try session.query(
                    "INSERT INTO stats.frozen_month (month, frozen_at, frozen_by, note) VALUES ($1, clock_timestamp(), $2, $3)",
                    [.text(month), .text(person), note.map(PostgresValue.text) ?? .null])
                let rows = try session.query(
                    """
                    WITH kept AS (
                        INSERT INTO stats.frozen_figure (month, subject, key, figures)
                        SELECT month, subject, key, figures FROM stats.month_figure WHERE month = $1
                        RETURNING 1
                    )
                    SELECT count(*) AS rows FROM kept
                    """, [.text(month)])[0].int("rows")
                guard rows > 0 else { throw Failure.empty }
                return rows
            }
        } catch let error as PostgresError where error.isUniqueViolation {
            // By another one meanwhile.
            try refuseIfFrozen()
            throw error
        }
    }

    private func refuseIfFrozen() throws {
        if let row = try session.query(
            "SELECT (frozen_at AT TIME ZONE telemetry.site_time_zone())::timestamp(0) AS at, frozen_by FROM stats.frozen_month WHERE month = $1",
            [.text(month)]
        ).first {
            throw Failure.alreadyFrozen(at: try row.text("at"), by: try row.text("frozen_by"))
        }
    }

    private func refuseIfUnready() throws {
        let state = try session.query(
            """
            SELECT
                telemetry.local_day(clock_timestamp()) >= m.next AS is_over,
                (SELECT count(*) FROM stats.dirty_range AS r WHERE r.days && daterange(m.first, m.next)) AS changes
            FROM (SELECT $1::date AS first, ($1::date + interval '1 month')::date AS next) AS m
            """, [.text(month)])[0]
        guard try state.bool("is_over") else { throw Failure.notOver }
        let changes = try state.int("changes")
        let days = try staleDays()
        guard days == 0 && changes == 0 else { throw Failure.stale(days: days, changes: changes) }
        try refuseIfUnjudged()
    }

    /// Where collections are checked at all, every day from the first one that was planned when it came must be: whoever signs says that
    /// so many were missed, and no more. Of days whose telemetry was dropped nothing more will be known.
    private func refuseIfUnjudged() throws {
        let days = { (condition: String) in
            try session.query(
                """
                SELECT d.day::date::text AS day
                FROM generate_series($1::date, $1::date + interval '1 month' - interval '1 day', interval '1 day') AS d (day)
                WHERE NOT EXISTS (SELECT FROM stats.closed_day AS c WHERE c.service_date = d.day::date) AND (\(condition))
                ORDER BY d.day
                """, [.text(month)]
            ).map { try $0.text("day") }
        }
        let unplanned = try days(JudgedCollections.isUnplanned)
        guard unplanned.isEmpty else { throw Failure.unplanned(days: unplanned) }
        let unjudged = try days(JudgedCollections.isPending)
        guard unjudged.isEmpty else { throw Failure.unjudged(days: unjudged) }
        let corrected = try days(JudgedCollections.isCorrected)
        guard corrected.isEmpty else { throw Failure.corrected(days: corrected) }
    }

    /// Days of the month that a change waits for, their own or one of another day that reaches them.
    private func staleDays() throws -> Int {
        let open = try session.query(
            """
            SELECT d.day::date - '1970-01-01'::date AS day
            FROM generate_series($1::date, $1::date + interval '1 month' - interval '1 day', interval '1 day') AS d (day)
            WHERE EXISTS (SELECT FROM stats.dirty_day)
                AND NOT EXISTS (SELECT FROM stats.closed_day AS c WHERE c.service_date = d.day::date)
            """, [.text(month)])
        return try open.count { row in
            let day = LocalDay(daysSince1970: Int32(clamping: try row.int("day")))
            return try RollupKind.allCases.contains {
                try RollupStaleness.isStale(RollupRefresher.Unit(kind: $0, day: day), on: session)
            }
        }
    }

    /// What changed since; nil when the month was not frozen.
    package func differences() throws -> [Difference]? {
        guard
            try session.query("SELECT FROM stats.frozen_month WHERE month = $1", [.text(month)]).first != nil
        else { return nil }
        return try session.query(
            "SELECT subject, key, figure, frozen, current FROM stats.frozen_difference($1)", [.text(month)]
        ).map { row in
            Difference(
                subject: try row.text("subject"), key: try row.text("key"), figure: try row.text("figure"),
                frozen: row["frozen"], current: row["current"])
        }
    }
}
