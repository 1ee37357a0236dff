import ArgumentParser
import FleetSimulation

extension FleetEdition: ExpressibleByArgument {}

/// Who the simulated terminals are.
struct FleetOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Vehicles, 1 to 100000.", valueName: "n"))
    var vehicles: Int
    @Option(help: "Seed of all motion.")
    var seed: UInt64 = 1
    @Option(help: "Edition of JT/T 808 that the terminals speak; mixed: every second one 2019.")
    var edition = FleetEdition.mixed
    @Option(
        help: ArgumentHelp("Terminal number of the first vehicle; the others count on from it.", valueName: "number"))
    var firstNumber: UInt64 = 13_900_000_001
    @Flag(help: "The summary as one JSON object.")
    var json = false

    func validate() throws { try FleetsimCommand.check("--vehicles", vehicles, in: 1...100_000) }
}
