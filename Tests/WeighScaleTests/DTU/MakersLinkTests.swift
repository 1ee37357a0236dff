import NIOCore
import Testing

@testable import WeighScale

@Suite("FourFaithLink and InHandRegistration")
struct MakersLinkTests {
    @Test("a Four-Faith registration is read, its id with the low byte first")
    func fourFaith() throws {
        let buffer = ByteBuffer(bytes: bytes("78563412 3133393132333435363738 00 0a000001 00"))
        let span = buffer.readableBytesSpan
        let registration = try FourFaithLink.Registration(span)
        #expect(registration.id == 0x1234_5678)
        #expect(registration.phone == "13912345678")
        #expect(registration.address == 0x0A00_0001)
    }

    @Test("what is no Four-Faith registration says why")
    func noFourFaith() {
        for (text, fault) in [
            ("78563412 3133393132333435363738 00 0a000001", .truncated),
            ("78563412 3133393132333435363738 01 0a000001 00", .shape),
            ("78563412 3133393132333435363738 00 0a000001 01", .shape),
            ("78563412 3133393132333435363741 00 0a000001 00", .shape),
        ] as [(String, ScaleFault)] {
            let buffer = ByteBuffer(bytes: bytes(text))
            let span = buffer.readableBytesSpan
            #expect(throws: fault) { try FourFaithLink.Registration(span) }
        }
    }

    @Test("escapes are undone and heartbeats taken out, at every cut")
    func escapes() {
        let stream = bytes("02 fd ed 31 fe fd ee fd fe ed 03 fd 41 fd fd ed")
        // fd, 31, (beat), fe, fd with a beat between it and its ed, 03, fd 41 as it is, fd as it is, fd.
        let expected = "02fd31fefd03fd41fdfd"
        for cut in 0...stream.count {
            var link = FourFaithLink()
            var output = ByteBuffer()
            var beats = 0
            for chunk in [stream[..<cut], stream[cut...]] {
                var input = ByteBuffer(bytes: chunk)
                beats += link.pass(&input, into: &output).heartbeats
            }
            #expect(hex(output) == expected, "cut at \(cut)")
            #expect(beats == 2)
        }
    }

    @Test("an InHand registration is read, and nothing else")
    func inHand() throws {
        let buffer = ByteBuffer(bytes: bytes("aa01 3133393132333435363738 0d"))
        let span = buffer.readableBytesSpan
        #expect(try InHandRegistration(span).id == "13912345678")
        for (text, fault) in [
            ("aa01 3133393132333435363738", .truncated), ("aa02 3133393132333435363738 0d", .shape),
            ("aa01 3133393132333435363700 0d", .shape), ("aa01 3133393132333435363738 0a", .shape),
        ] as [(String, ScaleFault)] {
            let buffer = ByteBuffer(bytes: bytes(text))
            let span = buffer.readableBytesSpan
            #expect(throws: fault) { try InHandRegistration(span) }
        }
    }
}
