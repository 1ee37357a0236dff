import Testing

@testable import FleetSimulation

/// The files against the rules of docs/registry.md, read by a parser of a few lines.
@Suite("District: registry files")
struct RegistryFilesTests {
    private static let files = read(District(seed: 1))

    private static func read(_ district: District) -> [String: [[String: String]]] {
        var files: [String: [[String: String]]] = [:]
        for file in district.registryFiles {
            let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").map(fields)
            files[file.kind] = lines.dropFirst().map { line in
                #expect(line.count == lines[0].count)
                return Dictionary(uniqueKeysWithValues: zip(lines[0], line))
            }
        }
        return files
    }

    /// Fields of a line whose quotes hold no quotes.
    private static func fields(_ line: Substring) -> [String] {
        line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().reduce(into: [""]) { fields, part in
            if part.offset.isMultiple(of: 2) {
                let pieces = part.element.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                fields[fields.count - 1] += pieces[0]
                fields += pieces.dropFirst()
            } else {
                fields[fields.count - 1] += part.element
            }
        }
    }

    private func column(_ kind: String, _ name: String) -> [String] {
        Self.files[kind, default: []].compactMap { $0[name] }
    }

    @Test("every file has a line for each thing")
    func counts() {
        let counts = Self.files.mapValues(\.count)
        #expect(
            counts == [
                "street": 22, "community": 250, "responsible_unit": column("responsible_unit", "code").count,
                "collection_point": 2_000, "point_affiliation": 2_000, "bin": 8_000, "bin_placement": 8_000,
                "tag_binding": 8_000, "carrier": 6, "carrier_qualification": 12, "vehicle": 300,
                "vehicle_assignment": 300, "station": 40, "disposal_facility": 3, "terminal": 343,
                "terminal_mount": 343, "collection_rule": 4,
            ])
    }

    @Test("keys are unique, and every reference has its row")
    func references() {
        for (kind, key) in [
            ("street", "code"), ("community", "code"), ("responsible_unit", "code"), ("collection_point", "code"),
            ("bin", "code"), ("carrier", "code"), ("vehicle", "plate_no"), ("station", "code"),
            ("disposal_facility", "code"), ("terminal", "number"), ("point_affiliation", "point"),
            ("bin_placement", "bin"), ("tag_binding", "tag_id"), ("terminal_mount", "terminal"),
        ] {
            #expect(Set(column(kind, key)).count == column(kind, key).count, "\(kind)")
        }
        for (kind, name, target, key) in [
            ("community", "street", "street", "code"), ("responsible_unit", "community", "community", "code"),
            ("point_affiliation", "community", "community", "code"),
            ("point_affiliation", "responsible_unit", "responsible_unit", "code"),
            ("point_affiliation", "point", "collection_point", "code"), ("bin_placement", "bin", "bin", "code"),
            ("bin_placement", "point", "collection_point", "code"), ("tag_binding", "bin", "bin", "code"),
            ("vehicle_assignment", "vehicle", "vehicle", "plate_no"),
            ("vehicle_assignment", "carrier", "carrier", "code"), ("station", "street", "street", "code"),
            ("terminal_mount", "terminal", "terminal", "number"), ("terminal_mount", "vehicle", "vehicle", "plate_no"),
            ("terminal_mount", "station", "station", "code"),
            ("terminal_mount", "disposal_facility", "disposal_facility", "code"),
        ] {
            let missing = Set(column(kind, name)).subtracting(column(target, key)).subtracting([""])
            #expect(missing.isEmpty, "\(kind).\(name)")
        }
        for mount in Self.files["terminal_mount", default: []] {
            #expect(["vehicle", "station", "disposal_facility"].count { mount[$0] != "" } == 1)
        }
    }

    @Test("every point lies in the area of its community, and every station in that of its street")
    func areas() throws {
        let areas = Dictionary(
            uniqueKeysWithValues: ["street", "community"].flatMap { zip(column($0, "code"), column($0, "area")) })
        let homes = Dictionary(
            uniqueKeysWithValues: zip(column("point_affiliation", "point"), column("point_affiliation", "community")))
        for place in Self.files["collection_point", default: []] + Self.files["station", default: []] {
            let home = try #require(place["street"] ?? homes[place["code"] ?? ""])
            let corners = try #require(areas[home]).dropFirst("POLYGON ((".count).dropLast(2).split(separator: ",").map
            {
                $0.split(separator: " ").compactMap { Double($0) }
            }
            #expect(corners.count == 5 && corners[0] == corners[4])
            let longitude = try #require(Double(place["lon"] ?? ""))
            let latitude = try #require(Double(place["lat"] ?? ""))
            #expect(longitude > corners[0][0] && longitude < corners[1][0])
            #expect(latitude > corners[0][1] && latitude < corners[2][1])
        }
    }

    @Test("the same seed gives the same bytes")
    func deterministic() {
        let bytes = { (seed: UInt64) in District(seed: seed, size: .small).registryFiles.map(\.bytes) }
        #expect(bytes(4) == bytes(4))
        #expect(bytes(4) != bytes(5))
    }
}
