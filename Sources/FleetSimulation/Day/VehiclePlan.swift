/// The day of one vehicle before it is reported: its way, its lifts, what is wrong with its terminal.
package struct VehiclePlan: Sendable {
    /// Index into ``District/vehicles``.
    package let vehicle: Int
    package internal(set) var faults = TerminalFaults()
    /// It weighs what it lifts.
    package internal(set) var hasScale = true
    let shifts: [RoutePlanner.Shift]
    let legs: [RouteLeg]
    /// In order of time, as are their numbers.
    package internal(set) var lifts: [PlannedLift] = []
    /// Driven in the day, in centimetres, reported or not.
    package let drivenCm: Int
    /// Odometer at midnight, in centimetres.
    let odometerCm: Int
    /// Tank at midnight, tenths of a litre.
    let fuelDl: Int
    /// The terminal's count of starts before today.
    let bootNumber: Int

    /// Reports and records carry the start's number: that of the shift.
    func bootNumber(ofShift shift: Int) -> UInt16 { UInt16(bootNumber + shift + 1) }

    /// A report every ten seconds from power-up to power-off.
    static let intervalS = 10

    /// Reports that the terminal makes and sends: the rows of the day.
    package var reports: Int { shifts.reduce(0) { $0 + reports(of: $1) } }

    /// Those at the beginning of each shift, where a clock that is not set says something else.
    package var undatedReports: Int { shifts.reduce(0) { $0 + min(TerminalFaults.undatedReports, reports(of: $1)) } }

    /// True seconds of the first and the last report that are sent; nil when none is.
    package var reportedSpan: ClosedRange<Int>? {
        let reporting = shifts.filter { reports(of: $0) > 0 }
        guard let first = reporting.first, let last = reporting.last else { return nil }
        return first.startS...last.startS + (reports(of: last) - 1) * Self.intervalS
    }

    /// What the odometer says at a second at which the vehicle works.
    func odometerHm(at second: Int) -> Int {
        let driven = legs.last { $0.startS <= second }.map { $0.moment(at: min(second, $0.endS)).drivenCm } ?? 0
        return (odometerCm + driven) / 10_000
    }

    private func reports(of shift: RoutePlanner.Shift) -> Int {
        let end = faults.diesAt.map { min($0 - 1, shift.endS) } ?? shift.endS
        return end < shift.startS ? 0 : (end - shift.startS) / Self.intervalS + 1
    }
}
