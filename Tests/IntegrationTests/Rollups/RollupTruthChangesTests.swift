import Foundation
import Postgres
import Rollups
import Telemetry
import Testing

/// A simulated day that is changed afterwards: its figures follow the ground truth with that change, and nothing else moves.
@Suite("Rollups: the ground truth, changed", .enabled(if: TestDatabase.isEnabled))
struct RollupTruthChangesTests {
    @Test("a weighing that is corrected, and a tag that is bound to another bin, on a simulated day")
    func changed() async throws {
        try await SimulatedDay.stream(4) { day in
            let session = try day.database.session()
            defer { session.close() }
            _ = try Self.refresh(session)
            try Self.correct(day, session)
            try Self.bind(day, session)
            let verifier = try RollupVerifier(session)
            for unit in try verifier.refreshedUnits() {
                #expect(try verifier.verify(unit).count == 0, "\(unit)")
            }
        }
    }

    /// `day kind` of each that was made again.
    private static func refresh(_ session: PostgresSession) throws -> Set<String> {
        var refreshed: Set<String> = []
        let summary = try RollupPass(session, waits: true).run(
            .init(), report: { refreshed.insert("\($0.unit.day) \($0.unit.kind.rawValue)") })
        #expect(summary.failures == [])
        return refreshed
    }

    private static let nextDay = "2025-03-04"

    /// A load that was tipped at a station is corrected on the next morning, 100 kg less.
    private static func correct(_ day: SimulatedDay, _ session: PostgresSession) throws {
        let trip = try #require(
            day.lines("trip").first { trip in
                trip.fromStation == nil
                    && day.lines("weighing").contains { $0.what == "tipped" && $0.ticket == trip.ticket }
            })
        let ticket = try #require(trip.ticket)
        let (sites, trips) = (
            """
            SELECT coalesce(s.code, f.code), sum(weighings), sum(in_net_g), sum(out_net_g), sum(received_net_g), sum(corrected)
            FROM stats.station_day AS d
            LEFT JOIN registry.station AS s USING (station_id) LEFT JOIN registry.disposal_facility AS f USING (disposal_facility_id)
            GROUP BY s.code, f.code
            """, "SELECT ticket, terminal_id, lifts, lifts_net_g, site_net_g, gap_g FROM stats.trip"
        )
        let (sitesBefore, tripsBefore) = (try day.rows(sites), try day.rows(trips))
        try session.execute(
            """
            SELECT telemetry.ensure_day('\(nextDay)');
            CREATE TEMPORARY TABLE correction AS
                SELECT * FROM telemetry.station_weighing WHERE ticket = '\(ticket)' AND direction = 1;
            UPDATE correction SET supersedes = seq, seq = seq + 100000, recorded_at = '\(nextDay) 09:00+08', gross_g = gross_g - 100000,
                net_g = net_g - 100000;
            INSERT INTO telemetry.station_weighing SELECT * FROM correction;
            INSERT INTO stats.dirty_day (kind, service_date)
                VALUES ('record', '\(nextDay)'), ('station', '\(nextDay)'), ('trip', '\(nextDay)')
            """)
        #expect(
            try refresh(session)
                == Set(
                    ["record", "station", "trip"].map { "\(nextDay) \($0)" }
                        + ["station", "trip"].map { "\(SimulatedDay.date) \($0)" }))
        let (sitesAfter, tripsAfter) = (Set(try day.rows(sites)), Set(try day.rows(trips)))
        let site = try #require((day.lines("station") + day.lines("plant")).first { $0.code == trip.to })
        let weighings = day.lines("weighing").filter { $0.site == site.code }
        let received = weighings.filter { ["tipped", "cart", "gate_out"].contains($0.what) }
            .reduce(0) { $0 + ($1.netG ?? 0) }
        #expect(
            Array(sitesAfter.subtracting(sitesBefore)) == [
                "\(site.code ?? "") \(weighings.count) \(try #require(site.inNetG) - 100_000) \(site.outNetG ?? 0) "
                    + "\(received - 100_000) 1"
            ])
        let new = Array(tripsAfter.subtracting(tripsBefore))
        let fields = try #require(new.first).split(separator: " ")
        let net = try #require(trip.netG) - 100_000
        #expect(new.count == 1 && fields.first.map(String.init) == ticket && fields[4] == "\(net)")
        #expect(fields[5] == "\(net - (Int(fields[3]) ?? 0))")
        #expect(tripsAfter.count == tripsBefore.count)
    }

    /// The tag of the last lift of the day was put on a bin of another point a second before.
    private static func bind(_ day: SimulatedDay, _ session: PostgresSession) throws {
        let bins = try session.query(
            """
            SELECT encode(t.tag_id, 'hex') AS tag, p.code
            FROM registry.tag_binding AS t
            JOIN registry.bin_placement USING (bin_id) JOIN registry.collection_point AS p USING (collection_point_id)
            """)
        var points: [String: String] = [:]
        for row in bins { points[try row.text("tag")] = try row.text("code") }
        let key = { (tag: String) in String(repeating: "0", count: max(0, 16 - tag.count)) + tag.lowercased() }
        let lifts = day.lines("lift").filter { line in
            line.isStored == true && line.tag.map { points[key($0)] != nil } == true
                && line.recordedAt?.hasPrefix(SimulatedDay.date) == true
        }
        let last = try #require(lifts.max { ($0.recordedAt ?? "") < ($1.recordedAt ?? "") })
        let (tag, moment) = (key(try #require(last.tag)), try #require(last.recordedAt))
        let from = try #require(points[tag])
        let to = try #require(Set(points.values).sorted().first { $0 != from })
        // Several records may have come of it then: it is told by the time.
        var wanted: [String: (lifts: Int, net: Int)] = [:]
        for line in lifts {
            let own = key(try #require(line.tag))
            let point = own == tag && (line.recordedAt ?? "") >= moment ? to : try #require(points[own])
            wanted[point, default: (0, 0)].lifts += 1
            wanted[point, default: (0, 0)].net += line.netG ?? 0
        }
        try session.execute(
            """
            UPDATE registry.tag_binding SET valid = tstzrange(lower(valid), timestamptz '\(moment)' - interval '1 second')
            WHERE tag_id = decode('\(tag)', 'hex');
            INSERT INTO registry.tag_binding (bin_id, tag_tech, tag_id, valid)
            SELECT min(b.bin_id), 3, decode('\(tag)', 'hex'), tstzrange(timestamptz '\(moment)' - interval '1 second', NULL)
            FROM registry.bin_placement AS b JOIN registry.collection_point AS p USING (collection_point_id) WHERE p.code = '\(to)'
            """)
        let refreshed = try refresh(session)
        let kinds = ["collection", "station", "trip"]
        #expect(refreshed.isSuperset(of: kinds.map { "\(SimulatedDay.date) \($0)" }))
        #expect(refreshed.allSatisfy { unit in kinds.contains { unit.hasSuffix(" \($0)") } }, "\(refreshed)")
        let found = try day.rows(
            """
            SELECT p.code, sum(c.lifts), sum(c.net_g + c.estimated_net_g + c.doubtful_net_g)
            FROM stats.point_day AS c JOIN registry.collection_point AS p USING (collection_point_id)
            WHERE c.lifts > 0 AND c.service_date = '\(SimulatedDay.date)' GROUP BY p.code
            """)
        #expect(found == wanted.map { "\($0) \($1.lifts) \($1.net)" }.sorted())
    }
}
