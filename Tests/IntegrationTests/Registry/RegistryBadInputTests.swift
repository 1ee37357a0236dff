import Foundation
import Postgres
import Registry
import Testing

@Suite("RegistryImport: wrong files change nothing and are told in full", .enabled(if: TestDatabase.isEnabled))
struct RegistryBadInputTests {
    struct Case: Sendable {
        let name: String
        let text: String
        let faults: [String]
        init(_ name: String, _ text: String, _ faults: String...) {
            self.name = name
            self.text = text
            self.faults = faults
        }
    }

    /// Against the examples of docs/registry.md. What a row is wrong in by itself is in FileReaderTests and FieldReaderTests.
    static let cases: [Case] = [
        Case("bins.csv", "code\nB1\n", ":0 - '' the name says no kind; accepted: waste_type.csv, "),
        // References.
        Case(
            "community.csv", "code,name,street\nX,甲,110114999\nY,乙,110114001\n",
            ":2 street '110114999' there is no such street (街道, 镇), neither in the registry nor in the files"),
        Case(
            "bin.csv", "code,waste_type,volume_l\nX,glass,120\n",
            ":2 waste_type 'glass' there is no such waste_type (垃圾类别), neither in the registry nor in the files"),
        // Duplicates.
        Case(
            "street.csv", "code,name\nX,甲\nY,乙\nX,丙\n", ":4 code 'X' the same key stands on line 2"),
        Case(
            "carrier.csv", "code,name,credit_code\nX,甲,9144030071526726XG\nY,乙,9144030071526726XG\n",
            ":3 credit_code '9144030071526726XG' another carrier has it: X"),
        Case(
            "driver.csv", "code,name,certificate_no\nX,甲,110114198001011234\n",
            ":2 certificate_no '110114198001011234' another driver has it: C01-001"),
        Case("waste_type.csv", "number,code,name\n9,kitchen,甲\n", ":2 code 'kitchen' another waste_type has it: 1"),
        // Ranges.
        Case(
            "bin.csv", "code,waste_type,volume_l,first_day,last_day\nX,kitchen,120,2026-02-01,2026-01-31\n",
            ":2 last_day '2026-01-31' it is before first_day, 2026-02-01"),
        Case(
            "bin_placement.csv", "bin,point,valid_from,valid_to\nB00001,P0001,2025-02-01,2025-01-31 23:59\n",
            ":2 valid_to '2025-01-31 23:59' it is before valid_from, 2025-02-01"),
        // Overlaps: in the file, with the registry, and with an end in the middle.
        Case(
            "tag_binding.csv",
            "tag_tech,tag_id,bin,valid_from,valid_to\nhf,AABBCCDD,B00001,2026-01-01,2026-03-01\n"
                + "lf,AABBCCDD,B00001,2026-01-01,2026-03-01\nhf,AABBCCDD,B00002,2026-02-28 23:59,\n",
            ":4 valid_from 'hf AABBCCDD' it overlaps line 2"),
        Case(
            "tag_binding.csv",
            "tag_tech,tag_id,bin,valid_from,valid_to\nhf,AABBCCDD,B00001,,\nhf,AABBCCDD,B00002,2026-01-01,2026-02-01\n"
                + "hf,AABBCCDD,B00003,2026-03-01,\n",
            ":3 valid_from 'hf AABBCCDD' it overlaps line 2", ":4 valid_from 'hf AABBCCDD' it overlaps line 2"),
        Case(
            "bin_placement.csv", "bin,point,valid_from,valid_to\nB00002,P0001,2026-05-31,2026-06-02\n",
            ":2 valid_from 'B00002' it overlaps an earlier one that the registry has",
            ":2 valid_from 'B00002' it overlaps the one that the registry has from 2026-06-01 05:00 on"),
        Case(
            "vehicle_assignment.csv", "vehicle,carrier,valid_from\n京AG1234,C02,2025-06-01\n",
            ":2 valid_from '京AG1234' it overlaps the one that the registry has from 2026-01-01 00:00 on"),
        Case(
            "carrier_qualification.csv",
            "carrier,kind,waste_type,certificate_no,first_day,last_day\nC01,collection,kitchen,X,2027-06-30,2028-06-30\n",
            ":2 first_day 'C01 collection kitchen' it overlaps an earlier one that the registry has"),
        // Plates.
        Case(
            "vehicle.csv", "plate_no,plate_color\n京A1234,yellow\n京AI2345,blue\nX1,none\n",
            ":2 plate_no '京A1234' it is no plate number; accepted: such as 京AG1234 or 京AD12345, or plate_color none",
            ":3 plate_no '京AI2345' it is no plate number; accepted: such as 京AG1234 or 京AD12345, or plate_color none"),
        // Exactly one of several.
        Case(
            "tag_binding.csv",
            "tag_tech,tag_id,bin,vehicle,valid_from\nhf,AABBCCDD,,,2026-01-01\nhf,AABBCCDE,B00001,京AG1234,2026-01-01\n",
            ":2 bin '' exactly one of bin, vehicle, responsible_unit is filled; filled: 0",
            ":3 bin '' exactly one of bin, vehicle, responsible_unit is filled; filled: 2"),
        Case(
            "terminal_mount.csv", "terminal,valid_from\n13912345680,2026-09-01\n",
            ":2 vehicle '' exactly one of vehicle, station, disposal_facility is filled; filled: 0"),
        // Areas.
        Case(
            "street.csv", "code,name,area\nX,甲,\"POLYGON ((116 40, 117 41, 117 40, 116 41, 116 40))\"\n",
            ":2 area 'MULTIPOLYGON(((116 40,117 41,117 40,116 41,116 40)))' it is no area: Self-intersection[116.5 40.5]"
        ),
    ]

