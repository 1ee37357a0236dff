import Foundation

/// The views that add the daily figures up, by what and for which period.
extension StatisticsTruth {
    enum Subject: String, CaseIterable, Sendable {
        case point, unit, community, street, waste, carrier, vehicle, terminal, site

        var keys: [String] {
            switch self {
            case .point: ["collection_point_id", "responsible_unit_id", "community_id", "street_id", "waste_type"]
            case .unit: ["responsible_unit_id", "waste_type"]
            case .community: ["community_id", "street_id", "waste_type"]
            case .street: ["street_id", "waste_type"]
            case .waste: ["waste_type"]
            case .carrier: ["carrier_id", "waste_type"]
            case .vehicle: ["vehicle_id", "carrier_id"]
            case .terminal: ["terminal_id"]
            case .site: ["station_id", "disposal_facility_id", "waste_type"]
            }
        }

        fileprivate var sources: [Source] {
            switch self {
            case .point, .unit, .community, .street: [.table(.collectionDay), .table(.clearanceDay)]
            case .waste: [.table(.collectionDay), .table(.clearanceDay), .trips]
            case .carrier: [.table(.collectionDay), .trips, .vehicleWays]
            case .vehicle: [.vehicleWays, .table(.collectionDay), .trips]
            case .terminal: [.table(.trackDay), .table(.recordDay)]
            case .site: [.table(.stationDay)]
            }
        }
    }

    enum Period: String, CaseIterable, Sendable {
        case day, week, month, quarter, year

        /// The first day of that of a day; both as days since 1970.
        fileprivate func first(_ day: Int) -> Int {
            let date = Date(timeIntervalSince1970: Double(day * ReceivedFacts.daySeconds))
            let start =
                switch self {
                case .day: date
                case .week: Self.calendar.dateInterval(of: .weekOfYear, for: date)?.start
                case .month: Self.calendar.dateInterval(of: .month, for: date)?.start
                case .quarter: Self.calendar.dateInterval(of: .quarter, for: date)?.start
                case .year: Self.calendar.dateInterval(of: .year, for: date)?.start
                }
            return Int(start?.timeIntervalSince1970 ?? 0) / ReceivedFacts.daySeconds
        }

        private static let calendar: Calendar = {
            var calendar = Calendar(identifier: .iso8601)
            calendar.timeZone = .gmt
            return calendar
        }()
    }

    fileprivate enum Source {
        case table(Table)
        case vehicleWays
        case trips
    }

    /// The rows of `stats.subject_period`, with these columns.
    func sums(by subject: Subject, of period: Period, columns: Set<String>) -> [FigureRow] {
        let head = period == .day ? "service_date" : period.rawValue
        var groups: [[String: Int]: [FigureRow]] = [:]
        for source in subject.sources {
            for row in rows(of: source) {
                var key = [head: period.first(row.id("service_date"))]
                for name in subject.keys { key[name] = row.id(name) }
                groups[key, default: []].append(row)
            }
        }
        return groups.map { key, parts in
            var row = FigureRow(key)
            for column in columns where row.key[column] == nil { row[column] = Self.added(column, parts) }
            return row
        }
    }

    /// The rows of `stats.vehicle_way`.
    var vehicleWays: [FigureRow] { rows(of: .trackDay).filter { $0.key["counts_for_vehicle"] == "t" } }

    /// The rows of `stats.trip_day`.
    var tripDay: [FigureRow] {
        let groups = Dictionary(grouping: trips) { trip in
            var key: [String: Int] = [:]
            for name in ["service_date", "vehicle_id", "carrier_id", "waste_type"] { key[name] = trip.row.id(name) }
            return key
        }
        return groups.map { key, trips in
            var row = FigureRow(key)
            let plants = trips.filter { $0.row.id("disposal_facility_id") != 0 }
            let sum = { (of: String, trips: [Trip]) in Figure.sum([0] + trips.map { $0.row[of] }) }
            row["trips"] = Figure(trips.count)
            row["plant_trips"] = Figure(plants.count)
            row["plants"] = Figure(Set(plants.map { $0.row.id("disposal_facility_id") }).count)
            row["open_trips"] = Figure(trips.count { $0.row["site_net_g"] == .null })
            row["brought_net_g"] = sum("site_net_g", trips)
            row["plant_net_g"] = sum("site_net_g", plants)
            row["direct_net_g"] = sum("site_net_g", plants.filter { !$0.isHauled })
            row["gap_g"] = sum("gap_g", trips)
            return row
        }
    }

