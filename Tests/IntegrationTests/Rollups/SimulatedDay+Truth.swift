import Postgres
import Telemetry
import Testing

/// What a simulated day's database holds, against what its truth says was sent.
extension SimulatedDay {
    /// The day was streamed in seconds; this gives every row the moment at which its terminal sent it, and two seconds more. Of weighings every
    /// ninth comes twenty minutes later.
    func receiveWhenSent() throws {
        let vehicles = lines("vehicle").map { line in
            let silence = [line.silentFrom, line.silentTo].map { $0.map { "'\($0)'" } ?? "NULL" }
            return "('\(line.terminal ?? "")', \(line.clockOffsetS ?? 0), \(silence[0])::timestamptz, "
                + "\(silence[1])::timestamptz)"
        }
        for table in ["fix", "lift", "tag_read"] {
            // A tag is read two seconds before its lift, and sent with it.
            let moment =
                "q.recorded_at - v.ahead * interval '1 second'" + (table == "tag_read" ? " + interval '2 s'" : "")
            try database.execute(
                """
                UPDATE telemetry.\(table) AS r
                SET received_at = interval '2 s'
                    + CASE WHEN s.made_at >= s.silent_from AND s.made_at < s.silent_to THEN s.silent_to ELSE s.made_at END
                FROM (
                    SELECT q.ctid, q.tableoid, v.silent_from, v.silent_to, \(moment) AS made_at
                    FROM telemetry.\(table) AS q
                    JOIN registry.terminal AS t ON t.terminal_id = q.terminal_id
                    JOIN (VALUES \(vehicles.joined(separator: ", "))) AS v (number, ahead, silent_from, silent_to) ON v.number = t.number
                    WHERE q.time_quality = 0
                ) AS s
                WHERE r.ctid = s.ctid AND r.tableoid = s.tableoid
                """)
        }
        try database.execute(
            """
            UPDATE telemetry.station_weighing
            SET received_at = recorded_at + CASE seq % 9 WHEN 0 THEN interval '20 minutes' ELSE interval '2 s' END
            """)
    }

    /// Lifts, reads and weighings that are stored and were not sent so, or the other way round; empty: they are those of the truth, each with
    /// all that the truth says of it.
    func unlikeTruth(_ facts: ReceivedFacts) throws -> [String] {
        var (numbers, places): ([Int: String], [String: String]) = ([:], [:])
        for row in try database.query("SELECT terminal_id, number FROM registry.terminal") {
            numbers[try row.int("terminal_id")] = try row.text("number")
        }
        for row in try database.query(
            """
            SELECT code, round(ST_X(place) * 1000000)::integer AS lon, round(ST_Y(place) * 1000000)::integer AS lat
            FROM registry.collection_point
            """)
        {
            places[try row.text("code")] = "\(try row.text("lon")) \(try row.text("lat"))"
        }
        let stored =
            facts.lifts.map { lift in
                let weights = "\(lift.grossG) \(lift.tareG) \(lift.netG)"
                return
                    "lift \(numbers[lift.terminal] ?? "") \(lift.at) \(lift.boot) \(lift.seq) \(weights) \(lift.wasteType) "
                    + "\(lift.tag ?? "-") \(lift.flags & ~32) \(lift.mode) \(lift.quality) \(lift.lon ?? 0) \(lift.lat ?? 0)"
            }
            + facts.records.filter { $0.source == .tagRead }.map { read in
                "read \(numbers[read.terminal] ?? "") \(read.at) \(read.boot) \(read.seq)"
            }
            + facts.weighings.map { weighing in
                let weights = "\(weighing.grossG) \(weighing.tareG) \(weighing.netG)"
                return
                    "weighing \(numbers[weighing.terminal] ?? "") \(weighing.at) \(weighing.boot) \(weighing.seq) \(weights) "
                    + "\(weighing.wasteType) \(weighing.direction) \(weighing.ticket ?? "-") \(weighing.plate ?? "-")"
            }
        var sent: [String] = []
        for line in lines("lift") where line.isStored == true {
            let (terminal, boot, seq) = (line.terminal ?? "", line.bootNo ?? 0, line.seq ?? 0)
            let at = try TruthLine.instant(try #require(line.recordedAt))
            let tag = line.tag.map { String(repeating: "0", count: max(0, 16 - $0.count)) + $0 }
            let weights = "\(line.grossG ?? 0) \(line.tareG ?? 0) \(line.netG ?? 0)"
            sent.append(
                "lift \(terminal) \(at) \(boot) \(seq) \(weights) \(wasteType(line)) \(tag ?? "-") "
                    + "\(line.fault == "overload" ? 4 : 1) 1 1 \(places[line.point ?? ""] ?? "")")
            if tag != nil { sent.append("read \(terminal) \(at - 2 * ReceivedFacts.second) \(boot) \(seq - 1)") }
        }
        for line in lines("weighing") {
            let at = try TruthLine.instant(try #require(line.recordedAt))
            let weights = "\(line.grossG ?? 0) \(line.tareG ?? 0) \(line.netG ?? 0)"
            sent.append(
                "weighing \(line.terminal ?? "") \(at) \(line.bootNo ?? 0) \(line.seq ?? 0) \(weights) \(wasteType(line)) "
                    + "\(line.direction == "in" ? 1 : 2) \(line.ticket ?? "-") \(line.plateNo ?? "-")")
        }
        let (all, known) = (Set(stored), Set(sent))
        return all.subtracting(known).map { "not sent: \($0)" } + known.subtracting(all).map { "not stored: \($0)" }
    }

    private func wasteType(_ line: TruthLine) -> Int {
        ["kitchen": 1, "residual": 2, "recyclable": 3, "catering": 5][line.wasteType ?? ""] ?? 0
    }
}