    @Test("every kind of wrong row has its message, and no row is touched")
    func cases() async throws {
        try await RegistryExamples.with { _, session in
            let before = try RegistryExamples.state(session)
            for wrong in Self.cases {
                let outcome = try RegistryImport.run(
                    [RegistryExamples.file(wrong.name, wrong.text)], session: session)
                let faults = RegistryExamples.faults(outcome)
                let expected = wrong.faults.map { wrong.name + $0 }
                #expect(
                    faults.count == expected.count && zip(faults, expected).allSatisfy { $0.hasPrefix($1) },
                    "\(wrong.text): \(faults)")
            }
            #expect(try RegistryExamples.state(session) == before)
        }
    }

    @Test(
        "a binding that begins while its bin or point is out of service is refused, also by another file of the import")
    func service() async throws {
        try await RegistryExamples.with { _, session in
            let files = [
                RegistryExamples.file(
                    "bin.csv", "code,waste_type,volume_l,first_day,last_day\nX,kitchen,120,2026-02-01,2026-03-31\n"),
                RegistryExamples.file(
                    "bin_placement.csv",
                    "bin,point,valid_from,valid_to\nX,P0001,2026-01-31 23:59,2026-02-02\nX,P0001,2026-02-03,2026-02-04\n"
                        + "X,P0001,2026-04-01,\n"),
            ]
            #expect(
                try RegistryExamples.faults(RegistryImport.run(files, session: session)) == [
                    "bin_placement.csv:2 valid_from '2026-01-31 23:59' bin X is in service from 2026-02-01 to 2026-03-31",
                    "bin_placement.csv:4 valid_from '2026-04-01' bin X is in service from 2026-02-01 to 2026-03-31",
                ])
            // What the registry has counts as well.
            _ = try RegistryExamples.plan(RegistryImport.run([files[0]], session: session))
            #expect(try RegistryExamples.faults(RegistryImport.run([files[1]], session: session)).count == 2)
        }
    }

    @Test("one good row among bad ones of several files stays out too; a key in another file is a duplicate")
    func allOrNothing() async throws {
        try await RegistryExamples.with { _, session in
            let before = try RegistryExamples.state(session)
            let files = [
                RegistryExamples.file("a-bin.csv", "code,waste_type,volume_l\nX,kitchen,120\nY,kitchen,0\n"),
                RegistryExamples.file("b-bin.csv", "code,waste_type,volume_l\nX,kitchen,120\n"),
                RegistryExamples.file(
                    "bin_placement.csv", "bin,point,valid_from\nY,P0001,2026-02-01\nZ,P0001,2026-02-01\n"),
            ]
            #expect(
                try RegistryExamples.faults(RegistryImport.run(files, session: session)) == [
                    "a-bin.csv:3 volume_l '0' accepted: a number from 1 to 50000",
                    "b-bin.csv:2 code 'X' the same key stands on line 2 of a-bin.csv",
                    "bin_placement.csv:3 bin 'Z' there is no such bin (垃圾桶), neither in the registry nor in the files",
                ])
            #expect(try RegistryExamples.state(session) == before)
        }
    }

    @Test("with --inside-district a place in no street is refused, a plant's is not; without areas nothing can be said")
    func district() async throws {
        try await RegistryExamples.with { _, session in
            var options = RegistryImport.Options()
            options.isInsideDistrict = true
            let files = [
                RegistryExamples.file("collection_point.csv", "code,name,lon,lat\nX,甲,116.5,40.22\nY,乙,116.23,40.22\n"),
                RegistryExamples.file("disposal_facility.csv", "code,name,kind,lon,lat\nX,甲,other,117,39\n"),
            ]
            let outside = try RegistryImport.run(files, options: options, session: session)
            #expect(
                RegistryExamples.faults(outside) == [
                    "collection_point.csv:2 lon '116.500000 40.220000' it is in the area of no street"
                ])
            let area = RegistryExamples.file("street.csv", "code,name,area\n110114001,城北街道,\n")
            let unknown = try RegistryImport.run([area], options: options, session: session)
            #expect(
                RegistryExamples.faults(unknown) == [
                    "street.csv:0 - '' no street has an area: whether places are in the district is not known"
                ])
            #expect(try RegistryExamples.faults(RegistryImport.run(files, session: session)) == [])
        }
    }

    @Test("10,000 errors are counted in full, shown in few lines, and written to a file")
    func manyErrors() async throws {
        try await RegistryExamples.with { database, session in
            let folder = FileManager.default.temporaryDirectory.appending(path: "qingyun-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let rows = (0..<5_000).map { "N\($0),glass,0\n" }.joined()
            try Data(("code,waste_type,volume_l\n" + rows).utf8).write(to: folder.appending(path: "bin.csv"))
            let errors = folder.appending(path: "errors.txt").path
            let before = try RegistryExamples.state(session)
            let finished = try await FinishedCommand.run(
                "qingyun", ["registry", "import", folder.path, "--errors-to", errors],
                environment: ["QINGYUN_DATABASE_URL": database.url])
            #expect(finished.status == 1)
            #expect(finished.output == "")
            #expect(finished.errors.hasSuffix("qingyun: 10000 errors; nothing was imported\n"))
            // Ten of each sort, how many more of each, how many are shown, and the verdict.
            #expect(finished.errorLines.count == 24)
            #expect(finished.errors.contains("bin.csv:2: volume_l '0': accepted: a number from 1 to 50000\n"))
            #expect(finished.errors.contains("... and 4990 more like: "))
            #expect(finished.errors.contains("20 of 10000 errors are shown; --errors-to FILE writes them to a file\n"))
            #expect(try String(contentsOfFile: errors, encoding: .utf8).split(separator: "\n").count == 10_001)
            #expect(try RegistryExamples.state(session) == before)
        }
    }

    @Test("an import that is killed in the middle leaves the registry as it was")
    func killed() async throws {
        try await RegistryExamples.with { database, session in
            let folder = FileManager.default.temporaryDirectory.appending(path: "qingyun-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let bins = "code,waste_type,volume_l\n" + (0..<1_000).map { "N\($0),kitchen,120\n" }.joined()
            try Data(bins.utf8).write(to: folder.appending(path: "bin.csv"))
            try Data("code,name\nP0001,别名\n".utf8).write(to: folder.appending(path: "collection_point.csv"))
            try Data("number,note\n13912345678,x\n".utf8).write(to: folder.appending(path: "terminal.csv"))
            let before = try RegistryExamples.state(session)

            // A row that somebody holds: the import has written bins and points, and waits for the terminal.
            let holder = try database.session()
            defer { holder.close() }
            try holder.execute("BEGIN; SELECT FROM registry.terminal WHERE number = '13912345678' FOR UPDATE")
            let child = try ChildProcess(
                BuiltProduct.url("qingyun"), arguments: ["registry", "import", folder.path],
                environment: ["QINGYUN_DATABASE_URL": database.url])
            let waits = """
                SELECT count(*) FROM pg_stat_activity AS a JOIN pg_locks AS l ON l.pid = a.pid AND NOT l.granted
                WHERE a.datname = current_database() AND l.locktype = 'transactionid'
                """
            _ = try await eventually("the import waiting for the row") {
                try session.query(waits)[0].int("count") == 1 ? true : nil
            }
            child.send(signal: 9)
            #expect(try await eventually("the end of the import") { child.exitStatus } == 128 + 9)
            try holder.execute("ROLLBACK")
            // The server notices at the next word to the dead client.
            _ = try await eventually("the end of its backend") {
                try session.query(
                    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'qingyun'"
                )[
                    0
                ].int("count") == 0 ? true : nil
            }
            #expect(try RegistryExamples.state(session) == before)
            #expect(try RegistryExamples.faults(RegistryImport.run(RegistryExamples.files, session: session)) == [])
        }
    }
}
