/// A weighing at a station or a plant's gate, and what its record says.
package struct PlannedWeighing: Sendable {
    package enum Cause: String, Sendable {
        /// A collection vehicle tips at a station.
        case tipped
        /// A cart brought bins.
        case cart
        /// A full box leaves a station.
        case box
        case gateIn = "gate_in"
        case gateOut = "gate_out"
    }

    /// Index into ``DayPlan/sites``.
    package let site: Int
    package let cause: Cause
    /// True time, milliseconds after midnight.
    package let atMs: Int
    /// Index into ``District/vehicles``.
    package let vehicle: Int?
    package let waste: WasteKind
    package let grossG: Int
    package let tareG: Int
    package let netG: Int
    /// What was really on the scale, without its tare.
    package let trueNetG: Int
    package let isNotZeroed: Bool
    /// Both weighings of a gate have the same one.
    package let ticket: Int
    /// Of the record, within its terminal.
    package internal(set) var sequence: UInt32 = 0

    /// What lies on the scale, as it shows it, in grams.
    package var onScaleG: Int { cause == .gateOut ? tareG : grossG }

    /// 1 in, 2 out.
    package var direction: UInt8 {
        switch cause {
        case .tipped, .cart, .gateIn: 1
        case .box, .gateOut: 2
        }
    }
}
