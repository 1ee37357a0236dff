import Foundation
import Postgres
import Rollups
import Testing

/// A line of the ground truth (docs/simulation.md); what a kind does not have is nil.
struct AskedDayLine: Decodable {
    let kind: String
    let terminal, plateNo, point, bin, wasteType, tag, fault, outcome, cause, recordedAt, lastFixAt: String?
    let opensAt, closesAt, visitFrom, visitTo, code, to, fromStation, ticket, what, site, clockAtPowerUp, work: String?
    let bootNo, seq, netG, trueNetG, grossG, fixRows, liftRows, clockOffsetS, inNetG, outNetG: Int?
    let firstOdometerHm, lastOdometerHm, stationWeighingRows: Int?
    let isStored: Bool?
}

/// The day of a small district with all its faults, streamed into a gateway, with its registry, its due collections as the truth judges
/// them, and its statistics; and a session of an analyst, who asks.
struct AskedDay {
    static let date = "2025-03-03"
    private static let size = [
        "--points", "20", "--vehicles", "6", "--stations", "2", "--communities", "22",
    ]

    let database: TestDatabase
    let truth: [AskedDayLine]
    let owner: PostgresSession
    let analyst: PostgresSession

    static func with(seed: Int, _ body: (AskedDay) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "day-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let options = ["--seed", "\(seed)"] + size
        let made = try await FinishedCommand.run("qingyun-fleetsim", ["district", "--out", folder.path] + options)
        #expect(made.status == 0, "\(made.errors)")
        try await TestDatabase.withSchema { database in
            let environment = ["QINGYUN_DATABASE_URL": database.url]
            let imported = try await FinishedCommand.run(
                "qingyun", ["registry", "import", folder.path], environment: environment)
            #expect(imported.status == 0, "\(imported.errors)")
            // A small district may have no restaurant.
            try database.execute(
                "UPDATE registry.responsible_unit SET kind = 'non_resident' WHERE responsible_unit_id % 3 > 0")
            let gateway = try GatewayProcess(database: database.url)
            let truth = folder.appending(path: "truth.jsonl").path
            let streamed = try await FinishedCommand.run(
                "qingyun-fleetsim",
                ["day", "--date", date, "--faults", "frequent", "--truth", truth]
                    + ["--to", "127.0.0.1:\(try await gateway.terminalPort())"] + options)
            #expect(streamed.status == 0, "\(streamed.errors)")
            let owner = try database.session()
            defer { owner.close() }
            try owner.query(tasks, [.text("[" + (try windows(truth)).joined(separator: ",") + "]"), .text(date)])
            try owner.execute("INSERT INTO stats.dirty_day (kind, service_date) VALUES ('clearance', '\(date)')")
            try refresh(owner)
            try await withAnalyst(database, owner) { analyst in
                try await body(AskedDay(database: database, truth: try read(truth), owner: owner, analyst: analyst))
            }
        }
    }

    /// Runs `body` with a session whose role was made an analyst; the role is gone afterwards.
    static func withAnalyst(
        _ database: TestDatabase, _ owner: PostgresSession, _ body: (PostgresSession) async throws -> Void
    ) async throws {
        let role = "qy_analyst_" + String(UInt64.random(in: .min ... .max), radix: 36)
        try owner.execute("CREATE ROLE \(role); GRANT \(role) TO CURRENT_USER; SELECT ops.grant_analyst('\(role)')")
        let analyst = try database.session()
        let result: Result<Void, any Error>
        do {
            try analyst.execute("SET SESSION ROLE \(role); SET timezone = 'Asia/Shanghai'")
            result = .success(try await body(analyst))
        } catch {
            result = .failure(error)
        }
        analyst.close()
        try owner.execute("DROP OWNED BY \(role); DROP ROLE \(role)")
        try result.get()
    }

    /// Makes all statistics that wait to be made.
    static func refresh(_ session: PostgresSession) throws {
        let refresher = try RollupRefresher(session)
        try refresher.markRegistryChanges()
        while true {
            let units = try refresher.staleUnits()
            guard !units.isEmpty else { return }
            for unit in units { _ = try refresher.refresh(unit) }
        }
    }

    func lines(_ kind: String) -> [AskedDayLine] { truth.filter { $0.kind == kind } }

    /// The lifts that are stored.
    var lifts: [AskedDayLine] { lines("lift").filter { $0.isStored == true } }

    /// A column of one query by another, for what the truth leaves to the registry.
    func map(_ sql: String) throws -> [String: String] {
        var map: [String: String] = [:]
        for row in try owner.query(sql) { map[row[0] ?? ""] = row[1] ?? "" }
        return map
    }

    private static func read(_ path: String) throws -> [AskedDayLine] {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
            try decoder.decode(AskedDayLine.self, from: Data($0.utf8))
        }
    }

    private static func windows(_ path: String) throws -> [String] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
            .filter { $0.contains("\"kind\":\"window\"") }
    }

    private static let tasks = """
        INSERT INTO ops.collection_task (collection_point_id, window_start, window_end, deadline, collection_rule_id, street_id,
            community_id, responsible_unit_id, collected_at, known_at, lift_terminal_id, lift_seq, service_date, lift_boot_no,
            least_net_g, waste_type, outcome, cause, evidence_kind, rule_code, rule_specificity)
        SELECT p.collection_point_id, w.opens_at, w.closes_at, w.closes_at, 1, c.street_id, c.community_id, pa.responsible_unit_id,
            CASE WHEN w.cause IS NULL THEN w.visit_to END, w.closes_at, CASE WHEN w.cause IS NULL THEN 1 END,
            CASE WHEN w.cause IS NULL THEN 1 END, $2::date, CASE WHEN w.cause IS NULL THEN 1 END, 1000, t.waste_type,
            CASE WHEN w.cause = 'terminal_offline' THEN 'unconfirmed' ELSE w.outcome END, w.cause,
            CASE WHEN w.cause IS NULL THEN 'lift' END, 'K', 0
        FROM jsonb_to_recordset($1::jsonb) AS w (
            point text, waste_type text, opens_at timestamptz, closes_at timestamptz, outcome text, cause text, visit_to timestamptz)
        JOIN registry.collection_point AS p ON p.code = w.point
        JOIN registry.waste_type AS t ON t.code = w.waste_type
        JOIN registry.point_affiliation AS pa ON pa.collection_point_id = p.collection_point_id
        JOIN registry.community AS c ON c.community_id = pa.community_id
        """
}
