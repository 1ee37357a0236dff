import Foundation
import Postgres
import Testing

@testable import Report

/// Questions about figures: every row and column of the answer, against the truth's lines and what is worked out of single facts
/// (``StatisticsTruth``).
extension ReportQueryAnswersTests {
    /// `numerator / denominator` with so many decimals, as PostgreSQL rounds it.
    private func decimal(_ numerator: Int, per denominator: Int, _ places: Int) -> String {
        let scale = (0..<places).reduce(1) { power, _ in power * 10 }
        let scaled = (abs(numerator) * scale * 2 + denominator) / (2 * denominator)
        let digits = String(scaled % scale + scale).dropFirst()
        return (numerator < 0 && scaled > 0 ? "-" : "") + "\(scaled / scale)" + (places == 0 ? "" : ".\(digits)")
    }

    private func kg(_ grams: Int) -> String { decimal(grams, per: 1_000, 3) }

    /// These columns of an answer, row by row.
    private func table(_ rows: PostgresRows, _ columns: [String]) -> [String] {
        rows.map { row in columns.map { row[$0] ?? "-" }.joined(separator: " ") }
    }

    private func sum(_ rows: [FigureRow], _ column: String) -> Int {
        Figure.sum(rows.map { $0[column] }).range?.lowerBound ?? 0
    }

    /// Days since 1970.
    private func number(_ day: String) throws -> Int { ReceivedFacts.day(of: try TruthLine.instant("\(day)T12:00:00")) }

    // MARK: 9

    func flapping(_ day: AskedDay) throws {
        let terminal = try #require(day.lifts.first?.terminal)
        let own = "terminal_id = (SELECT terminal_id FROM registry.terminal WHERE number = '\(terminal)')"
        // Refused data from two addresses; positions far away for some minutes; another start; and records that are missing.
        try changed(
            day, ["track", "record"],
            by: """
                INSERT INTO telemetry.quarantine (received_at, terminal_id, reason, peer, raw)
                SELECT '\(Self.date) 10:00+08', terminal_id, 'checksum', peer, '\\x00'
                FROM registry.terminal, unnest(ARRAY['10.0.0.1:1000', '10.0.0.1:1001', '10.0.0.2:1000']) AS peer
                WHERE number = '\(terminal)';
                UPDATE telemetry.fix SET lon_e6 = lon_e6 + 300000
                WHERE \(own) AND time_quality = 0 AND extract(minute FROM recorded_at) IN (21, 23, 42);
                INSERT INTO telemetry.load_sample (terminal_id, recorded_at, received_at, seq, boot_no, weigh_flags, channel, time_quality)
                SELECT terminal_id, '\(Self.date) 08:00+08', '\(Self.date) 08:00+08', seq, boot, 1, 1, 0
                FROM registry.terminal, unnest(ARRAY[1, 2, 5, 7]) AS seq, unnest(ARRAY[60002, 60003]) AS boot WHERE \(own)
                """,
            undo: """
                DELETE FROM telemetry.quarantine; DELETE FROM telemetry.load_sample;
                UPDATE telemetry.fix SET lon_e6 = lon_e6 - 300000
                WHERE \(own) AND time_quality = 0 AND extract(minute FROM recorded_at) IN (21, 23, 42)
                """
        ) {
            let numbers = try day.map("SELECT terminal_id, number FROM registry.terminal")
            let plates = try day.map("SELECT vehicle_id, plate_no FROM registry.vehicle")
            let truth = try StatisticsTruth(storedIn: day.database)
            let date = try number(Self.date)
            let groups = Dictionary(
                grouping: (truth.rows(of: .trackDay) + truth.rows(of: .recordDay)).filter {
                    $0.id("service_date") == date
                }
            ) { $0.key["terminal_id"] ?? "" }
            for least in [1, 2, 1_000_000] {
                let expected = groups.compactMap { id, rows -> String? in
                    let refused = numbers[id] == terminal ? 2 : 0
                    let figures = ["jumps", "boots", "gaps"].map { sum(rows, $0) }
                    guard figures.contains(where: { $0 >= least }) || refused >= 2 else { return nil }
                    let vehicle = rows.map { $0.id("vehicle_id") }.max() ?? 0
                    return [
                        numbers[id] ?? "", plates["\(vehicle)"] ?? "-", "\(figures[0])", "\(figures[1])",
                        "\(figures[2])",
                        decimal(sum(rows, "gap_s"), per: 60, 0), "\(sum(rows, "sequence_gaps"))", "\(refused)",
                    ].joined(separator: " ")
                }
                let rows = try ask(day, 9, Self.span.merging(["least": "\(least)"]) { _, new in new })
                let columns = [
                    "terminal_no", "plate_no", "jumps", "boots", "gaps", "gap_minutes", "sequence_gaps",
                    "refused_addresses",
                ]
                #expect(table(rows, columns).sorted() == expected.sorted() && !expected.isEmpty, "\(least)")
            }
            let jumps = try ask(day, 9).filter { $0["terminal_no"] == terminal }.compactMap { $0["jumps"] }
            #expect(jumps.allSatisfy { (Int($0) ?? 0) >= 2 } && !jumps.isEmpty)
        }
    }

