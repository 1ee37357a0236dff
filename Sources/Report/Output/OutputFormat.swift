package import Spreadsheet

/// The form of a file of rows.
package enum OutputFormat: String, Sendable, CaseIterable {
    case csv, json, xlsx
}

/// A column of the rows: its name for programs, its title for people.
package struct OutputColumn: Sendable, Equatable {
    package let name: String
    package let title: String
    package let kind: SheetColumn.Kind

    package init(name: String, title: String, kind: SheetColumn.Kind) {
        self.name = name
        self.title = title
        self.kind = kind
    }

    /// - Parameter type: OID of PostgreSQL's type.
    package init(name: String, title: String, type: UInt32) {
        // Fixed in the server's pg_type.dat.
        let kind: SheetColumn.Kind =
            switch type {
            case 16: .bool
            case 20, 21, 23, 700, 701, 1700: .number
            case 1082: .date
            case 1083: .time
            case 1114, 1184: .timestamp
            default: .text
            }
        self.init(name: name, title: title, kind: kind)
    }
}

/// What stands above the columns.
package enum HeaderLanguage: String, Sendable, CaseIterable {
    /// The names of the SQL, which programs may rely on.
    case english
    /// The titles, for people.
    case chinese
}
