import JTT808
import Registry
import Testing

@testable import Ingest

@Suite("AuthenticationCodes")
struct AuthenticationCodesTests {
    static let old = AuthenticationKey(id: 7, secret: [UInt8](0...31))
    static let new = AuthenticationKey(id: 12, secret: [UInt8](repeating: 0xA5, count: 32))

    /// Made with Python: `hmac.new(secret, b"qingyun terminal " + number, hashlib.sha256).digest()[:16].hex()`. Codes that
    /// terminals hold must stay right in every later version.
    static let known: [(number: String, old: String, new: String)] = [
        ("17299841738", "7.ffa4151402da3c9539a1c28eb9262608", "12.acff12cf73ab7371e8fee415eca0d2be"),
        ("14419999999", "7.34c2c0c59fa550de2870e18e5435bd40", "12.a9f7489ce38a140e35077d09e109db35"),
        ("4eb6fb4ad628", "7.b04e87be918ccef227302708916eee94", "12.d96115885f2599ac8426aa33f0aba704"),
    ]

    private func number(_ text: String) throws -> TerminalNumber { try #require(TerminalNumber(text)) }
    private func text(_ text: String) -> WireText { WireText(padded: Array(text.utf8)) }

    @Test("a code is an HMAC of the number under the newest key", arguments: known)
    func code(number: String, old: String, new: String) throws {
        let number = try self.number(number)
        #expect(AuthenticationCodes([Self.old]).code(for: number)?.string == old)
        #expect(AuthenticationCodes([Self.new, Self.old]).code(for: number)?.string == new)
    }

    @Test("codes of every key that is not retired are accepted", arguments: known)
    func accepts(number: String, old: String, new: String) throws {
        let number = try self.number(number)
        let both = AuthenticationCodes([Self.new, Self.old])
        #expect(both.accepts(text(old), for: number))
        #expect(both.accepts(text(new), for: number))
        let retired = AuthenticationCodes([Self.new])
        #expect(!retired.accepts(text(old), for: number))
        #expect(retired.accepts(text(new), for: number))
    }

    @Test("leading zeros of the number and padding of the code do not matter")
    func padding() throws {
        let codes = AuthenticationCodes([Self.old])
        let padded = WireText(padded: Array("7.ffa4151402da3c9539a1c28eb9262608".utf8) + [0, 0])
        #expect(codes.accepts(padded, for: try number("00000000017299841738")))
    }

    @Test("another terminal's code is refused")
    func otherTerminal() throws {
        let codes = AuthenticationCodes([Self.new, Self.old])
        for (index, terminal) in Self.known.enumerated() {
            for (otherIndex, other) in Self.known.enumerated() where otherIndex != index {
                #expect(!codes.accepts(text(other.old), for: try number(terminal.number)))
                #expect(!codes.accepts(text(other.new), for: try number(terminal.number)))
            }
        }
    }

    @Test(
        "what is not exactly the code is refused",
        arguments: [
            "", "7", "7.", ".ffa4151402da3c9539a1c28eb9262608", "ffa4151402da3c9539a1c28eb9262608",
            "7.ffa4151402da3c9539a1c28eb926260",  // cut
            "7.ffa4151402da3c9539a1c28eb92626080",  // one more
            "7.ffa4151402da3c9539a1c28eb9262609",  // last digit
            "8.ffa4151402da3c9539a1c28eb9262608", "12.ffa4151402da3c9539a1c28eb9262608",  // another key's name
            "07.ffa4151402da3c9539a1c28eb9262608", "7.FFA4151402DA3C9539A1C28EB9262608",
            "7 ffa4151402da3c9539a1c28eb9262608",
            "17299841738", "清运",
        ])
    func refused(code: String) throws {
        #expect(!AuthenticationCodes([Self.new, Self.old]).accepts(text(code), for: try number("17299841738")))
    }

    @Test("without a key there is no code and none is right")
    func noKey() throws {
        let codes = AuthenticationCodes([])
        let number = try number("17299841738")
        #expect(codes.code(for: number) == nil)
        #expect(!codes.accepts(text("7.ffa4151402da3c9539a1c28eb9262608"), for: number))
        #expect(!codes.accepts(text(""), for: number))
    }

    @Test("a code is ASCII and shorter than 60 bytes, whatever the key and the number")
    func shape() throws {
        let codes = AuthenticationCodes([AuthenticationKey(id: 999, secret: [1])])
        let code = try #require(codes.code(for: number("99999999999999999999")))
        #expect(code.bytes.count < 60)
        #expect(code.bytes.allSatisfy { (0x21...0x7E).contains($0) })
    }
}
