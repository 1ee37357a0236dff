import TestSupport
import Testing

@testable import WeighScale

/// With the settings for a platform: empty within 2 kg, weighed from 5 kg, level within 1 kg for 0.5 s when called stable,
/// 1.5 s when not said, gone after 0.5 s, never settling after 60 s.
@Suite("WeighingCycle")
struct WeighingCycleTests {
    // MARK: One load, one weighing

    @Test("a load is weighed once: when it comes to rest, and not again when it goes")
    func once() throws {
        var scale = CycleDriver()
        scale.rest(at: 0, seconds: 2)
        scale.move(3, 20, 66, 63)
        scale.rest(at: 64.5, seconds: 30)
        scale.move(40, 10)
        scale.rest(at: 0, seconds: 2)
        #expect(scale.story == ["loaded", "weighed 64.5 kg", "cleared"])
        let weighing = try #require(scale.weighings.first)
        #expect(weighing.grossGrams == 64_500)
        #expect(weighing.tareGrams == nil && weighing.netGrams == nil && weighing.supersedes == nil)
        #expect(weighing.number == 1)
        #expect(weighing.flags == .stable)
        #expect(weighing.remarks == [])
        // 20 readings at rest, 4 in motion, then the level: 0.5 s are complete with its sixth reading.
        #expect(weighing.startedAt == Moment(microseconds: 2_000_000))
        #expect(weighing.levelFrom == Moment(microseconds: 2_400_000))
        #expect(weighing.completedAt == Moment(microseconds: 2_900_000))
        #expect(weighing.readings == 10)
        let occupancy = try #require(scale.occupancies.first)
        #expect(occupancy.startedAt == weighing.startedAt)
        #expect(occupancy.endedAt == Moment(microseconds: 32_600_000))
        #expect(occupancy.peakGrams == 66_000)
        #expect(occupancy.weighing == 1 && occupancy.levels == 1)
        #expect(occupancy.isArrivalSeen && occupancy.isDepartureSeen)
    }

    @Test("load after load, each is weighed")
    func many() {
        var scale = CycleDriver()
        for weight in 1...20 {
            scale.rest(at: 0, seconds: 1)
            scale.move(5, Double(weight) * 10 + 3)
            scale.rest(at: Double(weight) * 10, seconds: 2)
            scale.move(3)
        }
        scale.rest(at: 0, seconds: 1)
        #expect(scale.weighings.map(\.grossGrams) == (1...20).map { Int64($0) * 10_000 })
        #expect(scale.weighings.map(\.number) == Array(1...20))
        #expect(scale.occupancies.count == 20)
    }

    @Test("a light load that bounces on arrival is one load")
    func bounce() {
        var scale = CycleDriver()
        scale.rest(at: 0, seconds: 1)
        scale.move(30, 1, 45, -1, 0.5, 28)
        scale.rest(at: 20, seconds: 1)
        scale.rest(at: 0, seconds: 1)
        #expect(scale.story == ["loaded", "weighed 20.0 kg", "cleared"])
    }

    @Test("dips that are short each do not add up to a load gone")
    func dips() {
        var scale = CycleDriver()
        scale.rest(at: 0, seconds: 1)
        for _ in 0..<10 { scale.move(30, 1, 0.5, 40) }
        scale.rest(at: 20, seconds: 1)
        #expect(scale.story == ["loaded", "weighed 20.0 kg"])
    }

    @Test("a level has three readings, however far apart they come")
    func slowReadings() {
        var scale = CycleDriver()
        scale.rest(at: 0, seconds: 1)
        for count in 1...3 {
            scale.rest(at: 50, seconds: 0.1)
            #expect(scale.weighings.count == (count == 3 ? 1 : 0))
            scale.silence(seconds: 2)
        }
    }

