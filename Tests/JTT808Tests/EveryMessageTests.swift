import TestSupport
import Testing

@testable import JTT808

/// What must hold of every message, over every vector.
@Suite("Every message")
struct EveryMessageTests {
    struct Sample: CustomStringConvertible, Sendable {
        let vector: Vector
        let codec: BodyCodec
        let edition: Edition

        var description: String { vector.description }
    }

    static let samples: [Sample] = Vector.soundFrames.compactMap { vector in
        guard vector.expect["package"] == nil, vector.expect["body_error"] == nil, let id = vector.messageID,
            let number = UInt16(id.dropFirst(2), radix: 16), let codec = BodyCodec.byID[number]
        else { return nil }
        return Sample(
            vector: vector, codec: codec,
            edition: vector.expect["version"] as? String == "2019" ? .edition2019 : .edition2013)
    }

    /// Bodies with padding where the standard has none, or in front of a text, and what they encode to.
    static let padded: [String: String] = [
        "sc-0702-01":
            "01180816091616 00 05 6b6f696b65 7177653132333435366161610000000000000000 06 717765727478 20180816",
        "sc-0702-03":
            "01191201111111 00 05 6b6f696b65 7177653132333435366161610000000000000000 06 717765727478 20191201"
            + "3132333435363738393031323334353637000000",
        "sc-0702-04":
            "03 746b31 3132333435363738393132333435363738390000 717765313233343536616161"
            + String(repeating: "00", count: 28) + "06 717765727478",
        "yzh-8400-01": "00 31323334353637383930313233",
        "yzh-8400-02": "00 31323334353637383930313233",
    ]

    @Test("what was decoded encodes to the same bytes", arguments: samples)
    func roundTrip(_ sample: Sample) throws {
        let again = try sample.codec.recode(sample.vector.body, sample.edition)
        #expect(hex(again) == Self.padded[sample.vector.id].map { hex(bytes($0)) } ?? hex(sample.vector.body))
    }

    @Test("every truncation is an error, or a shorter message that encodes to itself", arguments: samples)
    func truncations(_ sample: Sample) throws {
        for count in 0..<sample.vector.body.count {
            let body = Array(sample.vector.body.prefix(count))
            do {
                let once = try sample.codec.recode(body, sample.edition)
                #expect(once.count <= count, "\(count) bytes")
                #expect(try sample.codec.recode(once, sample.edition) == once, "\(count) bytes")
            } catch {
                #expect(error as? BodyError == .length, "\(count) bytes")
            }
        }
    }

    @Test("every message of the standard with a body is among them")
    func complete() {
        let described = Set(Self.samples.map(\.codec.id))
        #expect(BodyCodec.all.map(\.id).filter { !described.contains($0) } == [])
    }
}
