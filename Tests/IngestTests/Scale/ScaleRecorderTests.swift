import NIOCore
import Registry
import TagReader
import Telemetry
import Testing
import WeighScale

@testable import Ingest

@Suite("ScaleRecorder")
struct ScaleRecorderTests {
    private static func profile(_ change: (inout Scale) -> Void = { _ in }) throws -> ScaleProfile {
        var scale = Scale(terminalID: 7, code: "S7", dialect: "toledo")
        scale.direction = 1
        change(&scale)
        return try ScaleProfile(scale)
    }

    /// Ten readings a second from `second` on.
    private static func feed(
        _ recorder: inout ScaleRecorder, kilograms: Int64, from second: Int64, count: Int = 20
    ) -> [ScaleRecorder.Outcome] {
        (0..<count).map { index in
            recorder.take(
                ScaleReading(
                    weight: Weight(digits: kilograms, exponent: 0, unit: .kilogram), kind: .gross, stability: .stable,
                    range: .within),
                at: Instant(microseconds: second * 1_000_000 + Int64(index) * 100_000))
        }
    }

    private static func weighings(_ outcomes: [ScaleRecorder.Outcome]) -> [ScaleRecord] {
        outcomes.flatMap(\.weighings)
    }

    @Test("a load is one weighing, dated by the reading that completed it and numbered since the start")
    func weighing() throws {
        var recorder = ScaleRecorder(try Self.profile(), bootNumber: 42)
        #expect(Self.weighings(Self.feed(&recorder, kilograms: 0, from: 0)) == [])
        let made = Self.weighings(Self.feed(&recorder, kilograms: 80, from: 2))
        // Level for half a second: the sixth reading.
        #expect(
            made == [
                ScaleRecord(
                    key: .init(
                        terminalID: 7, recordedAt: Instant(microseconds: 2_500_000), bootNumber: 42, sequence: 1),
                    content: .weighing(
                        .init(
                            direction: 1, mode: 4, flags: 1, grossG: 80_000, tareG: nil, netG: nil, supersedes: nil)))
            ])
        #expect(Self.weighings(Self.feed(&recorder, kilograms: 0, from: 4)) == [])
        let next = Self.weighings(Self.feed(&recorder, kilograms: 30, from: 6))
        #expect(next.map(\.key.sequence) == [2])
    }

    @Test("more on top is a weighing that names the one it replaces")
    func supersedes() throws {
        var recorder = ScaleRecorder(try Self.profile(), bootNumber: 42)
        _ = Self.feed(&recorder, kilograms: 0, from: 0)
        _ = Self.feed(&recorder, kilograms: 80, from: 2)
        let more = Self.weighings(Self.feed(&recorder, kilograms: 120, from: 4))
        guard case .weighing(let weighing) = more.first?.content else {
            Issue.record("no weighing: \(more)")
            return
        }
        #expect(more.map(\.key.sequence) == [2])
        #expect(weighing.supersedes == 1)
    }

    @Test("a load that is there from the first is weighed and marked: it may have been weighed before")
    func arrivalUnseen() throws {
        var recorder = ScaleRecorder(try Self.profile(), bootNumber: 42)
        let made = Self.weighings(Self.feed(&recorder, kilograms: 80, from: 0))
        guard case .weighing(let weighing) = made.first?.content else {
            Issue.record("no weighing: \(made)")
            return
        }
        #expect(weighing.flags == 1 | 65_536)
    }

    @Test("samples are kept while the scale is told to, also of a blank display")
    func samples() throws {
        var recorder = ScaleRecorder(try Self.profile(), bootNumber: 42)
        #expect(Self.feed(&recorder, kilograms: 3, from: 0, count: 2).allSatisfy { $0.sample == nil })
        recorder.take(try Self.profile { $0.keepsSamples = true })
        let kept = Self.feed(&recorder, kilograms: 3, from: 1, count: 2).compactMap(\.sample)
        #expect(kept.map(\.key.sequence) == [1, 2])
        #expect(kept.map(\.content) == Array(repeating: .sample(.init(flags: 1, weightG: 3_000)), count: 2))
        let blank = recorder.take(
            ScaleReading(weight: nil, kind: .gross, stability: .stable, range: .over), at: Instant(microseconds: 9))
        #expect(blank.sample?.content == .sample(.init(flags: 5, weightG: nil)))
    }

    @Test("settings that change nothing of the cycle leave a load as it is: it is not weighed again")
    func settingsKeepTheCycle() throws {
        var recorder = ScaleRecorder(try Self.profile(), bootNumber: 42)
        _ = Self.feed(&recorder, kilograms: 0, from: 0)
        #expect(Self.weighings(Self.feed(&recorder, kilograms: 80, from: 2)).count == 1)
        recorder.take(try Self.profile { $0.keepsSamples = true })
        #expect(Self.weighings(Self.feed(&recorder, kilograms: 80, from: 4)) == [])
        // Other limits: the cycle begins anew, its numbers do not.
        recorder.take(try Self.profile { $0.toleranceG = 500 })
        #expect(Self.weighings(Self.feed(&recorder, kilograms: 80, from: 6)).map(\.key.sequence) == [2])
    }

    @Test("a tag that stays before the reader is one read; after the interval without it, another")
    func tags() throws {
        let profile = try Self.profile {
            $0.kind = "reader"
            $0.dialect = "tag-reader"
            $0.tagRepeatMs = 2_000
        }
        var recorder = ScaleRecorder(profile, bootNumber: 42)
        func see(_ tag: [UInt8], at second: Double) -> ScaleRecord? {
            recorder.take(
                TagSighting(rssi: -55, control: 0x3000, epc: ByteBuffer(bytes: tag), check: 0),
                at: Instant(microseconds: Int64(second * 1e6)))
        }
        let seen = [
            see([1], at: 0), see([1], at: 1.9), see([2], at: 2), see([1], at: 3.8), see([1], at: 5.8),
            see([1], at: 7.9),
        ]
        #expect(seen.map { $0?.key.sequence } == [1, nil, 2, nil, nil, 3])
        #expect(seen[2]?.content == .tagRead(.init(rssiDbm: -55, tag: [2])))
    }

    @Test("with an interval of 0 every sighting is kept")
    func everySighting() {
        var presence = TagPresence(intervalMs: 0)
        let tag = ByteBuffer(bytes: [1])
        let first = presence.sees(tag, at: 0)
        let second = presence.sees(tag, at: 0)
        #expect(first && second)
    }

    @Test("of more tags than 64 the one that was seen longest ago is forgotten")
    func manyTags() {
        var presence = TagPresence(intervalMs: 1_000_000)
        for tag in 0..<65 as Range<UInt8> {
            let isNew = presence.sees(ByteBuffer(bytes: [tag]), at: Int64(tag))
            #expect(isNew)
        }
        let second = presence.sees(ByteBuffer(bytes: [1]), at: 100)
        let first = presence.sees(ByteBuffer(bytes: [0]), at: 101)
        #expect(!second && first)
    }
}
