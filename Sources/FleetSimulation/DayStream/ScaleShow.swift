package import NIOCore
import WeighScale

/// What the indicator of one scale shows over a day, reading after reading: empty, a load that comes on, a stable plateau, the
/// load going off. A pure value; each call is one frame, ten a second on the wire.
package struct ScaleShow: Sendable {
    // Frames of each part of a weighing. At ten a second the plateau lasts as long as the weighing cycle asks for where the
    // indicator does not say that it is stable, and a second more.
    private static let emptyFrames = 12
    private static let movingFrames = 4
    private static let restingFrames = 25

    /// Frames of one weighing.
    package static let framesOfWeighing = emptyFrames + 2 * movingFrames + restingFrames

    private let dialect: ScaleDialect
    /// What lies on the scale, in grams, and the second of the day from which on.
    private let loads: [(grams: Int, second: Int)]
    /// Weighings that were shown to their end.
    package private(set) var done = 0
    /// Empty frames behind the last weighing.
    private(set) var emptyAtEnd = 0
    private var frame = 0

    /// - Parameter site: index into ``DayPlan/sites``.
    package init(_ day: DayPlan, site: Int) {
        dialect = ScaleDialect(day.sites[site].dialect)
        loads = day.weighings[site].map { ($0.onScaleG, $0.atMs / 1000) }
    }

    package var count: Int { loads.count }
    package var isDone: Bool { done == loads.count }

    /// The link broke. What lies on the scale stays there, at rest for as long as a plateau takes, so that no weighing is lost
    /// with it and none is made twice.
    package mutating func resume() {
        let restsFrom = Self.emptyFrames + Self.movingFrames
        if (restsFrom..<restsFrom + Self.restingFrames).contains(frame) { frame = restsFrom }
    }

    /// Appends the next frame. Until the next weighing has its time the scale is empty.
    /// - Parameter second: of the day.
    package mutating func writeNext(at second: Int, into out: inout ByteBuffer) {
        let mayLoad = !isDone && loads[done].second <= second
        if frame < Self.emptyFrames || !mayLoad && frame == Self.emptyFrames {
            write(grams: 0, isStable: true, into: &out)
            if frame < Self.emptyFrames { frame += 1 }
            if isDone { emptyAtEnd += 1 }
            return
        }
        let load = loads[done].grams
        let place = frame - Self.emptyFrames
        if place < Self.movingFrames {
            write(grams: load * (place + 1) / (Self.movingFrames + 1), isStable: false, into: &out)
        } else if place < Self.movingFrames + Self.restingFrames {
            write(grams: load, isStable: true, into: &out)
        } else {
            let left = Self.framesOfWeighing - frame
            write(grams: load * left / (Self.movingFrames + 1), isStable: false, into: &out)
        }
        frame += 1
        if frame == Self.framesOfWeighing {
            frame = 0
            done += 1
        }
    }

    private func write(grams: Int, isStable: Bool, into out: inout ByteBuffer) {
        let weight = Weight(digits: Int64(grams / 1000), exponent: 0, unit: .kilogram)
        // Yaohua's continuous frames have no place for the rest.
        let reading =
            dialect.form == .yaohua
            ? ScaleReading(weight: weight)
            : ScaleReading(
                weight: weight, tare: Weight(digits: 0, exponent: 0, unit: .kilogram), kind: .gross,
                stability: isStable ? .stable : .moving, range: .within)
        guard ScaleWriter.write(reading, as: dialect, into: &out) else {
            preconditionFailure("an indicator with six digits shows every load of the day")
        }
    }
}
