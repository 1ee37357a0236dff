import Testing

@testable import JTT808

@Suite("MessageID")
struct MessageIDTests {
    @Test(
        "an id is shown as the standard prints it",
        arguments: [(0x0002, "0x0002"), (0x0704, "0x0704"), (0x8A00, "0x8a00"), (0xFFFF, "0xffff")]
            as [(UInt16, String)])
    func text(id: UInt16, text: String) {
        #expect(MessageID(rawValue: id).description == text)
    }

    @Test("the named ids are those of the standard")
    func names() {
        let named: [(MessageID, UInt16)] = [
            (.terminalAnswer, 0x0001), (.heartbeat, 0x0002), (.deregistration, 0x0003), (.serverTimeRequest, 0x0004),
            (.registration, 0x0100), (.authentication, 0x0102), (.locationReport, 0x0200), (.locationBatch, 0x0704),
            (.platformAnswer, 0x8001), (.serverTime, 0x8004), (.registrationAnswer, 0x8100),
        ]
        for (id, raw) in named { #expect(id.rawValue == raw) }
    }

    /// The others are proved by the vectors, whose frames are told apart by their names.
    @Test("the named ids of messages without a body are those of the standard")
    func namesWithoutBody() {
        let named: [(MessageID, UInt16)] = [
            (.allParametersQuery, 0x8104), (.attributesQuery, 0x8107), (.locationQuery, 0x8201), (.linkCheck, 0x8204),
            (.driverCardQuery, 0x8702),
        ]
        for (id, raw) in named { #expect(id.rawValue == raw) }
    }

    @Test("messages with an answer of their own", arguments: [0x0100, 0x0004] as [UInt16])
    func own(id: UInt16) {
        #expect(MessageID(rawValue: id).answerRule == .own)
    }

    @Test(
        "messages that get the generic answer",
        arguments: [
            0x0002, 0x0003, 0x0102, 0x0108, 0x0200, 0x0301, 0x0303, 0x0701, 0x0702, 0x0704, 0x0705, 0x0800, 0x0900,
            0x0901,
        ] as [UInt16])
    func general(id: UInt16) {
        #expect(MessageID(rawValue: id).answerRule == .general)
    }

    @Test(
        "answers are not answered",
        arguments: [
            0x0001, 0x0104, 0x0107, 0x0201, 0x0302, 0x0500, 0x0608, 0x0700, 0x0802, 0x0805,
        ] as [UInt16])
    func none(id: UInt16) {
        #expect(MessageID(rawValue: id).answerRule == .none)
    }

    /// Vendors', other standards' and reserved ids, and those that the platform alone may send.
    @Test(
        "what a platform does not know is answered so",
        arguments: [
            0x0000, 0x0109, 0x0210, 0x0506, 0x0A00, 0x0F00, 0x1003, 0x1205, 0x2070, 0x5501, 0x6006, 0x8001, 0x8888,
            0xE000, 0xFFFF,
        ] as [UInt16])
    func notSupported(id: UInt16) {
        #expect(MessageID(rawValue: id).answerRule == .notSupported)
    }
}
