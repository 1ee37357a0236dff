import Foundation
import JTT808
import NIOCore
import Postgres
import Testing

/// Pictures and compressed messages over real sockets.
@Suite("Gateway: pictures and compressed messages", .enabled(if: TestDatabase.isEnabled))
struct GatewayMediaTests {
    private static let picture = (0..<3_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }

    /// 0x0801: id 0x01020304, picture, JPEG, ordered, channel 2, taken at 08:00:05.
    private static func body(bytes: [UInt8] = picture) throws -> ByteBuffer {
        var body = ByteBuffer(bytes: [1, 2, 3, 4, 0, 0, 0, 2])
        body.writeImmutableBuffer(try locationBody(second: 5))
        body.writeBytes(bytes)
        return body
    }

    private final class Folder {
        let url = FileManager.default.temporaryDirectory.appending(path: "media-\(UUID())")
        deinit { try? FileManager.default.removeItem(at: url) }
    }

    /// Sends all slices and returns the frames that come back, but for the answers to slices before the last one.
    private func send(_ body: ByteBuffer, from address: TerminalAddress, serial: UInt16, _ client: TerminalClient)
        throws
    {
        var out = ByteBuffer()
        let count = try FrameWriter.writeSliced(
            .mediaData, to: address, serial: serial, body: body.readableBytesSpan, into: &out)
        client.send(Array(out.readableBytesView))
        for _ in 0..<count { #expect(try client.nextAnswer().result == .done) }
    }

    @Test(
        "a picture in slices becomes a file and a row, is answered by 0x8800 once it is safe, and is kept once when it comes again"
    )
    func picture() async throws {
        let folder = Folder()
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(
                database: database.url, registration: "open", environment: ["QINGYUN_MEDIA_DIR": folder.url.path])
            let client = try TerminalClient(port: try await gateway.terminalPort())
            let address = try TerminalAddress.short("13900000001")
            for serial in [100, 200] as [UInt16] {
                try send(try Self.body(), from: address, serial: serial, client)
                let answer = try #require(client.nextFrame())
                #expect(answer.header.messageID.rawValue == 0x8800)
                // All is there: the id and nothing more.
                #expect(Array(answer.body.readableBytesView) == [1, 2, 3, 4])
            }
            let rows = try database.query(
                """
                SELECT media_id, byte_count, kind, format, event, channel, lat_e6, time_quality, path,
                    extract(epoch FROM recorded_at)::bigint AS at
                FROM telemetry.media
                """)
            #expect(rows.count == 1)
            let row = try #require(rows.first)
            #expect(try row.int("media_id") == 0x0102_0304)
            #expect(try row.int("byte_count") == 3_000)
            #expect(try [row.int("kind"), row.int("format"), row.int("event"), row.int("channel")] == [0, 0, 0, 2])
            #expect(try row.int("lat_e6") == 40_220_000)
            // 2026-08-17 08:00:05 of GMT+8.
            #expect(try row.int("at") == 1_786_924_805)
            let path = try row.text("path")
            #expect(path.hasPrefix("2026-08-17/13900000001/16909060-") && path.hasSuffix(".jpg"))
            #expect(try Array(Data(contentsOf: folder.url.appending(path: path))) == Self.picture)
            // 3,036 bytes are three slices, twice.
            let books = try await gateway.settledBooks(messages: 6)
            #expect(books["qingyun_messages_kept_total"] == 6)
        }
    }

