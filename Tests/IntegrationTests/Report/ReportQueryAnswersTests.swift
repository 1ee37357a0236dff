import Foundation
import Postgres
import Rollups
import TestSupport
import Testing

@testable import Report

/// The 21 questions, asked by an analyst about a simulated day: the answers are those of the ground truth.
@Suite("sql/queries: answers", .enabled(if: TestDatabase.isEnabled))
struct ReportQueryAnswersTests {
    static let date = AskedDay.date
    static let span = ["from": date, "to": date]

    func ask(_ day: AskedDay, _ number: Int, _ values: [String: String] = span) throws -> PostgresRows {
        try day.analyst.query(try QueryCatalog.named("\(number)").select(values))
    }

    /// A number of kilograms as grams, exactly.
    func grams(_ row: PostgresRow, _ column: String) throws -> Int {
        try #require(Decimal(string: try row.text(column)).map { NSDecimalNumber(decimal: $0 * 1000).intValue })
    }

    private func total(_ rows: PostgresRows, _ column: String) throws -> Int {
        try rows.reduce(0) { try $0 + $1.int(column) }
    }

    @Test("on a simulated day each question has the answer of the ground truth", arguments: 1...3)
    func answers(seed: Int) async throws {
        try await AskedDay.with(seed: seed) { day in
            try notCollected(day)
            try offline(day)
            try silentReaders(day)
            try backfilling(day)
            try scaleDrift(day)
            try unknownTags(day)
            try flapping(day)
            try units(day)
            try settlement(day)
            try clearance(day)
            try trips(day)
            try stations(day)
            try carriers(day)
            try bins(day)
            try vehicles(day)
            try stays(day)
            try completeness(day)
            // These change what is there, so they come last.
            try signedMonth(day)
            try corrections(day)
        }
    }

    // MARK: Operations

    private func notCollected(_ day: AskedDay) throws {
        let names = try day.map("SELECT code, name FROM registry.waste_type")
        let rows = try ask(day, 1, ["day": Self.date, "by": "09:00"]).map {
            [
                $0["point_code"], $0["waste_name"], $0["window_start"].map { String($0.dropFirst(11).prefix(5)) },
                $0["cause"],
            ]
            .map { $0 ?? "-" }.joined(separator: " ")
        }
        let causes = ["no_visit": "未到", "visit_no_read": "到点未读", "terminal_offline": "终端离线"]
        let expected = day.lines("window").filter { window in
            (window.closesAt ?? "") <= "\(Self.date)T09:00"
                && (window.cause != nil || (window.visitTo ?? "") > "\(Self.date)T09:00")
        }.map { window in
            [
                window.point ?? "", names[window.wasteType ?? ""] ?? "",
                String((window.opensAt ?? "").dropFirst(11).prefix(5)),
                window.cause.flatMap { causes[$0] } ?? "-",
            ].joined(separator: " ")
        }
        #expect(rows.sorted() == expected.sorted())
        // From ten the evening before to one: due on this day, and not before.
        try undone(day) { broken in
            try broken.execute(
                """
                INSERT INTO ops.collection_task (collection_point_id, window_start, window_end, deadline, collection_rule_id, known_at,
                    service_date, least_net_g, waste_type, outcome, cause, rule_code, rule_specificity)
                SELECT collection_point_id, '2025-03-02 22:00+08', '2025-03-03 01:00+08', '2025-03-03 01:00+08', 1,
                    '2025-03-03 01:00+08', '2025-03-02', 1000, 1, 'missed', 'no_visit', 'K', 0
                FROM registry.collection_point LIMIT 1
                """)
            for (date, by, found) in [(Self.date, "09:00", 1), (Self.date, "00:30", 0), ("2025-03-02", "24:00", 0)] {
                let late = try broken.query(try QueryCatalog.named("1").select(["day": date, "by": by])).filter {
                    $0["window_start"] == "2025-03-02 22:00:00"
                }
                #expect(late.count == found, "\(date) \(by)")
            }
        }
    }

    /// Runs `body` in a transaction of the owner that is taken back.
    private func undone(_ day: AskedDay, _ body: (PostgresSession) throws -> Void) throws {
        let broken = try day.database.session()
        defer { broken.close() }
        try broken.execute("BEGIN; SET LOCAL timezone = 'Asia/Shanghai'")
        try body(broken)
        try broken.execute("ROLLBACK")
    }

