/// A bin that was emptied, and what its record says.
package struct PlannedLift: Sendable {
    package enum Fault: String, Sendable {
        case unknownTag = "unknown_tag"
        case neighbourTag = "neighbour_tag"
        case noTag = "no_tag"
        case overload
        /// The second record of a bin that was shaken twice.
        case double
    }

    /// True time, milliseconds after midnight.
    package let atMs: Int
    /// Index into ``DayPlan/stops``.
    package let stop: Int
    /// Index into ``District/bins``: the bin that it was.
    package let bin: Int
    /// As read; nil without.
    package let tag: UInt64?
    package let grossG: Int
    package let tareG: Int
    package let netG: Int
    /// What fell into the vehicle.
    package let trueNetG: Int
    package let isOverRange: Bool
    package let isNotZeroed: Bool
    package let fault: Fault?
    package internal(set) var bootNumber: UInt16
    /// Of the lift's record; a tag read, when there is one, has the number before it.
    package let sequence: UInt32
}
