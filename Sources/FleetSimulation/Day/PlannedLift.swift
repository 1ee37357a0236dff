/// A bin that was emptied, and what its record says.
package struct PlannedLift: Sendable {
    package enum Fault: String, Sendable {
        case unknownTag = "unknown_tag"
        case neighbourTag = "neighbour_tag"
        case noTag = "no_tag"
        case overload
        /// The second record of a bin that was shaken twice.
        case double
        /// Lifted and set down full.
        case touch
        /// Wash water, before the lift itself.
        case negative
        /// The weight is one by the volume.
        case estimate = "volume_estimate"
        /// The scale is dead: the read of the tag came alone.
        case noWeight = "no_weight"
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
    /// The read of the tag is all that comes of it.
    package let isReadOnly: Bool
    /// It completes the collection.
    package let completes: Bool
    package internal(set) var bootNumber: UInt16
    /// Of the lift's record; a tag read, when there is one, has the number before it, and this one when it comes alone.
    package let sequence: UInt32
}
