import ArgumentParser
import FleetSimulation
import Foundation

struct LoadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load",
        abstract: "Put a gateway under load and measure how long acknowledgements take.",
        discussion: """
            With a number as --rate the loop is open: each report is due at a time fixed beforehand, and its latency counts from \
            then, however late it could be sent. A terminal has at most --in-flight reports unacknowledged; what is due \
            meanwhile waits, and its latency grows. --rate max keeps every window full: a closed loop, whose latencies count from \
            sending and hide what a slow gateway made wait.

            Terminals are well-behaved: they keep what is not acknowledged, connect again when a connection is lost, after 0.2 \
            seconds and up to 15 when that fails, and send it once more, byte for byte. Device times are the times at which \
            reports were due, and no two reports of a terminal have the same body.
            """)

    @OptionGroup var to: TargetOptions
    @OptionGroup var fleet: FleetOptions
    @Option(
        help: ArgumentHelp("Reports a second of all vehicles together, 0.001 to 10000000, or max.", valueName: "r|max"))
    var rate: Rate?
    @Flag(help: "Each report is a lift with its tag and weights, in a 0x0900, instead of a position.")
    var lifts = false
    @Flag(help: "No reports: the terminals are connected, with a heartbeat now and then.")
    var connectionsOnly = false
    @Option(help: ArgumentHelp("Seconds in which reports fall due, 1 to 31536000.", valueName: "s"))
    var duration: Int
    @Option(help: ArgumentHelp("Seconds at the beginning over which the rate grows from zero.", valueName: "s"))
    var ramp = 0
    @Option(help: ArgumentHelp("Reports of a terminal that may be unacknowledged, 1 to 1000.", valueName: "n"))
    var inFlight = 20
    @Option(
        help: ArgumentHelp("Seconds after the end for what is not acknowledged by then, 0 to 86400.", valueName: "s"))
    var drain = 30
    @Option(
        help: ArgumentHelp(
            "Seconds without an answer after which a terminal connects anew, 1 to 86400.", valueName: "s"))
    var answerTimeout = 60
    @Option(help: ArgumentHelp("Seconds of silence before a heartbeat, 1 to 86400.", valueName: "s"))
    var heartbeat = 60
    @Option(
        help: ArgumentHelp(
            """
            File to which a line is appended for each acknowledged report: number, serial, device time in Unix \
            milliseconds, body_hash as in telemetry.fix.
            """, valueName: "file"))
    var ackedLog: String?

    /// What `--rate` takes.
    enum Rate: ExpressibleByArgument, Equatable {
        case perSecond(Double)
        case max

        init?(argument: String) {
            if argument == "max" {
                self = .max
            } else if let value = Double(argument), (0.001...10_000_000).contains(value) {
                self = .perSecond(value)
            } else {
                return nil
            }
        }
    }

    func validate() throws {
        try FleetsimCommand.check("--duration", duration, in: 1...31_536_000)
        try FleetsimCommand.check("--ramp", ramp, in: 0...duration)
        try FleetsimCommand.check("--in-flight", inFlight, in: 1...1000)
        try FleetsimCommand.check("--drain", drain, in: 0...86_400)
        try FleetsimCommand.check("--answer-timeout", answerTimeout, in: 1...86_400)
        try FleetsimCommand.check("--heartbeat", heartbeat, in: 1...86_400)
        guard (rate == nil) == connectionsOnly else {
            throw ValidationError("one of --rate and --connections-only is needed")
        }
        if ramp > 0, rate == .max || rate == nil {
            throw ValidationError("--ramp is for an open loop, with --rate as a number")
        }
    }

    func run() async throws {
        let pace: LoadConfiguration.Pace =
            switch rate {
            case .perSecond(let value): .rate(perSecond: value)
            case .max: .saturation
            case nil: .idle
            }
        let configuration = LoadConfiguration(
            target: try to.target(), vehicles: fleet.vehicles, pace: pace, seconds: duration, rampSeconds: ramp,
            inFlight: inFlight, drainSeconds: drain, answerSeconds: answerTimeout, heartbeatSeconds: heartbeat,
            seed: fleet.seed, edition: fleet.edition, firstNumber: fleet.firstNumber, acknowledgedLog: ackedLog,
            reports: lifts ? .lift : .position)
        FleetsimCommand.raiseFileLimit()
        let summary = try await FleetsimCommand.withProgress { show in
            try await FleetLoad.run(configuration, progress: show.map { show in { @Sendable in show($0.line) } })
        }
        print(fleet.json ? summary.json : summary.text)
        if let complaint = summary.complaint { throw FleetsimCommand.fail(complaint, status: 1) }
    }
}
