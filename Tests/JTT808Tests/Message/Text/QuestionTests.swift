import Testing

@testable import JTT808

@Suite("Question")
struct QuestionTests {
    @Test("answers go on to the end; lengths of theirs have two bytes, that of the question one")
    func fields() throws {
        let body = bytes("09 02 4142 01 0001 59 02 0000")
        let question = try Question(body: body.span.bytes)
        #expect(
            question
                == Question(flags: 9, text: "AB", answers: [.init(id: 1, text: "Y"), .init(id: 2, text: "")]))
        #expect(hex(encoded(question.encode)) == hex(body))
    }

    @Test("an answer that is cut is refused", arguments: ["09 02 4142 01", "09 02 4142 01 00", "09 02 4142 01 0001"])
    func cut(wire: String) {
        #expect(throws: BodyError.length) { try Question(body: bytes(wire).span.bytes) }
    }
}
