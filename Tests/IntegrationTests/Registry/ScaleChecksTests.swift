import Postgres
import Registry
import Testing
import WeighScale

@Suite("registry.scale: what cannot be is refused where it is entered", .enabled(if: TestDatabase.isEnabled))
struct ScaleChecksTests {
    /// Settings of a weighing cycle as somebody enters them; the others are left to the kind.
    struct Entry: Sendable {
        let isWeighbridge: Bool
        let grams: [String: Int]

        /// Whether the weighing cycle can work with them.
        var isSound: Bool {
            let usual: WeighingSettings = isWeighbridge ? .weighbridge : .platform
            return
                (try? WeighingSettings(
                    emptyBandGrams: grams["empty_band_g"].map(Int64.init) ?? usual.emptyBandGrams,
                    minimumGrams: grams["minimum_g"].map(Int64.init) ?? usual.minimumGrams,
                    toleranceGrams: grams["tolerance_g"].map(Int64.init) ?? usual.toleranceGrams,
                    leastAdditionGrams: grams["least_addition_g"].map(Int64.init),
                    zeroLimitGrams: grams["zero_limit_g"].map(Int64.init) ?? usual.zeroLimitGrams)) != nil
        }
    }

    /// Each setting alone, and each with each other, around what the kinds give.
    static let entries: [Entry] = [false, true].flatMap { isWeighbridge -> [Entry] in
        let usual: WeighingSettings = isWeighbridge ? .weighbridge : .platform
        let around = [
            usual.emptyBandGrams, usual.minimumGrams, usual.toleranceGrams, usual.zeroLimitGrams,
        ].flatMap { [Int($0) - 1, Int($0), Int($0) + 1] }
        let names = ["empty_band_g", "minimum_g", "tolerance_g", "least_addition_g", "zero_limit_g"]
        let alone = names.flatMap { name in around.map { [name: $0] } }
        let pairs = names.indices.flatMap { first in
            names[(first + 1)...].flatMap { other in
                [(6_999, 7_000), (7_000, 6_999), (7_000, 7_000)].map { [names[first]: $0, other: $1] }
            }
        }
        return (alone + pairs).map { Entry(isWeighbridge: isWeighbridge, grams: $0) }
    }

    @Test("the database takes the settings that a weighing cycle can work with, and no others, whichever are left out")
    func settings() async throws {
        try await TestDatabase.withSchema { database in
            let session = try database.session()
            defer { session.close() }
            #expect(Set(Self.entries.map(\.isSound)).count == 2)
            try session.execute("INSERT INTO registry.terminal (number) VALUES ('1')")
            for entry in Self.entries {
                let names = entry.grams.keys.sorted()
                let statement = """
                    INSERT INTO registry.scale (terminal_id, code, name, dialect, registration, kind, \(names.joined(separator: ", ")))
                    SELECT terminal_id, 'S', 'S', 'toledo', 'LOGIN', '\(entry.isWeighbridge ? "weighbridge" : "platform")',
                        \(names.map { "\(entry.grams[$0] ?? 0)" }.joined(separator: ", "))
                    FROM registry.terminal
                    """
                var isTaken = true
                do {
                    try session.transaction { session in
                        try session.execute(statement)
                        try session.execute("DELETE FROM registry.scale")
                    }
                } catch PostgresError.server(.checkViolation, _, _, _) {
                    isTaken = false
                }
                #expect(isTaken == entry.isSound, "\(entry)")
            }
        }
    }
}
