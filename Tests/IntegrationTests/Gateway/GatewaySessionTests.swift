import JTT808
import NIOCore
import Postgres
import Registry
import Testing

@Suite("Gateway: who may deliver, and what is answered", .enabled(if: TestDatabase.isEnabled))
struct GatewaySessionTests {
    @Test("an unknown terminal under policy known gets result 4 and leaves nothing behind but a counter")
    func unknownTerminal() async throws {
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(database: database.url)
            let client = try TerminalClient(port: try await gateway.terminalPort())
            let address = try TerminalAddress.short("13900000001")
            let answer = try client.register(address)
            #expect(answer.result == .noSuchTerminal)
            #expect(answer.authenticationCode == nil)
            let serial = try client.send(.locationReport, from: address, body: try locationBody(second: 0))
            #expect(
                try client.nextAnswer() == GeneralAnswer(serial: serial, messageID: .locationReport, result: .failed))

            let refused = try await gateway.metric(
                "qingyun_messages_refused_total{reason=\"unknown_terminal\"}", atLeast: 2)
            #expect(refused == 2)
            #expect(try await gateway.terminate() == 0)
            for table in ["registry.terminal", "telemetry.fix", "telemetry.message", "telemetry.quarantine"] {
                #expect(try database.count("SELECT count(*) FROM \(table)") == 0, "\(table)")
            }
        }
    }

    @Test(
        "a terminal of the registry registers, authenticates and reports; the row is there when the answer is",
        arguments: [false, true])
    func knownTerminal(isLong: Bool) async throws {
        try await TestDatabase.withSchema { database in
            _ = try TerminalRegistry(try database.session()).add(.init(number: "13900000001"))
            let gateway = try GatewayProcess(database: database.url)
            let client = try TerminalClient(port: try await gateway.terminalPort())
            let address = isLong ? try TerminalAddress.long("13900000001") : try TerminalAddress.short("13900000001")

            // Before it authenticated nothing is taken.
            let early = try client.send(.locationReport, from: address, body: try locationBody(second: 0))
            #expect(
                try client.nextAnswer() == GeneralAnswer(serial: early, messageID: .locationReport, result: .failed))
            #expect(try client.authenticate(address, code: "wrong") == .failed)

            try client.signOn(address)
            let odometer = AdditionalItem(id: 0x01, value: [0, 0, 0x12, 0xC0])
            let serial = try client.send(
                .locationReport, from: address, body: try locationBody(second: 1, items: [odometer]))
            #expect(try client.nextAnswer() == GeneralAnswer(serial: serial, messageID: .locationReport, result: .done))

            let row = try #require(
                try database.query(
                    """
                    SELECT t.number, extract(epoch FROM f.recorded_at)::bigint AS recorded, f.lon_e6, f.lat_e6, f.altitude_m,
                        f.speed_dkmh, f.course_deg, f.odometer_hm, f.time_quality, f.is_backfill, f.extra IS NULL AS is_plain
                    FROM telemetry.fix AS f JOIN registry.terminal AS t USING (terminal_id)
                    """
                ).first)
            #expect(row["number"] == "13900000001")
            // 08:00:01 of GMT+8 is 00:00:01 UTC: eight hours less than the wall clock that was sent.
            #expect(try row.int("recorded") == 1_786_953_601 - 8 * 3600)
            #expect(try row.int("lon_e6") == 116_230_000)
            #expect(try row.int("lat_e6") == 40_220_000)
            #expect(try row.int("altitude_m") == 50)
            #expect(try row.int("speed_dkmh") == 305)
            #expect(try row.int("course_deg") == 90)
            #expect(try row.int("odometer_hm") == 0x12C0)
            #expect(try row.int("time_quality") == 0)
            #expect(try row.bool("is_backfill") == false)
            #expect(try row.bool("is_plain"))

            // What it said about itself is in the registry.
            let facts = try await eventually("the reported facts") {
                try database.query(
                    "SELECT * FROM registry.terminal WHERE model IS NOT NULL AND (imei IS NOT NULL OR \(!isLong))"
                ).first
            }
            #expect(facts["model"] == "T-1")
            #expect(facts["reported_plate_no"] == "京A12345")
            #expect(facts["protocol_version"] == (isLong ? "2019" : "2013"))
            #expect(facts["imei"] == (isLong ? "123456789012345" : nil))
            #expect(try await gateway.terminate() == 0)
        }
    }

    @Test("a code lasts: a reconnect authenticates with the code of the first registration, after a restart too")
    func codeLasts() async throws {
        try await TestDatabase.withSchema { database in
            _ = try TerminalRegistry(try database.session()).add(.init(number: "13900000001"))
            let address = try TerminalAddress.short("13900000001")
            let first = try GatewayProcess(database: database.url)
            let code = try #require(
                try TerminalClient(port: try await first.terminalPort()).register(address).authenticationCode)
            #expect(try await first.terminate() == 0)
            let second = try GatewayProcess(database: database.url)
            let client = try TerminalClient(port: try await second.terminalPort())
            #expect(try client.authenticate(address, code: code) == .done)
            // It is this terminal's code and nobody else's.
            _ = try TerminalRegistry(try database.session()).add(.init(number: "13900000002"))
            let other = try TerminalAddress.short("13900000002")
            let result = try await eventually("the new terminal to be known") {
                let result = try client.authenticate(other, code: code)
                return try await second.get("/metrics").body.contains("reason=\"wrong_code\"} 0") ? nil : result
            }
            #expect(result == .failed)
        }
    }

    @Test("a suspended terminal is refused at once, on the connection that it has")
    func suspended() async throws {
        try await TestDatabase.withSchema { database in
            _ = try TerminalRegistry(try database.session()).add(.init(number: "13900000001"))
            let gateway = try GatewayProcess(database: database.url)
            let client = try TerminalClient(port: try await gateway.terminalPort())
            let address = try TerminalAddress.short("13900000001")
            try client.signOn(address)
            try database.execute(
                "UPDATE registry.terminal SET status = 'suspended'; SELECT pg_notify('\(TerminalRegistry.changeChannel)', '')"
            )
            _ = try await eventually("the refusal") {
                try client.send(.heartbeat, from: address)
                return try client.nextAnswer().result == .failed ? true : nil
            }
        }
    }

    @Test("under policy open an unknown terminal is entered as unclaimed and its data are taken, in order")
    func open() async throws {
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(database: database.url, registration: "open")
            let client = try TerminalClient(port: try await gateway.terminalPort())
            let address = try TerminalAddress.short("13900000007")
            for second in 0..<5 {
                try client.send(.locationReport, from: address, body: try locationBody(second: second))
            }
            for serial in 0..<5 {
                #expect(
                    try client.nextAnswer()
                        == GeneralAnswer(serial: UInt16(serial), messageID: .locationReport, result: .done))
            }
            #expect(
                try database.count(
                    "SELECT count(*) FROM registry.terminal WHERE number = '13900000007' AND status = 'unclaimed'")
                    == 1)
            #expect(try database.count("SELECT count(*) FROM telemetry.fix") == 5)
        }
    }

    @Test("server time is asked for and given in UTC")
    func serverTime() async throws {
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(database: database.url, registration: "open")
            let client = try TerminalClient(port: try await gateway.terminalPort())
            let address = try TerminalAddress.long("13900000001")
            let before = try database.count("SELECT extract(epoch FROM now())::bigint")
            try client.send(.serverTimeRequest, from: address)
            let frame = try #require(client.nextFrame())
            #expect(frame.header.messageID == .serverTime)
            let time = try #require(try ServerTime(body: frame.body.readableBytesSpan).time.wallClockSeconds)
            let after = try database.count("SELECT extract(epoch FROM now())::bigint")
            #expect(Int64(before) - 1 <= time && time <= Int64(after) + 1)
        }
    }

    @Test("after a deregistration everything is answered, then the connection ends")
    func deregistration() async throws {
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(database: database.url, registration: "open")
            let client = try TerminalClient(port: try await gateway.terminalPort())
            let address = try TerminalAddress.short("13900000001")
            try client.send(.locationReport, from: address, body: try locationBody(second: 0))
            try client.send(.deregistration, from: address)
            let ids = try [client.nextAnswer().messageID, client.nextAnswer().messageID]
            #expect(Set(ids) == [.locationReport, .deregistration])
            #expect(client.nextFrame() == nil)
        }
    }

    @Test("one connection may carry several terminals")
    func forwarder() async throws {
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(database: database.url, registration: "open")
            let client = try TerminalClient(port: try await gateway.terminalPort())
            for round in 0..<3 {
                for number in 1...4 {
                    let address = try TerminalAddress.short("1390000000\(number)")
                    try client.send(.locationReport, from: address, body: try locationBody(second: round))
                    #expect(try client.nextAnswer().result == .done)
                }
            }
            #expect(try database.count("SELECT count(DISTINCT terminal_id) FROM telemetry.fix") == 4)
            #expect(try database.count("SELECT count(*) FROM telemetry.fix") == 12)
        }
    }
}
