/// The unit that an indicator names for its weights. Raw values are what configuration files and vectors say.
public enum WeightUnit: String, Hashable, Sendable, CaseIterable {
    case gram = "g"
    case kilogram = "kg"
    case tonne = "t"
    case pound = "lb"
    /// Avoirdupois.
    case ounce = "oz"
    case troyOunce = "ozt"
    case pennyweight = "dwt"
    /// 2000 pounds.
    case shortTon = "ton"
    /// Newton, or a unit of the customer's own: no mass can be told from it.
    case newton = "N"

    /// Nanograms in one unit, exact by definition; nil for what is no mass.
    var nanograms: Int128? {
        switch self {
        case .gram: 1_000_000_000
        case .kilogram: 1_000_000_000_000
        case .tonne: 1_000_000_000_000_000
        case .pound: 453_592_370_000
        case .ounce: 28_349_523_125
        case .troyOunce: 31_103_476_800
        case .pennyweight: 1_555_173_840
        case .shortTon: 907_184_740_000_000
        case .newton: nil
        }
    }
}
