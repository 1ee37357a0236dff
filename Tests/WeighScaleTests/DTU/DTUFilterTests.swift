import NIOCore
import TestSupport
import Testing

@testable import WeighScale

@Suite("DTUFilter")
struct DTUFilterTests {
    private func filter(registrations: [String] = [], heartbeats: [String] = []) throws -> DTUFilter {
        DTUFilter(
            registrations: try registrations.map { try BytePattern(configured: $0) },
            heartbeats: try heartbeats.map { try BytePattern(configured: $0) })
    }

    /// What passes through, and what was taken out.
    private func pass(
        _ chunks: some Sequence<some Collection<UInt8>>, through filter: DTUFilter, isFinished: Bool = true
    ) -> (passed: [UInt8], taken: DTUFilter.Taken) {
        var filter = filter
        var output = ByteBuffer()
        var taken = DTUFilter.Taken()
        func add(_ more: DTUFilter.Taken) {
            taken.registrations += more.registrations
            taken.heartbeats += more.heartbeats
        }
        for chunk in chunks {
            var input = ByteBuffer(bytes: chunk)
            add(filter.pass(&input, into: &output))
            #expect(input.readableBytes == 0)
        }
        if isFinished {
            add(filter.finish(into: &output))
            #expect(!filter.isHolding)
        }
        return (Array(buffer: output), taken)
    }

    @Test("registrations before every chunk and heartbeats inside a frame are taken out, at every cut")
    func everyCut() throws {
        let filter = try filter(registrations: ["LOGIN:1001"], heartbeats: ["hex:FE FE 00"])
        let login = Array("LOGIN:1001".utf8)
        let beat: [UInt8] = [0xFE, 0xFE, 0x00]
        let frame = YaohuaFrameTests.car
        let stream = login + frame + beat + frame[..<5] + beat + frame[5...] + login + login + beat + frame
        for cut in 0...stream.count {
            let result = pass([stream[..<cut], stream[cut...]], through: filter)
            #expect(result.passed == frame + frame + frame, "cut at \(cut)")
            #expect(result.taken == .init(registrations: 3, heartbeats: 3), "cut at \(cut)")
        }
        let single = pass(stream.map { CollectionOfOne($0) }, through: filter)
        #expect(single.passed == frame + frame + frame)
    }

    @Test("the beginning of a packet that goes on otherwise passes, and none is kept after silence")
    func falseStart() throws {
        let filter = try filter(heartbeats: ["AABA"])
        let result = pass([Array("AABC AAB".utf8)], through: filter)
        #expect(String(decoding: result.passed, as: UTF8.self) == "AABC AAB")
        let waiting = pass([Array("AABC AAB".utf8)], through: filter, isFinished: false)
        #expect(String(decoding: waiting.passed, as: UTF8.self) == "AABC ")
        // The packet begins at the second A of three.
        #expect(pass([Array("AAABA".utf8)], through: filter).passed == Array("A".utf8))
    }

    @Test("of two packets the longer one counts")
    func longest() throws {
        let filter = try filter(registrations: ["ABCD"], heartbeats: ["AB"])
        #expect(pass([Array("ABCDAB".utf8)], through: filter).taken == .init(registrations: 1, heartbeats: 1))
        let result = pass([Array("AB".utf8), Array("CX".utf8)], through: filter)
        #expect(result.passed == Array("CX".utf8))
        #expect(result.taken.heartbeats == 1)
    }

    @Test("without packets everything passes")
    func none() throws {
        #expect(pass([YaohuaFrameTests.car], through: try filter(), isFinished: false).passed == YaohuaFrameTests.car)
    }

    /// Against the plain definition: scan from the front, the longest packet that stands there is taken.
    @Test("any bytes in any chunks give what one scan over all of them gives", arguments: 1...8)
    func anything(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<300 {
            let packets = (0..<Int.random(in: 1...3, using: &random)).map { _ in
                random.bytes(Int.random(in: 1...6, using: &random), from: Array("ab".utf8))
            }
            let stream = random.bytes(Int.random(in: 0...120, using: &random), from: Array("abc".utf8))
            var expected: [UInt8] = []
            var count = 0
            var rest = stream[...]
            while let first = rest.first {
                if let packet = packets.filter({ rest.starts(with: $0) }).max(by: { $0.count < $1.count }) {
                    rest = rest.dropFirst(packet.count)
                    count += 1
                } else {
                    expected.append(first)
                    rest = rest.dropFirst()
                }
            }
            let filter = DTUFilter(heartbeats: packets.compactMap { BytePattern($0) })
            let result = pass(random.cut(stream), through: filter)
            #expect(result.passed == expected)
            #expect(result.taken.heartbeats == count)
        }
    }
}