    @Test("from the minimum on it is a load, below it is too light", arguments: [(4.9, false), (5.0, true)])
    func minimum(weight: Double, isWeighed: Bool) {
        var scale = CycleDriver()
        scale.rest(at: 0, seconds: 1)
        scale.rest(at: weight, seconds: 1)
        scale.rest(at: 0, seconds: 1)
        #expect(scale.weighings.isEmpty != isWeighed)
        #expect(scale.story.contains("too light") != isWeighed)
    }

    @Test("dither within the tolerance is a level, beyond it is none", arguments: [(1.0, true), (1.1, false)])
    func tolerance(width: Double, isWeighed: Bool) {
        var scale = CycleDriver()
        scale.rest(at: 0, seconds: 1)
        scale.swing(50, 50 + width, seconds: 5, .stable)
        #expect(scale.weighings.isEmpty != isWeighed)
    }

    // MARK: Indicators that do not say whether they are stable

    @Test("stability is told from the readings, and takes longer")
    func inferred() throws {
        var scale = CycleDriver()
        scale.template.kind = .notSaid
        scale.template.range = .notSaid
        scale.swing(0, 0.2, seconds: 2, .notSaid)
        scale.swing(30, 90, seconds: 1, .notSaid)
        scale.swing(60, 60.2, seconds: 1.5, .notSaid)
        #expect(scale.weighings.isEmpty)
        scale.swing(60, 60.2, seconds: 0.2, .notSaid)
        let weighing = try #require(scale.weighings.first)
        #expect(weighing.remarks == .stabilityInferred)
        #expect(weighing.flags == .stable)
        #expect(weighing.grossGrams == 60_000)
        // The swing's last reading is 90: the level begins with the first 60.
        #expect(weighing.completedAt.microseconds - weighing.levelFrom.microseconds >= 1_500_000)
    }

    // MARK: Loads that are not weighed

    @Test("a load that goes before it comes to rest says so")
    func removedUnsettled() throws {
        var scale = CycleDriver()
        scale.rest(at: 0, seconds: 1)
        scale.swing(40, 60, seconds: 3)
        scale.rest(at: 0, seconds: 1)
        #expect(scale.story == ["loaded", "removed unsettled"])
        let occupancy = try #require(scale.occupancies.first)
        #expect(occupancy.peakGrams == 60_000 && occupancy.weighing == nil && occupancy.levels == 0)
        #expect(!occupancy.hasTimedOut)
    }

    @Test("a scale that never settles is reported once, after the timeout")
    func neverSettles() throws {
        var scale = CycleDriver()
        scale.rest(at: 0, seconds: 1)
        scale.swing(40, 60, seconds: 59.9)
        #expect(scale.story == ["loaded"])
        scale.swing(40, 60, seconds: 120)
        #expect(scale.story == ["loaded", "never settles"])
        guard case .neverSettles(let unsettled) = scale.events[1] else {
            Issue.record("no report")
            return
        }
        #expect(unsettled.rangeGrams == 40_000...60_000)
        #expect(unsettled.at.microseconds - unsettled.startedAt.microseconds == 60_000_000)
        scale.rest(at: 0, seconds: 1)
        #expect(scale.story == ["loaded", "never settles", "removed unsettled"])
        #expect(try #require(scale.occupancies.first).hasTimedOut)
    }

    @Test("one that settles after all is weighed, and marked")
    func settlesLate() throws {
        var scale = CycleDriver()
        scale.rest(at: 0, seconds: 1)
        scale.swing(40, 60, seconds: 70)
        scale.rest(at: 50, seconds: 1)
        #expect(scale.story == ["loaded", "never settles", "weighed 50.0 kg"])
        #expect(try #require(scale.weighings.first).remarks == .settledLate)
    }

    @Test("a light touch that does not settle is no reason to report")
    func lightMotion() {
        var scale = CycleDriver()
        scale.rest(at: 0, seconds: 1)
        scale.swing(2.5, 4.5, seconds: 100)
        scale.rest(at: 0, seconds: 1)
        #expect(scale.story == ["loaded", "too light"])
    }

