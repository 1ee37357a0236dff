import NIOCore
import TestSupport
import Testing

@testable import JTT808

@Suite("ServerTime")
struct ServerTimeTests {
    @Test("a time made from the facts of a vector is its frame", arguments: Vector.frames("0x8004"))
    func frame(_ vector: Vector) throws {
        let digits = try #require(vector.expect["time_bcd_utc"] as? String)
        let message = ServerTime(time: TerminalTime(bcd: try #require(UInt64(digits, radix: 16))))
        var out = ByteBuffer()
        try FrameWriter.write(.serverTime, to: try #require(vector.address), serial: vector.serial, into: &out) {
            message.encode(into: &$0)
        }
        #expect(hex(out) == vector.hex)
        #expect(try ServerTime(body: vector.body.span.bytes) == message)
    }

    @Test("it is UTC: the wall-clock seconds are the Unix seconds")
    func utc() throws {
        // 2019-12-02 10:10:10 UTC.
        let time = try #require(TerminalTime(wallClockSeconds: 1_575_281_410))
        #expect(hex(encoded(ServerTime(time: time).encode)) == "191202101010")
    }

    @Test("fewer than 6 bytes are no time", arguments: 0..<6)
    func tooShort(count: Int) {
        let body = [UInt8](repeating: 0, count: count)
        #expect(throws: BodyError.length) { try ServerTime(body: body.span.bytes) }
    }
}
