import FuzzTargets
import JTT808
import TestSupport
import Testing

/// A short, seeded run of what `deploy/fuzz` does for long: a failure repeats. A crash of the process is a failure too.
@Suite("Fuzzing")
struct FuzzTests {
    @Test("whatever comes, the promises hold", arguments: FuzzTarget.allCases, 1...4 as ClosedRange<UInt64>)
    func mutated(target: FuzzTarget, seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let seeds = Seeds.of(target)
        for round in 0..<Seeds.rounds(target) {
            let first = try #require(seeds.randomElement(using: &random))
            let input = random.mutate(first, splicing: try #require(seeds.randomElement(using: &random)))
            do {
                try target.check(input)
            } catch {
                Issue.record("round \(round), input \(hex(input)): \(error)")
                return
            }
        }
    }

    @Test("the seeds themselves break no promise", arguments: FuzzTarget.allCases)
    func seeds(target: FuzzTarget) throws {
        for seed in Seeds.of(target) { try target.check(seed) }
    }

    @Test("what a fuzzer found once stays mended", arguments: FoundInput.all)
    func found(_ found: FoundInput) throws {
        let target = try #require(FuzzTarget(rawValue: found.target))
        try target.check(found.bytes)
    }

    @Test("every decoder has vectors to start from", arguments: BodyDecoder.all.map(\.messageID.description))
    func vectors(messageID: String) {
        #expect(VectorFile.frames.contains { $0.messageID == messageID && $0.error == nil })
    }

    private func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
