import JTT808
import Testing

@testable import Downlink

@Suite("ParameterText")
struct ParameterTextTests {
    @Test(
        "a value is read by the type of its id",
        arguments: [
            ("0x0029=30", 0x0029, [0, 0, 0, 30]), ("report_interval_s=30", 0x0029, [0, 0, 0, 30]),
            ("0x0029=0x1e", 0x0029, [0, 0, 0, 30]), ("0x0031=300", 0x0031, [0x01, 0x2C]), ("0x0084=2", 0x0084, [2]),
            ("plate=京A12345", 0x0083, [0xBE, 0xA9, 0x41, 0x31, 0x32, 0x33, 0x34, 0x35]), ("0x0010=", 0x0010, []),
            ("main_server_address=a=b;c", 0x0013, Array("a=b;c".utf8)),
            ("0x0032=16320a1e", 0x0032, [0x16, 0x32, 0x0A, 0x1E]), ("0xf001=hex:0102", 0xF001, [1, 2]),
            ("0x0029=hex:01", 0x0029, [1]),
        ] as [(String, UInt32, [UInt8])])
    func parameter(text: String, id: UInt32, value: [UInt8]) throws {
        #expect(try ParameterText.parameter(text) == Parameter(id: id, value: value))
    }

    @Test(
        "what does not fit is refused, and what is accepted is said",
        arguments: [
            ("0x0084=256", "0 to 255"), ("0x0031=65536", "0 to 65535"), ("0x0029=-1", "0 to 4294967295"),
            ("0x0029=ten", "0 to 4294967295"), ("0x0083=🚛", "GBK"), ("0x0032=1632", "4 bytes in hex"),
            ("0xf001=5", "hex:"), ("0xf001=hex:012", "0 to 255 bytes"), ("colour=5", "report_interval_s"),
            ("41=5", "0x0029"), ("0x0029", "ID=VALUE"),
        ])
    func refusals(text: String, accepted: String) {
        let error = #expect(throws: CommandError.self) { try ParameterText.parameter(text) }
        #expect(error?.description.contains(accepted) == true, "\(String(describing: error))")
    }

    @Test("a text of 256 bytes is too long")
    func longText() {
        #expect(throws: CommandError.self) {
            try ParameterText.parameter("0x0010=" + String(repeating: "a", count: 256))
        }
        #expect(throws: Never.self) { try ParameterText.parameter("0x0010=" + String(repeating: "a", count: 255)) }
    }

    @Test(
        "a value as it is said is read again as the same",
        arguments: [
            (0x0029, [0, 0, 0, 30]), (0x0083, [0xBE, 0xA9, 0x41]), (0x0083, [0x41, 0x00, 0x42]),
            (0x0083, [0x20, 0x41]),
            (0x0083, [0xFF, 0xFF]), (0x0083, Array("hex:01".utf8)), (0x0032, [1, 2, 3, 4]), (0xF001, [0xAB]),
            (0x0029, [1, 2]),
        ] as [(UInt32, [UInt8])])
    func valueText(id: UInt32, value: [UInt8]) throws {
        let parameter = Parameter(id: id, value: value)
        let text = ParameterText.idText(id) + "=" + ParameterText.valueText(of: parameter)
        #expect(try ParameterText.parameter(text) == parameter, "\(text)")
    }
}
