import NIOCore
import TestSupport
import Testing

@testable import JTT808

@Suite("RegistrationAnswer")
struct RegistrationAnswerTests {
    static let vectors = Vector.frames("0x8100").filter { $0.expect["result"] != nil }

    @Test("an answer made from the facts of a vector is its frame", arguments: vectors)
    func frame(_ vector: Vector) throws {
        let facts = vector.expect
        let answer = RegistrationAnswer(
            serial: UInt16(try #require(facts["ack_serial"] as? Int)),
            result: .init(rawValue: UInt8(try #require(facts["result"] as? Int))),
            authenticationCode: (facts["auth_code"] as? String).flatMap { WireText(encoding: $0) })
        var out = ByteBuffer()
        try FrameWriter.write(.registrationAnswer, to: try #require(vector.address), serial: vector.serial, into: &out)
        {
            answer.encode(into: &$0)
        }
        #expect(hex(out) == vector.hex)
        #expect(try RegistrationAnswer(body: vector.body.span.bytes) == answer)
    }

    @Test("the results are those of the standard")
    func results() {
        let results: [RegistrationAnswer.Result] = [
            .done, .vehicleAlreadyRegistered, .noSuchVehicle, .terminalAlreadyRegistered, .noSuchTerminal,
        ]
        #expect(results.map(\.rawValue) == [0, 1, 2, 3, 4])
    }

    @Test("a refusal carries no code, even if there is one", arguments: 1...4 as ClosedRange<UInt8>)
    func refusal(result: UInt8) throws {
        let answer = RegistrationAnswer(serial: 0x0102, result: .init(rawValue: result), authenticationCode: "secret")
        #expect(hex(encoded(answer.encode)) == "0102" + hex([result]))
        #expect(
            try RegistrationAnswer(body: bytes("0102 \(hex([result])) 414243").span.bytes).authenticationCode == nil)
    }

    @Test("fewer than 3 bytes are no answer", arguments: 0..<3)
    func tooShort(count: Int) {
        let body = [UInt8](repeating: 0, count: count)
        #expect(throws: BodyError.length) { try RegistrationAnswer(body: body.span.bytes) }
    }
}
