import Foundation
import Postgres
import Registry
import Testing

/// A small district's day with all its faults, streamed into a gateway that knows the imported district and nobody else: the tables
/// hold what the ground truth says, row for row, and the registry says what it meant.
@Suite("qingyun-fleetsim day", .enabled(if: TestDatabase.isEnabled))
struct FleetsimDayTests {
    /// A line of the ground truth; what a kind does not have is nil.
    private struct Line: Decodable {
        let kind: String
        let terminal, recordedAt, tag, wasteType, direction, ticket, plateNo, outcome, work: String?
        let point, fault, code: String?
        let bootNo, seq, grossG, tareG, netG, fixRows, firstOdometerHm, lastOdometerHm: Int?
        let fixRowsWithoutDate, fixRowsInFuture, liftRows, liftNetG, tagReadRows: Int?
        let stationWeighingRows, stationWeighingNetG, windows: Int?
        let isStored: Bool?
    }

    private static let wasteTypes = ["kitchen": 1, "residual": 2, "recyclable": 3, "catering": 5]
    private static let recordedAt =
        "to_char(r.recorded_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS') || '+08:00'"

    private static func read(_ path: String) throws -> [Line] {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
            try decoder.decode(Line.self, from: Data($0.utf8))
        }
    }

    /// Imports a small district and streams its day; `body` gets the database and the truth.
    private static func stream(
        _ seed: Int, _ options: [String] = [], _ body: (TestDatabase, [Line]) async throws -> Void
    ) async throws {
        try await SimulatedDistrict.imported(seed: seed) { database, _ in
            try await ScratchFolder.with { folder in
                let truth = folder.appending(path: "truth.jsonl").path
                let gateway = try GatewayProcess(database: database.url)
                let command = try await FinishedCommand.run(
                    "qingyun-fleetsim",
                    ["day", "--date", "2025-03-03"] + SimulatedDistrict.options(seed: seed) + [
                        "--faults", "frequent", "--truth", truth, "--to",
                        "127.0.0.1:\(try await gateway.terminalPort())",
                    ] + options)
                #expect(command.status == 0, "\(command.errors)")
                try await body(database, try read(truth))
            }
        }
    }

    @Test(
        "a streamed day lands whole: rows, keys, kilograms and odometers are those of the ground truth",
        arguments: 1...3)
    func lands(seed: Int) async throws {
        try await Self.stream(seed) { database, truth in
            let totals = try #require(truth.last { $0.kind == "totals" })
            #expect(try database.count("SELECT count(*) FROM telemetry.fix") == totals.fixRows)
            #expect(
                try database.count("SELECT count(*) FROM telemetry.fix WHERE time_quality = 1")
                    == totals.fixRowsWithoutDate)
            #expect(
                try database.count("SELECT count(*) FROM telemetry.fix WHERE time_quality = 2")
                    == totals.fixRowsInFuture)
            #expect(try database.count("SELECT count(*) FROM telemetry.tag_read") == totals.tagReadRows)
            #expect(try database.count("SELECT count(*) FROM telemetry.quarantine") == 0)
            #expect(try database.count("SELECT coalesce(sum(net_g), 0) FROM telemetry.lift") == totals.liftNetG)
            #expect(
                try database.count("SELECT coalesce(sum(net_g), 0) FROM telemetry.station_weighing")
                    == totals.stationWeighingNetG)

            let stored = truth.filter { $0.kind == "lift" && $0.isStored == true }
            #expect(stored.count == totals.liftRows && !stored.isEmpty)
            let lifts = try database.query(
                """
                SELECT concat_ws(' ', t.number, \(Self.recordedAt), boot_no, seq, gross_g, tare_g, net_g, waste_type,
                    coalesce(encode(tag_id, 'hex'), '-')) AS line
                FROM telemetry.lift AS r JOIN registry.terminal AS t USING (terminal_id)
                """
            ).map { $0["line"] ?? "" }
            let expected = try stored.map { lift in
                let numbers = try [lift.bootNo, lift.seq, lift.grossG, lift.tareG, lift.netG].map {
                    "\(try #require($0))"
                }
                let type = try #require(Self.wasteTypes[lift.wasteType ?? ""])
                return ([lift.terminal ?? "", lift.recordedAt ?? ""] + numbers + ["\(type)", lift.tag ?? "-"]).joined(
                    separator: " ")
            }
            #expect(lifts.sorted() == expected.sorted())

            let weighings = try database.query(
                """
                SELECT concat_ws(' ', t.number, \(Self.recordedAt), boot_no, seq, gross_g, tare_g, net_g, direction, ticket,
                    coalesce(plate_no, '-')) AS line
                FROM telemetry.station_weighing AS r JOIN registry.terminal AS t USING (terminal_id)
                """
            ).map { $0["line"] ?? "" }
            let weighed = try truth.filter { $0.kind == "weighing" }.map { line in
                let numbers = try [line.bootNo, line.seq, line.grossG, line.tareG, line.netG].map {
                    "\(try #require($0))"
                }
                return
                    ([line.terminal ?? "", line.recordedAt ?? ""] + numbers
                    + [line.direction == "in" ? "1" : "2", line.ticket ?? "", line.plateNo ?? "-"]).joined(
                        separator: " ")
            }
            #expect(weighings.sorted() == weighed.sorted() && weighed.count == totals.stationWeighingRows)

            let vehicles = try database.query(
                """
                SELECT concat_ws(' ', t.number, count(*), min(odometer_hm), max(odometer_hm)) AS line
                FROM telemetry.fix JOIN registry.terminal AS t USING (terminal_id)
                GROUP BY t.number
                """
            ).map { $0["line"] ?? "" }
            let driven = try truth.filter { $0.kind == "vehicle" && $0.fixRows ?? 0 > 0 }.map { line in
                "\(line.terminal ?? "") \(try #require(line.fixRows)) \(try #require(line.firstOdometerHm)) "
                    + "\(try #require(line.lastOdometerHm))"
            }
            #expect(vehicles.sorted() == driven.sorted())
            try Self.expectMeaning(database, truth)
        }
    }

    /// By the registry alone: which point and which vehicle each lift means, and which tags are bound to nothing.
    private static func expectMeaning(_ database: TestDatabase, _ truth: [Line]) throws {
        let stored = truth.filter { $0.kind == "lift" && $0.isStored == true }
        // A bin that is shaken twice has its tag, whichever it was, in both records.
        let unbound = Set(stored.filter { $0.fault == "unknown_tag" }.map { $0.tag ?? "" })
        // A neighbour's tag is of the same point; one that nobody bound, or none, is of no point that the registry knows.
        let byPoint = Dictionary(grouping: stored) { lift in
            unbound.contains(lift.tag ?? "") || lift.tag == nil ? "-" : lift.point ?? ""
        }.map { point, lifts in "\(point) \(lifts.count) \(lifts.reduce(0) { $0 + ($1.netG ?? 0) })" }
        let points = try database.query(
            """
            SELECT concat_ws(' ', coalesce(p.code, '-'), count(*), sum(l.net_g)) AS line
            FROM telemetry.lift AS l
            LEFT JOIN LATERAL registry.tag_at(l.tag_tech, l.tag_id, l.recorded_at) AS t ON true
            LEFT JOIN registry.collection_point AS p USING (collection_point_id)
            GROUP BY p.code
            """
        ).map { $0["line"] ?? "" }
        #expect(points.sorted() == byPoint.sorted() && points.count > 10)

        let plates = try database.query(
            """
            SELECT concat_ws(' ', v.plate_no, count(*), sum(l.net_g)) AS line
            FROM telemetry.lift AS l
            JOIN LATERAL registry.terminal_at(l.terminal_id, l.recorded_at) AS t ON true
            JOIN registry.vehicle AS v USING (vehicle_id)
            GROUP BY v.plate_no
            """
        ).map { $0["line"] ?? "" }
        let byPlate = truth.filter { $0.kind == "vehicle" && $0.liftRows ?? 0 > 0 }.map { line in
            "\(line.plateNo ?? "") \(line.liftRows ?? 0) \(line.netG ?? 0)"
        }
        #expect(plates.sorted() == byPlate.sorted())

        let session = try database.session()
        defer { session.close() }
        var options = RegistryCheck.Options()
        options.at = "2025-03-04 12:00+08"
        options.rules = ["tag-unknown"]
        let unknown = try RegistryCheck(session, options: options).findings().map(\.subject)
        #expect(unknown.sorted() == unbound.map { "hf " + $0.uppercased() }.sorted() && !unknown.isEmpty)
    }

    @Test("kept to a clock, however fast, the same day lands")
    func clock() async throws {
        try await Self.stream(4, ["--speed", "40000"]) { database, truth in
            let totals = try #require(truth.last { $0.kind == "totals" })
            #expect(try database.count("SELECT count(*) FROM telemetry.fix") == totals.fixRows)
            #expect(try database.count("SELECT count(*) FROM telemetry.lift") == totals.liftRows)
            #expect(
                try database.count("SELECT count(*) FROM telemetry.station_weighing") == totals.stationWeighingRows)
        }
    }

    @Test("under policy known a district that nobody imported is refused, and the exit status says so")
    func refused() async throws {
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(database: database.url)
            let command = try await FinishedCommand.run(
                "qingyun-fleetsim",
                [
                    "day", "--date", "2025-03-03", "--points", "5", "--vehicles", "2", "--stations", "1",
                    "--communities",
                    "5", "--to", "127.0.0.1:\(try await gateway.terminalPort())",
                ])
            #expect(command.status == 1)
            #expect(command.errors.contains("6 terminals: registration refused"), "\(command.errors)")
            #expect(try database.count("SELECT count(*) FROM telemetry.fix") == 0)
        }
    }
}
