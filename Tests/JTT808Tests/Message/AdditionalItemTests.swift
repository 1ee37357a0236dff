import NIOCore
import Testing

@testable import JTT808

@Suite("AdditionalItem")
struct AdditionalItemTests {
    struct Visit: Equatable {
        let id: UInt8
        let offset: Int
        let length: Int
    }

    private func walk(_ body: String, from start: Int) -> (visits: [Visit], end: Int) {
        let body = bytes(body)
        var visits: [Visit] = []
        let end = AdditionalItem.walk(body.span.bytes, from: start) { id, offset, length in
            visits.append(Visit(id: id, offset: offset, length: length))
        }
        return (visits, end)
    }

    @Test("items follow each other by their lengths")
    func whole() {
        let (visits, end) = walk("ffff 01 04 00000001 30 00 e1 01 aa", from: 2)
        #expect(
            visits == [
                Visit(id: 0x01, offset: 4, length: 4), Visit(id: 0x30, offset: 10, length: 0),
                Visit(id: 0xE1, offset: 12, length: 1),
            ])
        #expect(end == 13)
    }

    @Test(
        "what forms no whole item is left over",
        arguments: [
            ("", 0, 0), ("01", 0, 0), ("01 01", 0, 0), ("01 04 000000", 0, 0), ("30 01 05 31", 1, 3),
            ("30 01 05 31 02 06", 1, 3),
            ("30 01 05 ff ff 00", 1, 3), ("00 00 00", 1, 2),
        ])
    func leftOver(body: String, items: Int, end: Int) {
        let walked = walk(body, from: 0)
        #expect(walked.visits.count == items)
        #expect(walked.end == end)
    }

    @Test("an item of 255 bytes is whole")
    func longest() {
        let (visits, end) = walk("e1 ff " + String(repeating: "7e", count: 255), from: 0)
        #expect(visits == [Visit(id: 0xE1, offset: 2, length: 255)])
        #expect(end == 257)
    }

    @Test("a start at or past the end finds nothing", arguments: [3, 4, 100])
    func pastTheEnd(start: Int) {
        #expect(walk("30 01 05", from: start).visits.isEmpty)
    }

    @Test(
        "an item is id, length and value",
        arguments: [("30", "05", "300105"), ("e1", "", "e100"), ("01", "00000001", "010400000001")])
    func encode(id: String, value: String, wire: String) {
        let item = AdditionalItem(id: bytes(id)[0], value: bytes(value))
        #expect(hex(encoded(item.encode)) == wire)
    }

    @Test("its meaning goes by id and length")
    func standard() {
        #expect(AdditionalItem(id: 0x30, value: [31]).standard == .signalStrength(31))
        #expect(AdditionalItem(id: 0x30, value: [31, 0]).standard == nil)
    }
}
