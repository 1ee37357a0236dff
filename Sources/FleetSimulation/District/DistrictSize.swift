/// How much of everything a simulated district has.
package struct DistrictSize: Equatable, Sendable {
    package static let communities = 1...2_000
    package static let points = 1...50_000
    package static let vehicles = 1...20_000
    package static let stations = 1...900

    /// Communities and villages, spread over the 22 streets and towns.
    package var communities: Int
    package var points: Int
    package var vehicles: Int
    /// Enclosed cleaning stations, each with a platform scale.
    package var stations: Int

    /// Bins at every point.
    package static let binsPerPoint = 4
    /// Disposal plants, whatever the size.
    package static let plants = 3

    package init(communities: Int, points: Int, vehicles: Int, stations: Int) {
        precondition(
            Self.communities.contains(communities) && Self.points.contains(points) && Self.vehicles.contains(vehicles)
                && Self.stations.contains(stations), "a district of this size cannot be made")
        self.communities = communities
        self.points = points
        self.vehicles = vehicles
        self.stations = stations
    }

    /// The district as it is: 2,000 points with 8,000 bins, 300 vehicles, 40 stations.
    package static let full = DistrictSize(communities: 250, points: 2_000, vehicles: 300, stations: 40)
    /// Enough for one of everything, and little enough for a test.
    package static let small = DistrictSize(communities: 22, points: 20, vehicles: 6, stations: 2)
}
