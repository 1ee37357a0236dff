package import WeighScale

/// An enclosed cleaning station (密闭式清洁站) or the gate of a plant: one scale, one terminal.
package struct WeighingSite: Sendable {
    package let code: String
    package let name: String
    /// Index into ``Town/all``.
    package let town: Int
    package let place: PlanePoint
    package let scale: String
    /// Grams.
    package let scaleIntervalG: Int
    package let terminal: VehicleIdentity
    /// Number of the scale in the registry, a terminal of its own.
    package let scaleNumber: String
    /// How its indicator speaks.
    package let dialect: ScaleDialect.Form
    /// What the DTU at its indicator says first: printable ASCII.
    package let registrationPacket: String

    /// A station's platform, not a plant's weighbridge.
    package var isPlatform: Bool { scaleIntervalG < 10_000 }
}
