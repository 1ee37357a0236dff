import ArgumentParser
import Foundation
import Logging
import Operations
import Postgres

/// How every command reaches the database.
struct DatabaseOptions: ParsableArguments {
    @Option(
        name: .customLong("database-url"),
        help: "PostgreSQL: a URI or keyword=value string as libpq takes it. (default: $QINGYUN_DATABASE_URL, else PG*)")
    var databaseURL: String?
    @Option(help: "YAML or JSON file with settings. (default: $QINGYUN_CONFIG)")
    var config: String?

    /// Connects and runs `body`; every failure ends the command with one line and the fitting exit status.
    func withSession<R: Sendable>(_ body: sending (PostgresSession) throws -> R) async throws -> R {
        let conninfo: String
        do {
            let settings = try await Settings(
                flags: databaseURL.map { ["database-url": $0] } ?? [:],
                environment: ProcessInfo.processInfo.environment,
                filePath: config)
            conninfo = try settings.text("database-url", default: "")
            if let reason = PostgresConfiguration.validate(conninfo) {
                throw SettingsError(
                    description: "QINGYUN_DATABASE_URL (--database-url): \(reason); accepted: a PostgreSQL URI or "
                        + "keyword=value string")
            }
        } catch {
            throw failure("\(error)", status: ExitStatus.usage)
        }
        let configuration = PostgresConfiguration(conninfo: conninfo, applicationName: "qingyun")
        let connection = PostgresConnection(
            configuration: configuration, logger: LogSetup.logger(label: "qingyun", level: .warning))
        do {
            let result = try await connection.withSession(body)
            await connection.close()
            return result
        } catch let error as PostgresError {
            switch error {
            case .connectFailed, .connectionLost: throw failure("\(error)", status: ExitStatus.unavailable)
            case .server(.undefinedTable, _, _, _), .server(SQLState(rawValue: "3F000"), _, _, _),
                .server(SQLState(rawValue: "42883"), _, _, _):
                throw failure("\(error): has `qingyun migrate` been run on this database?", status: 1)
            case .server(.lockNotAvailable, _, _, _), .server(.deadlockDetected, _, _, _):
                throw failure(
                    "somebody else is changing the same tables just now (\(error)); nothing was changed: try again",
                    status: ExitStatus.temporary)
            default: throw failure("\(error)", status: ExitStatus.software)
            }
        }
    }
}

/// Ends a command: one line on standard error and an exit status.
func failure(_ message: String, status: Int32) -> ExitCode {
    FileHandle.standardError.write(Data("qingyun: \(message)\n".utf8))
    return ExitCode(status)
}