    private func offline(_ day: AskedDay) throws {
        // At 21:59 every vehicle whose last fix, by its own clock, is older than half an hour; in working time from 05:00 on.
        let rows = try ask(day, 2, ["at": "\(Self.date) 21:59"]).filter { $0["place_kind"] == "车辆" }
        var expected: [String: Int] = [:]
        for vehicle in day.lines("vehicle") where vehicle.fixRows ?? 0 > 0 {
            let parts = (vehicle.lastFixAt ?? "").dropFirst(11).prefix(8).split(separator: ":").compactMap { Int($0) }
            let last = parts[0] * 3600 + parts[1] * 60 + parts[2] + (vehicle.clockOffsetS ?? 0)
            let silent = 21 * 3600 + 59 * 60 - max(last, 5 * 3600)
            if silent > 1800 { expected[vehicle.plateNo ?? ""] = silent / 60 }
        }
        var answered: [String: Int] = [:]
        for row in rows where row["last_at"] != nil {
            answered[try row.text("place_name")] = try row.int("silent_minutes")
        }
        #expect(answered == expected)
        #expect(try ask(day, 2, ["at": "\(Self.date) 23:30"]).isEmpty, "outside of working hours")
        // At 05:10 two days later: what was silent then, a whole working day of 17 hours, and ten minutes.
        let later = try ask(day, 2, ["at": "2025-03-05 05:10"])
        for vehicle in day.lines("vehicle") where vehicle.fixRows ?? 0 > 0 {
            let parts = (vehicle.lastFixAt ?? "").dropFirst(11).prefix(8).split(separator: ":").compactMap { Int($0) }
            let last = parts[0] * 3600 + parts[1] * 60 + parts[2] + (vehicle.clockOffsetS ?? 0)
            guard let row = later.first(where: { $0["place_name"] == vehicle.plateNo && $0["last_at"] != nil }) else {
                #expect(vehicle.clockAtPowerUp != nil, "\(vehicle.plateNo ?? "")")
                continue
            }
            let silent = max(0, 22 * 3600 - max(last, 5 * 3600)) + 17 * 3600 + 600
            #expect(try row.int("silent_minutes") == silent / 60)
        }
    }

