/// SQL made of the description of a kind. A value has the same text in files, in exports and in the import's temporary tables, so
/// that equal rows are found by comparing texts.
struct RegistrySQL {
    /// Ends each part of a key; no field can hold it.
    static let keySeparator = "\u{1F}"

    let kind: RegistryKind

    init(_ kind: RegistryKind) { self.kind = kind }

    var table: String { "\(kind.schema).\(kind.name)" }
    /// Temporary tables of an import: rows as read, rows that are there, rows as they shall be, bindings that end by themselves.
    var staged: String { "import_\(kind.name)" }
    var current: String { "current_\(kind.name)" }
    var next: String { "next_\(kind.name)" }
    var closing: String { "closing_\(kind.name)" }

    /// Every row of the table, in the texts of the file; `row_id` besides.
    var exportedRows: String {
        let columns = kind.columns.map { "\(exported($0)) AS \(Self.quoted($0.name))" }
        let joins = references.map { column, other in
            "LEFT JOIN registry.\(other.name) AS ref_\(column.name) ON ref_\(column.name).\(other.id) = t.\(column.tableColumn)"
        }
        return "SELECT t.\(kind.id) AS row_id, \(columns.joined(separator: ", ")) FROM \(table) AS t "
            + joins.joined(separator: " ")
    }

    /// The key of a row with these columns, as the reader of files makes it.
    func key(_ prefix: String = "", of columns: [RegistryColumn]) -> String {
        columns.map { "coalesce(\(prefix)\(Self.quoted($0.name)), '') || E'\\x1f'" }.joined(separator: " || ")
    }

    /// The columns that refer to other kinds.
    var references: [(column: RegistryColumn, other: RegistryKind)] {
        kind.columns.compactMap { column in
            guard case .reference(let name) = column.type, let other = RegistryKind.named(name) else { return nil }
            return (column, other)
        }
    }

    static func quoted(_ name: String) -> String { "\"\(name)\"" }

    private func exported(_ column: RegistryColumn) -> String {
        let value = "t.\(column.tableColumn)"
        switch column.type {
        case .code, .text, .form, .word: return value
        case .coded(let codings):
            return "CASE \(value) " + codings.map { "WHEN \($0.number) THEN '\($0.word)'" }.joined(separator: " ")
                + " ELSE \(value)::text END"
        case .number, .day: return "\(value)::text"
        case .yesNo: return "CASE WHEN \(value) THEN 'yes' ELSE 'no' END"
        case .firstDay: return "lower(t.valid)::text"
        case .lastDay: return "(upper(t.valid) - 1)::text"
        case .validFrom: return Self.time("lower(t.valid)")
        case .validTo: return Self.time("upper(t.valid)")
        case .longitude: return "round(ST_X(t.place)::numeric, 6)::text"
        case .latitude: return "round(ST_Y(t.place)::numeric, 6)::text"
        case .area: return "ST_AsText(t.area, 6)"
        case .hex: return "upper(encode(\(value), 'hex'))"
        case .reference(let name):
            guard let other = RegistryKind.named(name), let key = other.column(other.referenceColumn) else {
                return value
            }
            return "ref_\(column.name).\(key.tableColumn)"
        }
    }

    /// Local time, as short as it says the same. Most are midnights, and patterns are dear.
    private static func time(_ instant: String) -> String {
        let local = "(\(instant) AT TIME ZONE telemetry.site_time_zone())"
        return """
            CASE WHEN \(local) = \(local)::date THEN to_char(\(local), 'YYYY-MM-DD') ELSE regexp_replace(regexp_replace( \
            to_char(\(local), 'YYYY-MM-DD HH24:MI:SS.US'), '\\.?0+$', ''), '( 00:00)?(:00)?$', '') END
            """
    }

    // MARK: From texts to the table

    /// Columns of the table with the expressions that make them of a row `n`.
    func targets(isUpdate: Bool) -> [(column: String, expression: String)] {
        kind.columns.compactMap { column in
            let value = "n.\(Self.quoted(column.name))"
            if isUpdate, column.isKey, column != kind.lowerKey { return nil }
            switch column.type {
            case .code, .text, .form, .word: return (column.tableColumn, value)
            case .coded(let codings):
                return (
                    column.tableColumn,
                    "CASE \(value) " + codings.map { "WHEN '\($0.word)' THEN \($0.number)" }.joined(separator: " ")
                        + " END"
                )
            case .number: return (column.tableColumn, "\(value)::integer")
            case .day: return (column.tableColumn, "\(value)::date")
            case .yesNo: return (column.tableColumn, "\(value) = 'yes'")
            case .firstDay: return ("valid", "daterange(n.first_day::date, n.last_day::date + 1)")
            case .validFrom:
                return ("valid", "tstzrange(\(Self.instant("n.valid_from")), \(Self.instant("n.valid_to")))")
            case .longitude: return ("place", "ST_SetSRID(ST_MakePoint(n.lon::float8, n.lat::float8), 4326)")
            case .area: return (column.tableColumn, "ST_GeomFromText(\(value), 4326)")
            case .hex: return (column.tableColumn, "decode(\(value), 'hex')")
            case .reference(let name):
                guard let other = RegistryKind.named(name) else { return nil }
                return (column.tableColumn, "ref_\(column.name).\(other.id)")
            case .lastDay, .validTo, .latitude: return nil
            }
        }
    }

    /// Joins that ``targets(isUpdate:)`` needs behind a row `n`.
    var targetJoins: String {
        references.map { column, other in
            let key = other.column(other.referenceColumn)?.tableColumn ?? "code"
            return "LEFT JOIN registry.\(other.name) AS ref_\(column.name) "
                + "ON ref_\(column.name).\(key) = n.\(Self.quoted(column.name))"
        }.joined(separator: " ")
    }

    static func instant(_ text: String) -> String { "(\(text)::timestamp AT TIME ZONE telemetry.site_time_zone())" }

    /// The bounds of a binding as local timestamps, from the texts behind `prefix`.
    func bounds(_ prefix: String) -> (lower: String, upper: String)? {
        switch kind.lowerKey?.type {
        case .validFrom:
            (
                "coalesce(\(prefix)valid_from::timestamp, '-infinity')",
                "coalesce(\(prefix)valid_to::timestamp, 'infinity')"
            )
        case .firstDay:
            (
                "coalesce(\(prefix)first_day::timestamp, '-infinity')",
                "coalesce((\(prefix)last_day::date + 1)::timestamp, 'infinity')"
            )
        default: nil
        }
    }
}
