import Postgres
import Testing

/// Records that a profile reads out of vendor items have no numbers: a start below 0, and a checksum for a number.
@Suite("Rollups: records of a profile", .enabled(if: TestDatabase.isEnabled))
struct ProfileRecordTests {
    @Test("none of them is missing, and none is a start")
    func none() async throws {
        try await WrittenFacts.with { _, facts in
            for (minute, seq) in [4_000_000_000, 17, 2_500_000_000].enumerated() {
                try facts.lift(1, WrittenFacts.time(0, "08:0\(minute)"), seq: seq)
                try facts.lift(2, WrittenFacts.time(0, "08:0\(minute)"), seq: minute + 1)
            }
            try facts.lift(2, WrittenFacts.time(0, "08:10"), seq: 5)
            try facts.session.execute("UPDATE telemetry.lift SET boot_no = -7 WHERE terminal_id = 1")
            try facts.refresh()
            // Of terminal 2 the fourth is missing.
            #expect(
                try facts.line(
                    "SELECT terminal_id, records, expected_records, sequence_gaps, boots FROM stats.record_day ORDER BY 1"
                )
                    == "1 3 3 0 0\n2 4 5 1 1")
        }
    }
}