    // MARK: 10

    func units(_ day: AskedDay) throws {
        // The 25 days before with lifts of some units, more of the one than of the other, on fewer and fewer days.
        let days = "generate_series(1, 25) AS d (n)"
        let tags = """
            SELECT DISTINCT ON (a.responsible_unit_id) a.responsible_unit_id AS unit, t.tag_tech, t.tag_id
            FROM registry.tag_binding AS t JOIN registry.bin AS b USING (bin_id) JOIN registry.waste_type AS w USING (waste_type)
            JOIN registry.bin_placement AS p USING (bin_id) JOIN registry.point_affiliation AS a USING (collection_point_id)
            WHERE w.code IN ('kitchen', 'catering') ORDER BY a.responsible_unit_id, t.tag_binding_id
            """
        try changed(
            day,
            by: """
                SELECT telemetry.ensure_day(date '\(Self.date)' - n) FROM \(days);
                INSERT INTO telemetry.lift (terminal_id, recorded_at, received_at, seq, boot_no, gross_g, tare_g, net_g, weigh_flags,
                    weigh_mode, waste_type, quality, tag_tech, time_quality, tag_id)
                SELECT (SELECT terminal_id FROM registry.terminal WHERE number = '\(try #require(day.lifts.first?.terminal))'),
                    timestamptz '\(Self.date) 08:00+08' - make_interval(days => n) + make_interval(mins => unit::integer), now(),
                    1000 * n + unit, 60001, 0, 0, 1000 * (unit % 7) + 500 * n, 1, CASE n % 4 WHEN 0 THEN 6 ELSE 1 END, 0, 1, tag_tech, 0, tag_id
                FROM (\(tags)) AS t, \(days) WHERE n <= 25 - unit % 13;
                INSERT INTO stats.dirty_day (kind, service_date) SELECT 'collection', date '\(Self.date)' - n FROM \(days)
                """,
            undo: """
                DELETE FROM telemetry.lift WHERE boot_no = 60001;
                INSERT INTO stats.dirty_day (kind, service_date) SELECT 'collection', date '\(Self.date)' - n FROM \(days)
                """
        ) {
            try changes(day, of: Self.date)
            // Of the day before, whose month has one day less; and of one of the month before.
            try changes(day, of: "2025-03-02")
            try changes(day, of: "2025-02-20")
        }
        try changes(day, of: Self.date)
        // Forty days later all of them are at zero, and none has a lift within the thirty days before.
        let later = try ask(day, 10, ["day": "2025-04-12", "top": "1"])
        #expect(try ask(day, 10, ["day": Self.date, "top": "100000"]).count == later.count && !later.isEmpty)
        #expect(later.allSatisfy { $0["is_zero_three_days"] == "t" })
    }

