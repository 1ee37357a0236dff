import ArgumentParser
import FleetSimulation

/// Which simulated district.
struct DistrictOptions: ParsableArguments {
    @Option(help: "Seed: the same seed gives the same district, and the same day on it, on every machine.")
    var seed: UInt64 = 1
    @Option(help: ArgumentHelp("Communities and villages, 1 to 2000.", valueName: "n"))
    var communities = DistrictSize.full.communities
    @Option(help: ArgumentHelp("Collection points with four bins each, 1 to 50000.", valueName: "n"))
    var points = DistrictSize.full.points
    @Option(help: ArgumentHelp("Vehicles, 1 to 20000.", valueName: "n"))
    var vehicles = DistrictSize.full.vehicles
    @Option(help: ArgumentHelp("Cleaning stations, 1 to 900.", valueName: "n"))
    var stations = DistrictSize.full.stations

    func validate() throws {
        try FleetsimCommand.check("--communities", communities, in: DistrictSize.communities)
        try FleetsimCommand.check("--points", points, in: DistrictSize.points)
        try FleetsimCommand.check("--vehicles", vehicles, in: DistrictSize.vehicles)
        try FleetsimCommand.check("--stations", stations, in: DistrictSize.stations)
    }

    var district: District {
        District(
            seed: seed,
            size: DistrictSize(communities: communities, points: points, vehicles: vehicles, stations: stations))
    }
}
