import Foundation
import JTT808
import NIOCore
import Registry
import Testing

@Suite("Gateway: one connection's excess is its own trouble", .enabled(if: TestDatabase.isEnabled))
struct GatewayLimitsTests {
    @Test(
        "a second connection of a terminal supersedes the first, on whichever lane; its data go on", arguments: [1, 4])
    func superseded(lanes: Int) async throws {
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(
                database: database.url, registration: "open", environment: ["QINGYUN_LANES": "\(lanes)"])
            let port = try await gateway.terminalPort()
            let address = try TerminalAddress.short("13900000001")
            var last: TerminalClient?
            for second in 0..<6 {
                let client = try TerminalClient(port: port)
                try client.send(.locationReport, from: address, body: try locationBody(second: second))
                #expect(try client.nextAnswer().result == .done)
                // The one before it is closed, without a further answer.
                if let last { #expect(last.nextFrame() == nil) }
                last = client
            }
            let superseded = try await gateway.metric(
                "qingyun_connections_closed_total{reason=\"superseded\"}", atLeast: 5)
            #expect(superseded == 5)
            #expect(try database.count("SELECT count(*) FROM telemetry.fix") == 6)
        }
    }

    @Test("who has not shown its code does not push out who has")
    func strangerDoesNotSupersede() async throws {
        try await TestDatabase.withSchema { database in
            _ = try TerminalRegistry(try database.session()).add(.init(number: "13900000001"))
            let gateway = try GatewayProcess(database: database.url)
            let port = try await gateway.terminalPort()
            let address = try TerminalAddress.short("13900000001")
            let owner = try TerminalClient(port: port)
            try owner.signOn(address)
            let stranger = try TerminalClient(port: port)
            #expect(try stranger.authenticate(address, code: "1.00000000000000000000000000000000") == .failed)
            try stranger.send(.locationReport, from: address, body: try locationBody(second: 1))
            #expect(try stranger.nextAnswer().result == .failed)
            try owner.send(.locationReport, from: address, body: try locationBody(second: 2))
            #expect(try owner.nextAnswer().result == .done)
        }
    }

    @Test("connections beyond an address's share are closed at once; those that are there are served")
    func connections() async throws {
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(
                database: database.url, registration: "open",
                environment: ["QINGYUN_MAX_CONNECTIONS_PER_ADDRESS": "3"])
            let port = try await gateway.terminalPort()
            let clients = try (0..<5).map { _ in try TerminalClient(port: port) }
            // In the order of their coming: two find no room.
            #expect(clients[3].nextFrame() == nil)
            #expect(clients[4].nextFrame() == nil)
            for (index, client) in clients[..<3].enumerated() {
                let address = try TerminalAddress.short("1390000000\(index)")
                try client.send(.heartbeat, from: address)
                #expect(try client.nextAnswer().result == .done)
            }
            let refused = try await gateway.metric(
                "qingyun_connections_refused_total{reason=\"address\"}", atLeast: 2)
            #expect(refused == 2)
        }
    }

    @Test("a connection that never says who it is ends in time; so does one with too many faults in a row")
    func closed() async throws {
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(
                database: database.url, registration: "open",
                environment: ["QINGYUN_AUTHENTICATION_SECONDS": "1", "QINGYUN_MAX_MALFORMED_IN_A_ROW": "5"])
            let port = try await gateway.terminalPort()
            let scanner = try TerminalClient(port: port)
            scanner.send(Array("GET / HTTP/1.1\r\n\r\n".utf8))
            #expect(scanner.nextFrame() == nil)
            let garbage = try TerminalClient(port: port)
            let address = try TerminalAddress.short("13900000001")
            try garbage.send(.heartbeat, from: address)
            #expect(try garbage.nextAnswer().result == .done)
            garbage.send([UInt8]([0x7E, 0x00] + [0x7E, 0x01] + [0x7E, 0x02] + [0x7E, 0x03] + [0x7E, 0x04, 0x7E]))
            #expect(garbage.nextFrame() == nil)
            for reason in ["not_authenticated", "malformed"] {
                let closed = try await gateway.metric(
                    "qingyun_connections_closed_total{reason=\"\(reason)\"}", atLeast: 1)
                #expect(closed == 1)
            }
        }
    }

    @Test("a flood is taken at its share: later, but whole")
    func flood() async throws {
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(
                database: database.url, registration: "open", environment: ["QINGYUN_MAX_FRAMES_PER_SECOND": "500"])
            let client = try TerminalClient(port: try await gateway.terminalPort())
            let address = try TerminalAddress.short("13900000001")
            let start = ContinuousClock.now
            for second in 0..<3_000 {
                try client.send(.locationReport, from: address, body: try locationBody(second: second))
            }
            for _ in 0..<3_000 { #expect(try client.nextAnswer().result == .done) }
            // What comes in one piece (64 KiB, some 1,450 of these) is taken whole and paid for by the seconds after it: before
            // the last piece at least 1,550 are paid for, at 500 a second; the first second may have been nearly over.
            #expect(ContinuousClock.now - start > .seconds(2))
            #expect(try database.count("SELECT count(*) FROM telemetry.fix") == 3_000)
        }
    }
}
