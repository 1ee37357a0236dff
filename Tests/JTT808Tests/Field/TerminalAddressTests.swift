import NIOCore
import Testing

@testable import JTT808

@Suite("TerminalAddress")
struct TerminalAddressTests {
    @Test(
        "the phone keeps its leading zeros: 12 digits, or 20",
        arguments: [
            ("0002 0000 013912345678 0001", "013912345678"), ("0002 0000 000000000000 0001", "000000000000"),
            ("0002 0000 999999999999 0001", "999999999999"), ("0002 0000 4eb6fb4ad628 0001", "4eb6fb4ad628"),
            ("0002 4000 01 00000000013912345678 0001", "00000000013912345678"),
            ("0002 4000 01 99999999999999999999 0001", "99999999999999999999"),
        ])
    func phone(content: String, phone: String) throws {
        #expect(try #require(onlyFrame(in: sealed(content))).header.address.phone == phone)
    }

    @Test(
        "a number goes into a form that holds it",
        arguments: [
            ("13912345678", TerminalAddress.Form.short, "013912345678"), ("999999999999", .short, "999999999999"),
            ("13912345678", .long, "00000000013912345678"), ("12345678901234567890", .long, "12345678901234567890"),
        ])
    func fits(number: String, form: TerminalAddress.Form, phone: String) throws {
        #expect(try address(number, form).phone == phone)
    }

    @Test("the short form does not hold more than 12 digits", arguments: ["1000000000000", "12345678901234567890"])
    func tooLong(number: String) throws {
        #expect(TerminalAddress(try #require(TerminalNumber(number)), form: .short) == nil)
    }

    @Test("the protocol version exists in the long form alone")
    func version() throws {
        #expect(try address("1", .long, version: 3).protocolVersion == 3)
        #expect(try address("1", .short, version: 3).protocolVersion == 0)
    }

    @Test(
        "a reply repeats the terminal's bytes, whatever they are",
        arguments: [
            "0002 0000 4eb6fb4ad628 0001", "0002 0000 7e7d7e7d0000 0001", "0002 4000 07 ffeeddccbbaa99887766 0001",
        ])
    func reply(content: String) throws {
        let sent = bytes(content)
        let address = try #require(onlyFrame(in: sealed(sent))).header.address
        var out = ByteBuffer()
        try FrameWriter.write(.heartbeat, to: address, serial: 1, body: [UInt8]().span.bytes, into: &out)
        #expect(Array(buffer: out) == sealed(sent))
    }
}
