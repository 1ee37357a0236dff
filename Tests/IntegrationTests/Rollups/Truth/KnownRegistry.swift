import Postgres

/// What the registry says, with its validity ranges.
struct KnownRegistry {
    struct Mount: Equatable {
        var vehicle, station, facility: Int?
    }

    struct Binding {
        let bin, vehicle, unit: Int?
    }

    struct Affiliation {
        let community, unit: Int?
    }

    /// What held when, for one thing.
    struct Timeline<Value> {
        private var spans: [(from: Int, to: Int, value: Value)] = []

        mutating func add(_ row: PostgresRow, _ value: Value) throws {
            spans.append((try row.intIfPresent("begins") ?? .min, try row.intIfPresent("ends") ?? .max, value))
        }

        func at(_ instant: Int) -> Value? { spans.first { $0.from <= instant && instant < $0.to }?.value }

        /// Where spans begin and end.
        var ends: [Int] { spans.flatMap { [$0.from, $0.to] } }
        var values: [Value] { spans.map(\.value) }
    }

    private var mounts: [Int: Timeline<Mount>] = [:]
    private var carriers: [Int: Timeline<Int>] = [:]
    private var bindings: [String: Timeline<Binding>] = [:]
    private var points: [Int: Timeline<Int>] = [:]
    private var affiliations: [Int: Timeline<Affiliation>] = [:]
    private var wasteOfBin: [Int: Int] = [:]
    private var communityOfUnit: [Int: Int] = [:]
    private var streetOfCommunity: [Int: Int] = [:]
    private var vehicleOfPlate: [String: Int] = [:]

    init(storedIn database: TestDatabase) throws {
        let session = try database.session()
        defer { session.close() }
        let spans = { (columns: String, table: String) in
            try session.query(
                """
                SELECT \(columns), (extract(epoch FROM lower(valid)) * 1000000)::bigint AS begins,
                    (extract(epoch FROM upper(valid)) * 1000000)::bigint AS ends
                FROM registry.\(table) WHERE NOT isempty(valid)
                """)
        }
        for row in try spans("terminal_id, vehicle_id, station_id, disposal_facility_id", "terminal_mount") {
            let mount = Mount(
                vehicle: try row.intIfPresent("vehicle_id"), station: try row.intIfPresent("station_id"),
                facility: try row.intIfPresent("disposal_facility_id"))
            try mounts[try row.int("terminal_id"), default: Timeline()].add(row, mount)
        }
        for row in try spans("vehicle_id, carrier_id", "vehicle_assignment") {
            try carriers[try row.int("vehicle_id"), default: Timeline()].add(row, try row.int("carrier_id"))
        }
        for row in try spans(
            "tag_tech, encode(tag_id, 'hex') AS tag, bin_id, vehicle_id, responsible_unit_id", "tag_binding")
        {
            let binding = Binding(
                bin: try row.intIfPresent("bin_id"), vehicle: try row.intIfPresent("vehicle_id"),
                unit: try row.intIfPresent("responsible_unit_id"))
            try bindings["\(row["tag_tech"] ?? "") \(row["tag"] ?? "")", default: Timeline()].add(row, binding)
        }
        for row in try spans("bin_id, collection_point_id", "bin_placement") {
            try points[try row.int("bin_id"), default: Timeline()].add(row, try row.int("collection_point_id"))
        }
        for row in try spans("collection_point_id, community_id, responsible_unit_id", "point_affiliation") {
            let affiliation = Affiliation(
                community: try row.intIfPresent("community_id"), unit: try row.intIfPresent("responsible_unit_id"))
            try affiliations[try row.int("collection_point_id"), default: Timeline()].add(row, affiliation)
        }
        for row in try session.query("SELECT bin_id, waste_type FROM registry.bin") {
            wasteOfBin[try row.int("bin_id")] = try row.intIfPresent("waste_type")
        }
        for row in try session.query("SELECT responsible_unit_id, community_id FROM registry.responsible_unit") {
            communityOfUnit[try row.int("responsible_unit_id")] = try row.int("community_id")
        }
        for row in try session.query("SELECT community_id, street_id FROM registry.community") {
            streetOfCommunity[try row.int("community_id")] = try row.int("street_id")
        }
        for row in try session.query("SELECT plate_no, vehicle_id FROM registry.vehicle") {
            vehicleOfPlate[try row.text("plate_no")] = try row.int("vehicle_id")
        }
    }

    func mount(of terminal: Int, at instant: Int) -> Mount? { mounts[terminal]?.at(instant) }
    func carrier(of vehicle: Int?, at instant: Int) -> Int? { vehicle.flatMap { carriers[$0]?.at(instant) } }

    /// The moments at which the fixes of a terminal begin to count for something else: it passed to another vehicle or none, its vehicle passed
    /// to another carrier, or another terminal came to its vehicle or left it.
    func moves(of terminal: Int) -> [Int] {
        guard let own = mounts[terminal] else { return [] }
        let vehicles = Set(own.values.compactMap(\.vehicle))
        let others = mounts.values.filter { $0.values.contains { vehicles.contains($0.vehicle ?? 0) } }
        let moments = others.flatMap(\.ends) + vehicles.flatMap { carriers[$0]?.ends ?? [] }
        let state = { (instant: Int) -> [Int?] in
            guard let vehicle = own.at(instant)?.vehicle else { return [] }
            let beside = mounts.filter { $0.value.at(instant)?.vehicle == vehicle }.keys.sorted()
            return [vehicle, carrier(of: vehicle, at: instant)] + beside
        }
        return Set(moments).filter { $0 > .min && $0 < .max && state($0) != state($0 - 1) }.sorted()
    }

    func point(of bin: Int?, at instant: Int) -> Int? { bin.flatMap { points[$0]?.at(instant) } }
    func affiliation(of point: Int?, at instant: Int) -> Affiliation? {
        point.flatMap { affiliations[$0]?.at(instant) }
    }
    func waste(of bin: Int?) -> Int? { bin.flatMap { wasteOfBin[$0] } }
    func community(of unit: Int?) -> Int? { unit.flatMap { communityOfUnit[$0] } }
    func street(of community: Int?) -> Int? { community.flatMap { streetOfCommunity[$0] } }
    func vehicle(of plate: String?) -> Int? { plate.flatMap { vehicleOfPlate[$0] } }

    func binding(tech: Int, tag: String?, at instant: Int) -> Binding? {
        tag.flatMap { bindings["\(tech) \($0)"]?.at(instant) }
    }
}
