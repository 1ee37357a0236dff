import NIOCore
import Testing

@testable import WeighScale

@Suite("RegistrationList")
struct RegistrationListTests {
    private func list(_ texts: String...) throws -> RegistrationList {
        try RegistrationList(texts.map { try BytePattern(configured: $0) })
    }

    private func find(_ text: String, in list: RegistrationList) -> RegistrationList.Finding {
        list.find(in: ByteBuffer(string: text))
    }

    @Test("the packet at the front tells who speaks, and what follows is not touched")
    func known() throws {
        let list = try list("LOGIN:1002", "LOGIN:1001", "hex:AA01")
        #expect(find("LOGIN:1001", in: list) == .known(.init(index: 1, length: 10)))
        #expect(find("LOGIN:1002\u{2}+0000", in: list) == .known(.init(index: 0, length: 10)))
        #expect(list.find(in: ByteBuffer(bytes: [0xAA, 0x01, 0x30])) == .known(.init(index: 2, length: 2)))
    }

    @Test("the beginning of a packet waits for the rest")
    func partial() throws {
        let list = try list("LOGIN:1002", "LOGIN:1001")
        for length in 0..<10 {
            #expect(find(String("LOGIN:1001".prefix(length)), in: list) == .needMoreData(best: nil))
        }
        #expect(find("LOGIN:1003", in: list) == .unknown)
        #expect(find("M", in: list) == .unknown)
        #expect(find("XLOGIN:1001", in: list) == .unknown)
    }

    @Test("where one packet begins another, the longer one counts, and the shorter one after a pause")
    func nested() throws {
        let list = try list("A1", "A10", "A1005")
        #expect(find("A1", in: list) == .needMoreData(best: .init(index: 0, length: 2)))
        #expect(find("A10", in: list) == .needMoreData(best: .init(index: 1, length: 3)))
        #expect(find("A100", in: list) == .needMoreData(best: .init(index: 1, length: 3)))
        #expect(find("A1005", in: list) == .known(.init(index: 2, length: 5)))
        #expect(find("A100=", in: list) == .known(.init(index: 1, length: 3)))
        #expect(find("A1=", in: list) == .known(.init(index: 0, length: 2)))
    }

    @Test("the same packet for two devices is refused")
    func twice() {
        #expect(throws: BytePatternError(description: "registrations 0 and 2 are the same")) {
            try list("A", "B", "hex:41")
        }
    }

    @Test("among thousands the right one is found")
    func many() throws {
        let patterns = try (0..<5_000).map { try BytePattern(configured: "DTU\(10_000 + $0 * 7)") }
        let list = try RegistrationList(patterns)
        for index in [0, 1, 777, 4_999] {
            #expect(
                find("DTU\(10_000 + index * 7)=", in: list) == .known(.init(index: index, length: 8)))
        }
        #expect(find("DTU10001=", in: list) == .unknown)
        #expect(try RegistrationList([]).find(in: ByteBuffer(string: "x")) == .unknown)
    }
}
