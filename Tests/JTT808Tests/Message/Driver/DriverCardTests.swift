import Testing

@testable import JTT808

@Suite("DriverCard")
struct DriverCardTests {
    static func padding(_ count: Int) -> String { String(repeating: "00", count: count) }
    static let identity = "31313031" + padding(16)
    static let certificate = "4331" + padding(18)
    static let time = TerminalTime(bcd: 0x2606_0106_3015)

    @Test("the first byte tells 2011 from the others, where name comes first and no event")
    func edition2011() throws {
        let wire = bytes("04 c0eecbc4" + Self.identity + "4331" + Self.padding(38) + "02 4947")
        let card = try DriverCard(body: wire.span.bytes)
        #expect(card.event == nil)
        #expect(card.readResult == nil)
        #expect(card.driver?.name.string == "李四")
        #expect(card.driver?.identityCard == "1101")
        #expect(card.driver?.certificate == "C1")
        #expect(card.driver?.issuer == "IG")
        #expect(card.driver?.validUntilBCD == nil)
        #expect(hex(encoded(card.encode)) == hex(wire))
    }

    @Test("the identity card is read where it is", arguments: [false, true])
    func identityCard(isThere: Bool) throws {
        let wire = bytes(
            "01 260601063015 00 01 41" + Self.certificate + "02 4947 20301231" + (isThere ? Self.identity : ""))
        let card = try DriverCard(body: wire.span.bytes)
        #expect(card.event == DriverCard.Event(state: 1, time: Self.time))
        #expect(card.readResult == 0)
        #expect(card.driver?.validUntilBCD == 0x2030_1231)
        #expect(card.driver?.identityCard == (isThere ? "1101" : nil))
        #expect(hex(encoded(card.encode)) == hex(wire))
    }

    @Test("what a supplement appends behind the identity card is ignored")
    func supplement() throws {
        let known = bytes("01 260601063015 00 01 41" + Self.certificate + "02 4947 20301231" + Self.identity)
        let card = try DriverCard(body: (known + [1] + [UInt8](repeating: 0x39, count: 20)).span.bytes)
        #expect(hex(encoded(card.encode)) == hex(known))
    }

    @Test("a card that could not be read says why and no more", arguments: 1...4 as ClosedRange<UInt8>)
    func unread(result: UInt8) throws {
        let card = try DriverCard(body: bytes("01 260601063015" + hex([result])).span.bytes)
        #expect(card == DriverCard(event: .init(state: 1, time: Self.time), readResult: result, driver: nil))
    }

    @Test("a card that goes out may say nothing else, a card that goes in may not")
    func out() throws {
        #expect(
            try DriverCard(body: bytes("02 260601063015").span.bytes)
                == DriverCard(event: .init(state: 2, time: Self.time), readResult: nil, driver: nil))
        #expect(throws: BodyError.length) { try DriverCard(body: bytes("01 260601063015").span.bytes) }
    }

    @Test("a time in plain binary is kept as sent and is no date")
    func binaryTime() throws {
        let card = try DriverCard(body: bytes("02 18061b0f362e").span.bytes)
        #expect(card.event?.time.digits == "18061b0f362e")
        #expect(card.event?.time.iso8601 == nil)
    }
}
