/// Which field of a row is which column of the kind.
struct FileHeader: Sendable, Equatable {
    /// For each column of the kind the place of its field; nil: the file does not have it.
    let places: [Int?]
    let fieldCount: Int
    /// What the file's coordinates are in.
    let system: CoordinateSystem

    /// - Returns: nil, and faults, when a name is unknown or twice there, or a needed column is missing.
    static func read(_ names: [String], of kind: RegistryKind, fault: (String?, String) -> Void) -> FileHeader? {
        var names = names.map { TrimmedField.text($0) }
        // Excel writes commas for columns that once held something.
        while names.last == "" { names.removeLast() }
        var places = [Int?](repeating: nil, count: kind.columns.count)
        var systems: Set<CoordinateSystem> = []
        var isSound = true
        func refuse(_ name: String?, _ reason: String) {
            isSound = false
            fault(name, reason)
        }
        for (place, name) in names.enumerated() {
            guard let (index, system) = column(name, of: kind) else {
                refuse(name, "unknown column; accepted: " + kind.columns.map(\.name).joined(separator: ", "))
                continue
            }
            if places[index] != nil { refuse(name, "the column stands there twice") }
            places[index] = place
            if let system { systems.insert(system) }
        }
        for (column, place) in zip(kind.columns, places) where place == nil && (column.isNeeded || column.isKey) {
            refuse(nil, "the column \(column.name) (\(column.chinese)) is missing")
        }
        if let longitude = kind.columns.firstIndex(where: { $0.type == .longitude }),
            let latitude = kind.columns.firstIndex(where: { $0.type == .latitude }),
            (places[longitude] == nil) != (places[latitude] == nil)
        {
            refuse(nil, "longitude and latitude stand together: one of the two columns is missing")
        }
        if systems.count > 1 { refuse(nil, "all coordinates of a file are in one system") }
        guard isSound else { return nil }
        return FileHeader(places: places, fieldCount: names.count, system: systems.first ?? .wgs84)
    }

    /// The column of a name, and for one with coordinates their system.
    private static func column(_ name: String, of kind: RegistryKind) -> (Int, CoordinateSystem?)? {
        let lowered = name.lowercased()
        for (index, column) in kind.columns.enumerated() {
            switch column.type {
            case .longitude, .latitude, .area:
                for system in CoordinateSystem.allCases {
                    let suffix = system == .wgs84 ? "" : "_\(system.rawValue)"
                    if lowered == column.name + suffix || lowered == column.chinese + suffix { return (index, system) }
                }
            default:
                if lowered == column.name || name == column.chinese { return (index, nil) }
            }
        }
        return nil
    }
}

enum TrimmedField {
    /// Without spaces at its ends: ASCII and ideographic ones, and the no-break space that pages paste.
    static func text(_ field: String) -> String {
        let isSpace = { (scalar: Unicode.Scalar) in [" ", "\t", "\u{A0}", "\u{3000}"].contains(scalar) }
        guard let first = field.unicodeScalars.first, let last = field.unicodeScalars.last,
            isSpace(first) || isSpace(last)
        else { return field }
        let scalars = field.unicodeScalars.drop(while: isSpace)
        let trailing = scalars.reversed().prefix(while: isSpace).count
        return String(Substring.UnicodeScalarView(scalars.dropLast(trailing)))
    }
}
