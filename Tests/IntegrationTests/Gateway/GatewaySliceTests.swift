import Foundation
import JTT808
import NIOCore
import Postgres
import Testing

/// Messages in slices over real sockets.
@Suite("Gateway: messages in slices", .enabled(if: TestDatabase.isEnabled))
struct GatewaySliceTests {
    /// A 0x0704 with one position a second from `first` on.
    private static func batch(_ seconds: Range<Int>) throws -> ByteBuffer {
        var body = ByteBuffer()
        body.writeInteger(UInt16(seconds.count))
        body.writeInteger(UInt8(1))
        for second in seconds {
            let report = try locationBody(second: second)
            body.writeInteger(UInt16(report.readableBytes))
            body.writeImmutableBuffer(report)
        }
        return body
    }

    /// The frames of a message, in order.
    private static func frames(
        _ id: MessageID, from address: TerminalAddress, serial: UInt16, _ body: ByteBuffer, sliceLength: Int
    ) throws -> [[UInt8]] {
        let count = FrameWriter.frameCount(bodyOf: body.readableBytes, sliceLength: sliceLength)
        return try (1...UInt16(count)).map { number in
            var out = ByteBuffer()
            try FrameWriter.writeSliced(
                id, to: address, serial: serial, body: body.readableBytesSpan, sliceLength: sliceLength, only: [number],
                into: &out)
            return Array(out.readableBytesView)
        }
    }

    @Test(
        "slices of two messages, mixed, backwards and doubled, become the rows of both; each slice is acknowledged and kept"
    )
    func outOfOrder() async throws {
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(database: database.url, registration: "open")
            let client = try TerminalClient(port: try await gateway.terminalPort())
            let address = try TerminalAddress.short("13900000001")
            // 3 + 8 × 30 bytes each, cut every 100: inside fields.
            let first = try Self.frames(
                .locationBatch, from: address, serial: 65_535, try Self.batch(0..<8), sliceLength: 100)
            let second = try Self.frames(
                .locationBatch, from: address, serial: 10, try Self.batch(100..<108), sliceLength: 100)
            #expect(first.count == 3 && second.count == 3)
            for frame in [first[2], second[1], second[1], first[0], second[0]] { client.send(frame) }
            // Two writers may commit them in any order.
            #expect(try (0..<5).map { _ in try client.nextAnswer().serial }.sorted() == [1, 10, 11, 11, 65_535])
            #expect(try database.count("SELECT count(*) FROM telemetry.fix") == 0)
            client.send(second[2])
            #expect(try client.nextAnswer() == GeneralAnswer(serial: 12, messageID: .locationBatch, result: .done))
            #expect(try database.count("SELECT count(*) FROM telemetry.fix WHERE is_backfill") == 8)
            client.send(first[1])
            #expect(try client.nextAnswer() == GeneralAnswer(serial: 0, messageID: .locationBatch, result: .done))
            #expect(try database.count("SELECT count(*) FROM telemetry.fix") == 16)
            // A slice of a message that was whole: its terminal did not see the answer, or did not wait for it.
            client.send(first[1])
            #expect(try client.nextAnswer().serial == 0)
            // 7 slices came while their messages were under way, one of them twice.
            #expect(
                try database.count("SELECT count(*) FROM telemetry.message WHERE package_total = 3") == 7)
            let books = try await gateway.settledBooks(messages: 8)
            #expect(books["qingyun_messages_kept_total"] == 7)
            #expect(books["qingyun_messages_answered_total"] == 1)
            #expect(try await gateway.metric("qingyun_messages_reassembled_total", atLeast: 2) == 2)
        }
    }

    @Test(
        "what does not come is asked for, in the form of the terminal's edition, and given up at last",
        arguments: [false, true])
    func lost(is2019: Bool) async throws {
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(
                database: database.url, registration: "open", environment: ["QINGYUN_SLICE_WAIT_SECONDS": "1"])
            let client = try TerminalClient(port: try await gateway.terminalPort())
            let address = try is2019 ? TerminalAddress.long("13900000001") : .short("13900000001")
            let frames = try Self.frames(
                .locationBatch, from: address, serial: 7, try Self.batch(0..<8), sliceLength: 60)
            #expect(frames.count == 5)
            for index in [0, 2, 4] { client.send(frames[index]) }
            for _ in 0..<3 { #expect(try client.nextAnswer().result == .done) }
            let question = try #require(client.nextFrame())
            #expect(question.header.messageID.rawValue == 0x8003)
            // Serial of slice 1, count (one byte, two in 2019), numbers 2 and 4.
            #expect(Array(question.body.readableBytesView) == [0, 7] + (is2019 ? [0, 2] : [2]) + [0, 2, 0, 4])
            for index in [1, 3] { client.send(frames[index]) }
            // The question may have been asked once more meanwhile.
            var answered: [UInt16] = []
            while answered.count < 2 {
                let frame = try #require(client.nextFrame())
                guard frame.header.messageID == .platformAnswer else { continue }
                answered.append(try GeneralAnswer(body: frame.body.readableBytesSpan).serial)
            }
            #expect(answered.sorted() == [8, 10])
            #expect(try database.count("SELECT count(*) FROM telemetry.fix") == 8)
            // Another one stays a torso.
            client.send(
                try Self.frames(.locationBatch, from: address, serial: 100, try Self.batch(50..<58), sliceLength: 60)[0]
            )
            #expect(
                try await gateway.metric("qingyun_messages_given_up_total{reason=\"timeout\"}", atLeast: 1) == 1)
            #expect(try database.count("SELECT count(*) FROM telemetry.fix") == 8)
        }
    }

    @Test("a message that grows beyond its bound is given up, and its slices stay kept")
    func tooLarge() async throws {
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(
                database: database.url, registration: "open", environment: ["QINGYUN_MAX_MESSAGE_BYTES": "4096"])
            let client = try TerminalClient(port: try await gateway.terminalPort())
            let address = try TerminalAddress.short("13900000001")
            let frames = try Self.frames(
                .passthroughUp, from: address, serial: 0, ByteBuffer(repeating: 0x41, count: 6_000), sliceLength: 1_000)
            for frame in frames {
                client.send(frame)
                #expect(try client.nextAnswer().result == .done)
            }
            #expect(
                try await gateway.metric("qingyun_messages_given_up_total{reason=\"too_large\"}", atLeast: 1) == 1)
            #expect(try database.count("SELECT count(*) FROM telemetry.message WHERE package_total = 6") == 6)
            #expect(try database.count("SELECT count(*) FROM telemetry.message WHERE package_total IS NULL") == 0)
        }
    }
}
