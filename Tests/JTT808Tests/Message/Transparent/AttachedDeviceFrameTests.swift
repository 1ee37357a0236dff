import NIOCore
import TestSupport
import Testing

@testable import JTT808

@Suite("AttachedDeviceFrame")
struct AttachedDeviceFrameTests {
    /// A load sensor (8), command 0x10, data 7e 7d 01. From the maker on: 12 + 34 + 08 + 10 + 7e + 7d + 01 = 0x15a.
    static let wire = "7e 5a 0100 1234 08 10 7d02 7d01 01 7e"
    static let frame = AttachedDeviceFrame(
        version: 0x0100, maker: 0x1234, deviceType: 8, command: 0x10, data: [0x7E, 0x7D, 0x01])

    @Test("the fields stand where the annex puts them, escapes undone")
    func fields() {
        #expect(AttachedDeviceFrame(bytes(Self.wire)) == Self.frame)
        #expect(hex(encoded(Self.frame.encode)) == hex(bytes(Self.wire)))
    }

    @Test("a sum that is a flag is escaped too")
    func escapedSum() {
        let frame = AttachedDeviceFrame(version: 1, maker: 0x0070, deviceType: 8, command: 6)
        #expect(hex(encoded(frame.encode)) == hex(bytes("7e 7d02 0001 0070 08 06 7e")))
        #expect(AttachedDeviceFrame(bytes("7e 7d02 0001 0070 08 06 7e")) == frame)
    }

    @Test(
        "anything else is none",
        arguments: [
            "", "7e", "7e7e", "5a 0100 1234 08 10", "7e 5a 0100 1234 08 7e",  // no flags, too short
            "7e 5b 0100 1234 08 10 7d02 7d01 01 7e",  // sum
            "7e 5a 0100 1234 08 10 7e 7d01 01 7e",  // a flag inside
            "7e 5a 0100 1234 08 10 7d03 7d01 01 7e", "7e 5a 0100 1234 08 10 7d 7e",  // escapes
            "24 4f42442d52542c31322e33",  // a device's own text
        ])
    func none(wire: String) {
        #expect(AttachedDeviceFrame(bytes(wire)) == nil)
    }

    @Test("no mutation makes it read what it would not write", arguments: 1...4)
    func fuzz(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<5_000 {
            let mutated = random.mutate(bytes(Self.wire))
            guard let frame = AttachedDeviceFrame(mutated) else { continue }
            #expect(Array(buffer: encoded(frame.encode)) == mutated)
        }
    }
}
