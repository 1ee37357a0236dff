package import Postgres
import Telemetry

/// Makes the figures of a day and kind once more, beside those that are there, and compares.
package struct RollupVerifier {
    /// A row that is not as it should be.
    package struct Difference: Sendable, Equatable {
        package let table: String
        /// The key of the row, as JSON.
        package let key: String
        /// JSON: for each figure that differs `[stored, right]`; null for all figures of a row that is missing or too much.
        package let figures: String
    }

    package struct Finding: Sendable, Equatable {
        package let unit: RollupRefresher.Unit
        /// A change is waiting for its refresh, so that differences are to be expected.
        package let isStale: Bool
        /// Its telemetry was dropped: there is nothing to compare with.
        package let isClosed: Bool
        /// How many rows differ.
        package let count: Int
        /// The first of them.
        package let differences: [Difference]

        /// Figures that nothing will correct.
        package var isWrong: Bool { count > 0 && !isStale }
    }

    private let session: PostgresSession
    private let layout: RollupLayout

    package init(_ session: PostgresSession) throws(PostgresError) {
        self.session = session
        layout = try RollupLayout(session)
    }

    /// Days and kinds that have figures.
    package func refreshedUnits() throws -> [RollupRefresher.Unit] {
        // A day that has telemetry, was never made and has no mark is a fault too: of a hand in the tables, or a restored partition.
        try session.query(
            """
            SELECT kind, service_date - '1970-01-01'::date AS day FROM stats.refreshed_day
            UNION
            SELECT k.kind, p.day - '1970-01-01'::date
            FROM (SELECT DISTINCT day FROM telemetry.day_partition) AS p
            CROSS JOIN unnest($1::text[]) AS k(kind)
            WHERE p.day < telemetry.local_day(clock_timestamp())
                AND NOT EXISTS (SELECT FROM stats.refreshed_day AS r WHERE r.kind = k.kind AND r.service_date = p.day)
            """, [.text("{\(RollupKind.allCases.map(\.rawValue).joined(separator: ","))}")]
        ).compactMap {
            guard let kind = RollupKind(rawValue: try $0.text("kind")) else { return nil }
            return RollupRefresher.Unit(
                kind: kind, day: LocalDay(daysSince1970: Int32(clamping: try $0.int("day"))))
        }.sorted { $0.isBefore($1) }
    }

    /// Compares in one snapshot, in which a change is there together with its mark.
    /// - Parameter limit: most differences that are told.
    package func verify(_ unit: RollupRefresher.Unit, limit: Int = 20) throws -> Finding {
        let (finding, asOf) = try session.transaction { session in
            try session.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            // For those who read the differences.
            try session.query("SELECT set_config('TimeZone', telemetry.site_time_zone(), true)")
            let state = try session.query(
                """
                SELECT
                    EXISTS (SELECT FROM stats.closed_day WHERE service_date = $2) AS is_closed,
                    (SELECT refreshed_at FROM stats.refreshed_day WHERE kind = $1 AND service_date = $2) AS as_of
                """, unit.parameters)[0]
            let asOf = state["as_of"]
            let isStale = try RollupStaleness.isStale(unit, on: session)
            guard try !state.bool("is_closed") else {
                return (Finding(unit: unit, isStale: isStale, isClosed: true, count: 0, differences: []), asOf)
            }
            try RollupRefresher.prepareForLargeQueries(of: unit.kind, on: session)
            let moved = unit.kind == .track ? try MovedTerminals(on: unit.day, session: session) : .none
            var (count, differences): (Int, [Difference]) = (0, [])
            for table in unit.kind.tables {
                let found = try compare(table, of: unit.day, moved: moved, limit: limit - differences.count)
                count += found.count
                differences += found.differences
            }
            let finding = Finding(
                unit: unit, isStale: isStale, isClosed: false, count: count, differences: differences)
            return (finding, asOf)
        }
        if let asOf, finding.count == 0 && !finding.isClosed && !finding.isStale {
            // Unless they were made anew meanwhile.
            try session.query(
                """
                UPDATE stats.refreshed_day SET verified_at = clock_timestamp()
                WHERE kind = $1 AND service_date = $2 AND refreshed_at = $3
                """, unit.parameters + [.text(asOf)])
        }
        return finding
    }

    private func compare(_ table: RollupTable, of day: LocalDay, moved: MovedTerminals, limit: Int)
        throws(PostgresError) -> (
            count: Int, differences: [Difference]
        )
    {
        let columns = layout[table]
        let fresh = try RollupRefresher.makeFresh(table, of: day, moved: moved, on: session)
        let row = { (alias: String) in
            "jsonb_build_object(\(columns.others.map { "'\($0)', \(alias).\($0)" }.joined(separator: ", ")))"
        }
        let keys = columns.key.map { "'\($0)', coalesce(t.\($0), f.\($0))" }.joined(separator: ", ")
        let rows = try session.query(
            """
            SELECT
                count(*) OVER () AS total, jsonb_build_object(\(keys)) AS key,
                CASE
                    WHEN t.is_there IS NULL THEN jsonb_build_object('missing', \(row("f")))
                    WHEN f.is_there IS NULL THEN jsonb_build_object('too much', \(row("t")))
                    ELSE (
                        SELECT jsonb_object_agg(s.key, jsonb_build_array(s.value, r.value))
                        FROM jsonb_each(\(row("t"))) AS s JOIN jsonb_each(\(row("f"))) AS r USING (key)
                        WHERE s.value IS DISTINCT FROM r.value)
                END AS figures
            FROM (SELECT *, true AS is_there FROM \(table.name) WHERE service_date = $1) AS t
            FULL JOIN (SELECT *, true AS is_there FROM \(fresh)) AS f
                ON \(columns.key.map { "f.\($0) = t.\($0)" }.joined(separator: " AND "))
            WHERE t.is_there IS NULL OR f.is_there IS NULL
                OR (\(columns.others.map { "t.\($0)" }.joined(separator: ", ")))
                    IS DISTINCT FROM (\(columns.others.map { "f.\($0)" }.joined(separator: ", ")))
            ORDER BY 2
            LIMIT $2
            """, [.text(day.description), .int(max(limit, 1))])
        guard let first = rows.first else { return (0, []) }
        var differences: [Difference] = []
        for row in rows.prefix(max(limit, 0)) {
            differences.append(
                Difference(table: table.name, key: try row.text("key"), figures: try row.text("figures")))
        }
        return (try first.int("total"), differences)
    }
}
