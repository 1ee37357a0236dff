import FleetSimulation
import Testing

@Suite("ReconnectDelay")
struct ReconnectDelayTests {
    @Test("it doubles up to its longest, and starts anew after an admission")
    func doubles() {
        var delay = ReconnectDelay(seed: 1, index: 0)
        for full in [200, 400, 800, 1600, 3200, 6400, 12_800, 15_000, 15_000] {
            #expect((Int64(full / 2)...Int64(full)).contains(delay.next()))
        }
        delay.reset()
        #expect(delay.next() <= 200)
    }

    @Test("a fleet that was cut off together is spread")
    func spread() {
        let first = (0..<100).map { index in
            var delay = ReconnectDelay(seed: 1, index: index)
            return delay.next()
        }
        #expect(Set(first).count > 50)
    }
}
