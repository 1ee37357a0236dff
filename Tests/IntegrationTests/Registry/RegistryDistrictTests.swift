import Foundation
import Postgres
import Registry
import Testing

/// The files that `qingyun-fleetsim district` writes are the registry that `qingyun registry` takes.
@Suite("A simulated district in the registry", .enabled(if: TestDatabase.isEnabled))
struct RegistryDistrictTests {
    @Test("it goes in whole, comes out, and importing what came out touches no row", arguments: 1...3)
    func roundTrip(seed: Int) async throws {
        try await SimulatedDistrict.imported(seed: seed) { database, folder in
            let session = try database.session()
            defer { session.close() }
            func registry(_ arguments: [String]) async throws -> FinishedCommand {
                try await FinishedCommand.run(
                    "qingyun", ["registry"] + arguments, environment: ["QINGYUN_DATABASE_URL": database.url])
            }
            // A row for each line of the files, and the eight waste types that were there.
            for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) where file.hasSuffix(".csv") {
                let lines = try String(contentsOf: folder.appending(path: file), encoding: .utf8).split(separator: "\n")
                let kind = try #require(RegistryKind.named(String(file.dropLast(4))))
                let rows = try session.query("SELECT count(*) AS n FROM \(kind.schema).\(kind.name)")[0].int("n")
                #expect(rows == lines.count - 1, "\(file)")
            }
            let before = try RegistryExamples.state(session)
            // Streets, communities, points; bins with their places and tags.
            let least = 22 + 22 + 20 + 3 * 80
            #expect(before.count > least)
            for source in ["written", "exported", "for Excel"] {
                try await ScratchFolder.with { exported in
                    if source != "written" {
                        let export = try await registry(
                            ["export", exported.path] + (source == "exported" ? [] : ["--excel"]))
                        #expect(export.status == 0, "\(export.errors)")
                    }
                    let again = try await registry(["import", source == "written" ? folder.path : exported.path])
                    #expect(again.status == 0, "\(again.errors)")
                    #expect(again.output.hasSuffix("nothing changes\n"), "\(source): \(again.output)")
                }
            }
            #expect(try RegistryExamples.state(session) == before)

            // Nothing is wrong with it, but that no terminal was seen yet: vehicles, stations and plants.
            let check = try await registry(["check", "--format", "csv"])
            #expect(check.status == 1)
            let findings = check.output.split(separator: "\n").dropFirst()
            let terminals = 6 + 2 + 3
            #expect(findings.count == terminals, "\(check.output)")
            #expect(findings.allSatisfy { $0.hasPrefix("terminal-silent,") && $0.hasSuffix(": never seen") })
        }
    }
}
