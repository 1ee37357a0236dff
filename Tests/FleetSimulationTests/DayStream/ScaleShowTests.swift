import NIOCore
import Testing
import WeighScale

@testable import FleetSimulation

@Suite("ScaleShow")
struct ScaleShowTests {
    private static let day = DayPlan(
        District(seed: 2, size: .small), on: SimulatedDate("2026-06-01")!, seed: 2, rates: .frequent)

    /// Every frame of a site's day, one each 100 ms, read by the indicators' own parser and weighed by the cycle that a
    /// listener runs.
    /// - Parameter breakingAt: the link breaks before so manieth frame, for a second.
    private func weighings(_ site: Int, breakingAt: Int? = nil) throws -> [Int64] {
        var show = ScaleShow(Self.day, site: site)
        var parser = ScaleParser(ScaleDialect(Self.day.sites[site].dialect))
        var cycle = WeighingCycle(Self.day.sites[site].isPlatform ? .platform : .weighbridge)
        var bytes = ByteBuffer()
        var weighed: [Int64] = []
        var frames = 0
        var pause = 0
        while !show.isDone || show.emptyAtEnd < ScaleShow.framesOfWeighing {
            if frames == breakingAt {
                show.resume()
                pause = 10
            }
            show.writeNext(at: .max, into: &bytes)
            frames += 1
            reading: while true {
                switch parser.next(in: &bytes) {
                case .reading(let reading, _):
                    let now = Moment(microseconds: Int64(frames + pause) * 100_000)
                    for case .weighed(let weighing) in cycle.take(reading, at: now) {
                        weighed.append(weighing.grossGrams ?? -1)
                    }
                case .needMoreData: break reading
                case .notice, .malformed, .junk: Issue.record("not a reading")
                }
            }
            try #require(frames < 100_000)
        }
        return weighed
    }

    @Test("a listener makes of it exactly the weighings of the day, in their order, by both kinds of indicator")
    func weighed() throws {
        var dialects: Set<String> = []
        for site in Self.day.sites.indices {
            dialects.insert(Self.day.sites[site].dialect.rawValue)
            #expect(try weighings(site) == Self.day.weighings[site].map { Int64($0.onScaleG) })
        }
        #expect(dialects == ["toledo", "yaohua"])
    }

    @Test("before its time nothing is put on the scale")
    func waits() {
        var show = ScaleShow(Self.day, site: 0)
        var out = ByteBuffer()
        for _ in 0..<1_000 { show.writeNext(at: 0, into: &out) }
        #expect(show.done == 0)
        let first = Self.day.weighings[0][0].atMs / 1000
        for _ in 0..<ScaleShow.framesOfWeighing { show.writeNext(at: first, into: &out) }
        #expect(show.done == 1)
    }

    @Test(
        "a link that breaks at any frame of a weighing makes neither two nor none",
        arguments: 0..<ScaleShow.framesOfWeighing)
    func resumed(frame: Int) throws {
        #expect(try weighings(0, breakingAt: frame) == Self.day.weighings[0].map { Int64($0.onScaleG) })
    }
}
