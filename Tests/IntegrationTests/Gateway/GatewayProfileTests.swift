import Foundation
import JTT808
import NIOCore
import Postgres
import Testing

/// Two makers, one item id: what a terminal's profile says decides.
@Suite("Gateway: profiles", .enabled(if: TestDatabase.isEnabled))
struct GatewayProfileTests {
    /// With two profiles that read item 0xe1, and `body` gets the folder.
    private static func withProfiles(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "qingyun-profiles-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try """
        name: weigher
        summary: Load in item 0xe1, and its own 0x0900.
        rules:
          - item: 0xe1
            load: {channel: 2, weight: {at: 0, type: u32, unit: 10 g}, flags: {stable: {at: 0, type: u8, is: 0}}}
          - passthrough: 0xf5
            time: {at: 0, type: unix}
            lift: {mode: lifter_static, gross: {at: 4, type: u16, unit: kg}, tare: {at: 6, type: u16, unit: kg}}
          - {item: 0xe2, fuel: {at: 0, type: u8, unit: 4 l}}
        """.write(to: folder.appending(path: "weigher.yaml"), atomically: false, encoding: .utf8)
        try await body(folder)
    }

    private static func add(_ number: String, _ profile: String, to database: TestDatabase) throws {
        _ = try database.query(
            """
            INSERT INTO registry.terminal (number, authentication, profile) VALUES ('\(number)', 'number', '\(profile)')
            """)
    }

    private static func strings(_ database: TestDatabase, _ sql: String) throws -> [[String?]] {
        let rows = try database.query(sql)
        return rows.map { row in (0..<rows.columns.count).map { row[$0] } }
    }

    @Test("one item id is a weight of one maker and a card of another; sent again it is stored once")
    func twoMakers() async throws {
        try await Self.withProfiles { folder in
            try await TestDatabase.withSchema { database in
                try Self.add("13900000001", "weigher", to: database)
                try Self.add("13900000002", "card-e1", to: database)
                try Self.add("13900000003", "standard", to: database)
                let gateway = try GatewayProcess(
                    database: database.url, environment: ["QINGYUN_PROFILE_DIR": folder.path])
                let client = try TerminalClient(port: try await gateway.terminalPort())
                let items = [
                    AdditionalItem(id: 0xE1, value: [0, 0, 0x12, 0x34]), AdditionalItem(id: 0xE2, value: [50]),
                ]
                for _ in 0..<2 {
                    for number in ["13900000001", "13900000002", "13900000003"] {
                        try client.send(
                            .locationReport, from: .short(number), body: try locationBody(second: 0, items: items))
                        #expect(try client.nextAnswer().result == .done)
                    }
                }
                // 0x1234 = 4660 times 10 g. The value begins at byte 30: -1 - 64 x 30.
                let load = try Self.strings(
                    database,
                    """
                    SELECT t.number, extract(epoch FROM recorded_at)::bigint, boot_no, lat_e6, lon_e6, fix_age_ds, channel,
                        weigh_flags, weight_g, time_quality, raw
                    FROM telemetry.load_sample JOIN registry.terminal AS t USING (terminal_id)
                    """)
                #expect(
                    load == [
                        [
                            "13900000001", "1786924800", "-1921", "40220000", "116230000", "0", "2", "1", "46600", "0",
                            nil,
                        ]
                    ])
                let cards = try Self.strings(
                    database,
                    """
                    SELECT t.number, boot_no, tag_tech, encode(tag_id, 'hex')
                    FROM telemetry.tag_read JOIN registry.terminal AS t USING (terminal_id)
                    """)
                #expect(cards == [["13900000002", "-1921", "0", "00001234"]])
                // 50 times 4 l for the one whose maker says so; the items stay as sent for all.
                let fixes = try Self.strings(
                    database,
                    """
                    SELECT t.number, fuel_dl, encode(extra, 'hex')
                    FROM telemetry.fix JOIN registry.terminal AS t USING (terminal_id) ORDER BY 1
                    """)
                #expect(
                    fixes == [
                        ["13900000001", "2000", "e10400001234e20132"], ["13900000002", nil, "e10400001234e20132"],
                        ["13900000003", nil, "e10400001234e20132"],
                    ])
                // The sequence is the hash of the body.
                #expect(
                    try database.count(
                        """
                        SELECT count(*) FROM telemetry.load_sample AS l JOIN telemetry.fix AS f USING (terminal_id)
                        WHERE l.seq = f.body_hash::bigint & 4294967295
                        """) == 1)
                let books = try await gateway.settledBooks(messages: 6)
                #expect(books.rows("duplicate_total", "telemetry.load_sample") == 1)
                #expect(books.rows("duplicate_total", "telemetry.tag_read") == 1)
            }
        }
    }

    @Test("a 0x0900 of a profile becomes a row once, and is kept raw each time")
    func passthrough() async throws {
        try await Self.withProfiles { folder in
            try await TestDatabase.withSchema { database in
                try Self.add("13900000001", "weigher", to: database)
                let gateway = try GatewayProcess(
                    database: database.url, environment: ["QINGYUN_PROFILE_DIR": folder.path])
                let client = try TerminalClient(port: try await gateway.terminalPort())
                // 1786924800 = 0x6a824f00: 2026-08-17 08:00:00 of GMT+8; 120 kg, 35 kg.
                var body = ByteBuffer(bytes: [0xF5])
                body.writeInteger(UInt32(1_786_924_800))
                body.writeInteger(UInt16(120))
                body.writeInteger(UInt16(35))
                for _ in 0..<2 {
                    try client.send(.passthroughUp, from: .short("13900000001"), body: body)
                    #expect(try client.nextAnswer().result == .done)
                }
                // A reading that is cut off costs itself.
                try client.send(
                    .passthroughUp, from: .short("13900000001"), body: ByteBuffer(bytes: [0xF5, 0, 0, 0, 0, 0]))
                #expect(try client.nextAnswer().result == .done)
                let lifts = try Self.strings(
                    database,
                    """
                    SELECT extract(epoch FROM recorded_at)::bigint, boot_no, weigh_mode, gross_g, tare_g, net_g, lat_e6
                    FROM telemetry.lift
                    """)
                #expect(lifts == [["1786924800", "-257", "1", "120000", "35000", "85000", nil]])
                #expect(try database.count("SELECT count(*) FROM telemetry.message WHERE message_id = 2304") == 3)
            }
        }
    }

    @Test("a change of profile counts from the next message on; a name that nobody knows is the standard one")
    func change() async throws {
        try await TestDatabase.withSchema { database in
            try Self.add("13900000001", "nobody-has-this", to: database)
            let gateway = try GatewayProcess(database: database.url)
            let client = try TerminalClient(port: try await gateway.terminalPort())
            var second = 0
            let send = {
                second += 1
                let item = AdditionalItem(id: 0xE1, value: [1, 2, 3, UInt8(truncatingIfNeeded: second)])
                try client.send(
                    .locationReport, from: .short("13900000001"),
                    body: try locationBody(second: second, items: [item]))
                #expect(try client.nextAnswer().result == .done)
            }
            try send()
            #expect(try database.count("SELECT count(*) FROM telemetry.fix") == 1)
            #expect(try database.count("SELECT count(*) FROM telemetry.tag_read") == 0)
            #expect(gateway.log.contains { $0.contains("nobody-has-this") })
            _ = try database.query("UPDATE registry.terminal SET profile = 'card-e1'")
            _ = try database.query("SELECT pg_notify('qingyun_registry', '')")
            // The gateway gathers changes for a moment: reports go on until one is read as the new profile says.
            let deadline = ContinuousClock.now + .seconds(15)
            while try database.count("SELECT count(*) FROM telemetry.tag_read") == 0, ContinuousClock.now < deadline {
                try send()
            }
            #expect(try database.count("SELECT count(*) FROM telemetry.tag_read") > 0)
        }
    }

    @Test("a folder with a wrong profile, or one whose name is shipped, is refused before anything starts")
    func wrongFolder() async throws {
        try await Self.withProfiles { folder in
            try "name: card-e1\nsummary: x\nrules:\n  - {item: 1, fuel: {at: 0, type: u8, unit: l}}\n"
                .write(to: folder.appending(path: "card-e1.yaml"), atomically: false, encoding: .utf8)
            try "name: broken\nrules: 7\n"
                .write(to: folder.appending(path: "broken.yaml"), atomically: false, encoding: .utf8)
            let result = try await FinishedCommand.run(
                "qingyun-ingestd", ["--check-config", "--profile-dir", folder.path], environment: [:])
            #expect(result.status == 64)
            #expect(result.errors.contains("broken.yaml:1:1: the profile lacks 'summary'"))
            #expect(result.errors.contains("broken.yaml:2:8: rules is no list of rules"))
            #expect(result.errors.contains("card-e1.yaml: a profile of this name is shipped"))
        }
    }
}
