import ArgumentParser
import FleetSimulation
import Operations

struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Send the frames of a vectors file as their terminals and say what was answered.",
        discussion: """
            FILE holds one JSON object a line with "id", "hex" and perhaps "kind" (stream or reassembly). Frames of one \
            terminal go in file order over one connection of their own, which is opened again when the gateway closes it.
            """)

    @Argument(help: "The vectors file.")
    var file: String
    @OptionGroup var to: TargetOptions
    @Flag(help: "Register and authenticate each terminal before its frames.")
    var authenticate = false
    @Flag(help: "A line for each frame; without it, one for each message id.")
    var verbose = false
    @Flag(help: "One JSON object a line: each frame, then the totals.")
    var json = false
    @Option(help: ArgumentHelp("Longest wait for the next answer, 1 to 3600.", valueName: "s"))
    var timeoutSeconds = 10

    func validate() throws {
        guard (1...3600).contains(timeoutSeconds) else {
            throw ValidationError("--timeout-seconds is \(timeoutSeconds); 1 to 3600 is accepted")
        }
    }

    func run() async throws {
        let report: ReplayReport
        do {
            report = try await FleetReplay.run(
                try VectorFile.read(path: file), target: try to.target(), authenticates: authenticate,
                timeoutSeconds: timeoutSeconds)
        } catch let error as VectorFileError {
            throw FleetsimCommand.fail("\(error)", status: ExitStatus.usage)
        } catch let error as FleetError {
            throw FleetsimCommand.fail("\(error)", status: ExitStatus.unavailable)
        }
        if json {
            for line in report.jsonLines { print(line) }
        } else {
            print(verbose ? report.table : report.summary)
            print("\n\(report.totals)")
        }
        if let complaint = report.complaint { throw FleetsimCommand.fail(complaint, status: 1) }
    }
}
