/// A kind of thing or binding in the registry: one file, one table. Import, export and checks follow this description.
package struct RegistryKind: Sendable {
    /// The file's name without `.csv`, and the table in its schema.
    package let name: String
    package let chinese: String
    /// Primary key of the table.
    let id: String
    package let columns: [RegistryColumn]
    /// Schema of the table; what other kinds refer to stands in `registry`.
    package var schema = "registry"
    /// Columns of which exactly one is filled.
    var exactlyOne: [String] = []
    /// Columns of which one is filled at most.
    var atMostOne: [String] = []
    /// Columns, not keys, whose values occur once.
    var unique: [String] = []
    /// Gateways keep these rows and are told of changes.
    var concernsGateways = false
    /// Gateways enter rows of their own and write what they hear into others; an import does not keep them from it.
    var isWrittenByGateways = false

    package static func named(_ name: String) -> RegistryKind? { all.first { $0.name == name } }

    package func column(_ name: String) -> RegistryColumn? { columns.first { $0.name == name } }

    var keys: [RegistryColumn] { columns.filter(\.isKey) }

    func column(of type: ColumnType) -> RegistryColumn? { columns.first { $0.type == type } }

    /// The column by which other kinds refer to this one.
    var referenceColumn: String { name == "waste_type" ? "code" : keys[0].name }

    /// The column that a binding begins with, and a part of its key; nil for things.
    var lowerKey: RegistryColumn? {
        columns.first { $0.isKey && ($0.type == .validFrom || $0.type == .firstDay) }
    }

    /// What a binding is about: its key without the beginning.
    var subject: [RegistryColumn] { keys.filter { $0 != lowerKey } }

    /// True for things that have days of service.
    var hasService: Bool { lowerKey == nil && column(of: .firstDay) != nil }
}
