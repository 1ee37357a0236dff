import Foundation
import Logging
import Postgres
import Schema
import Synchronization
import Testing

/// A PostgreSQL of one test's own, for what may not be done to one that others use: it is stopped, paused, made read-only.
///
/// It has a database `qingyun` with the schema, and a role `qingyun` that owns it and is no superuser.
final class PostgresServer: Sendable {
    enum Stop: Int32 {
        /// Open transactions are rolled back, and the server writes what it has.
        case fast = 2  // SIGINT
        /// As a crash: it recovers at the next start.
        case immediate = 3  // SIGQUIT
    }

    private let folder: URL
    private let process = Mutex<ChildProcess?>(nil)
    private static let port = 5432

    /// As the role that owns the database.
    var url: String { "host=\(folder.path) port=\(Self.port) dbname=qingyun user=qingyun" }

    /// Makes and starts it.
    init() async throws {
        // A socket's path has at most 107 bytes.
        folder = URL(fileURLWithPath: "/tmp/qy-pg-\(UInt32.random(in: 0 ... .max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        if geteuid() == 0 {
            let user = try #require(getpwnam("postgres"))
            chown(folder.path, user.pointee.pw_uid, user.pointee.pw_gid)
        }
        let log = folder.path + "-log"
        let initdb = try Self.asServer(
            "initdb", ["-D", data, "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust", "-N"], log: log)
        try #require(
            try await eventually("initdb") { initdb.exitStatus } == 0,
            "\((try? String(contentsOfFile: log, encoding: .utf8)) ?? "")")
        try await start()
        // PostGIS is no trusted extension: databases get it from their template.
        let template = try session(Self.administration(folder, database: "template1"))
        try template.execute("CREATE EXTENSION postgis")
        template.close()
        let admin = try superuser()
        try admin.execute("CREATE ROLE qingyun LOGIN CREATEROLE")
        try admin.execute("CREATE DATABASE qingyun OWNER qingyun")
        admin.close()
        let session = try session()
        _ = try Migrator(migrations: Schema.migrations).migrate(session)
        session.close()
    }

    deinit {
        signal(SIGCONT)
        signal(SIGKILL)
        try? FileManager.default.removeItem(at: folder)
        try? FileManager.default.removeItem(atPath: folder.path + "-log")
    }

    private var data: String { folder.path + "/data" }

    private static let programs: String = {
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
        return "/usr/lib/postgresql/\(versions.compactMap { Int($0) }.max() ?? 0)/bin/"
    }()

    /// PostgreSQL refuses to run as root.
    private static func asServer(_ program: String, _ arguments: [String], log: String) throws -> ChildProcess {
        let command = [programs + program] + arguments
        let environment = ["PATH": "/usr/bin:/bin"]
        guard geteuid() == 0 else {
            return try ChildProcess(
                URL(fileURLWithPath: command[0]), arguments: arguments, environment: environment, output: log,
                errors: log)
        }
        return try ChildProcess(
            URL(fileURLWithPath: "/usr/bin/setpriv"),
            arguments: ["--reuid=postgres", "--regid=postgres", "--init-groups", "--"] + command,
            environment: environment, output: log, errors: log)
    }

    func start() async throws {
        let started = try Self.asServer(
            "postgres",
            [
                "-D", data, "-k", folder.path, "-p", "\(Self.port)", "-c", "listen_addresses=", "-c",
                "max_connections=40", "-c", "shared_buffers=16MB",
            ], log: folder.path + "-log")
        process.withLock { $0 = started }
        _ = try await eventually("PostgreSQL to start") {
            do {
                let session = try self.superuser()
                session.close()
                return true
            } catch {
                return nil
            }
        }
    }

    func stop(_ how: Stop) async throws {
        let process = try #require(process.withLock { $0 })
        process.send(signal: how.rawValue)
        _ = try await eventually("PostgreSQL to stop") { process.exitStatus }
    }

    /// Nobody gets an answer any more, and no connection ends: the server looks like a machine that hangs.
    func pause() { signal(SIGSTOP) }
    func resume() { signal(SIGCONT) }

    private func signal(_ signal: Int32) {
        if let pid = process.withLock({ $0?.identifier }) { Self.signalAll(of: pid, signal) }
    }

    /// To the server and its backends, which are groups of their own.
    private static func signalAll(of parent: pid_t, _ signal: Int32) {
        kill(parent, signal)
        for name in (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? [] {
            guard let pid = pid_t(name), let stat = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
                let end = stat.lastIndex(of: ")")
            else { continue }
            let fields = stat[end...].split(separator: " ")
            if fields.count > 2, pid_t(fields[2]) == parent { kill(pid, signal) }
        }
    }

    func session() throws -> PostgresSession { try session(url) }

    func superuser() throws -> PostgresSession {
        try session(Self.administration(folder, database: "postgres"))
    }

    private static func administration(_ folder: URL, database: String) -> String {
        "host=\(folder.path) port=\(port) dbname=\(database) user=postgres connect_timeout=2"
    }

    private func session(_ conninfo: String) throws -> PostgresSession {
        let session = PostgresSession(
            configuration: PostgresConfiguration(conninfo: conninfo, applicationName: "qingyun-test"),
            logger: TestDatabase.logger)
        try session.connect()
        return session
    }

    /// Runs statements as superuser, each by itself.
    func administer(_ statements: String...) throws {
        let session = try superuser()
        defer { session.close() }
        for statement in statements { try session.execute(statement) }
    }

    func setReadOnly(_ isReadOnly: Bool) throws {
        try administer(
            "ALTER SYSTEM SET default_transaction_read_only = \(isReadOnly)", "SELECT pg_reload_conf()")
    }

    /// Ends all connections of the role, and lets it open at most `limit` new ones; nil: any number.
    func limitConnections(_ limit: Int?) throws {
        try administer(
            "ALTER ROLE qingyun CONNECTION LIMIT \(limit ?? -1)",
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'qingyun'")
    }
}
