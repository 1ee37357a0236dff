import Testing

@testable import JTT808

@Suite("Parameter")
struct ParameterTests {
    @Test(
        "a value has the type of its id",
        arguments: [
            (0x0001, "00000078", .number(120)), (0x0031, "03e8", .number(1000)), (0x0084, "02", .number(2)),
            (0x0013, "6162632e636e", .text("abc.cn")), (0x0032, "16320a1e", .bytes([22, 50, 10, 30])),
            (0x0083, "bea9413132333435", .text(WireText(padded: [0xBE, 0xA9, 0x41, 0x31, 0x32, 0x33, 0x34, 0x35]))),
            (0x0110, "000003e8 80000123", .bytes([0, 0, 3, 0xE8, 0x80, 0, 1, 0x23])),
            (0x01FF, "000003e8 80000123", .bytes([0, 0, 3, 0xE8, 0x80, 0, 1, 0x23])),
            (0x0090, "03", .number(3)), (0x0101, "000a", .number(10)), (0x0010, "", .text("")),
        ] as [(UInt32, String, ParameterValue)])
    func typed(id: UInt32, value: String, typed: ParameterValue) throws {
        let parameter = Parameter(id: id, value: bytes(value))
        #expect(parameter.typed == typed)
        #expect(try #require(Parameter(id: id, typed)) == parameter)
    }

    @Test(
        "another length, an unknown id and a vendor's id stay raw",
        arguments: [
            (0x0001, "0078"), (0x0001, ""), (0x0031, "000003e8"), (0x0084, "0002"), (0x0032, "16320a"),
            (0x0110, "00"), (0x0090, "00000002"), (0x0075, "01"), (0x0200, "00"), (0xF001, "0a"),
        ] as [(UInt32, String)])
    func raw(id: UInt32, value: String) {
        let parameter = Parameter(id: id, value: bytes(value))
        #expect(parameter.typed == nil)
        #expect(parameter.value == bytes(value))
    }

    @Test(
        "a value that does not fit its id makes no parameter",
        arguments: [
            (0x0084, .number(256)), (0x0031, .number(65_536)), (0x0001, .text("a")), (0x0013, .number(1)),
            (0x0032, .bytes([1, 2, 3])), (0xF001, .number(1)),
            (0x0013, .text(WireText(padded: [UInt8](repeating: 0x41, count: 256)))),
        ] as [(UInt32, ParameterValue)])
    func misfit(id: UInt32, value: ParameterValue) {
        #expect(Parameter(id: id, value) == nil)
    }
}
