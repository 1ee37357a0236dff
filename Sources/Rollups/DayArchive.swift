package import Postgres
package import Telemetry

/// Days whose telemetry is dropped: their figures must be complete and right before, and are never made again.
package struct DayArchive {
    private let session: PostgresSession

    package init(_ session: PostgresSession) { self.session = session }

    /// Closes a day in the transaction that is open, so that its telemetry may be dropped: from its end on no refresh touches the figures.
    /// - Parameter isForced: also when figures are missing, stale or not verified; they stay as they are then, for ever.
    /// - Returns: why it was not closed, one reason a kind; empty when it is closed (now or before).
    package func close(_ day: LocalDay, isForced: Bool) throws -> [String] {
        for kind in RollupKind.allCases {
            _ = try RollupLock.take(RollupRefresher.Unit(kind: kind, day: day), waits: true, on: session)
        }
        if try !session.query("SELECT FROM stats.closed_day WHERE service_date = $1", [.text(day.description)]).isEmpty
        {
            return []
        }
        let reasons = isForced ? [] : try obstacles(to: day)
        guard reasons.isEmpty else { return reasons }
        try session.query(
            "INSERT INTO stats.closed_day (service_date, closed_at) VALUES ($1, clock_timestamp())",
            [.text(day.description)])
        return []
    }

    /// What was committed since ``close(_:isForced:)`` looked, in the transaction that closed the day; asked when nobody can write to it.
    package func lateChanges(to day: LocalDay) throws -> [String] {
        try session.query(
            """
            SELECT DISTINCT d.kind || ': changed meanwhile' AS reason
            FROM stats.dirty_day AS d
            WHERE d.service_date = $1
                AND EXISTS (SELECT FROM stats.closed_day AS c WHERE c.service_date = $1 AND c.closed_at >= now())
            ORDER BY 1
            """, [.text(day.description)]
        ).map { try $0.text("reason") }
    }

    /// Whether weighings of a day are needed for figures of later days: those hold corrections of them, and other halves of tickets.
    /// - Parameter before: days before that one are dropped where they can be.
    package func needsWeighings(of day: LocalDay, before: LocalDay) throws -> Bool {
        let own = RollupTable.filled(
            "SELECT FROM telemetry.station_weighing WHERE recorded_at >= {from} AND recorded_at < {to} LIMIT 1",
            day: day)
        guard try !session.query(own).isEmpty else { return false }
        guard day.advanced(by: Self.daysOfCorrections) < before else { return true }
        return try session.query(
            """
            SELECT EXISTS (
                SELECT FROM (SELECT service_date FROM stats.refreshed_day UNION SELECT service_date FROM stats.dirty_day) AS d
                WHERE d.service_date > $1 AND d.service_date <= $1::date + $2::integer
                    AND NOT EXISTS (SELECT FROM stats.closed_day AS c WHERE c.service_date = d.service_date)) AS is_needed
            """, [.text(day.description), .int(Self.daysOfCorrections)])[0].bool("is_needed")
    }

    /// Whether lifts of a day are needed for figures of the next: a bin that was lifted before midnight was shaken once more after it.
    package func needsLifts(of day: LocalDay) throws -> Bool {
        let next = day.advanced(by: 1)
        guard try !session.query(RollupTable.midnightRepeat(of: next)).isEmpty else { return false }
        return try session.query(
            "SELECT FROM stats.closed_day WHERE service_date = $1", [.text(next.description)]
        ).isEmpty
    }

    /// A correction counts within 62 days; one more for the hours of both days.
    package static let daysOfCorrections = 63

    /// What keeps a day from being closed; for looking only.
    package func obstacles(to day: LocalDay) throws -> [String] {
        var reasons: [String] = []
        for kind in RollupKind.allCases {
            if let reason = try obstacle(RollupRefresher.Unit(kind: kind, day: day)) {
                reasons.append("\(kind.rawValue): \(reason)")
            }
        }
        return try reasons + collectionObstacles(to: day)
    }

    /// Once its telemetry is gone, nobody can say any more what was collected.
    private func collectionObstacles(to day: LocalDay) throws -> [String] {
        let state = try session.query(
            """
            SELECT coalesce(\(JudgedCollections.isUnplanned), false) AS is_unplanned, \(JudgedCollections.isPending) AS is_pending,
                \(JudgedCollections.isCorrected) AS is_corrected
            FROM (SELECT $1::date AS day) AS d
            """, [.text(day.description)])[0]
        var reasons: [String] = []
        if try state.bool("is_unplanned") { reasons.append("collections were never judged") }
        if try state.bool("is_pending") { reasons.append("collections are not judged yet") }
        if try state.bool("is_corrected") { reasons.append("collections wait to be judged again after a correction") }
        return reasons
    }

    private func obstacle(_ unit: RollupRefresher.Unit) throws(PostgresError) -> String? {
        let state = try session.query(
            """
            SELECT
                EXISTS (SELECT FROM stats.dirty_day WHERE kind = $1 AND service_date = $2) AS is_marked,
                (SELECT verified_at IS NOT NULL FROM stats.refreshed_day WHERE kind = $1 AND service_date = $2) AS is_verified,
                (SELECT definition <> $3 FROM stats.refreshed_day WHERE kind = $1 AND service_date = $2) AS is_outdated
            """, unit.parameters + [.int(unit.kind.definition)])[0]
        if try state.bool("is_marked") { return "stale" }
        guard state["is_verified"] != nil else { return try hasTelemetry(unit) ? "never refreshed" : nil }
        if try state.bool("is_outdated") { return "made by older rules" }
        if try RollupStaleness.isStale(unit, on: session) { return "stale" }
        return try state.bool("is_verified") ? nil : "not verified"
    }

    private func hasTelemetry(_ unit: RollupRefresher.Unit) throws(PostgresError) -> Bool {
        for source in unit.kind.sources {
            let query = RollupTable.filled(
                "SELECT FROM telemetry.\(source) WHERE recorded_at >= {from} AND recorded_at < {to} LIMIT 1",
                day: unit.day)
            if try !session.query(query).isEmpty { return true }
        }
        return false
    }
}
