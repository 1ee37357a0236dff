import JTT808
import Testing

@testable import FleetSimulation

@Suite("District")
struct DistrictTests {
    private static let full = District(seed: 1)

    /// Everything that a seed decides, as text.
    private func print(_ district: District) -> [String] {
        district.communities.map { "\($0)" } + district.units.map { "\($0)" } + district.points.map { "\($0)" }
            + district.bins.map { "\($0)" } + district.carriers.map { "\($0)" } + district.vehicles.map { "\($0)" }
            + (district.stations + district.plants).map { "\($0)" }
    }

    @Test("the same seed gives the same district, another seed another one")
    func deterministic() {
        let first = print(District(seed: 7, size: .small))
        #expect(first == print(District(seed: 7, size: .small)))
        #expect(first != print(District(seed: 8, size: .small)))
    }

    @Test("a place that seed 1 gave once it gives for ever: registries made with it are out there")
    func pinned() {
        let point = Self.full.points[0]
        #expect([point.place.latitudeE6, point.place.longitudeE6] == [40_213_868, 116_216_756])
    }

    @Test("it has what the district has")
    func counts() {
        #expect(Town.all.count == 22)
        #expect(Town.all.map(\.share).reduce(0, +) == 1000)
        #expect(Self.full.points.count == 2_000)
        #expect(Self.full.bins.count == 8_000)
        #expect(Self.full.vehicles.count == 300)
        #expect(Self.full.stations.count == 40)
        #expect(Self.full.plants.count == 3)
        #expect(Set(Self.full.points.map { Self.full.communities[$0.community].town }).count == 22)
        #expect(Set(Self.full.vehicles.map(\.kind)).count == CollectionVehicle.Kind.allCases.count)
    }

    @Test("no two things share a code, tag, plate, terminal, scale or registration packet")
    func unique() {
        let full = Self.full
        let sites = full.stations + full.plants
        for codes in [
            full.communities.map(\.code), full.units.map(\.code), full.points.map(\.code), full.bins.map(\.code),
            full.bins.map { "\($0.tag)" }, full.vehicles.map(\.code), full.vehicles.map(\.plate), sites.map(\.code),
            sites.map(\.scale), sites.map(\.registrationPacket),
            full.vehicles.map { "\($0.terminal.address.number)" } + sites.map { "\($0.terminal.address.number)" }
                + sites.map(\.scaleNumber),
        ] {
            #expect(Set(codes).count == codes.count)
        }
        for town in Town.all.indices {
            let names = full.communities.filter { $0.town == town }.map(\.name)
            #expect(Set(names).count == names.count)
        }
    }

    @Test(
        "everything is inside the district: 40.03 to 40.39 north, 115.83 to 116.49 east",
        arguments: 1...3 as ClosedRange<UInt64>)
    func bounds(seed: UInt64) {
        let district = District(seed: seed)
        let places =
            district.points.map(\.place) + (district.stations + district.plants).map(\.place)
            + district.communities.map(\.centre) + district.carriers.map(\.depot)
        for place in places {
            #expect((40_030_000...40_390_000).contains(place.latitudeE6))
            #expect((115_830_000...116_490_000).contains(place.longitudeE6))
        }
    }

    @Test("a point lies in the square of its community, and its bins belong to it and to its unit's kind")
    func belonging() {
        for (index, point) in Self.full.points.enumerated() {
            let community = Self.full.communities[point.community]
            #expect(abs(point.place.eastCm - community.centre.eastCm) <= community.radiusCm)
            #expect(abs(point.place.northCm - community.centre.northCm) <= community.radiusCm)
            let bins = Self.full.bins[point.bins]
            #expect(bins.count == 4)
            #expect(bins.allSatisfy { $0.point == index })
            let unit = Self.full.units[point.unit]
            #expect(unit.community == point.community)
            #expect(bins.contains { $0.waste == .catering } == !unit.isResident)
        }
    }

    @Test("centimetres and degrees agree with the great circle to half a percent")
    func plane() {
        let all = Town.all.map(\.centre)
        for (start, end) in zip(all, all.dropFirst()) {
            let corner = PlanePoint(eastCm: end.eastCm, northCm: start.northCm)
            let globe = [start, corner, end].map {
                GeoPoint(latitude: Double($0.latitudeE6) / 1e6, longitude: Double($0.longitudeE6) / 1e6)
            }
            let metres = globe[0].distanceM(to: globe[1]) + globe[1].distanceM(to: globe[2])
            #expect(abs(Double(start.streetsCm(to: end)) / 100 - metres) < metres * 0.005 + 1)
        }
    }
}
