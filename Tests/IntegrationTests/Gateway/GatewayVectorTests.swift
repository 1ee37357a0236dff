import Foundation
import JTT808
import NIOCore
import Postgres
import TestSupport
import Testing

@Suite("Gateway: the frames of real devices land with their facts", .enabled(if: TestDatabase.isEnabled))
struct GatewayVectorTests {
    /// Sends every vector of kind `frame` as its terminal, waits until all is durable, and hands over the database.
    private func replayed(_ body: (TestDatabase) throws -> Void) async throws {
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(database: database.url, registration: "open")
            let port = try await gateway.terminalPort()
            for vector in VectorFile.frames {
                let client = try TerminalClient(port: port)
                client.send(vector.bytes)
                // A heartbeat behind it is answered only after what came before was looked at.
                try client.send(.heartbeat, from: try .short("13912345678"), serial: 0xFEED)
                while let frame = client.nextFrame() {
                    guard frame.header.messageID == .platformAnswer else { continue }
                    let answer = try GeneralAnswer(body: frame.body.readableBytesSpan)
                    if answer.serial == 0xFEED && answer.messageID == .heartbeat { break }
                }
            }
            // Partitions of a hundred days are made meanwhile, which may take longer than a shutdown waits.
            _ = try await eventually("everything in the tables") {
                let books = try await gateway.books()
                let isSettled =
                    books["qingyun_messages_answered_total"] >= VectorFile.frames.count
                    && books["qingyun_messages_in_flight"] == 0 && books.rows("in_flight") == 0
                return isSettled ? books : nil
            }
            #expect(try await gateway.terminate() == 0)
            try body(database)
        }
    }

    @Test("every position of every vector is a row that says what the vector says")
    func positions() async throws {
        try await replayed { database in
            var expected = 0
            var seen: Set<String> = []
            for vector in VectorFile.frames where ["0x0200", "0x0201", "0x0704"].contains(vector.messageID) {
                let facts = vector.expect
                let number = Self.canonical(try #require(facts["phone"] as? String))
                let positions = facts["items"] as? [[String: Any]] ?? [facts]
                let bodies = try Self.locationBodies(in: try #require(facts["body"] as? String), vector.messageID)
                try #require(bodies.count == positions.count)
                for (position, body) in zip(positions, bodies) {
                    let found = try Self.rows(of: number, like: position, in: database)
                    let isBackfill = facts["batch_type"] as? Int == 1
                    #expect(found.contains { $0.isBackfill == isBackfill }, "\(vector): \(number) \(position)")
                    // The same bytes sent twice are one row, unless they have no time: the time of receipt differs.
                    let isTimed = position["time"] is String
                    if !isTimed || seen.insert(number + " " + body).inserted { expected += 1 }
                }
            }
            #expect(expected > 90)
            let stored = try database.count("SELECT count(*) FROM telemetry.fix")
            #expect(stored == expected)
        }
    }

    @Test("every other message is kept raw, and every faulty frame in quarantine with its reason")
    func messagesAndFaults() async throws {
        try await replayed { database in
            let own: Set = ["0x0002", "0x0003", "0x0004", "0x0102", "0x0200", "0x0704"]
            for vector in VectorFile.frames {
                if let error = vector.error {
                    guard error != "empty" else { continue }
                    let isCut = vector.bytes.last != 0x7E || vector.bytes.count < 2
                    // Without a closing flag the next frame's flag ends it; the fault found then is the same or an older one.
                    guard !isCut else { continue }
                    let raw = vector.hex.dropFirst(2).dropLast(2)
                    let found = try database.count(
                        "SELECT count(*) FROM telemetry.quarantine WHERE reason = $1 AND raw = decode($2, 'hex')",
                        [.text(error), .text(String(raw))])
                    #expect(found == 1, "\(vector)")
                } else if let id = vector.messageID, !own.contains(id) {
                    let facts = vector.expect
                    // Records of tags and weights have tables of their own.
                    if id == "0x0900", (facts["body"] as? String)?.hasPrefix("f1") == true { continue }
                    let found = try database.count(
                        """
                        SELECT count(*) FROM telemetry.message JOIN registry.terminal USING (terminal_id)
                        WHERE number = $1 AND message_id = $2 AND serial = $3 AND body = decode($4, 'hex')
                        """,
                        [
                            .text(Self.canonical(try #require(facts["phone"] as? String))),
                            .int(try #require(Int(id.dropFirst(2), radix: 16))),
                            .int(try #require(facts["serial"] as? Int)),
                            .text(try #require(facts["body"] as? String)),
                        ])
                    #expect(found >= 1, "\(vector)")
                }
            }
        }
    }

    @Test("no faulty frame ends the session, and none is answered")
    func faultsDoNotEndTheSession() async throws {
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(database: database.url, registration: "open")
            let client = try TerminalClient(port: try await gateway.terminalPort())
            let address = try TerminalAddress.short("13900000001")
            // Those that lack their closing flag would be sound with the next one's.
            let faults = VectorFile.frames.filter { $0.error != nil && $0.bytes.count > 2 && $0.bytes.last == 0x7E }
            #expect(faults.count > 40)
            for fault in faults { client.send(fault.bytes) }
            let serial = try client.send(.locationReport, from: address, body: try locationBody(second: 0))
            #expect(try client.nextAnswer() == GeneralAnswer(serial: serial, messageID: .locationReport, result: .done))
        }
    }

    @Test("a sound frame with a wrong body is answered with result 2 and kept")
    func wrongBody() async throws {
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(database: database.url, registration: "open")
            let client = try TerminalClient(port: try await gateway.terminalPort())
            let address = try TerminalAddress.short("13900000001")
            let serial = try client.send(.locationReport, from: address, body: ByteBuffer(repeating: 0xAB, count: 27))
            #expect(
                try client.nextAnswer()
                    == GeneralAnswer(serial: serial, messageID: .locationReport, result: .messageIsWrong))
            #expect(try await gateway.terminate() == 0)
            let row = try #require(
                try database.query("SELECT reason, serial, message_id, raw FROM telemetry.quarantine").first)
            #expect(row["reason"] == "body_length")
            #expect(try row.int("message_id") == 0x0200)
            #expect(try row.int("serial") == Int(serial))
            #expect(try row.bytes("raw") == [UInt8](repeating: 0xAB, count: 27))
        }
    }

    @Test("a time that is no date costs the time, not the report: kept with its bytes, counted, answered with result 0")
    func badTime() async throws {
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(database: database.url, registration: "open")
            let client = try TerminalClient(port: try await gateway.terminalPort())
            // Non-BCD digit, month 13, 31 February, zeros.
            let faults = VectorFile.frames.filter {
                ["der-0200-04", "der-0200-05", "der-0200-07", "der-0200-10"].contains($0.id)
            }
            try #require(faults.count == 4)
            for fault in faults {
                client.send(fault.bytes)
                #expect(try client.nextAnswer().result == .done)
            }
            let rows = try database.query(
                """
                SELECT time_quality, recorded_at = received_at AS is_receipt, raw_body = decode($1, 'hex') AS is_whole
                FROM telemetry.fix WHERE raw_body = decode($1, 'hex')
                """, [.text(try #require(faults[0].expect["body"] as? String))])
            #expect(rows.count == 1)
            #expect(try rows[0].int("time_quality") == 1)
            #expect(try rows[0].bool("is_receipt"))
            #expect(try database.count("SELECT count(*) FROM telemetry.fix WHERE time_quality = 1") == 4)
            let counted = try await gateway.metric("qingyun_fixes_time_not_taken_total{reason=\"no_date\"}", atLeast: 4)
            #expect(counted == 4)
        }
    }

    // MARK: Facts and rows

    private static func canonical(_ phone: String) -> String {
        let digits = phone.drop { $0 == "0" }
        return digits.isEmpty ? "0" : String(digits)
    }

    /// The location bodies of a message's body, in hex: the body itself, or what a 0x0704 holds behind its three bytes of head,
    /// each after two bytes of length.
    private static func locationBodies(in body: String, _ messageID: String?) throws -> [String] {
        // Behind the serial that it answers.
        if messageID == "0x0201" { return [String(body.dropFirst(4))] }
        guard messageID == "0x0704" else { return [body] }
        var rest = body.dropFirst(6)
        var bodies: [String] = []
        while let length = Int(rest.prefix(4), radix: 16), rest.count >= 4 + 2 * length {
            bodies.append(String(rest.dropFirst(4).prefix(2 * length)))
            rest = rest.dropFirst(4 + 2 * length)
        }
        return bodies
    }

    private struct Row { let isBackfill: Bool }

    /// The rows of a terminal that agree with the facts of a position in every column, the additional items included.
    private static func rows(of number: String, like facts: [String: Any], in database: TestDatabase) throws -> [Row] {
        let rows = try database.query(
            """
            SELECT
                f.is_backfill, f.odometer_hm, f.fuel_dl, f.signal, f.satellites,
                to_char(f.recorded_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') AS recorded,
                f.time_quality, encode(substring(f.raw_body FROM 23 FOR 6), 'hex') AS sent_time,
                (
                    SELECT string_agg(coalesce(item_id::text, '-') || '=' || encode(value, 'hex'), ' ' ORDER BY ordinality)
                    FROM telemetry.additional_items(f.extra) WITH ORDINALITY
                ) AS items
            FROM telemetry.fix AS f
            JOIN registry.terminal AS t USING (terminal_id)
            WHERE t.number = $1 AND f.alarm_bits = $2 AND f.status_bits = $3 AND f.lat_e6 = $4 AND f.lon_e6 = $5
                AND f.altitude_m = $6 AND f.speed_dkmh = $7 AND f.course_deg = $8
            """,
            [
                .text(number), .int(try integer(facts["alarm"])), .int(try integer(facts["status"])),
                .int(try scaled(facts["lat"], by: 1e6)), .int(try scaled(facts["lon"], by: 1e6)),
                .int(try integer(facts["altitude_m"])), .int(try scaled(facts["speed_kmh"], by: 10)),
                .int(try integer(facts["course_deg"])),
            ])
        return try rows.filter { row in
            guard try hasTime(row, facts) else { return false }
            // One vector says nothing about its items: they follow another walk.
            guard let extras = facts["extras"] as? [String: Any] else { return true }
            return try items(of: row) == items(of: extras, trailing: facts["extras_trailing"] as? String)
        }.map { Row(isBackfill: try $0.bool("is_backfill")) }
    }

    private static func hasTime(_ row: PostgresRow, _ facts: [String: Any]) throws -> Bool {
        if let time = facts["time"] as? String {
            return try row["recorded"] == time && row.int("time_quality") == 0
        }
        return try row["sent_time"] == facts["time_bcd"] as? String && row.int("time_quality") == 1
    }

    /// Values by item id, in the order sent; what was left over under `-`.
    private static func items(of row: PostgresRow) throws -> [String: [String]] {
        var items: [String: [String]] = [:]
        let columns = [("1", "odometer_hm", 8), ("2", "fuel_dl", 4), ("48", "signal", 2), ("49", "satellites", 2)]
        for (id, column, width) in columns {
            guard let value = try row.intIfPresent(column) else { continue }
            let hex = String(value, radix: 16)
            items[id, default: []].append(String(repeating: "0", count: width - hex.count) + hex)
        }
        for item in row["items"]?.split(separator: " ") ?? [] {
            let parts = item.split(separator: "=", omittingEmptySubsequences: false)
            items[String(parts[0]), default: []].append(String(parts[1]))
        }
        return items
    }

    private static func items(of extras: [String: Any], trailing: String?) -> [String: [String]] {
        var items: [String: [String]] = [:]
        for (id, value) in extras {
            let key = String(UInt8(id.dropFirst(2), radix: 16) ?? 0)
            items[key] = value as? [String] ?? [value as? String ?? "?"]
        }
        if let trailing { items["-"] = [trailing] }
        return items
    }

    private static func integer(_ value: Any?) throws -> Int { try #require(value as? Int) }

    private static func scaled(_ value: Any?, by factor: Double) throws -> Int {
        Int((try #require(value as? Double) * factor).rounded())
    }
}
