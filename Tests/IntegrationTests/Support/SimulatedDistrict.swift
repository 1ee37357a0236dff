import Foundation
import Testing

/// A small district of `qingyun-fleetsim`.
enum SimulatedDistrict {
    /// What makes `district` and `day` mean the same one.
    static func options(seed: Int) -> [String] {
        ["--seed", "\(seed)", "--points", "20", "--vehicles", "6", "--stations", "2", "--communities", "22"]
    }

    /// Writes its files, and brings them into a database of one test's own by `qingyun registry import`.
    static func imported<R>(seed: Int, _ body: (TestDatabase, _ folder: URL) async throws -> R) async throws -> R {
        try await TestDatabase.withSchema { database in
            try await ScratchFolder.with { folder in
                let written = try await FinishedCommand.run(
                    "qingyun-fleetsim", ["district", "--out", folder.path] + options(seed: seed))
                #expect(written.status == 0, "\(written.errors)")
                let imported = try await FinishedCommand.run(
                    "qingyun", ["registry", "import", folder.path, "--inside-district"],
                    environment: ["QINGYUN_DATABASE_URL": database.url])
                try #require(imported.status == 0, "\(imported.errors)")
                return try await body(database, folder)
            }
        }
    }
}
