package import Logging
package import Postgres
import ServiceLifecycle

/// Checks duties for as long as the daemon runs. Of several daemons each may: a check finds what another one did.
package struct DutyService: Service {
    private static let interval: Duration = .seconds(60)
    /// Late fixes are looked for at every fifth check, today's and yesterday's; at every thirtieth those of all days that are open.
    private static let checksToLate = 5
    private static let checksToLatest = 30

    private let database: PostgresConfiguration
    private let takesAsRecorded: Bool
    private let logger: Logger

    package init(database: PostgresConfiguration, takesAsRecorded: Bool = false, logger: Logger) {
        self.database = database
        self.takesAsRecorded = takesAsRecorded
        self.logger = logger
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            let connection = PostgresConnection(configuration: database, logger: logger)
            var number = 0
            while !Task.isCancelled {
                do {
                    let days =
                        number.isMultiple(of: Self.checksToLatest)
                        ? DutyCheck.lookbackDays : number.isMultiple(of: Self.checksToLate) ? 1 : nil
                    try await check(over: connection, days: days)
                    number += 1
                } catch {
                    guard !Task.isCancelled else { break }
                    logger.error("duties are not checked, tried again", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: Self.interval)
            }
            await connection.close()
        }
    }

    private func check(over connection: PostgresConnection, days: Int?) async throws {
        var options = DutyCheck.Options(takesAsRecorded: takesAsRecorded)
        options.lookbackDays = days
        let chosen = options
        let summary = try await connection.withSession { try DutyCheck($0).check(at: nil, options: chosen) }
        if !summary.isNothing { logger.info("duties checked", metadata: ["duties": "\(summary)"]) }
    }
}