    @Test("without a folder, or in a full one, the row says that there is no file, and the bytes are in the database")
    func noFile() async throws {
        let folder = Folder()
        for environment in [[:], ["QINGYUN_MEDIA_DIR": folder.url.path, "QINGYUN_MEDIA_BYTES": "1048576"]] {
            try await TestDatabase.withSchema { database in
                if !environment.isEmpty {
                    try FileManager.default.createDirectory(at: folder.url, withIntermediateDirectories: true)
                    try Data(count: 1_048_570).write(to: folder.url.appending(path: "other"))
                }
                let gateway = try GatewayProcess(
                    database: database.url, registration: "open", environment: environment)
                let client = try TerminalClient(port: try await gateway.terminalPort())
                // In one frame.
                let body = try Self.body(bytes: Array(Self.picture.prefix(700)))
                try client.send(.mediaData, from: try .long("13900000001"), body: body)
                #expect(try client.nextAnswer().result == .done)
                #expect(try #require(client.nextFrame()).header.messageID.rawValue == 0x8800)
                #expect(
                    try database.count("SELECT count(*) FROM telemetry.media WHERE path IS NULL AND byte_count = 700")
                        == 1)
                #expect(
                    try database.count(
                        "SELECT count(*) FROM telemetry.message WHERE message_id = 2049 AND octet_length(body) = 736")
                        == 1)
                if !environment.isEmpty {
                    #expect(
                        try await gateway.metric("qingyun_media_not_kept_total{reason=\"no_room\"}", atLeast: 1) == 1)
                }
            }
        }
    }

    /// Two frames, packed by another implementation of GZIP: a 0x0200 of 13900000001, serial 900, at 2026-08-17 08:00:00, and
    /// one of 13900000002.
    private static let packed: [UInt8] = [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xAB, 0x63, 0x62, 0x60, 0x90, 0x61, 0xB4, 0x64,
        0x60, 0x60, 0x60, 0x64, 0x6E, 0x61, 0x80, 0x00, 0x66, 0xA6, 0xD4, 0xAD, 0x09, 0x6C, 0x6F, 0xDB, 0x0B, 0x18,
        0x8C, 0x18, 0x0D, 0x19, 0xA2, 0xD4, 0x38, 0xC4, 0x39, 0x18, 0x18, 0x52, 0xEA, 0xEA, 0xE0, 0x4A, 0x99, 0x98,
        0x5B, 0xF1, 0x29, 0x4D, 0xAB, 0x03, 0x00, 0x40, 0x72, 0x03, 0xED, 0x56, 0x00, 0x00, 0x00,
    ]

    @Test("a picture in one frame is in the database as it came, besides its file")
    func oneFrame() async throws {
        let folder = Folder()
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(
                database: database.url, registration: "open", environment: ["QINGYUN_MEDIA_DIR": folder.url.path])
            let client = try TerminalClient(port: try await gateway.terminalPort())
            // Two terminals of one link with the same serial: each gets the answer to its own.
            for (number, id) in [("13900000001", 1), ("13900000002", 2)] as [(String, UInt8)] {
                var body = try Self.body(bytes: Array(Self.picture.prefix(700)))
                body.setInteger(id, at: body.readerIndex + 3)
                try client.send(.mediaData, from: try .short(number), serial: 5, body: body)
            }
            var ids: [String: UInt8] = [:]
            while ids.count < 2 {
                let frame = try #require(client.nextFrame())
                guard frame.header.messageID == .mediaDataAnswer else { continue }
                ids["\(frame.header.address.number)"] = frame.body.getInteger(at: frame.body.readerIndex + 3)
            }
            #expect(ids == ["13900000001": 1, "13900000002": 2])
            #expect(try database.count("SELECT count(*) FROM telemetry.media WHERE path IS NOT NULL") == 2)
            #expect(
                try database.count(
                    "SELECT count(*) FROM telemetry.message WHERE message_id = 2049 AND octet_length(body) = 736") == 2)
        }
    }

    @Test("a compressed message for which there is no room any more is taken whole all the same")
    func compressedBehindAnother() async throws {
        try await TestDatabase.withSchema { database in
            // Full with the first report; the compressed message is read together with it.
            let gateway = try GatewayProcess(
                database: database.url, registration: "open", environment: ["QINGYUN_BATCH_ROWS": "1"])
            let client = try TerminalClient(port: try await gateway.terminalPort())
            let address = try TerminalAddress.short("13900000001")
            try client.send(.heartbeat, from: address)
            _ = try client.nextAnswer()
            var body = ByteBuffer()
            CompressedMessage(data: Self.packed).encode(into: &body)
            var frames = ByteBuffer()
            let report = try locationBody(second: 1)
            try FrameWriter.write(
                .locationReport, to: address, serial: 1, body: report.readableBytesSpan, into: &frames)
            try FrameWriter.write(
                .compressedMessage, to: address, serial: 2, body: body.readableBytesSpan, into: &frames)
            client.send(Array(frames.readableBytesView))
            for _ in 0..<2 { #expect(try client.nextAnswer().result == .done) }
            #expect(try database.count("SELECT count(*) FROM telemetry.fix") == 2)
        }
    }

    @Test("what a compressed message holds is taken as if it had come by itself, but not for another terminal")
    func compressed() async throws {
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(database: database.url, registration: "open")
            let client = try TerminalClient(port: try await gateway.terminalPort())
            let address = try TerminalAddress.short("13900000001")
            var body = ByteBuffer()
            CompressedMessage(data: Self.packed).encode(into: &body)
            try client.send(.compressedMessage, from: address, serial: 5, body: body)
            #expect(try client.nextAnswer() == GeneralAnswer(serial: 5, messageID: .compressedMessage, result: .done))
            // Not packed at all.
            body.clear()
            CompressedMessage(data: [1, 2, 3]).encode(into: &body)
            try client.send(.compressedMessage, from: address, serial: 6, body: body)
            #expect(try client.nextAnswer() == GeneralAnswer(serial: 6, messageID: .compressedMessage, result: .done))

            #expect(
                try database.count(
                    "SELECT count(*) FROM telemetry.fix WHERE lat_e6 = 40220000 AND extract(epoch FROM recorded_at) = 1786924800"
                )
                    == 1)
            #expect(try database.count("SELECT count(*) FROM telemetry.message WHERE message_id = 2305") == 2)
            #expect(
                try database.query("SELECT reason, serial::text FROM telemetry.quarantine").map {
                    [$0["reason"], $0["serial"]]
                }
                    == [["compressed", "901"]])
            #expect(try await gateway.metric("qingyun_compressed_not_unpacked_total", atLeast: 1) == 1)
            _ = try await gateway.settledBooks(messages: 2)
        }
    }
}
