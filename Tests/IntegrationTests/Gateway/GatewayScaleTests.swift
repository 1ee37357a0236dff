import Foundation
import NIOCore
import Postgres
import Testing
import WeighScale

@Suite("Gateway: scales", .enabled(if: TestDatabase.isEnabled))
struct GatewayScaleTests {
    private static let toledo = ScaleDialect(.toledo)
    /// 12340 kg, stable: docs/protocol/scales.md.
    private static let worked: [UInt8] = [
        0x02, 0x2A, 0x30, 0x20, 0x20, 0x31, 0x32, 0x33, 0x34, 0x30, 0x20, 0x20, 0x20, 0x20, 0x20, 0x30, 0x0D, 0x0D,
    ]
    private static let environment = ["QINGYUN_SCALE_LISTEN": "127.0.0.1:0"]

    private static func frames(_ kilograms: Int64...) throws -> [UInt8] {
        try scaleFrames(toledo, kilograms: kilograms)
    }

    private func withGateway(
        environment: [String: String] = [:], scale: (TestDatabase) throws -> Void,
        _ body: (_ database: TestDatabase, _ gateway: GatewayProcess, _ port: Int) async throws -> Void
    ) async throws {
        try await TestDatabase.withSchema { database in
            try scale(database)
            let gateway = try GatewayProcess(
                database: database.url, environment: Self.environment.merging(environment) { _, given in given })
            try await body(database, gateway, try await gateway.scalePort())
        }
    }

