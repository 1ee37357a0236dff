import Foundation
import Postgres
import Schema
import Testing

@Suite("Gateway: start, configuration, readiness", .enabled(if: TestDatabase.isEnabled))
struct GatewayStartTests {
    @Test("an unreachable database: a clear line, /readyz says no, /healthz says yes, and SIGTERM ends it with 0")
    func unreachable() async throws {
        let gateway = try GatewayProcess(database: "postgresql://nobody@127.0.0.1:1/nothing?connect_timeout=2")
        let line = try await gateway.line(containing: "registry not read")
        #expect(line.contains("cannot connect to PostgreSQL"))
        let readiness = try await gateway.get("/readyz")
        #expect(readiness.status == 503)
        #expect(readiness.body.contains("registry: cannot connect to PostgreSQL"))
        #expect(try await gateway.get("/healthz").status == 200)
        #expect(try await gateway.terminate() == 0)
    }

    @Test("a database that was not migrated is said to be so, and is taken as soon as it was")
    func notMigrated() async throws {
        try await TestDatabase.with { database in
            let gateway = try GatewayProcess(database: database.url)
            #expect(try await gateway.line(containing: "registry not read").contains("qingyun migrate"))
            _ = try Migrator(migrations: Schema.migrations).migrate(try database.session())
            _ = try await gateway.terminalPort()
            let ready = try await eventually("readiness") {
                try await gateway.get("/readyz").status == 200 ? true : nil
            }
            #expect(ready)
        }
    }

    @Test("a PostgreSQL that comes back is taken again without a restart")
    func outage() async throws {
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(database: database.url, registration: "open")
            _ = try await gateway.terminalPort()
            // Nobody may connect, and who is connected is thrown out: as good as stopped, for this database alone.
            let admin = try TestDatabase.serverSession()
            defer { admin.close() }
            try admin.execute("ALTER DATABASE \(database.name) ALLOW_CONNECTIONS false")
            try database.disconnectClients(admin)
            let refused = try await eventually("unreadiness") {
                let answer = try await gateway.get("/readyz")
                return answer.status == 503 ? answer.body : nil
            }
            #expect(refused.contains("registry:"))
            try admin.execute("ALTER DATABASE \(database.name) ALLOW_CONNECTIONS true")
            _ = try await eventually("readiness") { try await gateway.get("/readyz").status == 200 ? true : nil }
        }
    }

    @Test(
        "a wrong value is refused at the start with one line that names the key and what is accepted",
        arguments: [
            ("QINGYUN_LISTEN", "7808", "HOST:PORT"), ("QINGYUN_LISTEN", "127.0.0.1:70000", "0 (any free one) to 65535"),
            ("QINGYUN_HTTP", "localhost", "HOST:PORT"), ("QINGYUN_REGISTRATION", "anybody", "known or open"),
            ("QINGYUN_DATABASE_URL", "host", "PostgreSQL URI"), ("QINGYUN_LANES", "0", "1 to 64"),
            ("QINGYUN_BATCH_ROWS", "many", "1 to 1000000"), ("QINGYUN_LOG_LEVEL", "loud", "info"),
        ])
    func wrongValue(key: String, value: String, accepted: String) async throws {
        let command = try await FinishedCommand.run("qingyun-ingestd", ["--check-config"], environment: [key: value])
        #expect(command.status == 64)
        #expect(command.errorLines.count == 1)
        #expect(command.errors.contains(key))
        #expect(command.errors.contains(accepted))
    }

    @Test("--check-config accepts a sound configuration from flags, environment and file, and stops")
    func checkConfiguration() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "qingyun-\(UUID().uuidString).yaml")
        try "registration: open\nlanes: 2\njournal-dir: /var/lib/qingyun\n".write(
            to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        let sound = try await FinishedCommand.run(
            "qingyun-ingestd", ["--check-config", "--config", file.path, "--listen", "[::1]:7808"],
            environment: ["QINGYUN_HTTP": "127.0.0.1:0"])
        #expect(sound.status == 0)
        try "lissten: 127.0.0.1:1\n".write(to: file, atomically: true, encoding: .utf8)
        let unknown = try await FinishedCommand.run("qingyun-ingestd", ["--check-config", "--config", file.path])
        #expect(unknown.status == 64)
        #expect(unknown.errors.contains("lissten in \(file.path): no such setting"))
        try "lanes: 1000\n".write(to: file, atomically: true, encoding: .utf8)
        let wrong = try await FinishedCommand.run("qingyun-ingestd", ["--check-config", "--config", file.path])
        #expect(wrong.status == 64)
        #expect(wrong.errors.contains("lanes in \(file.path)"))
    }

    @Test("a listening address that is taken ends the start with one line and status 64")
    func addressTaken() async throws {
        try await TestDatabase.withSchema { database in
            let first = try GatewayProcess(database: database.url)
            let port = try await first.terminalPort()
            let second = try GatewayProcess(
                database: database.url, environment: ["QINGYUN_LISTEN": "127.0.0.1:\(port)"])
            #expect(try await second.exitStatus() == 64)
            #expect(second.log.count { $0.contains("QINGYUN_LISTEN") } == 1, "\(second.log)")
            let third = try GatewayProcess(
                database: database.url, environment: ["QINGYUN_HTTP": "127.0.0.1:\(try await first.httpPort())"])
            #expect(try await third.exitStatus() == 64)
            #expect(third.log.count { $0.contains("QINGYUN_HTTP") } == 1, "\(third.log)")
        }
    }
}
