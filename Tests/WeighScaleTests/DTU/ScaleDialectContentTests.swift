import NIOCore
import TestSupport
import Testing

@testable import WeighScale

@Suite("What a dialect may send")
struct ScaleDialectContentTests {
    @Test(
        "strings of digits may be weights, others not",
        arguments: [
            (.yaohua, "0", true), (.yaohua, "00000000", true), (.yaohua, "000000000000", false),
            (.yaohua, "hex:03 02", true),
            (.yaohua, "hex:fe", false), (.yaohua, "LOGIN:1001", false), (.yaohua, "+00", true),
            (.toledo, "0000000000000000", false), (.toledo, "000000000000000", true), (.toledo, "LOG", true),
            (.toledo, "LOGIN:1001", false), (.toledo, "hex:fe fe", false), (.toledo, "hex:0d 0d 02", true),
            (.equalsForward, "00", true), (.equalsForward, "=", true), (.equalsForward, "HB", false),
            (.text, "HB", false), (.text, "ST", true), (.text, "LOGIN:1001", false), (.yaohuaPoll, "AB", true),
            (.yaohuaPoll, "HEART", false),
        ] as [(ScaleDialect.Form, String, Bool)])
    func patterns(form: ScaleDialect.Form, text: String, may: Bool) throws {
        #expect(ScaleDialect(form).maySend(try BytePattern(configured: text)) == may)
    }

    @Test("a leak of the parity bit makes more strings possible")
    func parity() throws {
        var dialect = ScaleDialect(.toledo)
        let pattern = try BytePattern(configured: "hex:b1 b2")
        #expect(!dialect.maySend(pattern))
        dialect.clearsParityBit = true
        #expect(dialect.maySend(pattern))
    }

    @Test("whatever is sent may be sent: every piece of every written frame", arguments: ScaleDialect.Form.allCases)
    func everything(form: ScaleDialect.Form) throws {
        var random = SplitMix64(seed: 1)
        for checksum in ScaleDialect.Checksum.allCases {
            var dialect = ScaleDialect(form)
            dialect.checksum = checksum
            var stream = ByteBuffer()
            for _ in 0..<10 {
                try #require(ScaleWriter.write(ScaleWriterTests.readings(dialect, &random), as: dialect, into: &stream))
            }
            for _ in 0..<100 {
                let length = Int.random(in: 1...20, using: &random)
                let start = Int.random(in: 0...(stream.readableBytes - length), using: &random)
                let piece = try #require(stream.getBytes(at: start, length: length))
                let pattern = try #require(BytePattern(piece))
                #expect(dialect.maySend(pattern), "\(hex(piece))")
            }
        }
    }
}
