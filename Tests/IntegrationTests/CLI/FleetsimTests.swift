import Foundation
import Postgres
import TestSupport
import Testing

@Suite("qingyun-fleetsim against the gateway", .enabled(if: TestDatabase.isEnabled))
struct FleetsimTests {
    private func fleetsim(_ arguments: String...) async throws -> FinishedCommand {
        try await FinishedCommand.run("qingyun-fleetsim", arguments)
    }

    @Test("replay sends every vector as its terminal and every owed answer comes", arguments: [[], ["--authenticate"]])
    func replay(options: [String]) async throws {
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(database: database.url, registration: "open")
            let address = "127.0.0.1:\(try await gateway.terminalPort())"
            let command = try await FinishedCommand.run(
                "qingyun-fleetsim", ["replay", VectorFile.url.path, "--to", address] + options)
            #expect(command.status == 0, "\(command.errors)")
            #expect(try await gateway.terminate() == 0)
            // Faulty frames of the file, each on the wire once: as many rows in quarantine. Those of streams come on top.
            let faults = VectorFile.frames.filter { $0.error != nil && $0.bytes.count > 2 && $0.bytes.last == 0x7E }
                .count
            #expect(try database.count("SELECT count(*) FROM telemetry.quarantine") >= faults)
            #expect(try database.count("SELECT count(*) FROM telemetry.fix") > 100)
        }
    }

    @Test("a driven fleet is admitted and acknowledged whole, and what was acknowledged is stored")
    func drive() async throws {
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(database: database.url, registration: "open")
            let address = "127.0.0.1:\(try await gateway.terminalPort())"
            let command = try await fleetsim(
                "drive", "--vehicles", "20", "--burst", "100", "--in-flight", "50", "--to", address)
            #expect(command.status == 0, "\(command.errors)")
            #expect(try database.count("SELECT count(*) FROM telemetry.fix") == 20 * 100)
            #expect(try database.count("SELECT count(DISTINCT terminal_id) FROM telemetry.fix") == 20)
            // In Changping district: 115.83 to 116.49 east, 40.03 to 40.39 north.
            #expect(
                try database.count(
                    """
                    SELECT count(*) FROM telemetry.fix
                    WHERE lon_e6 NOT BETWEEN 115830000 AND 116490000 OR lat_e6 NOT BETWEEN 40030000 AND 40390000
                    """) == 0)
        }
    }

    @Test("the log of a load run names exactly the rows that are stored")
    func load() async throws {
        let log = FileManager.default.temporaryDirectory.appendingPathComponent("acked-\(UUID()).csv").path
        defer { try? FileManager.default.removeItem(atPath: log) }
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(database: database.url, registration: "open")
            let address = "127.0.0.1:\(try await gateway.terminalPort())"
            let command = try await fleetsim(
                "load", "--vehicles", "10", "--rate", "2000", "--duration", "1", "--acked-log", log, "--to", address)
            #expect(command.status == 0, "\(command.errors)")
            let rows = try database.session().query(
                """
                SELECT t.number || ',' || (extract(epoch FROM f.recorded_at) * 1000)::bigint || ',' || f.body_hash AS line
                FROM telemetry.fix AS f JOIN registry.terminal AS t USING (terminal_id)
                """
            ).map { $0[0] ?? "null" }
            let logged = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").map { line in
                let fields = line.split(separator: ",")
                return "\(fields[0]),\(fields[2]),\(fields[3])"
            }
            #expect(logged.count == 2000)
            #expect(Set(logged) == Set(rows))
        }
    }

    @Test("under policy known a fleet that nobody entered is refused, and drive says so")
    func refused() async throws {
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(database: database.url)
            let address = "127.0.0.1:\(try await gateway.terminalPort())"
            let command = try await fleetsim("drive", "--vehicles", "3", "--burst", "5", "--to", address)
            #expect(command.status == 1)
            #expect(try database.count("SELECT count(*) FROM registry.terminal") == 0)
        }
    }
}
