/// What one vehicle brought to one place at once.
package struct PlannedTrip: Sendable {
    package let vehicle: Int
    /// Index into ``DayPlan/sites``: where the load went.
    package let site: Int
    /// The station that a box came from.
    package let station: Int?
    /// Seconds after midnight of arrival and departure.
    package let inAt: Int
    package let outAt: Int
    /// Records of lifts since the trip before, sent or not, and their net weight.
    package let lifts: Int
    package let liftsNetG: Int
    package let trueNetG: Int
    /// As weighed there: the station's platform, or the plant's gate.
    package let netG: Int
    package let ticket: Int
}
