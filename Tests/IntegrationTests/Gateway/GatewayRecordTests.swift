import Foundation
import JTT808
import NIOCore
import Postgres
import Testing

/// Records of tags and weights: the worked examples of docs/protocols/records.md, whose facts are read off the bytes.
@Suite("Gateway: tags and weights", .enabled(if: TestDatabase.isEnabled))
struct GatewayRecordTests {
    private static let tagRead = "0126060106301500780007000000290265b56006ed877000030101c90308e0040150a1b2c3d4"
    private static let loadSample = "0226060106301501f400070000002b7fffffff7fffffff0000010009fffffea2"
    private static let lift =
        "0326060106301503b600070000002a0265b56006ed87700003010001000178f4000037780001417c01010308e0040150a1b2c3d4"
    private static let weighing =
        "0426060106301500000002000000097fffffff7fffffff0000010105000100bc4b20007be6c000406460020201000000000e"
        + "5132303236303630312d3030303909bea941443132333435040ce20000158315015821408fc6"

    private static func bytes(_ hex: String) -> [UInt8] {
        var hex = Substring(hex)
        var bytes: [UInt8] = []
        while hex.count >= 2 {
            bytes.append(UInt8(hex.prefix(2), radix: 16) ?? 0)
            hex = hex.dropFirst(2)
        }
        return bytes
    }

    /// Body of a 0x0900 with these records.
    private static func body(_ records: [[UInt8]], version: UInt8 = 1) -> ByteBuffer {
        var body = ByteBuffer(bytes: [0xF1, version, UInt8(records.count)])
        for record in records {
            body.writeInteger(UInt16(record.count))
            body.writeBytes(record)
        }
        return body
    }

