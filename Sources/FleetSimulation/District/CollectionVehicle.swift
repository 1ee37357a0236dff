/// A vehicle of the simulated district, with its terminal.
package struct CollectionVehicle: Sendable {
    /// What it does all day.
    package enum Kind: String, CaseIterable, Sendable {
        case kitchen
        case residual
        case recyclable
        case catering
        /// Takes full boxes from stations to plants.
        case hookLift = "hook_lift"
        case sweeping

        /// What it lifts; nil for those that lift no bins.
        package var waste: WasteKind? {
            switch self {
            case .kitchen: .kitchen
            case .residual: .residual
            case .recyclable: .recyclable
            case .catering: .catering
            case .hookLift, .sweeping: nil
            }
        }

        /// Empty weight in grams, before the vehicle's own difference.
        var tareG: Int {
            switch self {
            case .kitchen: 7_800_000
            case .residual: 9_200_000
            case .recyclable: 6_400_000
            case .catering: 6_900_000
            case .hookLift: 11_500_000
            case .sweeping: 8_300_000
            }
        }

        /// What it may load, in kilograms.
        var loadKg: Int {
            switch self {
            case .kitchen, .catering: 8_000
            case .residual: 9_500
            case .recyclable: 5_000
            case .hookLift: 16_000
            case .sweeping: 6_000
            }
        }
    }

    package let code: String
    package let plate: String
    package let kind: Kind
    /// Index into ``District/carriers``.
    package let carrier: Int
    /// Weight without load in grams.
    package let tareG: Int
    package let terminal: VehicleIdentity
}
