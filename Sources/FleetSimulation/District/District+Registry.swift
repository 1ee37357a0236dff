import JTT808
import WeighScale

extension District {
    /// From when on everything is bound: no day before it can be simulated with this registry.
    package static let boundSince = "2020-01-01"

    /// The district as the files of `qingyun registry import` (docs/registry.md), in the order in which they refer to each
    /// other. The same bytes for the same seed.
    package var registryFiles: [RegistryFile] {
        areaFiles + pointFiles + binFiles + carrierFiles + siteFiles + terminalFiles + [ruleFile]
    }

    /// Statements that enter the stations' and plants' scales, which no file of the import does: for `psql`.
    package var scaleStatements: String {
        var text = "BEGIN;\n"
        for site in stations + plants {
            text += """
                INSERT INTO registry.terminal (number, note) VALUES ('\(site.scaleNumber)', 'scale \(site.scale)');
                INSERT INTO registry.scale (terminal_id, code, name, kind, dialect, registration)
                SELECT terminal_id, '\(site.scale)', '\(site.name)地磅', '\(site.isPlatform ? "platform" : "weighbridge")', \
                '\(site.dialect.rawValue)', '\(site.registrationPacket)'
                FROM registry.terminal WHERE number = '\(site.scaleNumber)';

                """
        }
        return text + "SELECT pg_notify('qingyun_registry', '');\nCOMMIT;\n"
    }

    private var areaFiles: [RegistryFile] {
        var streets = RegistryFile("street", ["code", "name", "kind", "area"])
        for town in Town.all {
            streets.add([
                town.code, town.name, town.isRural ? "town" : "street",
                Self.square(around: town.centre, radiusCm: town.radiusCm * 3 / 2 + 50_000),
            ])
        }
        var areas = RegistryFile("community", ["code", "name", "kind", "street", "area"])
        for community in communities {
            let town = Town.all[community.town]
            areas.add([
                community.code, community.name, town.isRural ? "village" : "community", town.code,
                Self.square(around: community.centre, radiusCm: community.radiusCm + 1_000),
            ])
        }
        return [streets, areas]
    }

    private var pointFiles: [RegistryFile] {
        var owners = RegistryFile("responsible_unit", ["code", "name", "kind", "category", "community"])
        for unit in units {
            owners.add([
                unit.code, unit.name, unit.isResident ? "residential" : "non_resident",
                unit.isResident ? "estate" : "restaurant", communities[unit.community].code,
            ])
        }
        var places = RegistryFile("collection_point", ["code", "name", "kind", "lon", "lat"])
        var affiliations = RegistryFile(
            "point_affiliation", ["point", "community", "responsible_unit", "valid_from"])
        for point in points {
            let unit = units[point.unit]
            places.add(
                [point.code, point.name, unit.isResident ? "bin_station" : "unit_door"] + Self.degrees(point.place))
            affiliations.add([point.code, communities[point.community].code, unit.code, Self.boundSince])
        }
        return [owners, places, affiliations]
    }

    private var binFiles: [RegistryFile] {
        var containers = RegistryFile("bin", ["code", "waste_type", "volume_l"])
        var placements = RegistryFile("bin_placement", ["bin", "point", "valid_from"])
        var tags = RegistryFile("tag_binding", ["tag_tech", "tag_id", "bin", "valid_from"])
        for bin in bins {
            containers.add([bin.code, bin.waste.code, "\(bin.volumeL)"])
            placements.add([bin.code, points[bin.point].code, Self.boundSince])
            tags.add(["hf", String(bin.tag, radix: 16, uppercase: true), bin.code, Self.boundSince])
        }
        return [containers, placements, tags]
    }

    private var carrierFiles: [RegistryFile] {
        var companies = RegistryFile("carrier", ["code", "name"])
        var licences = RegistryFile(
            "carrier_qualification", ["carrier", "kind", "waste_type", "certificate_no", "first_day", "last_day"])
        for (index, carrier) in carriers.enumerated() {
            companies.add([carrier.code, carrier.name])
            for kind in ["collection", "sweeping"] {
                licences.add([
                    carrier.code, kind, "", "京昌环运2020-\(Self.digits(index + 1, 3))", Self.boundSince, "2099-12-31",
                ])
            }
        }
        var fleet = RegistryFile("vehicle", ["plate_no", "plate_color", "kind", "waste_type", "load_kg"])
        var assignments = RegistryFile("vehicle_assignment", ["vehicle", "carrier", "valid_from"])
        for vehicle in vehicles {
            let kind = vehicle.kind.waste == nil ? vehicle.kind.rawValue : "collection"
            fleet.add([vehicle.plate, "yellow", kind, vehicle.kind.waste?.code ?? "", "\(vehicle.kind.loadKg)"])
            assignments.add([vehicle.plate, carriers[vehicle.carrier].code, Self.boundSince])
        }
        return [companies, licences, fleet, assignments]
    }

    private var siteFiles: [RegistryFile] {
        var collecting = RegistryFile("station", ["code", "name", "kind", "street", "lon", "lat", "capacity_kg_d"])
        for station in stations {
            collecting.add(
                [station.code, station.name, "cleaning_station", Town.all[station.town].code]
                    + Self.degrees(station.place) + ["60000"])
        }
        var disposing = RegistryFile("disposal_facility", ["code", "name", "kind", "lon", "lat", "capacity_kg_d"])
        for (plant, kind) in zip(plants, ["incineration", "landfill", "kitchen_treatment"]) {
            disposing.add([plant.code, plant.name, kind] + Self.degrees(plant.place) + ["2000000"])
        }
        return [collecting, disposing]
    }

    private var terminalFiles: [RegistryFile] {
        var devices = RegistryFile("terminal", ["number", "status", "authentication", "profile"])
        var mounts = RegistryFile(
            "terminal_mount", ["terminal", "vehicle", "station", "disposal_facility", "valid_from"])
        func mount(_ terminal: VehicleIdentity, _ places: [String]) {
            let number = terminal.address.number.description
            devices.add([number, "active", "code", "standard"])
            mounts.add([number] + places + [Self.boundSince])
        }
        for vehicle in vehicles { mount(vehicle.terminal, [vehicle.plate, "", ""]) }
        for station in stations { mount(station.terminal, ["", station.code, ""]) }
        for plant in plants { mount(plant.terminal, ["", "", plant.code]) }
        return [devices, mounts]
    }

    /// The windows in which a simulated day has waste collected.
    private var ruleFile: RegistryFile {
        var rules = RegistryFile("collection_rule", ["code", "name", "waste_type", "windows"])
        for waste in WasteKind.allCases {
            let windows = waste.windows.map { window in
                [window.opensAt, window.closesAt].map { "\(Self.digits($0 / 3600, 2)):\(Self.digits($0 / 60 % 60, 2))" }
                    .joined(separator: "-")
            }
            rules.add([waste.code.uppercased(), waste.code, waste.code, windows.joined(separator: " ")])
        }
        return rules
    }

    /// Longitude and latitude.
    private static func degrees(_ place: PlanePoint) -> [String] {
        [place.longitudeE6, place.latitudeE6].map { "\($0 / 1_000_000).\(digits($0 % 1_000_000, 6))" }
    }

    private static func square(around centre: PlanePoint, radiusCm: Int) -> String {
        let corners = [(-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)].map { east, north in
            degrees(centre.offset(eastCm: east * radiusCm, northCm: north * radiusCm)).joined(separator: " ")
        }
        return "POLYGON ((\(corners.joined(separator: ", "))))"
    }
}
