import Postgres
import Testing
import Timeliness

@Suite("Timeliness: why, in plain words", .enabled(if: TestDatabase.isEnabled))
struct ExplanationTests {
    @Test(
        "of a visit without a collection it says what came: nothing, a tag, a weight with a strange tag or with none, too little"
    )
    func visits() async throws {
        try await CollectionBench.with { bench in
            try bench.session.execute(
                """
                UPDATE ops.collection_rule
                SET windows = '03:00-04:00 05:00-06:00 07:00-08:00 09:00-10:00 11:00-12:00 22:00-02:00', grace_min = 0
                """)
            for hour in ["03", "05", "07", "09", "11"] {
                try bench.report(from: "\(hour):20:00", to: "\(hour):22:00", isThere: true)
            }
            try bench.read("05:20:30")
            try bench.lift("07:21:00", netG: 40_000, tag: "E2AA")
            // Elsewhere, before it came here.
            try bench.lift("07:10:00", netG: 41_000, tag: "E2BB")
            try bench.lift("09:21:00", netG: 42_000, tag: "")
            try bench.lift("11:21:00", netG: 100)
            // In the window that goes on after midnight.
            try bench.lift("2026-03-11 00:30:00+08", netG: 200)
            try bench.check("2026-03-11 03:00:00+08")
            #expect(
                try bench.tasks() == Array(repeating: "missed visit_no_read - - raised", count: 5) + [
                    "missed no_visit - - raised"
                ])
            let lines = try PointExplanation(bench.session).lines(point: "P0002", day: "2026-03-10")
            let begin = "  Not collected: a vehicle stood here, and "
            let findings = lines.filter { $0.hasPrefix(begin) }.map { $0.dropFirst(begin.count) }
            #expect(
                findings == [
                    "neither tag nor weight came. Look at its reader and scale.",
                    "a tag came without a weight. Look at its scale.",
                    "it weighed a bin whose tag is bound to no bin. Look at the tags here, and enter them.",
                    "a weight came without a tag. Look at its reader, and at the tags here.",
                    "what came does not count: see below.",
                ])
            #expect(
                lines.drop { $0 != "Lifts and reads that complete nothing:" }.dropFirst() == [
                    "  2026-03-10 05:20:30 餐厨垃圾 tag E28011700000020F12345678 read by 京AG1234: no weight came with it",
                    "  2026-03-10 07:21:00 40.0 kg by 京AG1234, while it stood here: its tag, E2AA, is bound to no bin",
                    "  2026-03-10 09:21:00 42.0 kg by 京AG1234, while it stood here: no tag was read",
                    "  2026-03-10 11:21:00 餐厨垃圾 0.1 kg by 京AG1234: less than 5000 g, a touch",
                    "  2026-03-11 00:30:00 餐厨垃圾 0.2 kg by 京AG1234: less than 5000 g, a touch",
                ], "\(lines)")
        }
    }

    @Test("a read of a vehicle without a scale, and one that a lift follows, are no faults")
    func soundReads() async throws {
        try await CollectionBench.with { bench in
            try bench.read("09:29:58")
            try bench.lift("09:30:00", netG: 40_000)
            try bench.session.execute("UPDATE registry.vehicle SET has_scale = false WHERE plate_no = '京AD12345'")
            try bench.read("14:30:00", terminal: "13912345679")
            try bench.check("17:00")
            let lines = try PointExplanation(bench.session).lines(point: "P0002", day: "2026-03-10")
            #expect(!lines.contains("Lifts and reads that complete nothing:"), "\(lines)")
        }
    }
}
