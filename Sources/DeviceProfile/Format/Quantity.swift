/// What is measured, and in which units a profile may say so.
enum Quantity {
    /// Column in grams.
    case weight
    /// Column in 0.1 l.
    case volume
    /// Column in 0.1 km.
    case distance

    /// Each unit as a fraction of the column's.
    private var units: [(name: String, numerator: Int64, denominator: Int64)] {
        switch self {
        case .weight: [("g", 1, 1), ("kg", 1_000, 1), ("t", 1_000_000, 1), ("jin", 500, 1)]
        case .volume: [("ml", 1, 100), ("l", 10, 1)]
        case .distance: [("m", 1, 100), ("km", 10, 1)]
        }
    }

    var step: String {
        switch self {
        case .weight: "1 g"
        case .volume: "0.1 l"
        case .distance: "0.1 km"
        }
    }

    var example: String {
        switch self {
        case .weight: "-12.5 kg"
        case .volume: "-12.5 l"
        case .distance: "-12.5 km"
        }
    }

    var accepted: String {
        "\(units.map(\.name).joined(separator: ", ")), each with a number above 0 in front at will, such as "
            + "'\(step)' (up to 9 digits)"
    }

    /// Reads `kg`, `0.1 kg` or `-12.5 kg`.
    func scale(_ text: String) -> UnitScale? {
        let words = text.split(separator: " ")
        guard let name = words.last, words.count <= 2, let unit = units.first(where: { $0.name == name }) else {
            return nil
        }
        var factor = (mantissa: Int64(1), decimals: 0)
        if words.count == 2 {
            guard let decimal = Self.decimal(words[0]) else { return nil }
            factor = decimal
        }
        let numerator = factor.mantissa * unit.numerator
        let denominator = powersOfTen[factor.decimals] * unit.denominator
        let divisor = Self.greatestCommonDivisor(numerator, denominator)
        return UnitScale(numerator: numerator / divisor, denominator: denominator / divisor)
    }

    private static func decimal(_ text: Substring) -> (mantissa: Int64, decimals: Int)? {
        let isNegative = text.hasPrefix("-")
        let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
        let digits = parts.joined()
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }), digits.count <= 9,
            digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let magnitude = Int64(digits)
        else { return nil }
        return (isNegative ? -magnitude : magnitude, parts.count == 2 ? parts[1].count : 0)
    }

    private static func greatestCommonDivisor(_ left: Int64, _ right: Int64) -> Int64 {
        var (left, right) = (abs(left), abs(right))
        while right != 0 { (left, right) = (right, left % right) }
        return max(1, left)
    }
}
