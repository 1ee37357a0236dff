import Testing

@testable import JTT808

@Suite("TerminalControl")
struct TerminalControlTests {
    @Test("the commands are those of the standard")
    func commands() {
        let commands: [TerminalControl.Command] = [
            .upgrade, .connect, .powerOff, .reset, .factorySettings, .closeDataLink, .closeRadio,
        ]
        #expect(commands.map(\.rawValue) == [1, 2, 3, 4, 5, 6, 7])
    }

    @Test("a command without arguments is one byte, in every edition", arguments: Edition.allCases)
    func reset(edition: Edition) {
        let control = TerminalControl(command: .reset)
        #expect(hex(encoded { control.encode(into: &$0, edition: edition) }) == "04")
    }

    @Test(
        "in 2011 a NUL ends the arguments",
        arguments: [
            (Edition.edition2011, "02 313b613b 00"), (.edition2013, "02 313b613b"), (.edition2019, "02 313b613b"),
        ])
    func arguments(edition: Edition, wire: String) throws {
        let control = TerminalControl(command: .connect, argument: "1;a;")
        #expect(hex(encoded { control.encode(into: &$0, edition: edition) }) == hex(bytes(wire)))
        #expect(try TerminalControl(body: bytes(wire).span.bytes) == control)
    }
}
