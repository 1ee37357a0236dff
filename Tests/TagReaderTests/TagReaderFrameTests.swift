import NIOCore
import Testing

@testable import TagReader

@Suite("TagReaderFrame and TagSighting")
struct TagReaderFrameTests {
    @Test("commands and the answer without a tag are the known ones")
    func commands() {
        for (frame, text) in [
            (.singlePoll, "bb00220000227e"), (.multiplePoll(rounds: 10_000), "bb00270003222710837e"),
            (.stop, "bb00280000287e"), (.noTag, "bb01ff000115167e"),
        ] as [(TagReaderFrame, String)] {
            var out = ByteBuffer()
            frame.encode(into: &out)
            #expect(hex(out) == text)
        }
    }

    @Test("a sighting makes the vendor's frame")
    func sighting() {
        let epc = ByteBuffer(bytes: bytes("30751feb705c5904e3d50d70"))
        #expect(TagSighting.check(control: 0x3400, epc: epc) == 0x3A76)
        var out = ByteBuffer()
        TagSighting(rssi: -55, control: 0x3400, epc: epc, check: 0x3A76).frame.encode(into: &out)
        #expect(hex(out) == "bb02220011c9340030751feb705c5904e3d50d703a76ef7e")
    }

    @Test(
        "a notification without a whole EPC is no sighting",
        arguments: [(5, false), (6, true), (67, true), (68, false)])
    func length(count: Int, isSighting: Bool) {
        let frame = TagReaderFrame(
            kind: .notification, command: 0x22, parameters: ByteBuffer(repeating: 0x11, count: count))
        #expect((TagSighting(frame) != nil) == isSighting)
    }

    @Test("an EPC that is shorter than its control word says stays as sent, and shows it")
    func unconfirmed() throws {
        let epc = ByteBuffer(bytes: bytes("30751feb"))
        let sighting = TagSighting(rssi: -55, control: 0x3400, epc: epc, check: 0)
        #expect(!sighting.isLengthConfirmed && !sighting.isCheckRight)
        #expect(TagSighting(sighting.frame) == sighting)
    }
}
