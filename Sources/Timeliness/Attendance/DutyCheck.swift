package import Postgres

/// Plans, judges and warns of duties. May be run as often as one likes, by several processes, and killed at any moment: it is one
/// transaction, and what was done already is not done again.
package struct DutyCheck {
    /// Late fixes are waited for so long by the daemon; `recheck` looks farther back.
    package static let lookbackDays = 7

    package struct Options: Sendable {
        /// Says what would happen, and leaves nothing behind.
        package var isDryRun = false
        /// Tasks of so many days before the check are looked at for late fixes; nil: none are.
        package var lookbackDays: Int? = DutyCheck.lookbackDays
        /// Data count as received when they were recorded: for days that were sent afterwards.
        package var takesAsRecorded = false

        package init(isDryRun: Bool = false, takesAsRecorded: Bool = false) {
            self.isDryRun = isDryRun
            self.takesAsRecorded = takesAsRecorded
        }
    }

    let session: PostgresSession

    package init(_ session: PostgresSession) { self.session = session }

    /// Judges what is due at `at`, and again what fixes that came late concern.
    /// - Parameter at: as `timestamptz` takes it; what was received later is not looked at. Nil: now, once no other check runs.
    package func check(at moment: String?, options: Options = Options()) throws -> DutySummary {
        try transaction(isDryRun: options.isDryRun) {
            let at = try moment ?? session.query("SELECT clock_timestamp() AS now")[0].text("now")
            var summary = DutySummary()
            summary.plan = try DutyPlan(session: session).advance(to: at)
            let judgement = DutyJudgement(session: session, takesAsRecorded: options.takesAsRecorded)
            let days = try session.query(
                """
                SELECT min(d.first_day)::text AS first_day, (telemetry.local_day($1::timestamptz) + 1)::text AS last_day,
                    (telemetry.local_day($1::timestamptz) - $2::integer)::text AS late_day
                FROM (
                    SELECT min(service_date) AS first_day FROM ops.duty_task
                    WHERE outcome = 'pending' AND deadline <= $1::timestamptz
                ) AS d
                """, [.text(at), .int(options.lookbackDays ?? 0)])[0]
            let last = try days.text("last_day")
            if let first = days["first_day"] {
                summary.judged = try judgement.judge(
                    DutyJudgement.isDue, .deadline, at: at, from: first, through: last)
                // Written before late fixes are looked at: what was so at the deadline stands in the register, however late the check.
                summary.add(try DutyRegister(session: session).reconcile(from: first, through: last, at: at))
            }
            guard options.lookbackDays != nil else { return summary }
            let late = min(days["first_day"] ?? last, try days.text("late_day"))
            summary.judgedAgain = try judgement.judge(
                judgement.isOvertaken, .check, at: at, from: late, through: last)
            if summary.judgedAgain > 0 {
                summary.add(try DutyRegister(session: session).reconcile(from: late, through: last, at: at))
            }
            return summary
        }
    }

    /// Judges every task of a span of local days anew: after a binding was corrected, or when the job did not run. Days without any
    /// task are made; tasks that are there keep what they were made by.
    /// - Throws: ``DroppedTelemetry`` when less is known than they were judged by.
    package func recheck(
        from: String, through: String, at: String, options: Options = Options()
    ) throws -> DutySummary {
        try transaction(isDryRun: options.isDryRun) {
            try DroppedTelemetry.refuse(
                from: from, through: through,
                found: """
                    EXISTS (SELECT FROM ops.duty_task AS t WHERE t.service_date = d.day::date AND t.arrived_at IS NOT NULL)
                    """, in: ["fix"], on: session)
            var summary = DutySummary()
            summary.plan = try DutyPlan(session: session).fill(from: from, through: through, at: at)
            let judgement = DutyJudgement(session: session, takesAsRecorded: options.takesAsRecorded)
            let register = DutyRegister(session: session)
            summary.judged = try judgement.judge(DutyJudgement.isDue, .deadline, at: at, from: from, through: through)
            summary.add(try register.reconcile(from: from, through: through, at: at))
            summary.judgedAgain = try judgement.judge(
                DutyJudgement.isJudged, .check, at: at, from: from, through: through)
            summary.add(try register.reconcile(from: from, through: through, at: at))
            return summary
        }
    }

    private struct DryRun: Error {
        let summary: DutySummary
    }

    private func transaction(isDryRun: Bool, _ body: () throws -> DutySummary) throws -> DutySummary {
        do {
            return try session.transaction { session in
                // Another check at the same time waits here and finds everything done.
                try session.query("SELECT pg_advisory_xact_lock(hashtextextended('ops.duty_task', 0))")
                // Evidence says local times.
                try session.query("SELECT set_config('timezone', telemetry.site_time_zone(), true)")
                // Compiling a statement of this length takes longer than running it.
                try session.execute("SET LOCAL jit = off")
                let summary = try body()
                if isDryRun { throw DryRun(summary: summary) }
                return summary
            }
        } catch let dryRun as DryRun {
            return dryRun.summary
        }
    }
}
