/// Waste types of a simulated bin, with the codes of a record.
package enum WasteKind: UInt8, CaseIterable, Sendable {
    case kitchen = 1
    case residual = 2
    case recyclable = 3
    case catering = 5

    /// As in the registry: `kitchen`, `residual`, ...
    package var code: String {
        switch self {
        case .kitchen: "kitchen"
        case .residual: "residual"
        case .recyclable: "recyclable"
        case .catering: "catering"
        }
    }

    package var name: String {
        switch self {
        case .kitchen: "厨余垃圾"
        case .residual: "其他垃圾"
        case .recyclable: "可回收物"
        case .catering: "餐厨垃圾"
        }
    }
}
