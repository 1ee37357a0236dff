/// Reads the WKT of an area: `POLYGON ((lon lat, ...))` or `MULTIPOLYGON (((lon lat, ...)), ...)`.
struct AreaText {
    static let mostCorners = 10_000

    private var rest: Substring
    private var corners = 0
    private let system: CoordinateSystem

    /// The same area as `MULTIPOLYGON` in WGS-84, rounded to 1e-6 degree.
    static func wgs84(_ text: String, from system: CoordinateSystem) throws(FieldRefusal) -> String {
        var reader = AreaText(rest: text[...], system: system)
        return try reader.area()
    }

    private mutating func area() throws(FieldRefusal) -> String {
        skipSpaces()
        let word = rest.prefix { $0.isLetter }.uppercased()
        rest = rest.dropFirst(word.count)
        let polygons: String
        switch word {
        case "POLYGON": polygons = "(" + (try polygon()) + ")"
        case "MULTIPOLYGON": polygons = try list { reader throws(FieldRefusal) in try reader.polygon() }
        default: throw FieldRefusal("accepted: POLYGON ((lon lat, ...)) or MULTIPOLYGON (((lon lat, ...)), ...)")
        }
        skipSpaces()
        guard rest.isEmpty else { throw FieldRefusal("text behind the area: '\(rest.prefix(20))'") }
        return "MULTIPOLYGON" + polygons
    }

    private mutating func polygon() throws(FieldRefusal) -> String {
        try list { reader throws(FieldRefusal) in try reader.ring() }
    }

    private mutating func ring() throws(FieldRefusal) -> String {
        var points: [String] = []
        let text = try list { reader throws(FieldRefusal) in
            let point = try reader.corner()
            points.append(point)
            return point
        }
        guard points.count >= 4, points.first == points.last else {
            throw FieldRefusal("a ring has at least four corners, the last the same as the first")
        }
        return text
    }

    private mutating func corner() throws(FieldRefusal) -> String {
        corners += 1
        guard corners <= Self.mostCorners else { throw FieldRefusal("more than \(Self.mostCorners) corners") }
        let position = GeoPosition(longitude: try number(), latitude: try number())
        guard position.isInChina else {
            throw FieldRefusal("the corner \(position.longitude) \(position.latitude) is not in China; is it lon lat?")
        }
        let converted = position.wgs84(from: system)
        return Degrees.text(converted.longitude) + " " + Degrees.text(converted.latitude)
    }

    private mutating func number() throws(FieldRefusal) -> Double {
        skipSpaces()
        let text = rest.prefix { $0 != " " && $0 != "," && $0 != ")" && $0 != "(" }
        guard let value = Degrees.parse(text) else {
            throw FieldRefusal("'\(text.prefix(20))' is no number of degrees")
        }
        rest = rest.dropFirst(text.count)
        return value
    }

    /// `( item , item ... )`
    private mutating func list(_ item: (inout AreaText) throws(FieldRefusal) -> String) throws(FieldRefusal) -> String {
        try expect("(")
        var items = [try item(&self)]
        skipSpaces()
        while rest.first == "," {
            rest = rest.dropFirst()
            items.append(try item(&self))
            skipSpaces()
        }
        try expect(")")
        return "(" + items.joined(separator: ",") + ")"
    }

    private mutating func expect(_ character: Character) throws(FieldRefusal) {
        skipSpaces()
        guard rest.first == character else {
            throw FieldRefusal("'\(character)' is missing before '\(rest.prefix(20))'")
        }
        rest = rest.dropFirst()
    }

    private mutating func skipSpaces() { rest = rest.drop { $0 == " " } }
}