    private func withOutages(
        _ body: (_ database: TestDatabase, _ folder: String, _ outage: (_ isAway: Bool) throws -> Void) async throws ->
            Void
    ) async throws {
        try await TestDatabase.withSchema { database in
            let folder = FileManager.default.temporaryDirectory.appending(path: "qingyun-journal-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: folder) }
            try await body(database, folder.path) { isAway in
                let admin = try TestDatabase.serverSession()
                defer { admin.close() }
                try admin.execute("ALTER DATABASE \(database.name) ALLOW_CONNECTIONS \(!isAway)")
                guard isAway else { return }
                try database.disconnectClients(admin)
            }
        }
    }

    // MARK: Streams

    @Test(
        "each dialect: a load is one row, with weights, flags and the frame",
        arguments: ScaleDialect.Form.allCases.filter { $0 != .yaohuaPoll })
    func dialects(form: ScaleDialect.Form) async throws {
        try await withGateway {
            try $0.enterScale("S-1", dialect: form.rawValue, registration: "LOGIN:1001", values: ["direction": "1"])
        } _: { database, gateway, port in
            let client = try TerminalClient(port: port)
            client.send(
                Array("LOGIN:1001".utf8)
                    + (try scaleFrames(
                        ScaleDialect(form), kilograms: [0, 0, 0, 80, 80, 80, 80, 0, 0, 0, 30, 30, 30, 0, 0])))
            #expect(try await database.weighings(count: 2) == [80_000, 30_000])
            let rows = try database.query(
                """
                SELECT recorded_at = received_at AS same, seq, boot_no > 0 AS started, weigh_flags & 511 AS flags,
                    weigh_flags >> 16 AS remarks, direction, weigh_mode, time_quality, supersedes, raw IS NOT NULL AS has_raw,
                    tare_g, net_g
                FROM telemetry.station_weighing ORDER BY seq
                """)
            let saysStability = ![.yaohua, .equalsOld, .equalsReversed, .equalsForward].contains(form)
            for (index, row) in rows.enumerated() {
                #expect(row["same"] == "t")
                #expect(row["seq"] == "\(index + 1)")
                #expect(row["started"] == "t")
                #expect(row["flags"] == "1")
                #expect(row["remarks"] == (saysStability ? "0" : "8"))
                #expect(row["direction"] == "1")
                #expect(row["weigh_mode"] == "4")
                #expect(row["time_quality"] == "1")
                #expect(row["supersedes"] == nil)
                #expect(row["has_raw"] == "t")
                #expect(row["net_g"] == nil)
            }
            #expect(try database.count("SELECT count(*) FROM telemetry.load_sample") == 0)
            #expect(try database.count("SELECT count(*) FROM telemetry.quarantine") == 0)
            let books = try await gateway.settledBooks(messages: 2)
            #expect(books.rows("stored_total", "telemetry.station_weighing") == 2)
            #expect(books["qingyun_scale_records_total{kind=\"weighing\"}"] == 2)
        }
    }

    @Test("registration before every chunk and heartbeats anywhere are no part of the stream; the worked frame is kept")
    func packets() async throws {
        try await withGateway {
            try $0.enterScale(
                "S-1", dialect: "toledo", registration: "hex:4c4f47494e3a31", values: ["heartbeat": "'PING!'"])
        } _: { database, gateway, port in
            let client = try TerminalClient(port: port)
            let login = Array("LOGIN:1".utf8)
            let heartbeat = Array("PING!".utf8)
            client.send(login + (try Self.frames(0, 0)) + heartbeat + (try Self.frames(0)))
            client.send(login + Self.worked[..<7] + heartbeat + Self.worked[7...])
            client.send(login + Self.worked[..<12])
            client.send(login + Self.worked[12...] + Self.worked + heartbeat)
            #expect(try await database.weighings(count: 1) == [12_340_000])
            let raw = try database.query("SELECT encode(raw, 'hex') FROM telemetry.station_weighing")
            #expect(raw[0][0] == "022a30202031323334302020202020300d0d")
            try await gateway.readings(6)
            let packets = try await gateway.books()
            #expect(packets["qingyun_scale_dtu_packets_total{kind=\"heartbeat\"}"] == 3)
            #expect(packets["qingyun_scale_dtu_packets_total{kind=\"registration\"}"] == 3)
            #expect(packets["qingyun_scale_junk_bytes_total"] == 0)
        }
    }

    @Test("net is shown: gross, tare and net are the display's; more on top names what it replaces")
    func net() async throws {
        try await withGateway {
            try $0.enterScale("S-1", dialect: "toledo", registration: "SCALE-1")
        } _: { database, _, port in
            let client = try TerminalClient(port: port)
            func frames(net: Int64, tare: Int64) throws -> [UInt8] {
                var out = ByteBuffer()
                let reading = ScaleReading(
                    weight: Weight(digits: net, exponent: 0, unit: .kilogram),
                    tare: Weight(digits: tare, exponent: 0, unit: .kilogram), kind: .net, stability: .stable,
                    range: .within)
                for _ in 0..<3 { try #require(ScaleWriter.write(reading, as: Self.toledo, into: &out)) }
                return Array(out.readableBytesView)
            }
            client.send(
                Array("SCALE-1".utf8) + (try Self.frames(0, 0, 0)) + (try frames(net: 60, tare: 20))
                    + (try frames(net: 90, tare: 20)))
            _ = try await database.weighings(count: 2)
            let rows = try database.query(
                """
                SELECT gross_g, tare_g, net_g, tare_source, weigh_flags, supersedes
                FROM telemetry.station_weighing ORDER BY seq
                """)
            let values = rows.map { row in (0..<6).map { row[$0] } }
            #expect(
                values == [["80000", "20000", "60000", "2", "3", nil], ["110000", "20000", "90000", "2", "3", "1"]])
        }
    }

    @Test("a scale that waits to be asked is asked, and named by its network")
    func poll() async throws {
        try await withGateway {
            try $0.enterScale(
                "P-1", dialect: "yaohua-poll", values: ["source_network": "'127.0.0.0/8'", "poll_interval_ms": "100"])
        } _: { database, gateway, port in
            let client = try TerminalClient(port: port)
            for kilograms in [0, 0, 0, 45, 45, 45] as [UInt32] {
                #expect(client.receive(6) == [0x02, 0x41, 0x42, 0x30, 0x33, 0x03])
                let value = try #require(YaohuaValue(digits: kilograms, decimals: 0))
                let command = try #require(YaohuaCommand(.gross, address: 1))
                var answer = ByteBuffer()
                try #require(YaohuaAnswer(to: command, value: value)).encode(into: &answer)
                client.send(Array(answer.readableBytesView))
            }
            #expect(try await database.weighings(count: 1) == [45_000])
            _ = try await gateway.metric("qingyun_scale_polls_total", atLeast: 6)
        }
    }

    @Test("tags: each is one read while it stays, its frame is kept when the tag's check word is wrong")
    func tags() async throws {
        let port = "127.0.0.1:0=tag-reader"
        try await withGateway(environment: ["QINGYUN_SCALE_LISTEN": port]) {
            try $0.enterScale(
                "R-1", dialect: "tag-reader", values: ["kind": "'reader'", "source_network": "'127.0.0.0/8'"])
        } _: { database, gateway, port in
            // Both are captures, see docs/protocol/scales.md.
            let first: [UInt8] = [
                0xBB, 0x02, 0x22, 0x00, 0x11, 0xC9, 0x34, 0x00, 0x30, 0x75, 0x1F, 0xEB, 0x70, 0x5C, 0x59, 0x04, 0xE3,
                0xD5, 0x0D, 0x70, 0x3A, 0x76, 0xEF, 0x7E,
            ]
            let second: [UInt8] = [
                0xBB, 0x02, 0x22, 0x00, 0x11, 0xC4, 0x30, 0x00, 0xE2, 0x00, 0x00, 0x1D, 0x73, 0x15, 0x01, 0x65, 0x21,
                0x40, 0x8F, 0xC6, 0xB8, 0x3E, 0xC2, 0x7E,
            ]
            let client = try TerminalClient(port: port)
            client.send(first[..<10] + [])
            client.send(
                Array(first[10...]) + first + second + [0xBB, 0x01, 0xFF, 0x00, 0x01, 0x15, 0x16, 0x7E] + first)
            _ = try await gateway.metric("qingyun_scale_tag_repeats_total", atLeast: 2)
            let rows = try database.query(
                """
                SELECT seq, encode(tag_id, 'hex') AS tag, tag_tech, rssi_dbm, reader, antenna, time_quality
                FROM telemetry.tag_read ORDER BY seq
                """)
            #expect(rows.map { $0["tag"] } == ["30751feb705c5904e3d50d70", "e200001d7315016521408fc6"])
            #expect(rows.map { $0["rssi_dbm"] } == ["-55", "-60"])
            #expect(rows.map { $0["tag_tech"] } == ["4", "4"])
            #expect(rows.map { $0["seq"] } == ["1", "2"])
            _ = try await gateway.settledBooks(messages: 2)
        }
    }

    @Test("samples are kept from the moment the registry says so, without a restart")
    func samples() async throws {
        try await withGateway {
            try $0.enterScale("S-1", dialect: "toledo", registration: "SCALE-1")
        } _: { database, gateway, port in
            let client = try TerminalClient(port: port)
            client.send(Array("SCALE-1".utf8) + (try Self.frames(0, 0)))
            try await gateway.readings(2)
            try database.execute("UPDATE registry.scale SET keeps_samples = true")
            try database.notifyRegistry()
            let frame = try Self.frames(3)
            _ = try await eventually("a sample") {
                client.send(frame)
                return try database.count("SELECT count(*) FROM telemetry.load_sample") > 0 ? true : nil
            }
            let rows = try database.query(
                "SELECT weight_g, weigh_flags, channel, seq FROM telemetry.load_sample ORDER BY seq LIMIT 1")
            #expect((0..<4).map { rows[0][$0] } == ["3000", "1", "0", "1"])
            try await gateway.books()
        }
    }

    // MARK: Connections

    @Test("a link that breaks in the middle of a weighing: one weighing, not two and not none")
    func reconnect() async throws {
        try await withGateway(environment: ["QINGYUN_LANES": "2"]) {
            try $0.enterScale("S-1", dialect: "toledo", registration: "SCALE-1", values: ["longest_gap_ms": "60000"])
        } _: { database, gateway, port in
            let login = Array("SCALE-1".utf8)
            var client: TerminalClient? = try TerminalClient(port: port)
            client?.send(login + (try Self.frames(0, 0, 0, 80, 80)))
            try await gateway.readings(5)
            #expect(try database.weighings() == [])
            // The second while the first looks alive, the third after the second was closed.
            let second = try TerminalClient(port: port)
            second.send(login + (try Self.frames(80)))
            #expect(try await database.weighings(count: 1) == [80_000])
            #expect(client?.readToEnd() == [])
            client = nil
            let third = try TerminalClient(port: port)
            third.send(login + (try Self.frames(80, 80, 80, 80, 0, 0, 0, 25, 25, 25)))
            #expect(try await database.weighings(count: 2) == [80_000, 25_000])
            #expect(second.readToEnd() == [])
            let superseded = try await gateway.metric(
                "qingyun_scale_connections_closed_total{reason=\"superseded\"}", atLeast: 2)
            #expect(superseded == 2)
            #expect(
                try database.count("SELECT count(*) FROM telemetry.station_weighing WHERE weigh_flags >> 16 <> 0") == 0)
        }
    }

