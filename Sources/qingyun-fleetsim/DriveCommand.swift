import ArgumentParser
import FleetSimulation
import Foundation
import Operations

extension FleetEdition: ExpressibleByArgument {}

struct DriveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drive",
        abstract: "Drive simulated collection vehicles through Changping district.",
        discussion: """
            Each vehicle registers, authenticates and reports; what was missed without a radio link follows as 0x0704. With \
            --burst each sends that many reports as fast as they are acknowledged, their times one second apart up to now. \
            The same seed gives the same ways.
            """)

    @Option(help: ArgumentHelp("Vehicles, 1 to 100000.", valueName: "n"))
    var vehicles: Int
    @Option(help: ArgumentHelp("How long to report. Needed without --burst.", valueName: "s"))
    var seconds: Int?
    @OptionGroup var to: TargetOptions
    @Option(help: ArgumentHelp("Seconds between two reports of a vehicle, 1 to 3600.", valueName: "s"))
    var intervalSeconds = 5
    @Option(
        help: ArgumentHelp(
            "Reports of each vehicle as fast as they are acknowledged, in place of --seconds.", valueName: "n"))
    var burst: Int?
    @Option(help: ArgumentHelp("Unacknowledged position messages of a vehicle, 1 to 1000.", valueName: "n"))
    var inFlight = 4
    @Option(help: ArgumentHelp("Seconds from one loss of the radio link to the next, 0 for none.", valueName: "s"))
    var gapEverySeconds = 300
    @Option(help: "Seed of all motion.")
    var seed: UInt64 = 1
    @Option(help: "Edition of JT/T 808 that the terminals speak; mixed: every second one 2019.")
    var edition = FleetEdition.mixed
    @Option(
        help: ArgumentHelp("Terminal number of the first vehicle; the others count on from it.", valueName: "number"))
    var firstNumber: UInt64 = 13_900_000_001
    @Flag(help: "The summary as one JSON object.")
    var json = false

    func validate() throws {
        try Self.check("--vehicles", vehicles, in: 1...100_000)
        try Self.check("--interval-seconds", intervalSeconds, in: 1...3600)
        try Self.check("--in-flight", inFlight, in: 1...1000)
        try Self.check("--gap-every-seconds", gapEverySeconds, in: 0...86_400)
        switch (seconds, burst) {
        case (let seconds?, nil): try Self.check("--seconds", seconds, in: 1...31_536_000)
        case (nil, let burst?): try Self.check("--burst", burst, in: 1...100_000_000)
        case (nil, nil), (_?, _?): throw ValidationError("one of --seconds and --burst is needed")
        }
    }

    private static func check(_ name: String, _ value: Int, in range: ClosedRange<Int>) throws {
        guard range.contains(value) else {
            throw ValidationError("\(name) is \(value); \(range.lowerBound) to \(range.upperBound) is accepted")
        }
    }

    func run() async throws {
        let pace: DriveConfiguration.Pace =
            burst.map { .burst(reports: $0) } ?? .interval(seconds: seconds ?? 0, every: intervalSeconds)
        let configuration = DriveConfiguration(
            target: try to.target(), vehicles: vehicles, pace: pace, inFlight: inFlight, seed: seed, edition: edition,
            firstNumber: firstNumber, gapEverySeconds: gapEverySeconds, startedAt: Int64(Date().timeIntervalSince1970))
        let isTerminal = isatty(STDERR_FILENO) == 1
        let summary: DriveSummary
        do {
            summary = try await FleetDrive.run(configuration, progress: isTerminal ? Self.show : nil)
        } catch let error as FleetError {
            if case .noNumber = error { throw FleetsimCommand.fail("\(error)", status: ExitStatus.usage) }
            throw FleetsimCommand.fail("\(error)", status: ExitStatus.unavailable)
        }
        // The progress line is overwritten by the summary.
        if isTerminal { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
        print(json ? summary.json : summary.text)
        if let complaint = summary.complaint { throw FleetsimCommand.fail(complaint, status: 1) }
    }

    private static func show(_ progress: DriveProgress) {
        FileHandle.standardError.write(Data("\r\u{1B}[K\(progress.line)".utf8))
    }
}
