package import Logging
import Operations
package import Postgres
import ServiceLifecycle
import Telemetry
import TelemetryStore

/// Makes day partitions ahead, and keeps marks of days that nobody refreshes few: once at the start, then every hour.
package struct PartitionKeeper: Service {
    private static let interval: Duration = .seconds(3600)
    private static let pauseAfterFailure: Duration = .seconds(30)
    private static let longestCompaction: Duration = .seconds(600)

    private let database: PostgresConfiguration
    private let directory: TerminalDirectory
    private let daysAhead: Int
    private let logger: Logger

    package init(database: PostgresConfiguration, directory: TerminalDirectory, daysAhead: Int, logger: Logger) {
        self.database = database
        self.directory = directory
        self.daysAhead = daysAhead
        self.logger = logger
    }

    package func run() async throws {
        do {
            try await cancelWhenGracefulShutdown {
                // The directory tells once that the schema is there.
                try await directory.loaded.wait()
                let connection = PostgresConnection(configuration: database, logger: logger)
                while true { try await Task.sleep(for: await ensure(over: connection)) }
            }
        } catch is CancellationError {
            // The usual end.
        }
    }

    /// - Returns: how long to wait before the next time.
    private func ensure(over connection: PostgresConnection) async -> Duration {
        let today = WallClock.now().localDay
        do {
            let made = try await connection.withSession { [daysAhead] session in
                try PartitionCatalog(session).ensure(from: today, through: today.advanced(by: daysAhead))
            }
            if made > 0 {
                logger.info("partitions made ahead", metadata: ["partitions": "\(made)", "days": "\(daysAhead)"])
            }
            await compactMarks(over: connection)
            await connection.close()
            return Self.interval
        } catch {
            // Cancelled, the wait that comes next ends the service.
            guard !Task.isCancelled else { return .zero }
            logger.error("partitions not made ahead, tried again", metadata: ["error": "\(error)"])
            return Self.pauseAfterFailure
        }
    }

    private func compactMarks(over connection: PostgresConnection) async {
        do {
            let removed = try await connection.withSession(limit: Self.longestCompaction) { session in
                try session.query("SELECT stats.compact_marks() AS removed")[0].int("removed")
            }
            if removed > 0 {
                logger.notice(
                    "many marks of stale statistics became few; without qingyun-rollups their days stay stale",
                    metadata: ["removed": "\(removed)"])
            }
        } catch {
            guard !Task.isCancelled else { return }
            logger.error("marks of stale statistics not compacted", metadata: ["error": "\(error)"])
        }
    }
}
