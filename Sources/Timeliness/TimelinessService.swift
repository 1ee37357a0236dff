package import Logging
package import Operations
package import Postgres
import ServiceLifecycle

/// Checks again and again: at every deadline, and in between for late data.
///
/// Of several that run at once one works, which holds an advisory lock for as long as its connection lives; the others wait for it
/// and take over when it ends, however it ends. Two that worked at once would write the same: each check is by itself safe.
package struct TimelinessService: Service {
    private static let leaderLock = "hashtextextended('ops.timeliness.run', 0)"
    private static let pauseAfterFailure: Duration = .seconds(5)
    /// Between two checks days are judged again for so long: a deadline that passes meanwhile waits for it.
    private static let limitOfCorrections: Duration = .seconds(10)

    private let database: PostgresConfiguration
    private let settings: TimelinessSettings
    /// Longest pause between two checks, in seconds.
    private let intervalSeconds: Int
    private let readiness: Readiness?
    /// Only says what each check would do. What is undone takes the same locks, so beside one that works nothing is tried: nobody waits for it.
    private let isDryRun: Bool
    private let logger: Logger

    package init(
        database: PostgresConfiguration, settings: TimelinessSettings, intervalSeconds: Int,
        readiness: Readiness? = nil, isDryRun: Bool = false,
        logger: Logger
    ) {
        self.database = database
        self.settings = settings
        self.intervalSeconds = intervalSeconds
        self.readiness = readiness
        self.isDryRun = isDryRun
        self.logger = logger
    }

    package func run() async throws {
        readiness?.isBlocked("timeliness", because: "not connected yet")
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let connection = PostgresConnection(configuration: database, logger: logger)
                do {
                    try await lead(connection)
                } catch {
                    guard !Task.isCancelled else { break }
                    readiness?.isBlocked("timeliness", because: "\(error)")
                    logger.error("collections are not checked, tried again", metadata: ["error": "\(error)"])
                }
                await connection.close()
                try? await Task.sleep(for: Self.pauseAfterFailure)
            }
        }
        logger.info("timeliness stopped")
    }

    private func lead(_ connection: PostgresConnection) async throws {
        var hasWaited = false
        while !isDryRun, try await !isLeader(connection) {
            if !hasWaited { logger.info("another one checks collections: this one waits to take over") }
            hasWaited = true
            readiness?.isMet("timeliness")
            try await Task.sleep(for: .seconds(min(intervalSeconds, 5)))
        }
        logger.info("collections are checked from here", metadata: ["database": "\(database.redactedDescription)"])
        readiness?.isMet("timeliness")
        let (settings, isDryRun) = (settings, isDryRun)
        var hasSaid = false
        while true {
            if isDryRun, try await isAnotherAtWork(connection) {
                if !hasSaid {
                    logger.info("another one checks collections, as its log says: a dry run would keep it waiting")
                }
                hasSaid = true
                try await Task.sleep(for: .seconds(intervalSeconds))
                continue
            }
            hasSaid = false
            let (summary, corrected, next) = try await connection.withSession { session in
                let check = TimelinessCheck(session, settings: settings)
                let summary = try check.check(isDryRun: isDryRun)
                let corrected =
                    isDryRun ? CorrectedDays() : try check.recheckCorrected(for: Self.limitOfCorrections)
                return (summary, corrected, try check.secondsToNextDeadline())
            }
            if !summary.isNothing {
                var metadata: Logger.Metadata = [
                    "tasks.planned": "\(summary.planned)", "tasks.collected": "\(summary.collected)",
                    "tasks.judged": "\(summary.judged)",
                ]
                for (action, count) in summary.events { metadata["warnings.\(action)"] = "\(count)" }
                logger.info(
                    isDryRun ? "collections would be checked so: this is a dry run" : "collections checked",
                    metadata: metadata)
            }
            for day in corrected.days {
                var metadata: Logger.Metadata = [
                    "day": "\(day.day)", "tasks.collected": "\(day.summary.collected)",
                    "tasks.judged": "\(day.summary.judged)",
                    "days.waiting": "\(corrected.waiting)",
                ]
                for (action, count) in day.summary.events { metadata["warnings.\(action)"] = "\(count)" }
                logger.info("collections of a day judged again after a correction", metadata: metadata)
            }
            let pause =
                corrected.waiting > 0
                ? 1 : Self.pauseSeconds(untilDeadline: next, interval: intervalSeconds, isDryRun: isDryRun)
            try await Task.sleep(for: .milliseconds(Int(pause * 1_000)))
        }
    }

    /// - Parameter untilDeadline: seconds until the next task is due, negative when it has been for so long; nil: none is pending.
    package static func pauseSeconds(untilDeadline next: Double?, interval: Int, isDryRun: Bool) -> Double {
        // What is due stays so in a dry run, and was told.
        guard let next, next > 0 || !isDryRun else { return Double(interval) }
        return min(Double(interval), max(1, next))
    }

    /// Whether a service that works has the lock, without asking for it.
    private func isAnotherAtWork(_ connection: PostgresConnection) async throws -> Bool {
        try await connection.withSession { session in
            try session.query(
                """
                SELECT EXISTS (
                    SELECT FROM pg_locks AS l
                    JOIN pg_database AS d ON d.oid = l.database AND d.datname = current_database()
                    WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
                        AND l.classid::bigint = (k.key >> 32) & 4294967295 AND l.objid::bigint = k.key & 4294967295
                ) AS is_there
                FROM (SELECT \(Self.leaderLock) AS key) AS k
                """)[0].bool("is_there")
        }
    }

    private func isLeader(_ connection: PostgresConnection) async throws -> Bool {
        try await connection.withSession { session in
            try session.query("SELECT pg_try_advisory_lock(\(Self.leaderLock)) AS is_ours")[0].bool("is_ours")
        }
    }
}