    @Test("an unknown registration goes to quarantine with its first bytes, and is closed after a while")
    func unknown() async throws {
        try await withGateway {
            try $0.enterScale("S-1", dialect: "toledo", registration: "SCALE-1")
        } _: { database, gateway, port in
            let client = try TerminalClient(port: port)
            let bytes = Array("WHO AM I".utf8) + [UInt8](repeating: 0x31, count: 200)
            client.send(bytes)
            _ = try await gateway.metric("qingyun_scale_sessions_refused_total{reason=\"unknown\"}", atLeast: 1)
            #expect(try await gateway.line(containing: "not taken as a scale").contains("57484f20414d2049"))
            #expect(client.readToEnd() == [])
            let rows = try database.query("SELECT terminal_id, reason, raw, peer FROM telemetry.quarantine")
            #expect(rows.count == 1)
            #expect(rows[0]["reason"] == "scale_unknown")
            #expect(rows[0]["terminal_id"] == "0")
            #expect(try rows[0].bytes("raw") == Array(bytes.prefix(64)))
            _ = try await gateway.metric("qingyun_scale_connections_closed_total{reason=\"refused\"}", atLeast: 1)
            try await gateway.books()
        }
    }

    @Test("a scale that is suspended while it is connected is heard no more")
    func suspended() async throws {
        try await withGateway {
            try $0.enterScale("S-1", dialect: "toledo", registration: "SCALE-1")
        } _: { database, gateway, port in
            let client = try TerminalClient(port: port)
            client.send(Array("SCALE-1".utf8) + (try Self.frames(0, 0, 0, 80, 80)))
            try await gateway.readings(5)
            try database.execute("UPDATE registry.terminal SET status = 'suspended'")
            try database.notifyRegistry()
            _ = try await gateway.metric("qingyun_scale_sessions_refused_total{reason=\"refused\"}", atLeast: 1)
            client.send(try Self.frames(80, 80, 80))
            #expect(client.readToEnd() == [])
            #expect(try database.weighings() == [])
        }
    }