    // MARK: More on top, less below

    @Test("what is put on top makes a new weighing that supersedes the first")
    func onTop() throws {
        var scale = CycleDriver()
        scale.rest(at: 0, seconds: 1)
        scale.rest(at: 60, seconds: 2)
        scale.move(100, 130)
        scale.rest(at: 110, seconds: 2)
        scale.move(50)
        scale.rest(at: 0, seconds: 1)
        #expect(scale.story == ["loaded", "weighed 60.0 kg", "weighed 110.0 kg for 1", "cleared"])
        let occupancy = try #require(scale.occupancies.first)
        #expect(occupancy.weighing == 2 && occupancy.levels == 2)
        #expect(scale.weighings[0].startedAt == scale.weighings[1].startedAt)
    }

    @Test("less than the least addition on top makes none", arguments: [(64.9, 1), (65.0, 2)])
    func littleOnTop(weight: Double, count: Int) {
        var scale = CycleDriver()
        scale.rest(at: 0, seconds: 1)
        scale.rest(at: 60, seconds: 2)
        scale.rest(at: weight, seconds: 2)
        #expect(scale.weighings.count == count)
    }

    @Test("a load that goes in parts is weighed once")
    func inParts() {
        var scale = CycleDriver()
        scale.rest(at: 0, seconds: 1)
        scale.rest(at: 110, seconds: 2)
        scale.rest(at: 60, seconds: 2)
        scale.rest(at: 0, seconds: 1)
        #expect(scale.story == ["loaded", "weighed 110.0 kg", "cleared"])
    }

    // MARK: Zero

    @Test("the zero is followed within its limit, and said once for each level")
    func drift() throws {
        var scale = CycleDriver()
        scale.rest(at: 0, seconds: 1)
        scale.rest(at: 1.5, seconds: 60)
        #expect(scale.story == [])
        scale.rest(at: 2.5, seconds: 60)
        #expect(scale.story == ["drift 2500"])
        scale.rest(at: 50, seconds: 1)
        #expect(try #require(scale.weighings.first).zeroGrams == 2_500)
        #expect(try #require(scale.weighings.first).grossGrams == 50_000)
        #expect(try #require(scale.weighings.first).remarks == [])
        scale.rest(at: 2.5, seconds: 1)
        scale.rest(at: 0.1, seconds: 1)
        #expect(scale.story == ["drift 2500", "loaded", "weighed 50.0 kg", "cleared", "drift 100"])
    }

