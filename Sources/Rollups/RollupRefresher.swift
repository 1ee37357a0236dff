package import Postgres
package import Telemetry

/// Makes the figures of a day and kind anew, each in one transaction of its own; it can be killed at any point, run twice and run beside
/// others.
///
/// What is stale is said by rows of `stats.dirty_day`. The first statement of a refresh deletes those that it sees; what the next ones
/// read was committed before or with them. Whatever is committed later leaves a row that this refresh did not see.
package struct RollupRefresher {
    /// A day of a kind.
    package struct Unit: Hashable, Sendable {
        package let kind: RollupKind
        package let day: LocalDay

        package init(kind: RollupKind, day: LocalDay) {
            self.kind = kind
            self.day = day
        }
    }

    package enum Outcome: Equatable, Sendable {
        /// - Parameters:
        ///   - rows: figures of the day, in rows.
        ///   - changed: rows that were added, changed or removed.
        ///   - neighbours: other days that must be made again because of this one.
        case refreshed(rows: Int, changed: Int, neighbours: Set<LocalDay>)
        /// There was no mark (any more).
        case upToDate
        /// Its telemetry was dropped: the figures stay as they are.
        case closed
        /// Somebody else is at it.
        case busy
        /// Nothing happened.
        case failed(PostgresError)
    }

    private let session: PostgresSession
    private let layout: RollupLayout

    /// - Throws: what PostgreSQL says.
    package init(_ session: PostgresSession) throws(PostgresError) {
        self.session = session
        layout = try RollupLayout(session)
    }

    // MARK: What is stale

    /// Turns changes of the registry, and figures of an older definition, into marks of their days.
    ///
    /// Only here, after the change was committed, it is known which of the days have data: a day that is being refreshed with the
    /// registry of before has either been refreshed when this looks, or still shows its marks.
    package func markRegistryChanges() throws {
        try session.transaction { session in
            try session.execute("SELECT pg_advisory_xact_lock(hashtextextended('stats.dirty_range', 0))")
            try session.execute(
                """
                WITH taken AS (DELETE FROM stats.dirty_range RETURNING days, kinds, cause)
                INSERT INTO stats.dirty_day (kind, service_date, cause)
                SELECT DISTINCT d.kind, d.service_date, t.cause
                FROM taken AS t
                CROSS JOIN LATERAL unnest(t.kinds) AS k (kind)
                JOIN (
                    SELECT r.kind, r.service_date FROM stats.refreshed_day AS r
                    UNION
                    SELECT m.kind, m.service_date FROM stats.dirty_day AS m
                ) AS d ON d.kind = k.kind AND t.days @> d.service_date
                """)
            for kind in RollupKind.allCases {
                try session.query(
                    """
                    INSERT INTO stats.dirty_day (kind, service_date, cause)
                    SELECT r.kind, r.service_date, 'definition'
                    FROM stats.refreshed_day AS r
                    WHERE r.kind = $1 AND r.definition <> $2
                        AND NOT EXISTS (SELECT FROM stats.closed_day AS c WHERE c.service_date = r.service_date)
                        AND NOT EXISTS (
                            SELECT FROM stats.dirty_day AS m WHERE m.kind = r.kind AND m.service_date = r.service_date)
                    """, [.text(kind.rawValue), .int(kind.definition)])
            }
        }
    }

    /// What has marks: yesterday and today first, because people look at them; then earlier days before later ones, because a trip may
    /// have begun the day before.
    package func staleUnits() throws -> [Unit] {
        let rows = try session.query(
            """
            SELECT DISTINCT kind, service_date - '1970-01-01'::date AS day,
                service_date >= telemetry.local_day(clock_timestamp()) - 1 AS is_recent
            FROM stats.dirty_day
            """)
        var (recent, others): ([Unit], [Unit]) = ([], [])
        for row in rows {
            // A kind of a later version is none of ours.
            guard let kind = RollupKind(rawValue: try row.text("kind")) else { continue }
            let unit = Unit(kind: kind, day: LocalDay(daysSince1970: Int32(clamping: try row.int("day"))))
            if try row.bool("is_recent") { recent.append(unit) } else { others.append(unit) }
        }
        return recent.sorted { $0.isBefore($1) } + others.sorted { $0.isBefore($1) }
    }

    // MARK: Refreshing

    /// - Parameters:
    ///   - isAsked: also when nothing marks it.
    ///   - waits: for whoever is at the same day and kind; otherwise it is left to them.
    /// - Throws: what PostgreSQL says; then nothing happened.
    package func refresh(_ unit: Unit, isAsked: Bool = false, waits: Bool = true) throws -> Outcome {
        try session.transaction { session in
            guard try lock(unit, waits: waits) else { return .busy }
            let marks = try session.query(
                """
                WITH taken AS (
                    DELETE FROM stats.dirty_day WHERE kind = $1 AND service_date = $2 RETURNING cause
                )
                SELECT count(*) AS marks, coalesce(bool_or(cause <> 'neighbour'), false) AS has_changes,
                    EXISTS (SELECT FROM stats.closed_day WHERE service_date = $2) AS is_closed
                FROM taken
                """, unit.parameters)[0]
            let count = try marks.int("marks")
            guard count > 0 || isAsked else { return .upToDate }
            let hasChanges = try marks.bool("has_changes")
            if try marks.bool("is_closed") {
                try refuse(unit, marks: count)
                // What came for it may still tell about days that are open.
                if hasChanges { try mark(try relatedDays(unit), of: unit.kind) }
                return .closed
            }
            let start = ContinuousClock.now
            let asOf = try session.query("SELECT clock_timestamp() AS at")[0].text("at")
            try Self.prepareForLargeQueries(of: unit.kind, on: session)
            let moved = unit.kind == .track ? try MovedTerminals(on: unit.day, session: session) : .none
            let loadsBefore = unit.kind == .trip ? try loads(of: unit.day) : []
            var (rows, changed) = (0, 0)
            for table in unit.kind.tables {
                let applied = try make(table, of: unit.day, moved: moved)
                rows += applied.rows
                changed += applied.changed
            }
            var neighbours: Set<LocalDay> = []
            if unit.kind == .trip {
                let touched = loadsBefore.symmetricDifference(try loads(of: unit.day))
                neighbours.formUnion(try daysOfNextTrips(after: unit.day, of: Set(touched.map(\.vehicleID))))
            }
            if hasChanges { neighbours.formUnion(try relatedDays(unit)) }
            try mark(neighbours, of: unit.kind)
            try session.query(
                """
                INSERT INTO stats.refreshed_day AS r
                    (kind, service_date, definition, refreshed_at, changed_at, row_count, duration_ms)
                VALUES ($1, $2, $3, $4, $4, $5, $6)
                ON CONFLICT (kind, service_date) DO UPDATE SET
                    definition = excluded.definition, refreshed_at = excluded.refreshed_at,
                    changed_at = CASE WHEN $7 THEN excluded.changed_at ELSE r.changed_at END,
                    verified_at = CASE WHEN $7 THEN NULL ELSE r.verified_at END,
                    row_count = excluded.row_count, duration_ms = excluded.duration_ms
                """,
                unit.parameters + [
                    .int(unit.kind.definition), .text(asOf), .int(rows),
                    .int(Int((ContinuousClock.now - start) / .milliseconds(1))), .bool(changed > 0),
                ])
            return .refreshed(rows: rows, changed: changed, neighbours: neighbours)
        }
    }

    /// Takes the locks of a day and kind to the end of the transaction. Trips take those of the days before too: they begin with what these
    /// left on the vehicles, so that the days must not be made at once.
    private func lock(_ unit: Unit, waits: Bool) throws(PostgresError) -> Bool {
        for offset in (unit.kind == .trip ? -Self.daysCarried : 0)...0 {
            let unit = Unit(kind: unit.kind, day: unit.day.advanced(by: offset))
            guard try RollupLock.take(unit, waits: waits, on: session) else { return false }
        }
        return true
    }

    /// Over so many days a load may be carried, as trip.sql has it.
    static let daysCarried = 7

    private func refuse(_ unit: Unit, marks: Int) throws(PostgresError) {
        guard marks > 0 else { return }
        try session.query(
            "UPDATE stats.closed_day SET refused = refused + $2, refused_at = clock_timestamp() WHERE service_date = $1",
            [.text(unit.day.description), .int(marks)])
    }

    /// A day's fixes are hashed in memory, and no time goes into compiling what runs for a second, nor into handing a million rows from
    /// workers to the one that adds them up. Chains of weighings look to the planner like a row or two, which it would compare one with
    /// the other.
    static func prepareForLargeQueries(of kind: RollupKind, on session: PostgresSession) throws(PostgresError) {
        try session.execute(
            """
            SET LOCAL work_mem = '256MB'; SET LOCAL jit = off; SET LOCAL max_parallel_workers_per_gather = 0;
            SET LOCAL enable_nestloop = \(kind == .station || kind == .trip ? "off" : "on")
            """)
    }

    // MARK: One table

    /// Only rows that differ are written: a refresh that finds nothing new leaves nothing to vacuum.
    private func make(_ table: RollupTable, of day: LocalDay, moved: MovedTerminals) throws(PostgresError) -> (
        rows: Int, changed: Int
    ) {
        let columns = layout[table]
        let fresh = try Self.makeFresh(table, of: day, moved: moved, on: session)
        let same = columns.key.map { "f.\($0) = t.\($0)" }.joined(separator: " AND ")
        let removed = try session.query(
            """
            WITH gone AS (
                DELETE FROM \(table.name) AS t
                WHERE t.service_date = $1 AND NOT EXISTS (SELECT FROM \(fresh) AS f WHERE \(same))
                RETURNING 1
            )
            SELECT count(*) AS rows FROM gone
            """, [.text(day.description)])[0].int("rows")
        let others = columns.others
        let list = columns.all.joined(separator: ", ")
        let written = try session.query(
            """
            WITH written AS (
                INSERT INTO \(table.name) AS t (\(list)) SELECT \(list) FROM \(fresh)
                ON CONFLICT (\(columns.key.joined(separator: ", "))) DO UPDATE SET
                    \(others.map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
                WHERE (\(others.map { "t.\($0)" }.joined(separator: ", ")))
                    IS DISTINCT FROM (\(others.map { "excluded.\($0)" }.joined(separator: ", ")))
                RETURNING 1
            )
            SELECT count(*) AS rows FROM written
            """)[0].int("rows")
        let rows = try session.query("SELECT count(*) AS rows FROM \(fresh)")[0].int("rows")
        return (rows, removed + written)
    }

    /// Makes the rows of a day in a temporary table that lives as long as the transaction: they are looked through several times.
    /// - Returns: its name.
    static func makeFresh(_ table: RollupTable, of day: LocalDay, moved: MovedTerminals, on session: PostgresSession)
        throws(PostgresError) -> String
    {
        let name = "pg_temp.fresh_\(table.rawValue)"
        try session.execute(
            "CREATE TEMPORARY TABLE fresh_\(table.rawValue) ON COMMIT DROP AS \(table.query(of: day, moved: moved))")
        return name
    }

    // MARK: Neighbours

    private func mark(_ days: Set<LocalDay>, of kind: RollupKind) throws(PostgresError) {
        for day in days {
            try session.query(
                "INSERT INTO stats.dirty_day (kind, service_date, cause) VALUES ($1, $2, 'neighbour')",
                Unit(kind: kind, day: day).parameters)
        }
    }

    /// Days that a change of this one's weighings, or of its last lifts, reaches. Asked when something changed here, and not where this day
    /// is itself made again for another's sake: that one has marked them all.
    private func relatedDays(_ unit: Unit) throws(PostgresError) -> Set<LocalDay> {
        if unit.kind == .collection {
            let next = unit.day.advanced(by: 1)
            return try session.query(RollupTable.midnightRepeat(of: next)).isEmpty ? [] : [next]
        }
        guard unit.kind == .station || unit.kind == .trip else { return [] }
        var days: Set<LocalDay> = []
        for row in try session.query(RollupTable.relatedDays(of: unit.day)) {
            days.insert(LocalDay(daysSince1970: Int32(clamping: try row.int("day"))))
        }
        return days
    }

    /// What a vehicle had on board after its last trip of a day, or that it had a trip.
    private struct Load: Hashable {
        let vehicleID: Int
        let content: String
    }

    private func loads(of day: LocalDay) throws(PostgresError) -> Set<Load> {
        var loads: Set<Load> = []
        let rows = try session.query(
            """
            SELECT o.vehicle_id, o::text AS content FROM stats.open_load AS o WHERE o.service_date = $1
            UNION
            SELECT t.vehicle_id, 'trip' FROM stats.trip AS t WHERE t.service_date = $1 AND t.from_station_id = 0
            """, [.text(day.description)])
        for row in rows {
            loads.insert(Load(vehicleID: try row.int("vehicle_id"), content: try row.text("content")))
        }
        return loads
    }

    /// The days on which these vehicles first brought something afterwards.
    private func daysOfNextTrips(after day: LocalDay, of vehicles: Set<Int>) throws(PostgresError) -> Set<LocalDay> {
        guard !vehicles.isEmpty else { return [] }
        let rows = try session.query(
            """
            SELECT DISTINCT min(t.service_date) - '1970-01-01'::date AS day
            FROM stats.trip AS t
            WHERE t.vehicle_id = ANY ($2::bigint[]) AND t.from_station_id = 0
                AND t.service_date > $1 AND t.service_date <= $1::date + $3::integer
            GROUP BY t.vehicle_id
            """,
            [
                .text(day.description), .text("{\(vehicles.map(String.init).joined(separator: ","))}"),
                .int(Self.daysCarried),
            ])
        var days: Set<LocalDay> = []
        for row in rows { days.insert(LocalDay(daysSince1970: Int32(clamping: try row.int("day")))) }
        return days
    }
}

extension RollupRefresher.Unit {
    var parameters: [PostgresValue] { [.text(kind.rawValue), .text(day.description)] }

    /// The order of refreshing.
    func isBefore(_ other: Self) -> Bool {
        (day.daysSince1970, kind.place) < (other.day.daysSince1970, other.kind.place)
    }
}

extension RollupKind {
    fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
