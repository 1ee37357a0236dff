import Testing

@testable import JTT808

@Suite("LocationAnswer")
struct LocationAnswerTests {
    @Test("a serial, then a whole position with its items")
    func fields() throws {
        let body = bytes("03e8" + PositionTests.wire + "0104 00000064 30011f")
        let answer = try LocationAnswer(body: body.span.bytes)
        #expect(answer.serial == 1000)
        #expect(answer.report == (try LocationReport(body: Array(body.dropFirst(2)).span.bytes)))
        #expect(answer.report.items.map(\.id) == [0x01, 0x30])
    }

    @Test("a faulty item costs itself alone")
    func faultyItem() throws {
        let answer = try LocationAnswer(body: bytes("0001" + PositionTests.wire + "30011f 01ff00").span.bytes)
        #expect(answer.report.items.count == 1)
        #expect(answer.report.trailing == [0x01, 0xFF, 0x00])
    }

    @Test("fewer than 30 bytes are no answer", arguments: 0..<30)
    func short(count: Int) {
        let body = [UInt8](repeating: 0, count: count)
        #expect(throws: BodyError.length) { try LocationAnswer(body: body.span.bytes) }
    }
}
