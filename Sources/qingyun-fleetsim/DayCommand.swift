import ArgumentParser
import FleetSimulation
import Foundation
import Operations

struct DayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "day",
        abstract: "Stream a day of the simulated district, and write what really happened.",
        discussion: """
            Every vehicle, station and plant of the district that `district` writes sends its day: positions, tags and lifts, \
            weighings, with the faults that terminals have. --truth writes the right answers as JSON lines: what became of every \
            collection window, the key of every lift, kilograms, kilometres, trips, and what the tables must hold.

            Messages are sent as fast as they are acknowledged, or with --speed as a multiple of real time. They carry the times of \
            that day; a gateway files days other than those around the real one only as its quota for them allows.
            """)

    @Option(help: ArgumentHelp("The local day, \(SimulatedDate.accepted).", valueName: "date"))
    var date: SimulatedDate
    @OptionGroup var district: DistrictOptions
    @OptionGroup var to: TargetOptions
    @Option(
        name: .customLong("scales-to"),
        help: ArgumentHelp(
            "The gateway's scale listener: the weighings are shown there too, ten frames a second.",
            valueName: "host:port"))
    var scales: String?
    @Option(help: ArgumentHelp("File that the ground truth is written to.", valueName: "file"))
    var truth: String?
    @Option(help: ArgumentHelp("Multiple of real time, 0.1 to 100000, or max.", valueName: "n|max"))
    var speed = Speed.max
    @Option(help: "How much goes wrong: usual, none, frequent for small districts, or all: still more sorts of it.")
    var faults = Faults.usual
    @Option(help: ArgumentHelp("Unacknowledged messages of a terminal, 1 to 1000.", valueName: "n"))
    var inFlight = 50
    @Option(
        help: ArgumentHelp("Seconds without any acknowledgement after which it gives up, 1 to 86400.", valueName: "s"))
    var patience = 120
    @Flag(help: "Send nothing: make all frames, throw them away, and say how long that took.")
    var makeOnly = false
    @Flag(help: "The summary as one JSON object.")
    var json = false

    /// What `--speed` takes.
    enum Speed: ExpressibleByArgument, Equatable {
        case times(Double)
        case max

        init?(argument: String) {
            if argument == "max" {
                self = .max
            } else if let value = Double(argument), (0.1...100_000).contains(value) {
                self = .times(value)
            } else {
                return nil
            }
        }
    }

    enum Faults: String, ExpressibleByArgument, CaseIterable {
        case usual, none, frequent, all

        var rates: FaultRates {
            switch self {
            case .usual: .usual
            case .none: .none
            case .frequent: .frequent
            case .all: .all
            }
        }
    }

    func validate() throws {
        try FleetsimCommand.check("--in-flight", inFlight, in: 1...1000)
        try FleetsimCommand.check("--patience", patience, in: 1...86_400)
        _ = try scaleListener()
    }

    func run() async throws {
        let day = DayPlan(district.district, on: date, seed: district.seed, rates: faults.rates)
        if let truth { try write(GroundTruth(day), to: truth) }
        if makeOnly {
            let made = DayFrames.make(day)
            print(json ? made.json : made.text)
            return
        }
        let configuration = DayConfiguration(
            target: try to.target(), scales: try scaleListener(), day: day, speed: speed == .max ? .max : .times(times),
            inFlight: inFlight,
            patienceSeconds: patience)
        FleetsimCommand.raiseFileLimit()
        let summary = try await FleetsimCommand.withProgress { show in
            try await FleetDay.run(configuration, progress: show.map { show in { @Sendable in show($0.line) } })
        }
        print(json ? summary.json : summary.text)
        if let complaint = summary.complaint { throw FleetsimCommand.fail(complaint, status: 1) }
    }

    private func scaleListener() throws -> ListenAddress? {
        try scales.map { try TargetOptions.address($0, of: "--scales-to") }
    }

    private var times: Double {
        if case .times(let times) = speed { times } else { 1 }
    }

    private func write(_ truth: GroundTruth, to path: String) throws {
        do {
            var bytes: [UInt8] = []
            truth.forEachLine { bytes.append(contentsOf: $0) }
            try Data(bytes).write(to: URL(fileURLWithPath: path))
        } catch {
            throw FleetsimCommand.fail("cannot write \(path): \(error.localizedDescription)", status: 1)
        }
    }
}

extension SimulatedDate: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}
