/// What a column of a registry file takes, and how it stands in its table.
package enum ColumnType: Sendable, Equatable {
    /// 1 to 32 of `A-Z a-z 0-9 . _ -`, the first a letter or digit.
    case code
    /// One line of at most 200 characters.
    case text
    /// Text of a form of its own.
    case form(TextForm)
    case word([String])
    /// Words that stand in the table as numbers.
    case coded([Coding])
    case number(ClosedRange<Int>)
    case yesNo
    /// A local day in a column of its own.
    case day
    /// The bounds of `valid daterange`, both included.
    case firstDay, lastDay
    /// The bounds of `valid tstzrange`: included, and not included. Local time.
    case validFrom, validTo
    /// The parts of `place`, WGS-84 degrees with six decimals.
    case longitude, latitude
    /// `area`, WKT in WGS-84 degrees.
    case area
    /// Bytes in hexadecimal digits, so many.
    case hex(ClosedRange<Int>)
    /// The key of a row of another kind.
    case reference(String)

    package struct Coding: Sendable, Equatable {
        let word: String
        let number: Int
    }
}

/// Text with a form that can be checked by itself.
package enum TextForm: Sendable, Equatable {
    /// `a-z` and `_`, the first a letter, at most 32.
    case lowercaseWord
    /// `a-z 0-9 _ -`, the first a letter or digit.
    case profile
    /// Terminal number without leading zeros.
    case terminalNumber
    case plate
    /// GB 16735, 17 characters.
    case vin
    /// GB 32100, 18 characters with a check character.
    case creditCode
    case licenceClass
    case certificateNumber
    /// `04:00-07:00 19:00-22:00`, local times; the last may end on the next day.
    case windows
    /// Digits 1, Monday, to 7, Sunday, in order.
    case weekdays
}

/// A column of a registry file.
package struct RegistryColumn: Sendable, Equatable {
    package let name: String
    package let chinese: String
    package let type: ColumnType
    /// Part of what a row is known by.
    package var isKey = false
    /// Must be there and filled.
    package var isNeeded = false
    /// What an empty field means; nil: nothing.
    package var defaultValue: String?
    /// The column of the table, where it has another name.
    var tableColumn: String

    init(_ name: String, _ chinese: String, _ type: ColumnType, table: String? = nil) {
        self.name = name
        self.chinese = chinese
        self.type = type
        self.tableColumn = table ?? name
    }

    /// Part of the key, and never empty.
    var key: RegistryColumn {
        var column = self
        column.isKey = true
        column.isNeeded = true
        return column
    }

    /// Part of the key; empty is a value like others.
    var openKey: RegistryColumn {
        var column = self
        column.isKey = true
        return column
    }

    var needed: RegistryColumn {
        var column = self
        column.isNeeded = true
        return column
    }

    func defaults(to value: String) -> RegistryColumn {
        var column = self
        column.defaultValue = value
        return column
    }
}
