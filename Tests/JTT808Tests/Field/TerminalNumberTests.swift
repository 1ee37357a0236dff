import Testing

@testable import JTT808

@Suite("TerminalNumber")
struct TerminalNumberTests {
    @Test(
        "a number is its digits without leading zeros",
        arguments: [
            ("13912345678", "13912345678"), ("013912345678", "13912345678"), ("00000000013912345678", "13912345678"),
            ("0", "0"), ("00000000000000000000", "0"), ("9", "9"), ("12345678901234567890", "12345678901234567890"),
            ("99999999999999999999", "99999999999999999999"), ("4eb6fb4ad628", "4eb6fb4ad628"),
            ("4EB6FB4AD628", "4eb6fb4ad628"),
            ("ffffffffffffffffffff", "ffffffffffffffffffff"),
        ])
    func text(written: String, shown: String) throws {
        #expect(try #require(TerminalNumber(written)).description == shown)
    }

    @Test("a terminal that changes to the long header stays the same one")
    func sameTerminal() throws {
        let short = try #require(onlyFrame(in: sealed("0002 0000 013912345678 0001"))).header.address
        let long = try #require(onlyFrame(in: sealed("0002 4000 01 00000000013912345678 0001"))).header.address
        #expect(short != long)
        #expect(short.number == long.number)
        #expect(short.number == TerminalNumber("13912345678"))
        #expect(short.number.hashValue == long.number.hashValue)
    }

    @Test("numbers that differ in one digit are different", arguments: 0..<20)
    func different(place: Int) throws {
        var digits = Array("12345678901234567890")
        digits[place] = digits[place] == "9" ? "8" : "9"
        let altered = try #require(TerminalNumber(String(digits)))
        let number = try #require(TerminalNumber("12345678901234567890"))
        #expect(altered != number)
    }

    @Test(
        "what is no number is refused",
        arguments: [
            "", "123456789012345678901", "12 34", "-1", "+1", "1.5", "0x12", "g", "１２", "清",
        ])
    func refused(text: String) {
        #expect(TerminalNumber(text) == nil)
    }

    @Test(
        "only a number without any digit set is zero",
        arguments: [
            ("0", true), ("00000000000000000000", true), ("1", false), ("10000000000000000000", false),
            ("00010000000000000000", false),
        ])
    func zero(text: String, isZero: Bool) throws {
        #expect(try #require(TerminalNumber(text)).isZero == isZero)
    }
}
