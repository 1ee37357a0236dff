import NIOCore
import TestSupport
import Testing

@testable import JTT808

@Suite("GeneralAnswer")
struct GeneralAnswerTests {
    static let vectors = (Vector.frames("0x8001") + Vector.frames("0x0001")).filter { $0.expect["result"] != nil }

    private static func answer(of vector: Vector) throws -> GeneralAnswer {
        let facts = vector.expect
        let id = try #require((facts["ack_id"] as? String).flatMap { UInt16($0.dropFirst(2), radix: 16) })
        return GeneralAnswer(
            serial: UInt16(try #require(facts["ack_serial"] as? Int)), messageID: MessageID(rawValue: id),
            result: .init(rawValue: UInt8(try #require(facts["result"] as? Int))))
    }

    @Test("an answer has the facts of its vector, and encodes to its body", arguments: vectors)
    func facts(_ vector: Vector) throws {
        let answer = try Self.answer(of: vector)
        #expect(try GeneralAnswer(body: vector.body.span.bytes) == answer)
        // sc-0001-01 has two more bytes, as a later edition might; they are not kept.
        #expect(hex(encoded(answer.encode)) == hex(vector.body.prefix(5)))
    }

    @Test(
        "an answer made from the facts of a vector is its frame", arguments: vectors.filter { $0.messageID == "0x8001" }
    )
    func frame(_ vector: Vector) throws {
        var out = ByteBuffer()
        try Self.answer(of: vector).writeFrame(to: try #require(vector.address), serial: vector.serial, into: &out)
        #expect(hex(out) == vector.hex)
    }

    @Test("the results are those of the standard")
    func results() {
        let results: [GeneralAnswer.Result] = [.done, .failed, .messageIsWrong, .notSupported, .alarmConfirmed]
        #expect(results.map(\.rawValue) == [0, 1, 2, 3, 4])
    }

    @Test("fewer than 5 bytes are no answer, more are ignored")
    func length() throws {
        for count in 0..<5 {
            let body = [UInt8](repeating: 0, count: count)
            #expect(throws: BodyError.length) { try GeneralAnswer(body: body.span.bytes) }
        }
        let answer = try GeneralAnswer(body: bytes("0102 0200 03 ffff").span.bytes)
        #expect(answer == GeneralAnswer(serial: 0x0102, messageID: .locationReport, result: .notSupported))
    }
}
