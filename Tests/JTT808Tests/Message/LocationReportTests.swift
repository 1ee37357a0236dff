import NIOCore
import TestSupport
import Testing

@testable import JTT808

@Suite("LocationReport")
struct LocationReportTests {
    static let vectors = Vector.frames("0x0200").filter { $0.package == nil && $0.expect["lat"] != nil }

    @Test("a report has the facts of its vector", arguments: vectors)
    func facts(_ vector: Vector) throws {
        let report = try LocationReport(body: vector.body.span.bytes)
        try expect(report, matches: vector.expect)
    }

    @Test("decoded and encoded again it is the same bytes", arguments: vectors)
    func roundTrip(_ vector: Vector) throws {
        let report = try LocationReport(body: vector.body.span.bytes)
        #expect(hex(encoded(report.encode)) == hex(vector.body))
    }

    @Test("every truncation of a report loses items, never the position", arguments: vectors)
    func truncations(_ vector: Vector) throws {
        let whole = try LocationReport(body: vector.body.span.bytes)
        for count in 0..<vector.body.count {
            let body = Array(vector.body.prefix(count))
            if count < 28 {
                #expect(throws: BodyError.length) { try LocationReport(body: body.span.bytes) }
            } else {
                let report = try LocationReport(body: body.span.bytes)
                #expect(report.position == whole.position)
                #expect(report.items == Array(whole.items.prefix(report.items.count)))
                #expect(hex(encoded(report.encode)) == hex(body))
            }
        }
    }

    @Test("items keep their order, and one that comes twice stays twice")
    func twice() throws {
        let body = bytes(PositionTests.wire + "31 01 05  30 01 1f  31 01 06  e1 00")
        let report = try LocationReport(body: body.span.bytes)
        #expect(
            report.items == [
                AdditionalItem(id: 0x31, value: [5]), AdditionalItem(id: 0x30, value: [31]),
                AdditionalItem(id: 0x31, value: [6]),
                AdditionalItem(id: 0xE1, value: []),
            ])
        #expect(report.trailing.isEmpty)
    }

    @Test("what forms no whole item is kept", arguments: ["31", "31 02 05", "eb 1c 000c00b28986"])
    func trailing(rest: String) throws {
        let body = bytes(PositionTests.wire + "30 01 1f" + rest)
        let report = try LocationReport(body: body.span.bytes)
        #expect(report.items == [AdditionalItem(id: 0x30, value: [31])])
        #expect(report.trailing == bytes(rest))
    }
}

/// Compares a report with the facts of a vector, or of one position of a batch.
func expect(
    _ report: LocationReport, matches facts: [String: Any], sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let position = report.position
    #expect(Int(position.alarmBits) == facts["alarm"] as? Int, sourceLocation: sourceLocation)
    #expect(Int(position.statusBits) == facts["status"] as? Int, sourceLocation: sourceLocation)
    let latitude = try #require(facts["lat"] as? Double, sourceLocation: sourceLocation)
    let longitude = try #require(facts["lon"] as? Double, sourceLocation: sourceLocation)
    #expect(abs(Double(position.signedLatitudeE6) / 1e6 - latitude) < 1e-9, sourceLocation: sourceLocation)
    #expect(abs(Double(position.signedLongitudeE6) / 1e6 - longitude) < 1e-9, sourceLocation: sourceLocation)
    #expect(Int(position.altitudeM) == facts["altitude_m"] as? Int, sourceLocation: sourceLocation)
    let speed = try #require(facts["speed_kmh"] as? Double, sourceLocation: sourceLocation)
    #expect(abs(Double(position.speedDkmh) / 10 - speed) < 1e-9, sourceLocation: sourceLocation)
    #expect(Int(position.courseDeg) == facts["course_deg"] as? Int, sourceLocation: sourceLocation)
    #expect(position.time.iso8601 == facts["time"] as? String, sourceLocation: sourceLocation)
    if let digits = facts["time_bcd"] as? String {
        #expect(position.time.digits == digits, sourceLocation: sourceLocation)
    }
    if let extras = facts["extras"] as? [String: Any] {
        let expected = extras.mapValues { $0 as? [String] ?? [$0 as? String ?? "?"] }
        let found = Dictionary(grouping: report.items) { "0x" + hex([$0.id]) }.mapValues { $0.map { hex($0.value) } }
        #expect(found == expected, sourceLocation: sourceLocation)
        #expect(hex(report.trailing) == facts["extras_trailing"] as? String ?? "", sourceLocation: sourceLocation)
    }
}
