import Foundation
import Testing

@testable import FleetSimulation

@Suite("GroundTruth")
struct GroundTruthTests {
    private static func lines(seed: UInt64, rates: FaultRates = .frequent) -> [[UInt8]] {
        let day = DayPlan(
            District(seed: seed, size: .small), on: SimulatedDate("2026-06-01")!, seed: seed, rates: rates)
        var lines: [[UInt8]] = []
        GroundTruth(day).forEachLine { lines.append($0) }
        return lines
    }

    @Test("the same seed gives the same bytes, another seed others")
    func deterministic() {
        #expect(Self.lines(seed: 1) == Self.lines(seed: 1))
        #expect(Self.lines(seed: 1) != Self.lines(seed: 2))
    }

    /// Changes only when the simulation is meant to change.
    @Test("the bytes of seed 1 are the same on every machine")
    func pinned() {
        let crc = Array(Self.lines(seed: 1).joined()).withUnsafeBytes { BodyChecksum.crc32(of: $0) }
        #expect(crc == 2_171_069_391)
    }

    @Test("every line is one JSON object; the lines add up to the totals", arguments: [FaultRates.frequent, .all])
    func sums(rates: FaultRates) throws {
        var sums: [String: Int] = [:]
        var totals: [String: Any] = [:]
        for line in Self.lines(seed: 3, rates: rates) {
            #expect(line.last == 0x0A && line.count(where: { $0 == 0x0A }) == 1)
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
            let add = { (name: String, value: Int) in sums[name, default: 0] += value }
            let number = { (name: String) throws in try #require(object[name] as? Int) }
            switch object["kind"] as? String {
            case "vehicle":
                add("fix_rows", try number("fix_rows"))
                add("distance_m", try number("distance_m"))
            case "lift" where object["is_stored"] as? Bool == true:
                add("lift_rows", 1)
                add("lift_net_g", try number("net_g"))
                if object["tag"] is String { add("tag_read_rows", 1) }
            case "read" where object["is_stored"] as? Bool == true: add("tag_read_rows", 1)
            case "weighing":
                add("station_weighing_rows", 1)
                add("station_weighing_net_g", try number("net_g"))
            case "window":
                add("windows", 1)
                add("windows_\(try #require(object["outcome"] as? String))", 1)
            case "totals": totals = object
            case "lift", "read", "day", "station", "plant", "trip": break
            default: Issue.record("unknown kind in \(object)")
            }
        }
        for (name, sum) in sums { #expect(totals[name] as? Int == sum, "\(name)") }
        #expect(sums.count == 11)
    }

    @Test("what is quoted in a text is still JSON")
    func quoted() throws {
        var line = TruthLine("x")
        line.put("a", "\"\\京")
        line.put("b", nil as Int?)
        line.put("c", true)
        #expect(
            String(decoding: line.finished(), as: UTF8.self)
                == "{\"kind\":\"x\",\"a\":\"\\\"\\\\京\",\"b\":null,\"c\":true}\n")
    }
}