    @Test("garbage of one scale ends its connection, is kept within a quota, and costs the others nothing")
    func garbage() async throws {
        try await withGateway(environment: ["QINGYUN_MAX_MALFORMED_IN_A_ROW": "50"]) {
            try $0.enterScale("S-1", dialect: "yaohua", registration: "SCALE-1")
            try $0.enterScale("S-2", dialect: "toledo", registration: "SCALE-2")
        } _: { database, gateway, port in
            let noisy = try TerminalClient(port: port)
            let good = try TerminalClient(port: port)
            good.send(Array("SCALE-2".utf8) + (try Self.frames(0, 0, 0, 80, 80)))
            // A frame whose last digit was damaged: 1560 kg.
            let damaged = Array("\u{02}+00156101".utf8) + [0x39, 0x03]
            noisy.send(Array("SCALE-1".utf8) + Array(repeating: damaged, count: 50).flatMap(\.self))
            #expect(noisy.readToEnd() == [])
            good.send(try Self.frames(80))
            #expect(try await database.weighings(count: 1) == [80_000])
            let malformed = try await gateway.metric(
                "qingyun_scale_frames_malformed_total{reason=\"checksum\"}", atLeast: 1)
            #expect(malformed == 50)
            let kept = try database.query(
                "SELECT DISTINCT reason, terminal_id = (SELECT terminal_id FROM registry.scale WHERE code = 'S-1') AS is_its "
                    + "FROM telemetry.quarantine")
            #expect(kept.map { $0["is_its"] } == ["t"])
            #expect(try database.count("SELECT count(*) FROM telemetry.quarantine") <= 3)
            let closed = try await gateway.metric(
                "qingyun_scale_connections_closed_total{reason=\"malformed\"}", atLeast: 1)
            #expect(closed == 1)
        }
    }

    @Test("a registration that the indicator itself may send is refused with one line; the others work")
    func patternOfTheDialect() async throws {
        try await withGateway {
            try $0.enterScale("S-1", dialect: "toledo", registration: "00")
            try $0.enterScale("S-2", dialect: "toledo", registration: "SCALE-2")
        } _: { database, gateway, port in
            let line = try await gateway.line(containing: "scale of the registry is not used")
            #expect(line.contains("scale S-1: registration: \"00\" may be a part of what toledo itself sends"))
            let client = try TerminalClient(port: port)
            client.send(Array("SCALE-2".utf8) + (try Self.frames(0, 0, 0, 80, 80, 80)))
            #expect(try await database.weighings(count: 1) == [80_000])
        }
    }

