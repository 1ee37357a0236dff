/// All daily statistics, worked out of single facts as docs/rollups.md and the comments of the columns have the rules, one row after the other
/// and without the definitions that it is to test.
struct StatisticsTruth {
    let facts: ReceivedFacts
    let registry: KnownRegistry
    let repeats: Set<LiftKey>
    private(set) var trips: [Trip] = []
    private var made: [Table: [FigureRow]] = [:]

    /// The tables of daily figures.
    enum Table: String, CaseIterable, Sendable {
        case collectionDay = "collection_day"
        case binDay = "bin_day"
        case unboundTagDay = "unbound_tag_day"
        case clearanceDay = "clearance_day"
        case recordDay = "record_day"
        case trackDay = "track_day"
        case stationDay = "station_day"
        case trip
        case openLoad = "open_load"
    }

    /// - Parameter withFixes: without them there are no ways.
    init(storedIn database: TestDatabase, withFixes: Bool = true) throws {
        facts = try ReceivedFacts(storedIn: database, withFixes: withFixes)
        repeats = Self.repeats(facts.lifts)
        registry = try KnownRegistry(storedIn: database)
        trips = makeTrips()
        made = [
            .collectionDay: makeCollectionDay(), .binDay: makeBinDay(), .unboundTagDay: makeUnboundTagDay(),
            .clearanceDay: makeClearanceDay(), .recordDay: makeRecordDay(), .trackDay: makeTrackDay(),
            .stationDay: makeStationDay(), .trip: trips.map(\.row), .openLoad: makeOpenLoads(),
        ]
    }

    func rows(of table: Table) -> [FigureRow] { made[table] ?? [] }

    /// What is wrong in the tables of daily figures, a line for each; empty: nothing.
    func wrongFigures(in database: TestDatabase) throws -> [String] {
        try Table.allCases.flatMap { table in
            FigureRow.differences(rows(of: table), try database.statistics(table.rawValue)).map {
                "\(table.rawValue) \($0)"
            }
        }
    }

    // MARK: Clearance

    private func makeClearanceDay() -> [FigureRow] {
        let groups = Dictionary(grouping: facts.tasks) { task in
            [
                "service_date": task.day, "collection_point_id": task.point, "waste_type": task.wasteType,
                "responsible_unit_id": task.unit ?? 0, "community_id": task.community ?? 0,
                "street_id": task.street ?? 0,
            ]
        }
        return groups.map { key, tasks in
            var row = FigureRow(key)
            let due = tasks.filter { $0.outcome != "excused" }
            row["due"] = Figure(due.count)
            for outcome in ["on_time", "late", "missed", "unconfirmed", "excused", "pending"] {
                row[outcome] = Figure(tasks.count { $0.outcome == outcome })
            }
            // What is due last decides: collected before the day is over; of a window over midnight, before its deadline.
            let last = due.max { $0.windowStart < $1.windowStart }
            let isCleared = last.map { task in
                let end = max(task.deadline, ReceivedFacts.midnight(task.day + 1))
                return task.collectedAt.map { $0 < end } ?? false
            }
            row["cleared"] = Figure(isCleared == true ? 1 : 0)
            return row
        }
    }

    // MARK: Records

    private func makeRecordDay() -> [FigureRow] {
        let groups = Dictionary(grouping: facts.records) { record in
            ["service_date": ReceivedFacts.day(of: record.at), "terminal_id": record.terminal]
        }
        return groups.map { key, records in
            var row = FigureRow(key)
            row["first_record_at"] = Figure(records.map(\.at).min())
            row["last_record_at"] = Figure(records.map(\.at).max())
            row["records"] = Figure(records.count)
            let sources: [(String, ReceivedFacts.Numbered.Source)] = [
                ("tag_reads", .tagRead), ("load_samples", .loadSample), ("lifts", .lift), ("weighings", .weighing),
            ]
            for (column, source) in sources { row[column] = Figure(records.count { $0.source == source }) }
            row["late_records"] = Figure(records.count { ReceivedFacts.isLate($0.at, $0.receivedAt) })
            row["bad_clock_records"] = Figure(records.count { !$0.isSound })
            let lags = records.filter(\.isSound).map { $0.receivedAt - $0.at }
            row["least_lag_ms"] = Figure(lags.min().map { Int((Double($0) / 1000).rounded()) })
            // Numbers run on from the start of a terminal. What has no time of its own may be of another day, unless its number lies
            // between those of this one: it is expected because it came.
            let boots = Dictionary(grouping: records) { $0.boot }
            row["boots"] = Figure(boots.count)
            var (expected, gaps) = (0, 0)
            for own in boots.values {
                let timed = own.filter(\.isSound).map(\.seq)
                guard let first = timed.min(), let last = timed.max() else {
                    expected += own.count
                    continue
                }
                let numbers = own.map(\.seq).filter { $0 >= first && $0 <= last }.sorted()
                expected += last - first + 1 + own.count - numbers.count
                gaps += zip(numbers, numbers.dropFirst()).count { $1 - $0 > 1 }
            }
            row["expected_records"] = Figure(expected)
            row["sequence_gaps"] = Figure(gaps)
            return row
        }
    }
}
