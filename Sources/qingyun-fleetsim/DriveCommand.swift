import ArgumentParser
import FleetSimulation
import Foundation

struct DriveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drive",
        abstract: "Drive simulated collection vehicles through Changping district.",
        discussion: """
            Each vehicle registers, authenticates and reports; what was missed without a radio link follows as 0x0704. With \
            --burst each sends that many reports as fast as they are acknowledged, their times one second apart up to now. \
            The same seed gives the same ways.
            """)

    @OptionGroup var fleet: FleetOptions
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

    func validate() throws {
        try FleetsimCommand.check("--interval-seconds", intervalSeconds, in: 1...3600)
        try FleetsimCommand.check("--in-flight", inFlight, in: 1...1000)
        try FleetsimCommand.check("--gap-every-seconds", gapEverySeconds, in: 0...86_400)
        switch (seconds, burst) {
        case (let seconds?, nil): try FleetsimCommand.check("--seconds", seconds, in: 1...31_536_000)
        case (nil, let burst?): try FleetsimCommand.check("--burst", burst, in: 1...100_000_000)
        case (nil, nil), (_?, _?): throw ValidationError("one of --seconds and --burst is needed")
        }
    }

    func run() async throws {
        let pace: DriveConfiguration.Pace =
            burst.map { .burst(reports: $0) } ?? .interval(seconds: seconds ?? 0, every: intervalSeconds)
        let configuration = DriveConfiguration(
            target: try to.target(), vehicles: fleet.vehicles, pace: pace, inFlight: inFlight, seed: fleet.seed,
            edition: fleet.edition, firstNumber: fleet.firstNumber, gapEverySeconds: gapEverySeconds,
            startedAt: Int64(Date().timeIntervalSince1970))
        let summary = try await FleetsimCommand.withProgress { show in
            try await FleetDrive.run(configuration, progress: show.map { show in { @Sendable in show($0.line) } })
        }
        print(fleet.json ? summary.json : summary.text)
        if let complaint = summary.complaint { throw FleetsimCommand.fail(complaint, status: 1) }
    }
}
