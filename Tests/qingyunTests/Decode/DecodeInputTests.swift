import Foundation
import Testing

@testable import qingyun

@Suite("DecodeInput")
struct DecodeInputTests {
    @Test("lines of hex are inputs of their own, or one stream")
    func hex() {
        let text = [UInt8]("02 2b\n\n0x3030\r\n".utf8)
        #expect(DecodeInput.chunks(of: text, isOneStream: false).map(\.bytes) == [[0x02, 0x2B], [0x30, 0x30]])
        #expect(DecodeInput.chunks(of: text, isOneStream: true).map(\.bytes) == [[0x02, 0x2B, 0x30, 0x30]])
    }

    @Test("a capture of bytes is taken as it is")
    func binary() {
        let frame: [UInt8] = [0x7E, 0x00, 0x02, 0x7E]
        #expect(DecodeInput.chunks(of: frame, isOneStream: false).map(\.bytes) == [frame])
        // The text dialects are printable, but no hex.
        let line = [UInt8]("ST,GS,+  0012450kg\r\n".utf8)
        #expect(DecodeInput.chunks(of: line, isOneStream: true).map(\.bytes) == [line])
    }

    @Test("a line with a slip is told, the others are not lost")
    func slip() {
        let chunks = DecodeInput.chunks(of: [UInt8]("7e7e\n7e0g\n7e\n".utf8), isOneStream: false)
        #expect(chunks.map(\.bytes) == [[0x7E, 0x7E], nil, [0x7E]])
        #expect(chunks[1].text == "7e0g")
    }

    @Test("hex that was pasted with its spaces is one input")
    func pasted() throws {
        let chunks = try DecodeInput(["7e", "0x00", "02 7e"], isOneStream: false).map { try $0.get() }
        #expect(chunks.map(\.bytes) == [[0x7E, 0x00, 0x02, 0x7E]])
    }

    @Test("arguments are hex or files; anything else is an error")
    func arguments() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "decode-\(UUID().uuidString)")
        try Data([0x02, 0xFF]).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let chunks = try DecodeInput(["7e 7e", file.path], isOneStream: true).map { try $0.get() }
        #expect(chunks.map(\.bytes) == [[0x7E, 0x7E], [0x02, 0xFF]])
        #expect(throws: (any Error).self) { try DecodeInput(["7e0"], isOneStream: true).map { try $0.get() } }
    }
}
