package import ArgumentParser
import Foundation
import Logging
import Operations
package import Postgres

/// How every command reaches the database.
package struct DatabaseOptions: ParsableArguments {
    @Option(
        name: .customLong("database-url"),
        help: "PostgreSQL: a URI or keyword=value string as libpq takes it. (default: $QINGYUN_DATABASE_URL, else PG*)")
    package var databaseURL: String?
    @Option(help: "YAML or JSON file with settings. (default: $QINGYUN_CONFIG)")
    package var config: String?

    package init() {}

    /// Which database it is; what is wrong with the settings ends the command with one line.
    package func configuration() async throws -> PostgresConfiguration {
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
        return PostgresConfiguration(
            conninfo: conninfo, applicationName: ProcessInfo.processInfo.processName)
    }

    /// Connects and runs `body`; every failure ends the command with one line and the fitting exit status.
    package func withSession<R: Sendable>(_ body: sending (PostgresSession) throws -> R) async throws -> R {
        let connection = PostgresConnection(
            configuration: try await configuration(),
            logger: LogSetup.logger(label: ProcessInfo.processInfo.processName, level: .warning))
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

/// Ends a command: one line on standard error, after the program's name, and an exit status.
package func failure(_ message: String, status: Int32) -> ExitCode {
    FileHandle.standardError.write(Data("\(ProcessInfo.processInfo.processName): \(message)\n".utf8))
    return ExitCode(status)
}