    @Test("each kind becomes a row, with all its figures; sent again it is stored once")
    func kinds() async throws {
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(database: database.url, registration: "open")
            let client = try TerminalClient(port: try await gateway.terminalPort())
            let address = try TerminalAddress.short("13900000001")
            let body = Self.body([Self.tagRead, Self.loadSample, Self.lift, Self.weighing].map(Self.bytes))
            for _ in 0..<2 {
                try client.send(.passthroughUp, from: address, body: body)
                #expect(try client.nextAnswer().result == .done)
            }
            // Four kinds of statistics of one day; what came twice marks nothing.
            #expect(
                try database.query("SELECT kind || service_date AS mark FROM stats.dirty_day ORDER BY 1").map {
                    $0["mark"]
                }
                    == ["collection2026-06-01", "record2026-06-01", "station2026-06-01", "trip2026-06-01"])
            let row = { (sql: String) in
                let rows = try database.query(sql)
                try #require(rows.count == 1)
                return (0..<rows.columns.count).map { rows[0][$0] }
            }
            // 2026-06-01 06:30:15 of GMT+8.
            #expect(
                try row(
                    """
                    SELECT extract(epoch FROM recorded_at) * 1000 - 1780266615000, boot_no, seq, lat_e6, lon_e6, fix_age_ds,
                        reader, antenna, rssi_dbm, tag_tech, encode(tag_id, 'hex'), time_quality, extra, raw
                    FROM telemetry.tag_read
                    """)
                    == [
                        "120.000000", "7", "41", "40220000", "116230000", "3", "1", "1", "-55", "3", "e0040150a1b2c3d4",
                        "0", nil,
                        nil,
                    ])
            #expect(
                try row(
                    "SELECT boot_no, seq, lat_e6, lon_e6, fix_age_ds, channel, weigh_flags, weight_g FROM telemetry.load_sample"
                )
                    == ["7", "43", nil, nil, "0", "1", "9", "-350"])
            #expect(
                try row(
                    """
                    SELECT boot_no, seq, weigh_mode, weigh_flags, gross_g, tare_g, net_g, waste_type, quality, tag_tech,
                        encode(tag_id, 'hex')
                    FROM telemetry.lift
                    """) == ["7", "42", "1", "1", "96500", "14200", "82300", "1", "1", "3", "e0040150a1b2c3d4"])
            #expect(
                try row(
                    """
                    SELECT boot_no, seq, scale_no, direction, weigh_mode, weigh_flags, gross_g, tare_g, net_g, tare_source,
                        waste_type, identified_by, supersedes, ticket, plate_no, tag_tech, encode(tag_id, 'hex')
                    FROM telemetry.station_weighing
                    """)
                    == [
                        "2", "9", "1", "1", "5", "1", "12340000", "8120000", "4220000", "2", "2", "1", nil,
                        "Q20260601-0009",
                        "京AD12345", "4", "e20000158315015821408fc6",
                    ])
            let books = try await gateway.settledBooks(messages: 2)
            for table in ["tag_read", "load_sample", "lift", "station_weighing"] {
                #expect(books.rows("stored_total", "telemetry.\(table)") == 1)
                #expect(books.rows("duplicate_total", "telemetry.\(table)") == 1)
            }
        }
    }

    @Test(
        "a record that is too short, or of a kind that nobody knows, costs itself alone; a later version costs the body"
    )
    func bad() async throws {
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(database: database.url, registration: "open")
            let client = try TerminalClient(port: try await gateway.terminalPort())
            let address = try TerminalAddress.long("13900000001")
            let lift = Self.bytes(Self.lift)
            var unknown = lift
            unknown[0] = 9
            try client.send(
                .passthroughUp, from: address,
                body: Self.body([Array(lift.dropLast(10)), lift, unknown, lift + [0xAB]]))
            #expect(try client.nextAnswer().result == .done)
            try client.send(.passthroughUp, from: address, body: Self.body([lift], version: 2))
            #expect(try client.nextAnswer().result == .done)
            // Another type is none of ours.
            try client.send(.passthroughUp, from: address, body: ByteBuffer(bytes: [0x41, 1, 2, 3]))
            #expect(try client.nextAnswer().result == .done)

            let quarantine = try database.query(
                "SELECT reason, octet_length(raw) AS n FROM telemetry.quarantine ORDER BY 1, 2")
            #expect(quarantine.map { $0["reason"] } == ["body_length", "record_kind", "record_version"])
            #expect(try quarantine[0].int("n") == lift.count - 10)
            #expect(try quarantine[2].int("n") == 3 + 2 + lift.count)
            // The two sound ones have the same number: they are one record.
            #expect(try database.count("SELECT count(*) FROM telemetry.lift") == 1)
            #expect(try database.count("SELECT count(*) FROM telemetry.message WHERE message_id = 2304") == 1)
        }
    }

    /// 2011 puts the length in all and the length here between the type and the data.
    @Test("records in the layout of 2011 are read all the same")
    func layoutOf2011() async throws {
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(database: database.url, registration: "open")
            let client = try TerminalClient(port: try await gateway.terminalPort())
            let data = Array(Self.body([Self.bytes(Self.lift), [9, 9]]).readableBytesView.dropFirst())
            var body = ByteBuffer(bytes: [0xF1])
            body.writeInteger(UInt32(data.count))
            body.writeInteger(UInt16(data.count))
            body.writeBytes(data)
            try client.send(.passthroughUp, from: try .short("13900000001"), body: body)
            #expect(try client.nextAnswer().result == .done)
            #expect(try database.count("SELECT count(*) FROM telemetry.lift WHERE net_g = 82300") == 1)
            #expect(
                try database.query("SELECT encode(raw, 'hex') AS raw FROM telemetry.quarantine").map { $0["raw"] }
                    == ["0909"])
        }
    }

    @Test("a record without a date is kept under the time of receipt, and whole")
    func noDate() async throws {
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(database: database.url, registration: "open")
            let client = try TerminalClient(port: try await gateway.terminalPort())
            var lift = Self.bytes(Self.lift)
            lift.replaceSubrange(1..<7, with: [UInt8](repeating: 0, count: 6))
            try client.send(.passthroughUp, from: try .short("13900000001"), body: Self.body([lift]))
            #expect(try client.nextAnswer().result == .done)
            let rows = try database.query(
                "SELECT time_quality, recorded_at = received_at AS same, encode(raw, 'hex') AS raw FROM telemetry.lift")
            #expect(rows.count == 1)
            #expect(rows[0]["time_quality"] == "1")
            #expect(rows[0]["same"] == "t")
            #expect(Self.bytes(rows[0]["raw"] ?? "") == lift)
        }
    }
}
