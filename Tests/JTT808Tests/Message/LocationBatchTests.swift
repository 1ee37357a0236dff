import NIOCore
import TestSupport
import Testing

@testable import JTT808

@Suite("LocationBatch")
struct LocationBatchTests {
    static let vectors = Vector.frames("0x0704").filter { $0.expect["items"] != nil }

    @Test("a batch has the facts of its vector", arguments: vectors)
    func facts(_ vector: Vector) throws {
        let batch = try LocationBatch(body: ByteBuffer(bytes: vector.body))
        let items = try #require(vector.expect["items"] as? [[String: Any]])
        #expect(Int(batch.declaredCount) == vector.expect["batch_count"] as? Int)
        #expect(Int(batch.kind) == vector.expect["batch_type"] as? Int)
        #expect(LocationBatch.isBackfill(vector.body.span.bytes) == (vector.expect["batch_type"] as? Int == 1))
        #expect(batch.reports.count == items.count)
        for (report, facts) in zip(batch.reports, items) {
            try expect(LocationReport(body: report.readableBytesSpan), matches: facts)
        }
    }

    @Test("decoded and encoded again it is the same bytes", arguments: vectors)
    func roundTrip(_ vector: Vector) throws {
        let batch = try LocationBatch(body: ByteBuffer(bytes: vector.body))
        #expect(hex(encoded(batch.encode)) == hex(vector.body))
    }

    @Test("every truncation keeps the positions that are whole", arguments: vectors)
    func truncations(_ vector: Vector) throws {
        let whole = try LocationBatch(body: ByteBuffer(bytes: vector.body))
        for count in 0..<vector.body.count {
            let body = ByteBuffer(bytes: vector.body.prefix(count))
            if count < 3 {
                #expect(throws: BodyError.length) { try LocationBatch(body: body) }
            } else {
                let batch = try LocationBatch(body: body)
                #expect(batch.reports == Array(whole.reports.prefix(batch.reports.count)))
                #expect(encoded(batch.encode) == body)
            }
        }
    }

    @Test("the body is read to its end, whatever the count says", arguments: ["0000", "0001", "0009", "ffff"])
    func count(declared: String) throws {
        let one = PositionTests.wire
        let batch = try LocationBatch(body: ByteBuffer(bytes: bytes("\(declared) 00 001c \(one) 001d \(one) ff")))
        #expect(batch.reports.map(\.readableBytes) == [28, 29])
        #expect(batch.trailing.readableBytes == 0)
    }

    @Test("a position that does not decode costs only itself")
    func badPosition() throws {
        let one = PositionTests.wire
        let batch = try LocationBatch(body: ByteBuffer(bytes: bytes("0003 00 001c \(one) 0002 abcd 0000 001c \(one)")))
        #expect(batch.reports.map(\.readableBytes) == [28, 2, 0, 28])
    }

    @Test("a length that runs past the end ends the list", arguments: ["00", "001c", "001c 0000", "ffff 0000"])
    func pastTheEnd(rest: String) throws {
        let batch = try LocationBatch(body: ByteBuffer(bytes: bytes("0002 00 001c \(PositionTests.wire)" + rest)))
        #expect(batch.reports.count == 1)
        #expect(hex(batch.trailing) == hex(bytes(rest)))
    }

    @Test("it is made of reports")
    func make() throws {
        let report = try LocationReport(body: bytes(PositionTests.wire + "30011f").span.bytes)
        let batch = LocationBatch(kind: 1, reports: [report, report])
        let one = "001f" + PositionTests.wire + "30011f"
        #expect(hex(encoded(batch.encode)) == hex(bytes("0002 01" + one + one)))
    }

    @Test(
        "only type 1 was stored while there was no link",
        arguments: [("000000", false), ("000001", true), ("000002", false), ("0001", false)])
    func backfill(body: String, isBackfill: Bool) {
        #expect(LocationBatch.isBackfill(bytes(body).span.bytes) == isBackfill)
    }
}
