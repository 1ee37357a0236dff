import Foundation
import JTT808
import TestSupport
import Testing

@testable import qingyun

@Suite("LineDecoder")
struct LineDecoderTests {
    private func json(_ line: String) throws -> [String: Any] {
        let data = try JSONEncoder().encode(LineDecoder.decode(line))
        return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test("a frame has the facts of its vector, key by key", arguments: VectorFile.frames)
    func frames(_ vector: Vector) throws {
        let found = try json(vector.hex)
        for (key, fact) in vector.expect { expectFact(found[key], fact, at: key) }
    }

    @Test("a stretch of a stream lists what comes out", arguments: VectorFile.all.filter { $0.kind == "stream" })
    func streams(_ vector: Vector) throws {
        let found = try json(vector.hex)
        for (key, fact) in vector.expect { expectFact(found[key], fact, at: key) }
    }

    @Test(
        "slices are listed in the order sent, with what they make together",
        arguments: VectorFile.all.filter { $0.kind == "reassembly" })
    func slices(_ vector: Vector) throws {
        let found = try json(vector.hex)
        for (key, fact) in vector.expect { expectFact(found[key], fact, at: key) }
    }

    /// Slices 3 and 1 of 3 of a picture, between them both slices of a list of two parameters.
    @Test("several messages in slices stand in a list, each with what it has or lacks")
    func severalMessages() throws {
        let found = try json(
            "7e0801200201391234567800140003000305060c7e"
                + "7e0104200a013912345678ffff00020001000702000000010400001c7e"
                + "7e080120080139123456780012000300010000007b00000102797e"
                + "7e0104200b013912345678000000020002003c00000029040000001e117e")
        let messages = try #require(found["messages"] as? [[String: Any]])
        try #require(messages.count == 2)
        #expect(messages[0]["msg_id"] as? String == "0x0104")
        #expect(messages[0]["first_serial"] as? Int == 65_535)
        #expect(messages[0]["total"] as? Int == 2)
        #expect(messages[0]["body"] as? String == "00070200000001040000003c00000029040000001e")
        #expect((messages[0]["message"] as? [String: Any])?["ack_serial"] as? Int == 7)
        #expect(messages[1]["msg_id"] as? String == "0x0801")
        #expect(messages[1]["first_serial"] as? Int == 18)
        #expect(messages[1]["missing"] as? [Int] == [2])
        #expect(messages[1]["body"] == nil)
    }

    /// Compares what was found with a fact: objects by the fact's keys, numbers within 1e-9.
    private func expectFact(_ found: Any?, _ fact: Any, at path: String) {
        switch fact {
        case let object as [String: Any]:
            // Of extras every item counts; elsewhere a decoder may know more.
            let members = found as? [String: Any] ?? [:]
            if path.hasSuffix("extras") { #expect(Set(members.keys) == Set(object.keys), "\(path)") }
            for (key, fact) in object { expectFact(members[key], fact, at: path + "." + key) }
        case let list as [Any]:
            let elements = found as? [Any] ?? []
            #expect(elements.count == list.count, "\(path)")
            for (index, (element, fact)) in zip(elements, list).enumerated() {
                expectFact(element, fact, at: "\(path)[\(index)]")
            }
        case is NSNull: #expect(found is NSNull, "\(path)")
        case let text as String: #expect(found as? String == text, "\(path)")
        case let number as NSNumber:
            guard let value = found as? NSNumber else {
                Issue.record("\(path): \(found ?? "nothing") instead of \(number)")
                return
            }
            #expect(abs(value.doubleValue - number.doubleValue) < 1e-9, "\(path)")
        default: Issue.record("\(path): a fact of no known kind")
        }
    }

    @Test("what is no hex is an error of its own", arguments: ["7e0", "7e 0g 7e", "hello", "7e-00-7e", "重"])
    func badHex(line: String) throws {
        let error = try json(line)["error"] as? String
        #expect(error == "hex")
    }

    @Test(
        "white space, capitals and a leading 0x change nothing",
        arguments: [
            "7e0002000001234567890 0000a81 7e", "0x7E000200000123456789 00000A817E",
            "  7e 00 02 00 00 01 23 45 67 89 00 00 0a 81 7e\t",
            "0X7e000200000123456789 00000a817e\r",
        ])
    func spelling(line: String) throws {
        let found = try json(line)
        #expect(found["msg_id"] as? String == "0x0002")
        #expect(found["phone"] as? String == "012345678900")
        #expect(found["serial"] as? Int == 10)
    }

    @Test("an encrypted body and a slice are not described", arguments: ["0400", "2000"])
    func opaque(properties: String) throws {
        let package = properties == "2000" ? "0001 0001" : ""
        var content = hexBytes("0200 \(properties) 012345678900 000a \(package)") + [UInt8](repeating: 0, count: 28)
        content[3] = 28
        let line =
            "7e" + (content + [content.reduce(0, ^)]).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            + "7e"
        let found = try json(line)
        #expect(found["msg_id"] as? String == "0x0200")
        #expect(found["lat"] == nil)
        #expect((found["encryption"] as? Int == 1) == (properties == "0400"))
        #expect((found["package"] != nil) == (properties == "2000"))
    }

    private func hexBytes(_ hex: String) -> [UInt8] { Hex.bytes(hex) ?? [] }

    @Test("no mutation of a frame stops the decoder", arguments: 1...4 as ClosedRange<UInt64>)
    func fuzz(seed: UInt64) throws {
        var state = seed
        func random(below bound: Int) -> Int {
            // SplitMix64, so that a failure repeats.
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
            return Int((mixed ^ mixed >> 31) % UInt64(bound))
        }
        let vectors = VectorFile.all.filter { $0.bytes.count < 600 }.map(\.bytes)
        for _ in 0..<1_000 {
            var bytes = vectors[random(below: vectors.count)]
            for _ in 0...random(below: 3) where !bytes.isEmpty {
                switch random(below: 4) {
                case 0: bytes[random(below: bytes.count)] ^= UInt8(1 << random(below: 8))
                case 1: bytes.remove(at: random(below: bytes.count))
                case 2: bytes.insert([0x7E, 0x7D, 0x00, 0xFF][random(below: 4)], at: random(below: bytes.count))
                default: bytes.removeLast(random(below: min(8, bytes.count)))
                }
            }
            let data = try JSONEncoder().encode(LineDecoder.decode(bytes))
            let object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
            #expect(object["error"] is String || object["msg_id"] is String || object["frames"] is [Any])
        }
    }
}