    @Test("dirt left behind does not hide the next load")
    func dirt() throws {
        var scale = CycleDriver()
        scale.rest(at: 0, seconds: 1)
        scale.rest(at: 60, seconds: 1)
        scale.move(30)
        scale.rest(at: 4, seconds: 2)
        scale.rest(at: 70, seconds: 1)
        scale.rest(at: 4, seconds: 2)
        #expect(
            scale.story == [
                "loaded", "weighed 60.0 kg", "cleared", "drift 4000!", "loaded", "weighed 70.0 kg", "cleared",
            ])
        let second = scale.weighings[1]
        #expect(second.supersedes == nil)
        #expect(second.zeroGrams == 3_000)
        #expect(second.remarks == .zeroBeyondLimit)
    }

    @Test("a zero below zero is followed too, and the way back to zero is no load")
    func negative() {
        var scale = CycleDriver()
        scale.rest(at: 0, seconds: 1)
        scale.rest(at: -20, seconds: 2)
        scale.rest(at: 0, seconds: 2)
        #expect(scale.weighings.isEmpty)
        #expect(scale.story.first == "drift -20000!")
        scale.rest(at: 50, seconds: 1)
        scale.rest(at: 0, seconds: 1)
        #expect(scale.weighings.map(\.grossGrams) == [50_000])
    }

    @Test("negative weights that do not rest say nothing")
    func negativeMotion() {
        var scale = CycleDriver()
        scale.rest(at: 0, seconds: 1)
        scale.swing(-20, -5, seconds: 100)
        scale.rest(at: 0, seconds: 1)
        #expect(scale.story == [])
    }

    @Test("a load that grows as slowly as drift is a load all the same")
    func slowFilling() {
        var scale = CycleDriver()
        scale.rest(at: 0, seconds: 1)
        for step in 0...600 { scale.rest(at: Double(step) / 10, seconds: 0.5) }
        scale.rest(at: 60, seconds: 1)
        scale.rest(at: 0, seconds: 1)
        #expect(scale.weighings.last?.grossGrams ?? 0 > 55_000)
        #expect(scale.story.filter { $0 == "loaded" } == ["loaded"])
        // A new one for every 5 kg more, between 8 and 60 kg.
        #expect((8...12).contains(scale.weighings.count))
        #expect(scale.occupancies.count == 1)
        for (earlier, later) in zip(scale.weighings, scale.weighings.dropFirst()) {
            #expect(later.supersedes == earlier.number)
        }
    }

    // MARK: Range

    @Test("over range is said once, and the weight after it carries the mark")
    func overRange() throws {
        var scale = CycleDriver()
        scale.rest(at: 0, seconds: 1)
        scale.overRange(seconds: 5)
        scale.rest(at: 900, seconds: 1)
        scale.rest(at: 0, seconds: 1)
        #expect(scale.story == ["loaded", "over", "weighed 900.0 kg", "cleared"])
        #expect(try #require(scale.weighings.first).remarks == .wasOverRange)
        #expect(try #require(scale.occupancies.first).wasOverRange)
    }

    @Test("a load that stays over range never settles, and is no weighing")
    func overRangeForEver() {
        var scale = CycleDriver()
        scale.rest(at: 0, seconds: 1)
        scale.overRange(seconds: 100)
        scale.rest(at: 0, seconds: 1)
        #expect(scale.story == ["loaded", "over", "never settles", "removed unsettled"])
    }

    @Test("a display that shows figures while it is over range is not weighed")
    func overRangeWithFigures() {
        var scale = CycleDriver()
        scale.rest(at: 0, seconds: 1)
        scale.template.range = .over
        scale.rest(at: 999, seconds: 5)
        #expect(scale.story == ["loaded", "over"])
    }

    @Test("under range is said once, and is a load gone")
    func underRange() {
        var scale = CycleDriver()
        scale.rest(at: 0, seconds: 1)
        scale.underRange(seconds: 5)
        scale.rest(at: 0, seconds: 1)
        scale.rest(at: 50, seconds: 1)
        scale.underRange(seconds: 5)
        #expect(scale.story == ["under", "loaded", "weighed 50.0 kg", "under", "cleared"])
    }

    // MARK: Gross, net, tare

    @Test("where net is shown with its tare, gross is both together")
    func net() throws {
        var scale = CycleDriver()
        let tare = Weight(digits: 200, exponent: -1, unit: .kilogram)
        scale.rest(at: 0, seconds: 1)
        scale.template.kind = .net
        scale.template.tare = tare
        scale.rest(at: 64.5, seconds: 1)
        let weighing = try #require(scale.weighings.first)
        #expect((weighing.grossGrams, weighing.tareGrams, weighing.netGrams) == (84_500, 20_000, 64_500))
        #expect(weighing.flags == [.stable, .net])
        #expect(weighing.shown.description == "64.5 kg")
    }

    @Test("where net is shown without its tare, gross is not known")
    func bareNet() throws {
        var scale = CycleDriver()
        scale.template.kind = .net
        scale.rest(at: 0, seconds: 1)
        scale.rest(at: 64.5, seconds: 1)
        let weighing = try #require(scale.weighings.first)
        #expect(weighing.grossGrams == nil && weighing.tareGrams == nil)
        #expect(weighing.netGrams == 64_500)
    }

    @Test("answers that give the tare are no loads")
    func tareReadings() {
        var scale = CycleDriver()
        scale.rest(at: 0, seconds: 1)
        scale.template.kind = .tare
        scale.rest(at: 64.5, seconds: 5)
        #expect(scale.story == [])
    }

    @Test("PRINT on a stable display captures at once, in motion it is only noted")
    func print() throws {
        var scale = CycleDriver()
        scale.rest(at: 0, seconds: 1)
        scale.template.isPrintRequested = true
        scale.move(50)
        #expect(scale.weighings.isEmpty)
        scale.template.isPrintRequested = false
        scale.rest(at: 50, seconds: 0.1)
        #expect(scale.weighings.isEmpty)
        scale.template.isPrintRequested = true
        scale.rest(at: 50, seconds: 0.1)
        scale.template.isPrintRequested = false
        scale.rest(at: 50, seconds: 5)
        #expect(scale.story == ["loaded", "weighed 50.0 kg"])
        #expect(try #require(scale.weighings.first).remarks == .printRequested)
    }

    // MARK: What was not seen

    @Test("a load that was there first is weighed, and marked")
    func startsLoaded() throws {
        var scale = CycleDriver()
        scale.rest(at: 64.5, seconds: 2)
        scale.rest(at: 0, seconds: 1)
        #expect(scale.story == ["loaded", "weighed 64.5 kg", "cleared"])
        #expect(try #require(scale.weighings.first).remarks == .arrivalUnseen)
        #expect(try #require(scale.occupancies.first).isArrivalSeen == false)
    }

    @Test("a load that came while there were no readings is weighed, and marked")
    func arrivesInGap() throws {
        var scale = CycleDriver()
        scale.rest(at: 0, seconds: 1)
        scale.silence(seconds: 600)
        scale.rest(at: 64.5, seconds: 1)
        scale.rest(at: 0, seconds: 1)
        #expect(scale.story == ["loaded", "weighed 64.5 kg", "cleared"])
        #expect(try #require(scale.weighings.first).remarks == .arrivalUnseen)
        #expect(try #require(scale.occupancies.first).isArrivalSeen == false)
    }

    @Test("the same load after a gap is not weighed again")
    func sameAfterGap() throws {
        var scale = CycleDriver()
        scale.rest(at: 0, seconds: 1)
        scale.rest(at: 64.5, seconds: 2)
        scale.silence(seconds: 600)
        scale.rest(at: 64.4, seconds: 5)
        scale.rest(at: 0, seconds: 1)
        #expect(scale.story == ["loaded", "weighed 64.5 kg", "cleared"])
        #expect(try #require(scale.occupancies.first).isDepartureSeen)
    }

    @Test("another load after a gap is another weighing", arguments: [30.0, 90.0])
    func otherAfterGap(weight: Double) throws {
        var scale = CycleDriver()
        scale.rest(at: 0, seconds: 1)
        scale.rest(at: 64.5, seconds: 2)
        scale.silence(seconds: 600)
        scale.rest(at: weight, seconds: 5)
        scale.rest(at: 0, seconds: 1)
        #expect(scale.story == ["loaded", "weighed 64.5 kg", "cleared", "weighed \(weight) kg", "cleared"])
        #expect(scale.weighings[1].supersedes == nil)
        #expect(scale.weighings[1].remarks == .arrivalUnseen)
        let first = try #require(scale.occupancies.first)
        #expect(!first.isDepartureSeen)
        #expect(first.endedAt == Moment(microseconds: 2_900_000))
        #expect(first.readings == 20)
        #expect(first.peakGrams == 64_500)
    }

    @Test("no level reaches over a gap")
    func levelAndGap() {
        var scale = CycleDriver()
        scale.rest(at: 0, seconds: 1)
        scale.rest(at: 64.5, seconds: 0.3)
        scale.silence(seconds: 6)
        scale.rest(at: 64.5, seconds: 0.3)
        #expect(scale.weighings.isEmpty)
        scale.rest(at: 64.5, seconds: 0.5)
        #expect(scale.weighings.map(\.remarks) == [.interrupted])
    }

    @Test("a clock that is set back stops no weighing")
    func clockBack() {
        var scale = CycleDriver()
        scale.rest(at: 0, seconds: 1)
        scale.time += 3_600_000
        scale.rest(at: 0, seconds: 1)
        scale.time -= 7_200_000
        scale.rest(at: 64.5, seconds: 1)
        scale.rest(at: 0, seconds: 1)
        #expect(scale.weighings.count == 1)
        #expect(scale.story.last == "cleared")
    }

    @Test("a clock that is set back while a load rests delays its weighing by no more than a level's time")
    func clockBackInLevel() {
        var scale = CycleDriver()
        scale.rest(at: 0, seconds: 1)
        scale.rest(at: 64.5, seconds: 0.3)
        scale.time -= 7_200_000
        scale.rest(at: 64.5, seconds: 1)
        #expect(scale.weighings.count == 1)
        scale.rest(at: 0, seconds: 0.2)
        scale.time -= 7_200_000
        scale.rest(at: 0, seconds: 1)
        #expect(scale.story.last == "cleared")
    }

    @Test("figures that are none interrupt a level")
    func blanks() {
        var scale = CycleDriver()
        scale.rest(at: 0, seconds: 1)
        for _ in 0..<20 {
            scale.rest(at: 64.5, seconds: 0.3)
            scale.take(ScaleReading(weight: nil, kind: .gross, stability: .stable, range: .within))
        }
        #expect(scale.story == ["loaded"])
        scale.rest(at: 64.5, seconds: 1)
        #expect(scale.weighings.count == 1)
    }

    // MARK: Anything

    /// What holds whatever a scale sends: loads begin and end in turn, each weighing belongs to one, numbers count up.
    @Test("loads and weighings are always in order", arguments: 1...12)
    func anything(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var scale = CycleDriver()
        let levels: [Double] = [-30, -3, 0, 0, 0, 1, 3, 4, 6, 20, 60, 110, 900]
        for _ in 0..<400 {
            let level = levels.randomElement(using: &random) ?? 0
            switch Int.random(in: 0..<12, using: &random) {
            case 0: scale.silence(seconds: Double.random(in: -20...20, using: &random))
            case 1: scale.overRange(seconds: 1)
            case 2: scale.underRange(seconds: 1)
            case 3: scale.swing(level, 50, seconds: Double.random(in: 0...90, using: &random), .notSaid)
            case 4: scale.take(ScaleReading(weight: Weight(digits: .max, exponent: 0, unit: .gram), range: .within))
            default: scale.rest(at: level, seconds: Double.random(in: 0...3, using: &random))
            }
        }
        var isLoaded = false
        var last = 0
        for event in scale.events {
            switch event {
            case .loaded:
                #expect(!isLoaded)
                isLoaded = true
            case .weighed(let weighing):
                #expect(weighing.number == last + 1)
                #expect(weighing.supersedes == nil || weighing.supersedes == last)
                #expect(weighing.completedAt.microseconds(since: weighing.levelFrom) >= 0)
                last = weighing.number
                isLoaded = true
            case .cleared(let occupancy):
                #expect(isLoaded && occupancy.weighing == last)
                isLoaded = false
            case .removedUnsettled(let occupancy), .tooLight(let occupancy):
                #expect(isLoaded && occupancy.weighing == nil)
                isLoaded = false
            case .neverSettles, .overRange: #expect(isLoaded)
            case .underRange, .zeroDrift: break
            }
        }
        #expect(isLoaded == scale.cycle.isLoaded)
        #expect(last > 10)
    }
}