    @Test("a list of ports that is none stops the start with one line")
    func configuration() async throws {
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(
                database: database.url, environment: ["QINGYUN_SCALE_LISTEN": "127.0.0.1:0=morse"])
            #expect(try await gateway.exitStatus() == 64)
            #expect(gateway.log.filter { $0.contains("QINGYUN_SCALE_LISTEN") }.count == 1)
        }
    }

    // MARK: Faults

    @Test("PostgreSQL away: weighings go to the journal; a gateway started meanwhile knows its scales")
    func outage() async throws {
        try await withOutages { database, folder, outage in
            try database.enterScale("S-1", dialect: "toledo", registration: "SCALE-1")
            let environment = Self.environment.merging(["QINGYUN_JOURNAL_DIR": folder]) { _, given in given }
            let login = Array("SCALE-1".utf8)
            let first = try GatewayProcess(database: database.url, environment: environment)
            let client = try TerminalClient(port: try await first.scalePort())
            client.send(login + (try Self.frames(0, 0, 0, 10, 10, 10, 0)))
            #expect(try await database.weighings(count: 1) == [10_000])
            try outage(true)
            client.send(try Self.frames(20, 20, 20, 0))
            _ = try await first.metric("qingyun_journal_rows", atLeast: 1)
            try await first.kill()

            let second = try GatewayProcess(database: database.url, environment: environment)
            let again = try TerminalClient(port: try await second.scalePort())
            again.send(login + (try Self.frames(0, 0, 0, 30, 30, 30, 0)))
            _ = try await second.metric("qingyun_journal_rows", atLeast: 2)
            try outage(false)
            #expect(try await database.weighings(count: 3) == [10_000, 20_000, 30_000])
            #expect(try await second.terminate() == 0)
        }
    }

    @Test("kill -9: what was stored is there once; a load that is still there is weighed again, and marked")
    func killed() async throws {
        try await TestDatabase.withSchema { database in
            try database.enterScale("S-1", dialect: "toledo", registration: "SCALE-1")
            let login = Array("SCALE-1".utf8)
            let first = try GatewayProcess(database: database.url, environment: Self.environment)
            let client = try TerminalClient(port: try await first.scalePort())
            client.send(login + (try Self.frames(0, 0, 0, 10, 10, 10, 0, 80, 80, 80)))
            #expect(try await database.weighings(count: 2) == [10_000, 80_000])
            try await first.kill()
            let second = try GatewayProcess(database: database.url, environment: Self.environment)
            let again = try TerminalClient(port: try await second.scalePort())
            again.send(login + (try Self.frames(80, 80, 80, 80)))
            #expect(try await database.weighings(count: 3) == [10_000, 80_000, 80_000])
            let rows = try database.query(
                "SELECT weigh_flags >> 16 AS remarks, seq FROM telemetry.station_weighing ORDER BY recorded_at")
            #expect(rows.map { $0["remarks"] } == ["0", "0", "1"])
            #expect(rows.map { $0["seq"] } == ["1", "2", "1"])
        }
    }

    @Test("SIGTERM: rows that are under way are made durable; a load that has not settled is weighed after the start")
    func terminated() async throws {
        try await TestDatabase.withSchema { database in
            try database.enterScale("S-1", dialect: "toledo", registration: "SCALE-1")
            let login = Array("SCALE-1".utf8)
            let first = try GatewayProcess(database: database.url, environment: Self.environment)
            let client = try TerminalClient(port: try await first.scalePort())
            // The table is locked, so that the row is under way when the signal comes.
            let lock = try database.session()
            try lock.execute("BEGIN")
            try lock.execute("LOCK TABLE telemetry.station_weighing IN EXCLUSIVE MODE")
            client.send(login + (try Self.frames(0, 0, 0, 10, 10, 10, 0, 80, 80)))
            _ = try await first.metric("qingyun_scale_records_total{kind=\"weighing\"}", atLeast: 1)
            first.send(signal: SIGTERM)
            _ = try await first.metric("qingyun_messages_in_flight", atLeast: 1)
            try lock.execute("COMMIT")
            lock.close()
            #expect(try await first.exitStatus() == 0)
            #expect(try database.weighings() == [10_000])
            let second = try GatewayProcess(database: database.url, environment: Self.environment)
            let again = try TerminalClient(port: try await second.scalePort())
            again.send(login + (try Self.frames(80, 80, 80, 0)))
            #expect(try await database.weighings(count: 2) == [10_000, 80_000])
            #expect(try await second.terminate() == 0)
            #expect(try database.weighings() == [10_000, 80_000])
        }
    }
}
