import JTT808
import NIOCore
import Postgres
import Testing

@Suite("Gateway: who came and went", .enabled(if: TestDatabase.isEnabled))
struct GatewayConnectionTests {
    /// `number event address reason` of each row, in the order of time.
    private static func events(_ database: TestDatabase) throws -> [String] {
        let session = try database.session()
        defer { session.close() }
        return try session.query(
            """
            SELECT concat_ws(' ', t.number, CASE e.event WHEN 1 THEN 'came' ELSE 'went' END, split_part(e.peer, ':', 1), e.reason) AS line
            FROM telemetry.connection_event AS e JOIN registry.terminal AS t USING (terminal_id)
            ORDER BY e.happened_at, e.event DESC
            """
        ).map { $0["line"] ?? "" }
    }

    private static func report(_ client: TerminalClient, _ address: TerminalAddress, second: Int) throws {
        try client.send(.locationReport, from: address, body: try locationBody(second: second))
        #expect(try client.nextAnswer().result == .done)
    }

    @Test("a terminal's comings and goings are kept, with where from and why")
    func events() async throws {
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(database: database.url, registration: "open")
            let port = try await gateway.terminalPort()
            let address = try TerminalAddress.short("13900000001")
            var first: TerminalClient? = try TerminalClient(port: port)
            try Self.report(try #require(first), address, second: 1)
            // However much it sends, it came once.
            try Self.report(try #require(first), address, second: 2)
            // A second device with its number, from elsewhere, while the first is connected.
            let second = try TerminalClient(port: port, from: "127.0.0.2")
            try Self.report(second, address, second: 3)
            #expect(try #require(first).nextFrame() == nil)
            first = nil
            var third: TerminalClient? = try TerminalClient(port: port)
            try Self.report(try #require(third), address, second: 4)
            #expect(second.nextFrame() == nil)
            third = nil
            let told = [
                "13900000001 came 127.0.0.1", "13900000001 went 127.0.0.1 superseded", "13900000001 came 127.0.0.2",
                "13900000001 went 127.0.0.2 superseded", "13900000001 came 127.0.0.1",
                "13900000001 went 127.0.0.1 peer",
            ]
            _ = try await eventually("the last one to go") {
                try Self.events(database).count == told.count ? true : nil
            }
            #expect(try Self.events(database) == told)
        }
    }

    @Test("those that are connected when the gateway stops went with it")
    func stop() async throws {
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(database: database.url, registration: "open")
            let client = try TerminalClient(port: try await gateway.terminalPort())
            try Self.report(client, try TerminalAddress.short("13900000001"), second: 1)
            let leaver = try TerminalClient(port: try await gateway.terminalPort())
            let other = try TerminalAddress.short("13900000002")
            try Self.report(leaver, other, second: 1)
            try leaver.send(.deregistration, from: other, body: ByteBuffer())
            #expect(try leaver.nextAnswer().result == .done)
            #expect(leaver.nextFrame() == nil)
            #expect(try await gateway.terminate() == 0)
            #expect(
                Set(try Self.events(database)) == [
                    "13900000001 came 127.0.0.1", "13900000001 went 127.0.0.1 stopped", "13900000002 came 127.0.0.1",
                    "13900000002 went 127.0.0.1 deregistered",
                ])
        }
    }

    @Test("terminals that a platform forwards on one connection of many are not taken for devices that come and go")
    func forwarder() async throws {
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(database: database.url, registration: "open")
            let port = try await gateway.terminalPort()
            let platform = try TerminalClient(port: port)
            for number in 1...3 {
                try Self.report(platform, try TerminalAddress.short("1390000000\(number)"), second: number)
            }
            #expect(try await gateway.terminate() == 0)
            // The first one of a connection may be all that there will be.
            #expect(
                try Self.events(database) == ["13900000001 came 127.0.0.1", "13900000001 went 127.0.0.1 stopped"])
        }
    }

    @Test("PostgreSQL that is away is waited for, and nobody else waits for that")
    func outage() async throws {
        try await TestDatabase.withSchema { database in
            let owner = try database.session()
            defer { owner.close() }
            let gateway = try GatewayProcess(database: database.url, registration: "open")
            let port = try await gateway.terminalPort()
            // Partitions of that day are made in every table.
            let other = try TerminalClient(port: port)
            try Self.report(other, try TerminalAddress.short("13900000002"), second: 1)
            try owner.execute("BEGIN; LOCK TABLE telemetry.connection_event IN ACCESS EXCLUSIVE MODE")
            let client = try TerminalClient(port: port)
            let address = try TerminalAddress.short("13900000001")
            // Acknowledged meanwhile.
            try Self.report(client, address, second: 1)
            try owner.execute("COMMIT")
            _ = try await eventually("the terminal's coming") {
                try Self.events(database).contains("13900000001 came 127.0.0.1") ? true : nil
            }
        }
    }
}