    /// The views over the daily figures.
    static let views = Subject.allCases.flatMap { subject in
        Period.allCases.map { "\(subject.rawValue)_\($0.rawValue)" }
    }

    /// Columns that name what a row of a view is of.
    static let heads = Set(Subject.allCases.flatMap(\.keys) + Period.allCases.map(\.rawValue) + ["service_date"])

    /// Figures that views have of their own: counted, or of trips.
    static let ownFigures: Set = [
        "clearable", "plants", "litres_per_100_km", "trips", "plant_trips", "open_trips", "brought_net_g",
        "plant_net_g", "direct_net_g",
    ]

    /// What is wrong in the views that add figures up, a line for each; empty: nothing.
    func wrongSums(in database: TestDatabase) throws -> [String] {
        var lines = FigureRow.differences(tripDay, try database.statistics("trip_day")).map { "trip_day \($0)" }
        lines += FigureRow.differences(vehicleWays, try database.statistics("vehicle_way")).map { "vehicle_way \($0)" }
        for subject in Subject.allCases {
            for period in Period.allCases {
                let view = "\(subject.rawValue)_\(period.rawValue)"
                let columns = Set(try database.statisticsColumns(of: view).keys)
                let wanted = sums(by: subject, of: period, columns: columns)
                lines += FigureRow.differences(wanted, try database.statistics(view)).map { "\(view) \($0)" }
            }
        }
        return lines
    }

    private static func added(_ column: String, _ parts: [FigureRow]) -> Figure {
        let own = parts.compactMap { $0.figures[column] }
        switch column {
        case "clearable": return Figure(parts.count { ($0["due"].range?.lowerBound ?? 0) > 0 })
        case "plants":
            return Figure(
                Set(parts.filter { $0.figures["trips"] != nil }.map { $0.id("plant") }).subtracting([0]).count)
        case "litres_per_100_km":
            let gauged = parts.filter { $0["fuel_used_dl"] != .null }
            guard let used = Figure.sum(gauged.map { $0["fuel_used_dl"] }).range?.lowerBound,
                let metres = Figure.sum(gauged.map { $0["odometer_m"] }).range?.lowerBound, metres > 0
            else { return .null }
            // A decilitre is a tenth of a litre; rounded.
            return Figure((used * 100_000 * 2 + metres) / (metres * 2))
        case "fuel_used_dl": return Figure.sum(own)
        case _ where column.hasPrefix("first_") || column.hasPrefix("least_"): return Figure.least(own)
        case _ where column.hasPrefix("last_") || column.hasPrefix("longest_") || column.hasPrefix("top_"):
            return Figure.greatest(own)
        default: return Figure.sum([0] + own)
        }
    }

    private func rows(of source: Source) -> [FigureRow] {
        switch source {
        case .table(let table): rows(of: table)
        case .vehicleWays: vehicleWays
        // Each as a row of its own; `plant` is none of the views' columns.
        case .trips:
            trips.map { trip in
                var row = trip.row
                row.key["plant"] = row.key["disposal_facility_id"]
                let (isPlant, net) = (row.id("disposal_facility_id") != 0, trip.row["site_net_g"])
                row.figures = [
                    "trips": 1, "plant_trips": isPlant ? 1 : 0, "open_trips": net == .null ? 1 : 0,
                    "brought_net_g": net, "plant_net_g": isPlant ? net : .null,
                    "direct_net_g": isPlant && !trip.isHauled ? net : .null,
                ]
                return row
            }
        }
    }
}
