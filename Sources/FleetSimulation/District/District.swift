import JTT808
import WeighScale

/// A district that looks like Changping: a pure function of its seed and size, the same on every machine.
package struct District: Sendable {
    package let seed: UInt64
    package let size: DistrictSize
    package private(set) var communities: [Community] = []
    package private(set) var units: [ResponsibleUnit] = []
    /// In the order of a way through the district, so that neighbours in the list are neighbours on the ground.
    package private(set) var points: [CollectionPoint] = []
    package private(set) var bins: [Bin] = []
    package private(set) var carriers: [Carrier] = []
    package private(set) var vehicles: [CollectionVehicle] = []
    package private(set) var stations: [WeighingSite] = []
    package private(set) var plants: [WeighingSite] = []

    /// Number of the first vehicle's terminal; the others count on, then those of stations and plants.
    package static let firstTerminal: UInt64 = 13_911_400_001

    /// Streams of the seed, so that more points do not change the vehicles.
    private enum Stream: Int {
        case communities = 1
        case points, fleet, sites
    }

    package init(seed: UInt64, size: DistrictSize = .full) {
        self.seed = seed
        self.size = size
        makeCommunities()
        makePoints()
        makeFleet()
        makeSites()
    }

    package var terminals: Int { vehicles.count + stations.count + plants.count }

    package func town(of point: CollectionPoint) -> Town { Town.all[communities[point.community].town] }

    private mutating func makeCommunities() {
        var random = SplitMix64(seed: seed, stream: Stream.communities.rawValue)
        let homes = Self.spread(size.communities)
        for (home, town) in Town.all.enumerated() {
            let count = homes.count { $0 == home }
            // The least square grid that holds them, walked to and fro: neighbours in the list are neighbours on the ground.
            var side = 1
            while side * side < count { side += 1 }
            let cellCm = 2 * town.radiusCm / side
            for number in 0..<count {
                let row = number / side
                let column = row.isMultiple(of: 2) ? number % side : side - 1 - number % side
                let corner = town.centre.offset(
                    eastCm: column * cellCm + cellCm / 2 - town.radiusCm,
                    northCm: row * cellCm + cellCm / 2 - town.radiusCm)
                communities.append(
                    Community(
                        code: town.code + Self.digits(town.isRural ? 201 + number : 1 + number, 3),
                        name: DistrictNames.community(
                            town.isRural ? number : communities.count, isVillage: town.isRural),
                        town: home, centre: corner.scattered(cellCm / 4, &random),
                        radiusCm: min(45_000, cellCm / 2)))
            }
        }
    }

    private mutating func makePoints() {
        var random = SplitMix64(seed: seed, stream: Stream.points.rawValue)
        var restaurants = 0
        for index in 0..<size.points {
            // Every community has its points in one stretch, and those stretches follow a way through the town.
            let community = index * communities.count / size.points
            let home = communities[community]
            let isRestaurant = random.integer(0...9) == 0
            let isLarge = random.integer(0...2) == 0
            if isRestaurant {
                restaurants += 1
                units.append(
                    ResponsibleUnit(
                        code: "U" + Self.digits(units.count + 1, 5), name: DistrictNames.restaurant(restaurants - 1),
                        isResident: false, community: community))
            } else if units.last.map({ !$0.isResident || $0.community != community }) ?? true {
                units.append(
                    ResponsibleUnit(
                        code: "U" + Self.digits(units.count + 1, 5), name: home.name + "物业服务中心\(units.count + 1)部",
                        isResident: true, community: community))
            }
            let first = bins.count
            let kinds: [WasteKind] =
                isRestaurant
                ? [.catering, .catering, .residual, .residual]
                : isLarge
                    ? [.kitchen, .kitchen, .residual, .residual] : [.kitchen, .residual, .residual, .recyclable]
            for kind in kinds {
                bins.append(
                    Bin(
                        code: "B" + Self.digits(bins.count + 1, 6), point: index, waste: kind,
                        volumeL: kind == .residual && isLarge ? 240 : 120, tag: Self.tag(bins.count),
                        tareG: random.integer(19...25) * 500))
            }
            points.append(
                CollectionPoint(
                    code: "P" + Self.digits(index + 1, 5),
                    name: isRestaurant ? units[units.count - 1].name : home.name + "\(index + 1)号桶站",
                    unit: units.count - 1, community: community, place: home.centre.scattered(home.radiusCm, &random),
                    bins: first..<bins.count))
        }
    }

    private mutating func makeFleet() {
        var random = SplitMix64(seed: seed, stream: Stream.fleet.rawValue)
        for (index, name) in DistrictNames.carriers.enumerated() {
            let town = Town.all[random.integer(0...Town.all.count - 1)]
            carriers.append(
                Carrier(
                    code: "C" + Self.digits(index + 1, 2), name: name, depot: town.centre.scattered(80_000, &random)))
        }
        for index in 0..<size.vehicles {
            let kind = Self.kind(of: index, among: size.vehicles)
            let terminal = Self.terminal(index)
            vehicles.append(
                CollectionVehicle(
                    code: "V" + Self.digits(index + 1, 5), plate: terminal.registration.plate.string ?? "", kind: kind,
                    carrier: random.integer(0...carriers.count - 1),
                    tareG: kind.tareG + random.integer(-20...20) * 10_000, terminal: terminal))
        }
    }

    private mutating func makeSites() {
        var random = SplitMix64(seed: seed, stream: Stream.sites.rawValue)
        for (index, home) in Self.spread(size.stations).enumerated() {
            let town = Town.all[home]
            stations.append(
                WeighingSite(
                    code: "S" + Self.digits(index + 1, 3), name: town.name + "密闭式清洁站\(index + 1)", town: home,
                    place: town.centre.scattered(town.radiusCm, &random), scale: "SC" + Self.digits(index + 1, 3),
                    scaleIntervalG: 1_000, terminal: Self.terminal(vehicles.count + index).stationary,
                    scaleNumber: scaleNumber(index), dialect: index.isMultiple(of: 2) ? .toledo : .yaohua,
                    registrationPacket: "QYDTU-S" + Self.digits(index + 1, 4)))
        }
        for (index, plant) in Self.plantSites.enumerated() {
            let scale = stations.count + index
            plants.append(
                WeighingSite(
                    code: "D" + Self.digits(index + 1, 2), name: plant.name, town: plant.town, place: plant.place,
                    scale: "SC" + Self.digits(scale + 1, 3), scaleIntervalG: 20_000,
                    terminal: Self.terminal(vehicles.count + scale).stationary,
                    scaleNumber: scaleNumber(scale), dialect: .toledo,
                    registrationPacket: "QYDTU-D" + Self.digits(index + 1, 4)))
        }
    }

    /// Behind those of all terminals that speak JT/T 808.
    private func scaleNumber(_ index: Int) -> String {
        String(Self.firstTerminal + UInt64(vehicles.count + size.stations + DistrictSize.plants + index))
    }

    /// Towns of the plants as indices into ``Town/all``: 百善, 南口, 北七家.
    private static let plantSites: [(name: String, town: Int, place: PlanePoint)] = [
        ("阿苏卫循环经济园", 16, PlanePoint(latitudeE6: 40_166_000, longitudeE6: 116_352_000)),
        ("南口生活垃圾处理厂", 1, PlanePoint(latitudeE6: 40_228_000, longitudeE6: 116_108_000)),
        ("北七家厨余垃圾处理厂", 17, PlanePoint(latitudeE6: 40_128_000, longitudeE6: 116_438_000)),
    ]

    /// Distributes `count` things over the towns by their shares; in the order of the towns.
    private static func spread(_ count: Int) -> [Int] {
        (0..<count).map { index in
            let place = (2 * index + 1) * 1_000 / (2 * count)
            var sum = 0
            for (town, share) in Town.all.map(\.share).enumerated() {
                sum += share
                if place < sum { return town }
            }
            return Town.all.count - 1
        }
    }

    /// Of 300: 64 kitchen, 71 residual, 40 recyclable, 22 catering, 35 hook lifts, 68 sweepers; of six, one of each.
    private static func kind(of index: Int, among count: Int) -> CollectionVehicle.Kind {
        let kinds = CollectionVehicle.Kind.allCases
        if index < kinds.count { return kinds[index] }
        let place = (index - kinds.count) * 294 / (count - kinds.count)
        return switch place {
        case ..<63: .kitchen
        case ..<133: .residual
        case ..<172: .recyclable
        case ..<193: .catering
        case ..<227: .hookLift
        default: .sweeping
        }
    }

    private static func terminal(_ index: Int) -> VehicleIdentity {
        guard let identity = VehicleIdentity(index: index, firstNumber: firstTerminal, edition: .mixed) else {
            preconditionFailure("eleven digits fit every header")
        }
        return identity
    }

    /// A bijection of the index behind NXP's E0 04 01 50: unlike neighbours, and none twice.
    private static func tag(_ index: Int) -> UInt64 {
        0xE004_0150_0000_0000 | UInt64(UInt32(truncatingIfNeeded: index + 1) &* 0x9E37_79B1)
    }

    static func digits(_ number: Int, _ count: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, count - text.count)) + text
    }
}
