import FleetSimulation
import Testing

@Suite("SplitMix64")
struct SplitMix64Tests {
    @Test("gives the published numbers of seed 1234567")
    func reference() {
        var random = SplitMix64(seed: 1_234_567)
        #expect(random.next() == 6_457_827_717_110_365_317)
        #expect(random.next() == 3_203_168_211_198_807_973)
        #expect(random.next() == 9_817_491_932_198_370_423)
    }

    @Test("ranges are reached and kept")
    func ranges() {
        var random = SplitMix64(seed: 1)
        var seen: Set<Int> = []
        for _ in 0..<1000 {
            seen.insert(random.integer(3...7))
            #expect((-2.0..<5.0).contains(random.uniform(-2..<5)))
        }
        #expect(seen == [3, 4, 5, 6, 7])
    }
}
