import ArgumentParser
import FleetSimulation
import Foundation

struct DistrictCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "district",
        abstract: "Write the registry of a simulated district as files for `qingyun registry import`.",
        discussion: """
            One CSV file for each kind of thing: streets, communities, units, points, bins, tags, carriers, vehicles, stations, \
            plants, terminals, and what is bound to what; \
            and scales.sql for `psql`, which enters the stations' scales. The same seed and size give the same files; `day` with the same options \
            simulates a day of that district. Files of these names that are there already are replaced.
            """)

    @OptionGroup var district: DistrictOptions
    @Option(
        name: .customLong("out"), help: ArgumentHelp("Folder for the files; made if it is not there.", valueName: "dir")
    )
    var folder: String

    func run() throws {
        let directory = URL(fileURLWithPath: folder, isDirectory: true)
        let district = district.district
        do {
            try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
            for file in district.registryFiles {
                try Data(file.bytes).write(to: directory.appending(path: file.name), options: .atomic)
            }
            try Data(district.scaleStatements.utf8).write(
                to: directory.appending(path: "scales.sql"), options: .atomic)
        } catch {
            throw FleetsimCommand.fail("cannot write to \(folder): \(error.localizedDescription)", status: 1)
        }
        print(
            "\(district.points.count) points with \(district.bins.count) bins, \(district.vehicles.count) vehicles, "
                + "\(district.stations.count) stations, \(district.plants.count) plants in \(folder)")
    }
}
