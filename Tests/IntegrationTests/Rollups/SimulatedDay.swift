import Foundation
import Postgres
import Telemetry
import Testing

/// The day of a small district with its registry imported and all its faults, streamed into a gateway, and what is true about it.
struct SimulatedDay {
    static let date = "2025-03-03"

    let database: TestDatabase
    let truth: [TruthLine]

    /// Streams the day of `seed`; `body` gets the database and the truth.
    static func stream(_ seed: Int, _ body: (SimulatedDay) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "rollups-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let district = folder.appending(path: "district").path
        let truth = folder.appending(path: "truth.jsonl").path
        let size = [
            "--seed", "\(seed)", "--points", "20", "--vehicles", "12", "--stations", "2", "--communities", "22",
        ]
        try await TestDatabase.withSchema { database in
            let environment = ["QINGYUN_DATABASE_URL": database.url]
            for (name, arguments) in [
                ("qingyun-fleetsim", ["district"] + size + ["--out", district]),
                ("qingyun", ["registry", "import", district]),
            ] {
                let command = try await FinishedCommand.run(name, arguments, environment: environment)
                #expect(command.status == 0, "\(command.errors)")
            }
            let gateway = try GatewayProcess(database: database.url)
            let command = try await FinishedCommand.run(
                "qingyun-fleetsim",
                ["day", "--date", date] + size + [
                    "--faults", "frequent", "--truth", truth, "--to", "127.0.0.1:\(try await gateway.terminalPort())",
                ])
            #expect(command.status == 0, "\(command.errors)")
            try await body(SimulatedDay(database: database, truth: try TruthLine.read(truth)))
        }
    }

    func lines(_ kind: String) -> [TruthLine] { truth.filter { $0.kind == kind } }

    /// The rows of one statement, each as its columns with blanks between.
    func rows(_ sql: String) throws -> [String] {
        try database.query(sql).map { row in row.columns.indices.map { row[$0] ?? "-" }.joined(separator: " ") }
            .sorted()
    }
}

/// A line of the ground truth; what a kind does not have is nil.
struct TruthLine: Decodable, Sendable {
    let kind: String
    let terminal, recordedAt, happenedAt, tag, wasteType, plateNo, outcome, cause, fault, point, work, code, site,
        what: String?
    let direction, to, fromStation, inAt, outAt, ticket, firstFixAt, lastFixAt, clockAtPowerUp, diesAt, opensAt,
        closesAt,
        silentFrom, silentTo: String?
    let bootNo, seq, tareG: Int?
    let netG, grossG, distanceM, fixRows, firstOdometerHm, lastOdometerHm, shifts, clockOffsetS, inNetG, outNetG: Int?
    let lifts, liftsNetG, liftRows, liftNetG, tagReadRows, stationWeighingRows, stationWeighingNetG: Int?
    let fixRowsWithoutDate, fixRowsInFuture: Int?
    let isStored: Bool?

    static func read(_ path: String) throws -> [TruthLine] {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
            try decoder.decode(TruthLine.self, from: Data($0.utf8))
        }
    }

    /// Seconds after midnight of a time such as 2025-03-03T04:10:02.500+08:00.
    static func second(_ time: String) throws -> Int {
        let parts = time.dropFirst(11).prefix(8).split(separator: ":").compactMap { Int($0) }
        try #require(parts.count == 3)
        return parts[0] * 3600 + parts[1] * 60 + parts[2]
    }

    /// The same as microseconds since 1970.
    static func instant(_ time: String) throws -> Int {
        let day = Int(try #require(LocalDay(time.prefix(10))).daysSince1970)
        let milliseconds = time.dropFirst(19).first == "." ? Int(time.dropFirst(20).prefix(3)) ?? 0 : 0
        return ReceivedFacts.midnight(day) + (try second(time) * 1_000 + milliseconds) * 1_000
    }
}
