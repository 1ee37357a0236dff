/// What became of a batch's rows in PostgreSQL, table by table: every row is in one of the three.
package struct WriteOutcome: Sendable, Equatable {
    /// Counts by ``TelemetryTable``.
    package struct Counts: Sendable, Equatable {
        private var values: [8 of Int] = .init(repeating: 0)

        package init() {}

        package subscript(table: TelemetryTable) -> Int {
            get { values[table.rawValue] }
            set { values[table.rawValue] = newValue }
        }

        package static func == (left: Counts, right: Counts) -> Bool {
            TelemetryTable.allCases.allSatisfy { left[$0] == right[$0] }
        }
    }

    /// Rows that are new in their table.
    package var stored = Counts()
    /// Rows that were there already: retransmissions.
    package var duplicates = Counts()
    /// Rows that PostgreSQL refused and that went to quarantine instead.
    package var rejected = Counts()

    package init() {}

    package mutating func add(_ other: WriteOutcome) {
        for table in TelemetryTable.allCases {
            stored[table] += other.stored[table]
            duplicates[table] += other.duplicates[table]
            rejected[table] += other.rejected[table]
        }
    }
}
