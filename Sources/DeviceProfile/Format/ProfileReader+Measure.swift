import Yams

extension ProfileReader {
    private static let measureKeys = numberKeys + ["unit", "unit-at", "add", "none", "min", "max"]

    mutating func measure(_ node: Node, _ what: String, of quantity: Quantity) -> Measure? {
        guard let members = members(of: node, what, keys: Self.measureKeys) else { return nil }
        let field = number(node, members, what)
        let none = members["none"].flatMap { noneValues($0) } ?? []
        let least = members["min"].map { integer($0, "min", in: .min ... .max) } ?? .min
        let most = members["max"].map { integer($0, "max", in: .min ... .max) } ?? .max
        let offset = members["add"].map { self.offset($0, of: quantity) } ?? 0
        var scale: UnitScale?
        var selector: Measure.UnitSelector?
        switch (members["unit"], members["unit-at"]) {
        case (let unit?, nil): scale = self.scale(unit, of: quantity)
        case (nil, let place?):
            selector = self.selector(place, of: quantity)
            scale = UnitScale()
        default: report(node, "\(what) has no unit", accepted: "either unit or unit-at; \(quantity.accepted)")
        }
        if let least, let most, least > most, let node = members["max"] {
            report(node, "max is below min", accepted: "a number from \(least) on")
            return nil
        }
        guard let field, var scale, let least, let most, let offset else { return nil }
        scale.offset = offset
        if let codes = selector?.scales {
            selector?.scales = codes.map { code, scale in
                var scale = scale
                scale.offset = offset
                return (code, scale)
            }
        } else if members["unit-at"] != nil {
            return nil
        }
        return Measure(
            field: field, scale: scale, unitSelector: selector, none: none, bounds: least...most)
    }

    private mutating func noneValues(_ node: Node) -> [Int64]? {
        (node.sequence.map(Array.init) ?? [node]).compactMap { integer($0, "none", in: .min ... .max) }
    }

    private mutating func scale(_ node: Node, of quantity: Quantity) -> UnitScale? {
        if let scale = node.scalar.flatMap({ quantity.scale($0.string) }), scale.numerator > 0 { return scale }
        report(
            node, "unit is \(node.scalar.map { "'\($0.string)'" } ?? "no text")", accepted: quantity.accepted)
        return nil
    }

    private mutating func offset(_ node: Node, of quantity: Quantity) -> Int64? {
        if let amount = node.scalar.flatMap({ quantity.scale($0.string) }),
            amount.numerator.isMultiple(of: amount.denominator)
        {
            return amount.numerator / amount.denominator
        }
        report(
            node, "add is \(node.scalar.map { "'\($0.string)'" } ?? "no text")",
            accepted: "an amount such as '\(quantity.example)', in whole steps of \(quantity.step)")
        return nil
    }

    private mutating func selector(_ node: Node, of quantity: Quantity) -> Measure.UnitSelector? {
        guard let members = members(of: node, "unit-at", keys: Self.numberKeys + ["units"]) else { return nil }
        let field = number(node, members, "unit-at")
        guard
            let units = required(
                "units", in: members, of: node, "unit-at", accepted: "a mapping of codes to units such as {0: kg}")
        else { return nil }
        guard let mapping = units.mapping, !mapping.isEmpty else {
            report(units, "units is no mapping", accepted: "a mapping of codes to units such as {0: kg}")
            return nil
        }
        var scales: [(code: Int64, scale: UnitScale)] = []
        for (code, unit) in mapping {
            let code = self.integer(code, "a code of units", in: 0 ... .max)
            if let scale = self.scale(unit, of: quantity), let code { scales.append((code, scale)) }
        }
        return field.map { Measure.UnitSelector(field: $0, scales: scales) }
    }
}