    private func silentReaders(_ day: AskedDay) throws {
        let lifted = Set(day.lifts.compactMap(\.terminal))
        let driven = day.lines("vehicle").filter {
            $0.fixRows ?? 0 > 0 && !["hook_lift", "sweeping"].contains($0.work ?? "")
        }
        let rows = try ask(day, 3, Self.span.merging(["lifts": "10000"]) { _, new in new })
        #expect(
            Set(rows.compactMap { $0["terminal_no"] })
                == Set(driven.compactMap(\.terminal)).subtracting(lifted), "drove and neither read nor lifted")
        // One whose last three lifts had no tag.
        let terminal = try #require(day.lifts.first?.terminal)
        let broken = try day.database.session()
        defer { broken.close() }
        try broken.execute("BEGIN")
        try broken.execute(
            """
            UPDATE telemetry.lift SET tag_id = NULL WHERE (terminal_id, recorded_at) IN (
                SELECT l.terminal_id, l.recorded_at FROM telemetry.lift AS l JOIN registry.terminal AS t USING (terminal_id)
                WHERE t.number = '\(terminal)' ORDER BY l.recorded_at DESC LIMIT 3)
            """)
        let faults = try broken.query(
            try QueryCatalog.named("3").select(Self.span.merging(["lifts": "3"]) { _, new in new })
        ).filter { $0["terminal_no"] == terminal }.map { $0["fault"] }
        #expect(faults == ["无标签"])
        try broken.execute("ROLLBACK")
        // One that reads tags and weighs nothing: a fault of the scale, when it has one.
        try undone(day) { broken in
            try broken.execute(
                """
                DELETE FROM telemetry.lift
                WHERE terminal_id = (SELECT terminal_id FROM registry.terminal WHERE number = '\(terminal)')
                """)
            for (hasScale, expected) in [(true, ["有读卡无称重"]), (false, [])] {
                try broken.execute(
                    """
                    UPDATE registry.vehicle SET has_scale = \(hasScale) WHERE vehicle_id IN (
                        SELECT m.vehicle_id FROM registry.terminal_mount AS m JOIN registry.terminal AS t USING (terminal_id)
                        WHERE t.number = '\(terminal)')
                    """)
                let found = try broken.query(
                    try QueryCatalog.named("3").select(Self.span.merging(["lifts": "1"]) { _, new in new })
                ).filter { $0["terminal_no"] == terminal }.map { $0["fault"] ?? "" }
                #expect(found == expected)
            }
        }
    }

    private func backfilling(_ day: AskedDay) throws {
        try day.owner.execute(
            "INSERT INTO stats.dirty_day (kind, service_date, cause) VALUES ('track', '\(Self.date)', 'ingest')")
        // All of it was received a moment ago, and made long before.
        let rows = try ask(day, 5, ["minutes": "600", "days": "1000"]).filter { $0["service_date"] == Self.date }
        var expected: [String: Int] = [:]
        for vehicle in day.lines("vehicle") where vehicle.clockAtPowerUp == nil && vehicle.fixRows ?? 0 > 0 {
            expected[vehicle.terminal ?? ""] = vehicle.fixRows
        }
        for (terminal, fixes) in expected {
            let row = rows.first { $0["terminal_no"] == terminal }
            #expect(try row?.int("late_fixes") == fixes && row?["kinds"] == "车辆轨迹", "\(terminal)")
        }
        try AskedDay.refresh(day.owner)
        let after = try ask(day, 5, ["minutes": "600", "days": "1000"]).filter { $0["service_date"] == Self.date }
        #expect(after.count == rows.count && after.allSatisfy { $0["kinds"] == nil }, "it waits no more")
    }

    private func scaleDrift(_ day: AskedDay) throws {
        let rows = try ask(day, 7)
        // A platform that is a kilogram or more away from zero says so. What it shows is rounded to half a kilogram at most, so weighings
        // within that of a kilogram may be on either side.
        for station in day.lines("station") where station.stationWeighingRows ?? 0 > 0 {
            let weighings = day.lines("weighing").filter { $0.site == station.code }
            let drifts = weighings.map { ($0.netG ?? 0) - ($0.trueNetG ?? 0) }
            let row = rows.first { $0["site_code"] == station.code }
            let answered = try row?.int("not_zeroed") ?? 0
            #expect(
                answered >= drifts.count { $0 >= 1_500 } && answered <= drifts.count { $0 >= 500 },
                "\(station.code ?? "")")
            if let row { #expect(try row.int("weighings") == weighings.count) }
        }
        // A plant's gate that was overloaded once.
        let gate = try #require(day.lines("weighing").first { $0.what == "gate_in" })
        let broken = try day.database.session()
        defer { broken.close() }
        try broken.execute(
            "BEGIN; UPDATE telemetry.station_weighing SET weigh_flags = weigh_flags | 4 WHERE ticket = '\(gate.ticket ?? "")' AND direction = 1"
        )
        let overloaded = try broken.query(try QueryCatalog.named("7").select(Self.span)).filter {
            $0["over_range"] == "1"
        }
        #expect(overloaded.contains { $0["site_code"] == gate.site })
        try broken.execute("ROLLBACK")
    }

    private func unknownTags(_ day: AskedDay) throws {
        let bound = try day.map("SELECT lower(encode(tag_id, 'hex')), '' FROM registry.tag_binding")
        #expect(day.lifts.allSatisfy { $0.fault != "unknown_tag" || bound[$0.tag ?? ""] == nil })
        var expected: [String: [Int]] = [:]
        var bins: [String: Set<String>] = [:]
        for lift in day.lifts where lift.tag.map({ bound[$0.lowercased()] == nil }) ?? true {
            let key = lift.tag.map { $0.uppercased() } ?? "-"
            let isDoubtful = lift.fault == "overload"
            let before = expected[key] ?? [0, 0, 0]
            expected[key] = [
                before[0] + 1, before[1] + (isDoubtful ? 0 : lift.netG ?? 0), before[2] + (isDoubtful ? 1 : 0),
            ]
            bins[key, default: []].insert(lift.point ?? "")
        }
        var answered: [String: [Int]] = [:]
        for row in try ask(day, 8) {
            answered[row["tag"] ?? "-"] = [
                try row.int("lifts"), try grams(row, "net_kg"), try row.int("doubtful_lifts"),
            ]
            #expect(try grams(row, "estimated_kg") == 0)
        }
        #expect(answered == expected && !expected.isEmpty)
        // The vehicle stood at the point then: of points that are far apart it is the nearest.
        for row in try ask(day, 8) where row["nearest_point_code"] != nil {
            #expect(try row.int("distance_m") <= 200)
            let points = bins[try row.text("tag")] ?? []
            #expect(points.contains(try row.text("nearest_point_code")) || points == [""], "\(points)")
        }
        // Estimates and doubtful weights are in sums of their own.
        try changed(
            day,
            by: """
                INSERT INTO telemetry.lift (terminal_id, recorded_at, received_at, seq, boot_no, gross_g, tare_g, net_g, weigh_flags,
                    weigh_mode, waste_type, quality, tag_tech, time_quality, tag_id, lon_e6, lat_e6)
                SELECT 1, '2025-03-03 10:00+08', now(), 900000 + n, 1, 0, 0, net, flags, mode, 1, 0, 3, 0, '\\xeeeeeeee', 116000000, 40000000
                FROM (VALUES (1, 7000, 1, 1), (2, 500, 1, 6), (3, 90000, 5, 1), (4, -30, 1, 1)) AS v (n, net, flags, mode);
                INSERT INTO registry.collection_point (code, name, place)
                VALUES ('NEAR', '东', ST_SetSRID(ST_MakePoint(116.00110, 40.0), 4326)),
                    ('FAR', '北', ST_SetSRID(ST_MakePoint(116.0, 40.00100), 4326))
                """,
            undo: """
                DELETE FROM telemetry.lift WHERE tag_id = '\\xeeeeeeee';
                DELETE FROM registry.collection_point WHERE code IN ('NEAR', 'FAR')
                """
        ) {
            let row = try #require(try ask(day, 8).first { $0["tag"] == "EEEEEEEE" })
            #expect(
                [row["lifts"], row["net_kg"], row["estimated_kg"], row["doubtful_lifts"]]
                    == ["4", "7.000", "0.500", "2"])
            // 0.00110 degrees east are 94 m here, 0.00100 north 111 m.
            #expect(row["nearest_point_code"] == "NEAR" && row["distance_m"] == "94")
        }
    }

    /// Runs `body` after a change of the day, with the statistics of these kinds made again.
    func changed(
        _ day: AskedDay, _ kinds: [String] = ["collection"], by change: String, undo: String, _ body: () throws -> Void
    ) throws {
        let marks = kinds.map { "('\($0)', '\(Self.date)')" }.joined(separator: ", ")
        let mark = "; INSERT INTO stats.dirty_day (kind, service_date) VALUES \(marks)"
        try day.owner.execute(change + mark)
        try AskedDay.refresh(day.owner)
        try body()
        try day.owner.execute(undo + mark)
        try AskedDay.refresh(day.owner)
    }

    // MARK: Weights

    /// Stored lifts that count, by the bin whose tag was read.
    func counted(_ day: AskedDay) throws -> [(lift: AskedDayLine, bin: String)] {
        let bins = try day.map(
            """
            SELECT lower(encode(t.tag_id, 'hex')), b.code FROM registry.tag_binding AS t JOIN registry.bin AS b USING (bin_id)
            """)
        return day.lifts.compactMap { lift in
            guard let tag = lift.tag, let bin = bins[tag.lowercased()] else { return nil }
            return (lift, bin)
        }
    }

    private func clearance(_ day: AskedDay) throws {
        let rows = try ask(day, 11)
        for waste in ["kitchen", "residual", "recyclable", "catering"] {
            let windows = day.lines("window").filter { $0.wasteType == waste }
            let answer = rows.filter { $0["waste_code"] == waste }
            let sum = { (column: String) in try answer.reduce(0) { try $0 + $1.int(column) } }
            #expect(try sum("due") == windows.count)
            #expect(try sum("on_time") == windows.count { $0.outcome == "on_time" })
            #expect(try sum("late") == windows.count { $0.outcome == "late" })
            #expect(try sum("missed") == windows.count { $0.cause == "no_visit" || $0.cause == "visit_no_read" })
            #expect(try sum("unconfirmed") == windows.count { $0.cause == "terminal_offline" })
            let points = Dictionary(grouping: windows) { $0.point ?? "" }
            #expect(try sum("points") == points.count)
            let last = points.values.map { $0.max { $0.opensAt ?? "" < $1.opensAt ?? "" } }
            #expect(try sum("cleared_points") == last.count { $0?.cause == nil })
        }
    }

    private func trips(_ day: AskedDay) throws {
        let all = try day.owner.query(
            "SELECT ticket, site_net_g, coalesce(box_net_g, lifts_net_g) AS expected_g FROM stats.trip WHERE service_date = '\(Self.date)'"
        )
        let driven = day.lines("trip")
        #expect(all.count == driven.count)
        // What the site weighed, as the truth has it.
        #expect(
            all.compactMap { $0["site_net_g"].flatMap { Int($0) } }.sorted() == driven.compactMap(\.netG).sorted())
        for (percent, kg) in [(2, 50), (0, 0), (10, 1)] {
            let expected = try all.filter { row in
                guard let site = try row.intIfPresent("site_net_g") else { return false }
                let gap = try abs(site - row.int("expected_g"))
                return try gap > kg * 1000 && gap * 100 > percent * row.int("expected_g")
            }.count
            let rows = try ask(day, 12, Self.span.merging(["percent": "\(percent)", "kg": "\(kg)"]) { _, new in new })
            #expect(rows.count == expected)
        }
    }

    private func stations(_ day: AskedDay) throws {
        let rows = try ask(day, 13)
        for station in day.lines("station") where station.stationWeighingRows ?? 0 > 0 {
            let row = try #require(rows.first { $0["site_code"] == station.code })
            #expect(try grams(row, "in_kg") == station.inNetG && grams(row, "out_kg") == station.outNetG)
            let boxes = day.lines("weighing").filter { $0.site == station.code && $0.what == "box" }
            let arrived = Set(day.lines("trip").filter { $0.fromStation == station.code }.compactMap(\.ticket))
            #expect(try row.int("boxes_out") == boxes.count)
            #expect(try row.int("boxes_outstanding") == boxes.count { !arrived.contains($0.ticket ?? "") })
            #expect(try row.int("open_tickets") == 0)
        }
        // Without its second weighing a ticket of the plant is open, four hours later.
        let gate = try #require(day.lines("weighing").first { $0.what == "gate_out" })
        let broken = try day.database.session()
        defer { broken.close() }
        try broken.execute(
            "BEGIN; DELETE FROM telemetry.station_weighing WHERE ticket = '\(gate.ticket ?? "")' AND direction = 2")
        let open = try broken.query(try QueryCatalog.named("13").select(Self.span)).filter { $0["open_tickets"] != "0" }
        #expect(
            open.map { [$0["site_code"], $0["open_tickets"], $0["open_ticket_numbers"]] } == [
                [gate.site, "1", gate.ticket]
            ])
        try broken.execute("ROLLBACK")
        // First weighings at half past nine in the evening: after four hours one is open; of another the tare is known, and the third was
        // withdrawn.
        try undone(day) { broken in
            try broken.execute(
                """
                INSERT INTO telemetry.station_weighing (terminal_id, recorded_at, received_at, seq, boot_no, gross_g, weigh_flags, scale_no,
                    direction, weigh_mode, tare_source, waste_type, identified_by, tag_tech, time_quality, ticket)
                SELECT w.terminal_id, '2025-03-03 21:30+08', now(), 800000 + n, w.boot_no, 9000000, 1, w.scale_no, 1, w.weigh_mode,
                    CASE n WHEN 2 THEN 2 ELSE 0 END, w.waste_type, w.identified_by, 0, 0, 'LATE' || n
                FROM telemetry.station_weighing AS w, generate_series(1, 3) AS n
                WHERE w.ticket = '\(gate.ticket ?? "")' AND w.direction = 2
                    AND w.terminal_id = (SELECT terminal_id FROM registry.terminal WHERE number = '\(gate.terminal ?? "")');
                INSERT INTO telemetry.station_weighing (terminal_id, recorded_at, received_at, seq, boot_no, gross_g, tare_g, net_g,
                    weigh_flags, scale_no, direction, weigh_mode, tare_source, waste_type, identified_by, tag_tech, time_quality, supersedes)
                SELECT terminal_id, '2025-03-03 22:00+08', now(), 800004, boot_no, 0, 0, 0, 1, scale_no, 1, weigh_mode, 0, waste_type,
                    identified_by, 0, 0, 800003
                FROM telemetry.station_weighing WHERE seq = 800003
                """)
            for (at, expected) in [("2025-03-04 01:00", []), ("2025-03-04 01:31", ["LATE1"])] {
                let open = try broken.query(
                    try QueryCatalog.named("13").select(Self.span.merging(["at": at]) { _, new in new })
                ).compactMap { $0["open_ticket_numbers"] }
                #expect(open == expected, "\(at)")
            }
        }
    }

    private func bins(_ day: AskedDay) throws {
        var expected: [String: [Int]] = [:]
        for bin in try day.map("SELECT code, code FROM registry.bin").keys { expected[bin] = [0, 0, 0, 0, 0] }
        for (lift, bin) in try counted(day) {
            let before = expected[bin] ?? [0, 0, 0, 0, 0]
            let isDoubtful = lift.fault == "overload"
            expected[bin] = [
                before[0] + 1, before[1] + (isDoubtful ? 0 : lift.netG ?? 0), before[2] + (lift.netG == 0 ? 1 : 0),
                before[3] + (isDoubtful ? 1 : 0), before[4] + (lift.fault == "double" ? 0 : 1),
            ]
        }
        var answered: [String: [Int]] = [:]
        for row in try ask(day, 15, Self.span.merging(["rows": "all"]) { _, new in new }) {
            let lifts = try row.int("lifts")
            let average = row["average_kg"] == nil ? 0 : try grams(row, "average_kg")
            let net = expected[try row.text("bin_code")]?[1] ?? 0
            // The average is rounded to the gram.
            let doubtful = try row.int("doubtful_lifts")
            #expect(abs(average * (lifts - doubtful) - net) * 2 <= lifts)
            #expect(row["estimated_average_kg"] == nil)
            answered[try row.text("bin_code")] = [
                lifts, net, try row.int("zero_lifts"), doubtful, try row.int("emptyings"),
            ]
        }
        #expect(answered == expected)
        // Estimates are in no average of weights.
        let (lift, bin) = try #require(try counted(day).first { $0.lift.fault != "overload" })
        let own = "WHERE tag_id = '\\x\(lift.tag ?? "")'"
        try changed(
            day,
            by: """
                CREATE TABLE public.kept_lift AS SELECT * FROM telemetry.lift \(own);
                UPDATE telemetry.lift SET weigh_mode = 6, net_g = 4000 \(own) AND weigh_flags & 284 = 0
                """,
            undo: """
                DELETE FROM telemetry.lift \(own); INSERT INTO telemetry.lift SELECT * FROM public.kept_lift; DROP TABLE public.kept_lift
                """
        ) {
            let row = try ask(day, 15, Self.span.merging(["rows": "all"]) { _, new in new })
                .first { $0["bin_code"] == bin }
            #expect(row?["average_kg"] == nil && row?["estimated_average_kg"] == "4.000")
        }
        let conspicuous = try ask(day, 15).compactMap { $0["bin_code"] }
        #expect(Set(conspicuous).isSuperset(of: expected.filter { $0.value[0] == 0 || $0.value[2] > 0 }.keys))
    }

    // MARK: Vehicles and devices

    private func stays(_ day: AskedDay) throws {
        let sound = Set(
            day.lines("vehicle").filter { $0.clockOffsetS ?? 0 == 0 && $0.clockAtPowerUp == nil && $0.fixRows ?? 0 > 0 }
                .compactMap(\.plateNo))
        var asked = 0
        for window in day.lines("window") where window.outcome == "on_time" && sound.contains(window.plateNo ?? "") {
            guard let from = window.visitFrom, let to = window.visitTo,
                from.dropFirst(11).prefix(2) == to.dropFirst(11).prefix(2),
                asked < 12
            else { continue }
            asked += 1
            let hour = Int(from.dropFirst(11).prefix(2)) ?? 0
            let digits = { (hour: Int) in hour < 10 ? "0\(hour):00" : "\(hour):00" }
            let rows = try ask(
                day, 18,
                [
                    "plate": window.plateNo ?? "", "day": Self.date, "from": digits(hour), "to": digits(hour + 1),
                    "seconds": "20",
                    "metres": "60",
                ])
            let here = rows.filter { row in
                (row["stayed_from"] ?? "") <= to.replacingOccurrences(of: "T", with: " ").prefix(19)
                    && (row["stayed_to"] ?? "") >= from.replacingOccurrences(of: "T", with: " ").prefix(19)
            }
            #expect(
                here.contains { $0["point_code"] == window.point },
                "\(window.plateNo ?? "") at \(window.point ?? "") \(from)")
        }
        #expect(asked > 0)
    }

    private func completeness(_ day: AskedDay) throws {
        let rows = try ask(day, 19)
        for vehicle in day.lines("vehicle") where vehicle.fixRows ?? 0 > 0 && vehicle.clockAtPowerUp == nil {
            let row = try #require(rows.first { $0["terminal_no"] == vehicle.terminal })
            #expect(try row.int("fixes") == vehicle.fixRows)
            #expect(try row.int("missing_records") == 0)
            let records = day.lifts.filter { $0.terminal == vehicle.terminal }.reduce(0) {
                $0 + ($1.tag == nil ? 1 : 2)
            }
            #expect(try row.int("records") == records)
        }
    }

    // MARK: History

    private func signedMonth(_ day: AskedDay) throws {
        #expect(try ask(day, 20, ["month": Self.date]).isEmpty, "not signed")
        _ = try MonthReport("2025-03-01", session: day.owner).freeze(by: "王", note: nil)
        let same = try ask(day, 20, ["month": Self.date])
        #expect(!same.isEmpty && same.allSatisfy { (Double($0["difference"] ?? "") ?? 1) == 0 })
        // A lift that comes late, of the first one's bin.
        try day.owner.execute(
            """
            INSERT INTO telemetry.lift (terminal_id, recorded_at, received_at, seq, boot_no, gross_g, tare_g, net_g, weigh_flags,
                weigh_mode, waste_type, quality, tag_tech, time_quality, tag_id)
            SELECT terminal_id, recorded_at + interval '1 hour', received_at, seq + 100000, boot_no, 20000, 10000, 10000, 1, weigh_mode,
                waste_type, 0, tag_tech, 0, tag_id
            FROM telemetry.lift WHERE tag_id IN (SELECT tag_id FROM registry.tag_binding) ORDER BY recorded_at LIMIT 1;
            INSERT INTO stats.dirty_day (kind, service_date) VALUES ('collection', '\(Self.date)')
            """)
        try AskedDay.refresh(day.owner)
        let changed = try ask(day, 20, ["month": Self.date]).filter { (Double($0["difference"] ?? "") ?? 0) != 0 }
        #expect(
            changed.map { [$0["figure"], $0["difference"].map { String(Double($0) ?? 0) }] }
                == [["收运次数", "1.0"], ["称重净重(千克)", "10.0"]])
        #expect(changed.first?["frozen_by"] == "王")
        // What is nobody's is in no street's rows, and yet in the answer.
        #expect(same.contains { $0["street_code"] == nil && $0["figure"] == "收运次数" })
    }

    private func corrections(_ day: AskedDay) throws {
        let first = try #require(day.lines("weighing").first)
        try day.owner.execute(
            """
            INSERT INTO telemetry.station_weighing
            SELECT (w).* FROM (
                SELECT jsonb_populate_record(r, jsonb_build_object('seq', r.seq + 100000, 'supersedes', r.seq, 'net_g', 1234,
                    'recorded_at', r.recorded_at + interval '5 minutes')) AS w
                FROM telemetry.station_weighing AS r JOIN registry.terminal AS t USING (terminal_id)
                WHERE t.number = '\(first.terminal ?? "")' AND r.seq = \(first.seq ?? 0) AND r.supersedes IS NULL
            ) AS c
            """)
        let rows = try ask(day, 21)
        #expect(rows.count == 1 && rows.first?["what"] == "称重更正" && rows.first?["ticket"] == first.ticket)
        let row = try #require(rows.first)
        #expect(try grams(row, "net_kg_before") == first.netG && grams(row, "net_kg_after") == 1234)
        // As a station withdraws one: a correction with no weight at all.
        try day.owner.execute(
            """
            INSERT INTO telemetry.station_weighing
            SELECT (w).* FROM (
                SELECT jsonb_populate_record(r, jsonb_build_object('seq', r.seq + 100000, 'supersedes', r.seq, 'net_g', 0, 'gross_g', 0,
                    'tare_g', 0, 'recorded_at', r.recorded_at + interval '5 minutes')) AS w
                FROM telemetry.station_weighing AS r WHERE r.supersedes = \(first.seq ?? 0) AND r.seq > 100000
            ) AS c
            """)
        #expect(try ask(day, 21).map { $0["what"] } == ["称重更正", "称重作废"])
        // Who changed the registry: the import of today entered every tag.
        let today = try ask(day, 21, ["from": "today", "to": "today"])
        #expect(
            today.count { $0["what"] == "tag_binding 新增" }
                == (try day.database.count("SELECT count(*) FROM registry.tag_binding")))
        #expect(today.allSatisfy { $0["actor"] != nil })
    }
}
