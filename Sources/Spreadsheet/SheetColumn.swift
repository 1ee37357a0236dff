/// A column of a sheet: what stands above it, and how its values are shown.
package struct SheetColumn: Sendable, Equatable {
    /// How PostgreSQL's text of a value becomes a cell. A text that does not fit its kind is shown as it is.
    package enum Kind: Sendable, Equatable {
        case text
        /// `42`, `-0.25`; a number of more than 15 digits becomes text, since Excel would round it.
        case number
        /// `t`, `f`
        case bool
        /// `2026-06-01`
        case date
        /// `2026-06-01 05:00:00`, with a fraction and an offset, which are left out, or without
        case timestamp
        /// `05:00:00`, with a fraction, which is left out, or without
        case time
    }

    package let title: String
    package let kind: Kind

    package init(title: String, kind: Kind) {
        self.title = title
        self.kind = kind
    }
}
