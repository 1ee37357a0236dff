import Postgres
import Testing

@testable import Report

/// What the gauge tells of a day on which the tank is filled up. A gauge is read as the least value of ten minutes, so that what is used
/// within the ten minutes after filling up is not seen.
@Suite("Rollups: fuel", .enabled(if: TestDatabase.isEnabled))
struct FuelTests {
    /// A clock time so many minutes after six.
    private static func clock(_ minute: Int) -> String {
        let (hour, rest) = (6 + minute / 60, minute % 60)
        return "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
    }

    struct Day: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// Minutes after six, and 0.1 l.
        let gauge: [(minute: Int, dl: Int)]
        let used: String
        let refuelled: String
    }

    static let days = [
        // 5 before, and 1000 less 900 after; of these the first 10 are not seen.
        Day(
            testDescription: "filled up within the first ten minutes",
            gauge: [(1, 205), (2, 200), (5, 1_000), (9, 998), (12, 995), (18, 990), (40, 950), (110, 900)],
            used: "95", refuelled: "790"),
        Day(
            testDescription: "filled up within the only ten minutes",
            gauge: [(1, 205), (2, 200), (5, 1_000), (9, 998)], used: "5", refuelled: "0"),
        // 20 before, 40 after.
        Day(
            testDescription: "filled up while the gauge sleeps",
            gauge: [(0, 500), (9, 480), (12, 0), (16, 40_000), (30, 1_000), (60, 960)], used: "60", refuelled: "520"),
        // 1000 to 990, and 1500 to 1480.
        Day(
            testDescription: "filled up between two readings ten minutes apart",
            gauge: [(0, 1_000), (9, 990), (10, 1_500), (30, 1_480)], used: "30", refuelled: "510"),
        // A wave in the tank is none: from the fullest to the last.
        Day(
            testDescription: "not filled up",
            gauge: [(0, 1_000), (2, 995), (4, 1_002), (12, 998), (25, 1_001), (40, 980)], used: "22", refuelled: "0"),
    ]

    @Test("what is filled up is counted once, wherever in the day", arguments: days)
    func filledUp(day: Day) async throws {
        try await WrittenFacts.with { _, facts in
            for (minute, dl) in day.gauge {
                try facts.fix(1, WrittenFacts.time(0, Self.clock(minute)), fuelDl: dl)
            }
            try facts.refresh()
            #expect(
                try facts.line("SELECT fuel_used_dl, refuelled_dl FROM stats.track_day")
                    == "\(day.used) \(day.refuelled)"
            )
            #expect(try facts.wrongRows() == [])
        }
    }

    @Test("a working day of eight hours that fills up at ten, its gauge silent for twenty minutes afterwards")
    func workingDay() async throws {
        try await WrittenFacts.with { _, facts in
            // 0.1 l in two minutes from 80 l on, without what is filled up 239 of them; at 10:06 the tank is at 120 l.
            for step in 0...240 {
                let dl = (125..<135).contains(step) ? 0 : step < 123 ? 800 - step : 1_200 - (step - 123)
                try facts.fix(1, WrittenFacts.time(0, Self.clock(2 * step)), odometerHm: 1_000 + 3 * step, fuelDl: dl)
            }
            try facts.refresh()
            // At 10:04 there were 678, and at 10:38 still 1184: 506 more. At the end 1083: 800 - 1083 + 506.
            #expect(
                try facts.line("SELECT fuel_used_dl, refuelled_dl, odometer_m FROM stats.track_day") == "223 506 72000")
        }
    }

    @Test("litres for 100 km are of the kilometres with a gauge, in the vehicle's sheet and in question 17")
    func consumption() async throws {
        try await WrittenFacts.with { _, facts in
            // At noon another terminal takes over, that has none.
            let noon = WrittenFacts.time(0, "12:00")
            try facts.session.execute(
                """
                INSERT INTO registry.terminal (number) VALUES ('5');
                UPDATE registry.terminal_mount SET valid = tstzrange(lower(valid), \(noon)) WHERE terminal_id = 1;
                INSERT INTO registry.terminal_mount (terminal_id, vehicle_id, valid) VALUES (5, 1, tstzrange(\(noon), NULL))
                """)
            for minute in stride(from: 0, through: 60, by: 10) {
                try facts.fix(
                    1, WrittenFacts.time(0, Self.clock(minute)), odometerHm: 1_000 + 5 * minute, fuelDl: 2_000 - minute)
                try facts.fix(
                    5, WrittenFacts.time(0, Self.clock(420 + minute)), odometerHm: 1_300 + 5 * minute, fuelDl: 0)
            }
            try facts.refresh()
            // 6 l on the first 30 km of 60.
            #expect(
                try facts.line("SELECT odometer_m, fuel_used_dl, litres_per_100_km FROM stats.vehicle_day")
                    == "60000 60 20.0")
            let rows = try facts.session.query(
                try QueryCatalog.named("17").select(["from": WrittenFacts.firstDay, "to": WrittenFacts.firstDay]))
            #expect(
                rows.map { [$0["odometer_km"], $0["fuel_l"], $0["litres_per_100_km"]] } == [["60.0", "6.0", "20.0"]])
        }
    }
}
