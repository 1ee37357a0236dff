import NIOCore
package import TagReader
package import Telemetry
package import WeighScale

/// Makes records of what one scale or reader sends, and numbers them. It belongs to the device and not to a connection: a load
/// that was weighed before a link broke is the same load after it.
package struct ScaleRecorder: Sendable {
    /// What follows from a reading; nearly always nothing.
    package struct Outcome: Sendable, Equatable {
        package var sample: ScaleRecord?
        package var weighings: [ScaleRecord] = []
        /// What else the cycle says.
        package var events: [WeighingEvent] = []
    }

    private var profile: ScaleProfile
    private let bootNumber: Int32
    private var cycle: WeighingCycle
    private var tags: TagPresence
    private var weighings: Int64 = 0
    private var samples: Int64 = 0
    private var reads: Int64 = 0

    package init(_ profile: ScaleProfile, bootNumber: Int32) {
        self.profile = profile
        self.bootNumber = bootNumber
        cycle = WeighingCycle(profile.cycle)
        tags = TagPresence(intervalMs: profile.tagRepeatMs)
    }

    /// Takes other settings from the registry. A cycle with other limits begins anew, and so does one of another stream;
    /// numbers go on.
    package mutating func take(_ changed: ScaleProfile) {
        if changed.cycle != profile.cycle || changed.codec != profile.codec { cycle = WeighingCycle(changed.cycle) }
        if changed.tagRepeatMs != profile.tagRepeatMs { tags = TagPresence(intervalMs: changed.tagRepeatMs) }
        profile = changed
    }

    /// - Parameter now: when it was read from the socket.
    package mutating func take(_ reading: ScaleReading, at now: Instant) -> Outcome {
        var outcome = Outcome()
        if profile.keepsSamples {
            samples += 1
            outcome.sample = record(
                .sample(
                    .init(
                        flags: Int32(reading.flags.rawValue),
                        weightG: reading.weight?.grams.flatMap { Int32(exactly: $0) })), at: now, samples)
        }
        for event in cycle.take(reading, at: Moment(microseconds: now.microseconds)) {
            guard case .weighed(let weighing) = event else {
                outcome.events.append(event)
                continue
            }
            outcome.weighings.append(record(of: weighing, at: now))
        }
        return outcome
    }

    /// - Returns: nil for a tag that has been there already.
    package mutating func take(_ sighting: TagSighting, at now: Instant) -> ScaleRecord? {
        guard tags.sees(sighting.epc, at: now.microseconds) else { return nil }
        reads += 1
        return record(
            .tagRead(.init(rssiDbm: Int16(sighting.rssi), tag: Array(sighting.epc.readableBytesView))), at: now, reads)
    }

    private mutating func record(of weighing: Weighing, at now: Instant) -> ScaleRecord {
        weighings += 1
        // A load is superseded by its next level, and nothing is weighed in between.
        let supersedes = weighing.supersedes == nil ? nil : weighings - 1
        return record(
            .weighing(
                .init(
                    direction: profile.direction, mode: profile.weighMode,
                    flags: Int32(weighing.flags.rawValue) | Int32(weighing.remarks.rawValue) << 16,
                    grossG: weighing.grossGrams.flatMap { Int32(exactly: $0) },
                    tareG: weighing.tareGrams.flatMap { Int32(exactly: $0) },
                    netG: weighing.netGrams.flatMap { Int32(exactly: $0) }, supersedes: supersedes)), at: now, weighings
        )
    }

    private func record(_ content: ScaleRecord.Content, at now: Instant, _ sequence: Int64) -> ScaleRecord {
        ScaleRecord(
            key: .init(
                terminalID: profile.terminalID, recordedAt: now, bootNumber: bootNumber, sequence: sequence),
            content: content)
    }
}
