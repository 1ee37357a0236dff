import Foundation
import Logging
import Postgres
import Testing

/// A database of one test's own, dropped when the test is done.
///
/// `QINGYUN_TEST_DATABASE_URL` names a server and a role that may create databases; the database that
/// it names serves only to say `CREATE DATABASE`.
struct TestDatabase: Sendable {
    static let variable = "QINGYUN_TEST_DATABASE_URL"

    /// True when the variable is set: the condition of every suite here.
    static var isEnabled: Bool { ProcessInfo.processInfo.environment[variable] != nil }

    let name: String
    /// The connection string of this database, for libpq.
    let url: String

    var configuration: PostgresConfiguration {
        PostgresConfiguration(conninfo: url, applicationName: "qingyun-test")
    }

    /// Ends every client's connection to this database, by a session to another one. Not the autovacuum worker, which
    /// belongs to the superuser and may not be ended.
    func disconnectClients(_ admin: PostgresSession) throws {
        _ = try admin.query(
            """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = $1 AND backend_type = 'client backend'
            """, [.text(name)])
    }

    /// An open session; it closes when it goes out of scope.
    func session() throws -> PostgresSession {
        let session = PostgresSession(configuration: configuration, logger: Self.logger)
        try session.connect()
        return session
    }

    /// An open session on the database that the variable names.
    static func serverSession() throws -> PostgresSession {
        let session = PostgresSession(
            configuration: PostgresConfiguration(
                conninfo: try #require(ProcessInfo.processInfo.environment[variable]), applicationName: "qingyun-test"),
            logger: logger)
        try session.connect()
        return session
    }

    func connection() -> PostgresConnection {
        PostgresConnection(configuration: configuration, logger: Self.logger)
    }

    static let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })

    /// All tests run at once; a database's gateway and sessions hold some ten of the server's connections.
    private static let slots = Slots(5)

    /// Runs `body` in a new database and drops it afterwards, also when `body` throws or left sessions open.
    /// - Parameter template: of which it is a copy; nil: empty. Nobody may be connected to it.
    static func with<R>(
        template: String? = nil, _ body: (TestDatabase) async throws -> R
    ) async throws -> R {
        let server = try #require(ProcessInfo.processInfo.environment[variable])
        await slots.take()
        defer { slots.giveBack() }
        let name = "qy_test_" + String(UInt64.random(in: .min ... .max), radix: 36)
        let admin = PostgresConnection(
            configuration: PostgresConfiguration(conninfo: server, applicationName: "qingyun-test"), logger: logger)
        let source = template.map { " TEMPLATE \($0)" } ?? ""
        try await admin.withSession { try $0.execute("CREATE DATABASE \(name)\(source)") }
        let result: Result<R, any Error>
        do {
            result = .success(try await body(TestDatabase(name: name, url: url(server, database: name))))
        } catch {
            result = .failure(error)
        }
        // A worker of autovacuum may be in it just now, and is not ours to end.
        _ = try await eventually("the end of the database") {
            try? await admin.withSession { try $0.execute("DROP DATABASE \(name) WITH (FORCE)") }
        }
        await admin.close()
        return try result.get()
    }

    /// The same connection string for another database: in a URI the path is replaced, to keywords a
    /// later `dbname` is added, which overrides an earlier one.
    static func url(_ server: String, database: String) -> String {
        guard let scheme = server.range(of: "://") else { return "\(server) dbname=\(database)" }
        let rest = server[scheme.upperBound...]
        let query = rest.firstIndex(of: "?") ?? rest.endIndex
        let authority = rest[..<(rest[..<query].firstIndex(of: "/") ?? query)]
        return "\(server[..<scheme.upperBound])\(authority)/\(database)\(rest[query...])"
    }
}