    private func changes(_ day: AskedDay, of date: String) throws {
        let wastes = try day.map("SELECT waste_type, code FROM registry.waste_type").filter {
            ["kitchen", "catering"].contains($0.value)
        }
        let asked = try number(date)
        let month = try number("\(date.prefix(8))01")
        let rows = try StatisticsTruth(storedIn: day.database, withFixes: false).rows(of: .collectionDay).filter {
            wastes[$0.key["waste_type"] ?? ""] != nil
        }
        // Every unit with a bin for it is asked about, lifted or not.
        let codes = try day.map(
            """
            SELECT u.responsible_unit_id, u.code
            FROM registry.bin AS b JOIN registry.waste_type AS w USING (waste_type)
            JOIN registry.bin_placement AS p USING (bin_id) JOIN registry.point_affiliation AS a USING (collection_point_id)
            JOIN registry.responsible_unit AS u USING (responsible_unit_id) WHERE w.code IN ('kitchen', 'catering')
            """)
        var expected: [(code: String, change: Int, line: String)] = []
        for (unit, code) in codes {
            let own = rows.filter { $0.key["responsible_unit_id"] == unit }
            let weight = { (days: ClosedRange<Int>, columns: [String]) in
                let those = own.filter { days.contains($0.id("service_date")) }
                return columns.reduce(0) { $0 + self.sum(those, $1) }
            }
            let all = ["net_g", "estimated_net_g"]
            let before = (asked - 30...asked - 1).map { weight($0...$0, all) }.sorted()
            // In half grams.
            let median = before[14] + before[15]
            let today = weight(asked...asked, all)
            expected.append(
                (
                    code, 2 * today - median,
                    [
                        code, kg(today), kg(weight(asked...asked, ["estimated_net_g"])), kg(weight(month...asked, all)),
                        decimal(median, per: 2_000, 3), decimal(2 * today - median, per: 2_000, 3),
                        weight(asked - 2...asked, all) == 0 ? "t" : "f",
                    ].joined(separator: " ")
                ))
        }
        expected.sort { (-abs($0.change), $0.code) < (-abs($1.change), $1.code) }
        let ranked = expected.enumerated().map { "\($1.line) \($0 + 1)" }
        let columns = [
            "unit_code", "day_kg", "day_estimated_kg", "month_kg", "median_kg", "change_kg", "is_zero_three_days",
            "change_rank",
        ]
        #expect(
            try table(ask(day, 10, ["day": date, "top": "100000"]), columns) == ranked && !ranked.isEmpty, "\(date)")
        // Those that changed most, and those at zero.
        let few = ranked.enumerated().filter { $0 < 3 || $1.contains(" t ") }.map { $1 }
        #expect(try table(ask(day, 10, ["day": date, "top": "3"]), columns) == few, "\(date)")
    }

    // MARK: 14

    func carriers(_ day: AskedDay) throws {
        let carrierOf = try day.map(
            """
            SELECT v.plate_no, c.code FROM registry.vehicle AS v JOIN registry.vehicle_assignment USING (vehicle_id)
            JOIN registry.carrier AS c USING (carrier_id)
            """)
        let waste = Dictionary(
            day.lines("weighing").map { ($0.ticket ?? "", $0.wasteType ?? "") }, uniquingKeysWith: { first, _ in first }
        )
        let plants = Set(day.lines("plant").compactMap(\.code))
        let loads = day.lines("trip").filter { plants.contains($0.to ?? "") }
        let groups = Dictionary(grouping: loads) { trip in
            "\(carrierOf[trip.plateNo ?? ""] ?? "-") \(trip.to ?? "") \(waste[trip.ticket ?? ""] ?? "")"
        }
        let expected = groups.map { key, trips in
            let net = { (trips: [AskedDayLine]) in trips.reduce(0) { $0 + ($1.netG ?? 0) } }
            let (all, direct) = (net(trips), net(trips.filter { $0.fromStation == nil }))
            return "\(key) \(trips.count) \(decimal(all, per: 1_000_000, 3)) \(decimal(direct, per: 1_000_000, 3)) "
                + (all == 0 ? "-" : decimal(100 * direct, per: all, 2))
        }
        let columns = [
            "carrier_code", "plant_code", "waste_code", "loads", "tonnes", "direct_tonnes", "direct_percent",
        ]
        #expect(try table(ask(day, 14), columns).sorted() == expected.sorted() && !expected.isEmpty)
    }

    // MARK: 16

    func settlement(_ day: AskedDay) throws {
        try settlements(day)
        try billed(day)
        // Of each, by one of two carriers' vehicles: a bin that is weighed and shaken, one that is estimated, one of which nothing is known.
        try changed(
            day,
            by: """
                INSERT INTO telemetry.lift (terminal_id, recorded_at, received_at, seq, boot_no, gross_g, tare_g, net_g, weigh_flags,
                    weigh_mode, waste_type, quality, tag_tech, time_quality, tag_id)
                SELECT v.terminal_id, timestamptz '\(Self.date) 10:00+08' + make_interval(mins => 5 * u.unit::integer, secs => 40 * k.n),
                    now(), 10 * u.unit + k.n, 60006, k.net, 0, k.net, k.flags, k.mode, 0, 1, u.tag_tech, 0, u.tag_id
                FROM (
                    SELECT DISTINCT ON (n.responsible_unit_id) n.responsible_unit_id AS unit, t.tag_tech, t.tag_id
                    FROM registry.tag_binding AS t JOIN registry.bin AS b USING (bin_id) JOIN registry.waste_type AS w USING (waste_type)
                    JOIN registry.bin_placement USING (bin_id) JOIN registry.point_affiliation AS a USING (collection_point_id)
                    JOIN registry.responsible_unit AS n ON n.responsible_unit_id = a.responsible_unit_id AND n.kind = 'non_resident'
                    WHERE w.code IN ('kitchen', 'catering') ORDER BY n.responsible_unit_id, t.tag_binding_id
                ) AS u
                JOIN (
                    SELECT DISTINCT ON (va.carrier_id) m.terminal_id, dense_rank() OVER (ORDER BY va.carrier_id) AS place
                    FROM registry.vehicle_assignment AS va JOIN registry.terminal_mount AS m USING (vehicle_id)
                    ORDER BY va.carrier_id, m.terminal_id
                ) AS v ON v.place = 1 + u.unit % 2
                CROSS JOIN (VALUES (1, 60000, 1, 1), (2, 1000, 1, 1), (3, 30500, 1, 6), (4, 50000, 256, 1)) AS k (n, net, flags, mode)
                """, undo: "DELETE FROM telemetry.lift WHERE boot_no = 60006"
        ) {
            try settlements(day)
            let rows = try ask(day, 16)
            #expect(rows.contains { $0["estimated_kg"] != "0.000" && $0["carrier_estimated_percent"] != "0.00" })
        }
    }

    /// By the truth's lines: a double lift is the same bin.
    private func billed(_ day: AskedDay) throws {
        let units = try day.map(
            """
            SELECT b.code, u.code FROM registry.bin AS b JOIN registry.bin_placement AS p USING (bin_id)
            JOIN registry.point_affiliation AS a USING (collection_point_id)
            JOIN registry.responsible_unit AS u USING (responsible_unit_id) WHERE u.kind = 'non_resident'
            """)
        var (emptied, sheet): ([String: [Int]], [String: [Int]]) = ([:], [:])
        for (lift, bin) in try counted(day) where ["kitchen", "catering"].contains(lift.wasteType ?? "") {
            guard let unit = units[bin] else { continue }
            let before = emptied[unit] ?? [0, 0]
            emptied[unit] = [
                before[0] + (lift.fault == "double" ? 0 : 1),
                before[1] + (lift.fault == "overload" ? 0 : lift.netG ?? 0),
            ]
        }
        for row in try ask(day, 16) {
            let before = sheet[try row.text("unit_code")] ?? [0, 0]
            sheet[try row.text("unit_code")] = [
                before[0] + (try row.int("bins")), before[1] + (try grams(row, "settled_kg")),
            ]
        }
        #expect(sheet == emptied)
    }

    private func settlements(_ day: AskedDay) throws {
        let wastes = try day.map("SELECT waste_type, code || ' ' || name FROM registry.waste_type").filter {
            ["kitchen", "catering"].contains($0.value.prefix { $0 != " " })
        }
        let units = try day.map(
            "SELECT responsible_unit_id, code FROM registry.responsible_unit WHERE kind = 'non_resident'")
        let carriers = try day.map("SELECT carrier_id, name FROM registry.carrier")
        let date = try number(Self.date)
        let rows = try StatisticsTruth(storedIn: day.database, withFixes: false).rows(of: .collectionDay).filter {
            wastes[$0.key["waste_type"] ?? ""] != nil && $0.id("service_date") == date
        }
        let share = Dictionary(grouping: rows) { $0.key["carrier_id"] ?? "" }.mapValues { rows in
            let (net, estimated) = (sum(rows, "net_g"), sum(rows, "estimated_net_g"))
            return net + estimated == 0 ? "-" : decimal(100 * estimated, per: net + estimated, 2)
        }
        let groups = Dictionary(grouping: rows.filter { units[$0.key["responsible_unit_id"] ?? ""] != nil }) { row in
            ["responsible_unit_id", "carrier_id", "waste_type"].map { row.key[$0] ?? "" }
        }
        let expected = groups.map { key, rows in
            let (net, estimated) = (sum(rows, "net_g"), sum(rows, "estimated_net_g"))
            return [
                units[key[0]] ?? "", carriers[key[1]] ?? "-",
                wastes[key[2]]?.split(separator: " ").last.map(String.init) ?? "",
                "\(sum(rows, "lifts") - sum(rows, "repeat_lifts"))", kg(net), kg(estimated), kg(net + estimated),
                // 0.3 yuan a kilogram.
                decimal(3 * (net + estimated), per: 10_000, 2),
                "\(sum(rows, "doubtful_lifts") - sum(rows, "doubtful_repeats"))", share[key[1]] ?? "-",
            ].joined(separator: " ")
        }
        let columns = [
            "unit_code", "carrier_name", "waste_name", "bins", "weighed_kg", "estimated_kg", "settled_kg",
            "amount_yuan",
            "doubtful_bins", "carrier_estimated_percent",
        ]
        #expect(try table(ask(day, 16), columns).sorted() == expected.sorted())
    }

    // MARK: 17

    func vehicles(_ day: AskedDay) throws {
        let truth = try StatisticsTruth(storedIn: day.database)
        let date = try number(Self.date)
        let plates = try day.map("SELECT plate_no, vehicle_id FROM registry.vehicle")
        let plants = try day.map("SELECT code, name FROM registry.disposal_facility")
        let carriers = try day.map(
            """
            SELECT plate_no, c.name FROM registry.vehicle JOIN registry.vehicle_assignment USING (vehicle_id)
            JOIN registry.carrier AS c USING (carrier_id)
            """)
        let tracks = truth.vehicleWays.filter { $0.id("service_date") == date }
        let rows = try ask(day, 17)
        #expect(
            Set(rows.compactMap { $0["plate_no"] })
                == Set(day.lines("vehicle").filter { $0.fixRows ?? 0 > 0 }.compactMap(\.plateNo)))
        for vehicle in day.lines("vehicle") where vehicle.fixRows ?? 0 > 0 {
            let plate = try #require(vehicle.plateNo)
            let row = try #require(rows.first { $0["plate_no"] == plate })
            let own = tracks.filter { $0.key["vehicle_id"] == plates[plate] }
            let lifts = day.lifts.filter { $0.terminal == vehicle.terminal }
            let net = lifts.filter { $0.fault != "overload" }.reduce(0) { $0 + ($1.netG ?? 0) }
            let trips = day.lines("trip").filter { $0.plateNo == plate }
            let came = Set(trips.compactMap { plants[$0.to ?? ""] })
            let metres = sum(own, "odometer_m")
            let used = Figure.sum(own.map { $0["fuel_used_dl"] }).range?.lowerBound
            let gauged = sum(own.filter { $0["fuel_used_dl"] != .null }, "odometer_m")
            let expected = [
                carriers[plate] ?? "-", decimal(sum(own, "online_s"), per: 3_600, 2), decimal(metres, per: 1_000, 1),
                "\(sum(own, "gaps"))", decimal(sum(own, "gap_s"), per: 60, 0), "\(lifts.count)", kg(net), "0.000",
                "\(trips.count)", used.map { decimal($0, per: 10, 1) } ?? "-",
                used.flatMap { gauged > 0 ? decimal(10_000 * $0, per: gauged, 1) : nil } ?? "-",
            ]
            let columns = [
                "carrier_name", "online_hours", "odometer_km", "gaps", "gap_minutes", "lifts", "net_kg", "estimated_kg",
                "trips", "fuel_l", "litres_per_100_km",
            ]
            #expect(columns.map { row[$0] ?? "-" } == expected, "\(plate)")
            #expect(Set((row["plants"] ?? "").split(separator: "、").map(String.init)) == came, "\(plate)")
            let stops = Figure.sum(own.map { $0["stops"] })
            #expect(stops.holds(row["stops"]), "\(plate): \(stops)")
            let track = try #require(Figure.sum(own.map { $0["track_m"] }).range)
            let shown = try grams(row, "track_km")
            #expect(shown >= track.lowerBound - 50 && shown <= track.upperBound + 50, "\(plate)")
            for (column, figure) in [
                ("first_fix_at", Figure.least(own.map { $0["first_fix_at"] })),
                ("last_fix_at", Figure.greatest(own.map { $0["last_fix_at"] })),
            ] {
                let at = try row[column].map { try TruthLine.instant($0.replacing(" ", with: "T")) }
                #expect(at == figure.range?.lowerBound, "\(plate) \(column)")
            }
            guard vehicle.clockAtPowerUp == nil else { continue }
            let driven = (vehicle.lastOdometerHm ?? 0) - (vehicle.firstOdometerHm ?? 0)
            #expect(metres == driven * 100)
        }
    }
}
