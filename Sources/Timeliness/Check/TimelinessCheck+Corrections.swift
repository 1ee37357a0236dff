import Postgres

/// Days whose collections were judged again because registry or suspensions were corrected.
package struct CorrectedDays: Sendable, Equatable {
    package struct Day: Sendable, Equatable {
        /// Local day.
        package let day: String
        package let summary: CheckSummary
    }

    package var days: [Day] = []
    /// Days that wait for the next time.
    package var waiting = 0

    package init() {}
}

extension TimelinessCheck {
    /// Judges the days again that a correction of bindings or suspensions concerns, each in a transaction of its own and the oldest first: who
    /// usually comes to a point is learnt from the days before.
    ///
    /// - Parameters:
    ///   - moment: as of when; nil: now. At one before the last check nothing is done: not all would be seen that was known then.
    ///   - limit: no further day is begun after that time; one is in any case.
    package func recheckCorrected(at moment: String? = nil, for limit: Duration) throws -> CorrectedDays {
        var corrected = CorrectedDays()
        guard try workOutCorrections(at: moment) else { return corrected }
        let end = ContinuousClock.now + limit
        var last = "-infinity"
        repeat {
            let next = try session.query(
                "SELECT min(r.service_date)::text AS day FROM ops.recheck_day AS r WHERE r.service_date > $1::date",
                [.text(last)])[0]
            guard let day = next["day"] else { break }
            do {
                corrected.days.append(.init(day: day, summary: try recheck(day, at: moment)))
            } catch is DroppedTelemetry {
                try session.query("DELETE FROM ops.recheck_day WHERE service_date = $1", [.text(day)])
            }
            last = day
        } while ContinuousClock.now < end && !Task.isCancelled
        corrected.waiting = try session.query(
            "SELECT count(DISTINCT r.service_date) AS n FROM ops.recheck_day AS r")[0].int("n")
        return corrected
    }

    /// Turns changes into days that have tasks: here, with no check under way, it is known which of them have.
    ///
    /// Besides the days of the change these are those before whose last window was still open to late lifts then: the day before, and
    /// of points where nothing is due on some days up to a week.
    /// - Returns: false when the moment is before the last check.
    private func workOutCorrections(at moment: String?) throws -> Bool {
        try session.transaction { session in
            try session.query("SELECT pg_advisory_xact_lock(hashtextextended('ops.timeliness', 0))")
            try session.execute("SET LOCAL jit = off")
            let state = try session.query(
                """
                SELECT t.at, NOT EXISTS (
                    SELECT FROM ops.timeliness_watermark AS m WHERE m.name = '\(Self.watermarkName)' AND m.reached_at > t.at
                ) AS is_usable
                FROM (SELECT coalesce($1::timestamptz, clock_timestamp()) AS at) AS t
                """, [moment.map { .text($0) } ?? .null])[0]
            guard try state.bool("is_usable") else { return false }
            try session.query(
                """
                WITH taken AS (DELETE FROM ops.recheck_range RETURNING days, marked_at, cause)
                INSERT INTO ops.recheck_day (service_date, marked_at, cause)
                SELECT d.service_date, min(t.marked_at), t.cause
                FROM taken AS t
                CROSS JOIN ops.collection_day AS d
                CROSS JOIN LATERAL (
                    SELECT min(e.days) AS ahead FROM generate_series(0, \(settings.followedDays)) AS e (days)
                    WHERE t.days @> d.service_date + e.days
                ) AS r
                WHERE d.tasks > 0 AND d.service_date <= telemetry.local_day($1::timestamptz) AND r.ahead IS NOT NULL
                    AND (r.ahead <= 1 OR EXISTS (
                        SELECT FROM ops.collection_task AS k
                        WHERE k.service_date = d.service_date AND NOT EXISTS (
                            SELECT FROM ops.collection_task AS n
                            WHERE n.service_date >= d.service_date AND n.service_date < d.service_date + r.ahead
                                AND n.collection_point_id = k.collection_point_id AND n.waste_type = k.waste_type
                                AND n.window_start > k.window_start
                        )
                    ))
                GROUP BY d.service_date, t.cause
                ON CONFLICT (service_date, cause) DO NOTHING
                """, [.text(try state.text("at"))])
            try session.execute(
                "DELETE FROM ops.recheck_day AS r USING stats.closed_day AS c WHERE c.service_date = r.service_date")
            return true
        }
    }

    /// Whoever judges a day again from all that is known follows the changes that were worked out for it; those that are made from here
    /// on are seen, or leave a mark that is worked out later.
    func takeCorrections(of day: String, at: String) throws {
        try session.query(
            """
            DELETE FROM ops.recheck_day AS r
            WHERE r.service_date = $1 AND NOT EXISTS (
                SELECT FROM ops.timeliness_watermark AS m WHERE m.name = '\(Self.watermarkName)' AND m.reached_at > $2::timestamptz
            )
            """, [.text(day), .text(at)])
    }
}
