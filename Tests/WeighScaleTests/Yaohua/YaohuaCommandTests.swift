import NIOCore
import Testing

@testable import WeighScale

@Suite("YaohuaCommand and YaohuaAnswer")
struct YaohuaCommandTests {
    @Test("the poll for gross at address 1 is the known one")
    func poll() throws {
        var out = ByteBuffer()
        try #require(YaohuaCommand(.gross, address: 1)).encode(into: &out)
        #expect(hex(out) == "024142303303")
    }

    @Test("every command decodes to itself")
    func commands() throws {
        for operation in YaohuaCommand.Operation.allCases {
            for address in YaohuaCommand.addresses {
                let command = try #require(YaohuaCommand(operation, address: address))
                var out = ByteBuffer()
                command.encode(into: &out)
                let span = out.readableBytesSpan
                #expect(try YaohuaCommand(span) == command)
            }
        }
        #expect(YaohuaCommand(.gross, address: 0) == nil)
        #expect(YaohuaCommand(.gross, address: 27) == nil)
    }

    @Test(
        "what is no command says why",
        arguments: [
            ("0241423033", .truncated), ("024142303403", .checksum), ("025b42313903", .shape), ("024145303403", .shape),
            ("034142303303", .shape), ("024142303302", .shape), ("0241425a3303", .shape),
        ] as [(String, ScaleFault)])
    func faults(text: String, fault: ScaleFault) {
        let buffer = ByteBuffer(bytes: bytes(text))
        let span = buffer.readableBytesSpan
        #expect(throws: fault) { try YaohuaCommand(span) }
    }

    @Test("an answer has the layout that the poll asked for")
    func answer() throws {
        let command = try #require(YaohuaCommand(.net, address: 26))
        let value = try #require(YaohuaValue(digits: 1001, decimals: 2, isNegative: true))
        let answer = try #require(YaohuaAnswer(to: command, value: value))
        var out = ByteBuffer()
        answer.encode(into: &out)
        // XOR of 5a 44 2d 30 30 31 30 30 31 32: 5a^44=1e, ^2d=33, and 30^30^31^30^30^31 = 00, ^32 = 01.
        #expect(hex(out) == "025a442d303031303031323031" + "03")
        let span = out.readableBytesSpan
        #expect(try YaohuaAnswer(span, mask: 0xFF) == answer)
        #expect(YaohuaAnswer(to: try #require(YaohuaCommand(.handshake, address: 1)), value: value) == nil)
    }
}
