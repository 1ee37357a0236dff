import FleetSimulation
import Testing

@Suite("LatencyHistogram")
struct LatencyHistogramTests {
    @Test("quantiles are right within a thirty-second", arguments: [1, 7, 31, 32, 33, 1000, 65_535, 10_000_000])
    func single(microseconds: UInt64) throws {
        var histogram = LatencyHistogram()
        histogram.record(nanoseconds: microseconds * 1000)
        let value = try #require(histogram.milliseconds(at: 0.5)) * 1000
        #expect(value >= Double(microseconds))
        #expect(value <= Double(microseconds) * (1 + 1.0 / 32) + 1)
    }

    @Test("p50 and p99 of 1 to 1000 ms")
    func spread() throws {
        var histogram = LatencyHistogram()
        #expect(histogram.milliseconds(at: 0.5) == nil)
        for millisecond in UInt64(1)...1000 { histogram.record(nanoseconds: millisecond * 1_000_000) }
        #expect((500.0...516).contains(try #require(histogram.milliseconds(at: 0.5))))
        #expect((990.0...1021).contains(try #require(histogram.milliseconds(at: 0.99))))
        histogram.record(nanoseconds: .max)
        #expect(histogram.total == 1001)
    }
}
