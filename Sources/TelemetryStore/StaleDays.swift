import Telemetry

/// The days whose statistics the rows of a batch make stale, as marks in `stats.dirty_day`: written with the rows, in their transaction.
package enum StaleDays {
    /// Marks for everything in `batch`.
    /// - Returns: one statement; nil when no statistics are made of its rows.
    package static func statement(for batch: RowBatch) -> String? {
        statement(for: batch, in: TableSet(TelemetryTable.allCases))
    }

    /// Marks for what `batch` puts into the tables.
    /// - Parameter tables: those into which something new came.
    static func statement(for batch: RowBatch, in tables: TableSet) -> String? {
        var marks: [String] = []
        batch.forEachDay { day, touched in
            var kinds: [String] = []
            for table in TelemetryTable.allCases where touched.contains(table) && tables.contains(table) {
                for kind in table.statistics where !kinds.contains(kind) { kinds.append(kind) }
            }
            for kind in kinds { marks.append("('\(kind)', date '1970-01-01' + \(day.daysSince1970))") }
        }
        guard !marks.isEmpty else { return nil }
        return "INSERT INTO stats.dirty_day (kind, service_date) VALUES \(marks.joined(separator: ", "))"
    }
}

extension TelemetryTable {
    /// The kinds of statistics (`stats.kind`) that are made of its rows.
    fileprivate var statistics: [String] {
        switch self {
        case .fix: ["track"]
        case .tagRead, .loadSample: ["record"]
        case .lift: ["collection", "record", "trip"]
        case .stationWeighing: ["record", "station", "trip"]
        case .message, .quarantine, .media: []
        }
    }
}
