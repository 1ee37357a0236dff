import ArgumentParser
import FleetSimulation
import Foundation
import Operations

@main
struct FleetsimCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "qingyun-fleetsim",
        abstract:
            "Plays the terminals' side of JT/T 808 against a gateway: captured frames, a simulated fleet, load, or a simulated district's day.",
        discussion: """
            Exit status: 0 when everything owed was answered, 1 when not, 64 for wrong options or a wrong file, 69 when the \
            gateway cannot be reached.
            """,
        subcommands: [ReplayCommand.self, DriveCommand.self, LoadCommand.self, DistrictCommand.self, DayCommand.self])

    static func check(_ name: String, _ value: Int, in range: ClosedRange<Int>) throws {
        guard range.contains(value) else {
            throw ValidationError("\(name) is \(value); \(range.lowerBound) to \(range.upperBound) is accepted")
        }
    }

    /// Runs a fleet with its progress on the terminal's line, which the summary then overwrites.
    static func withProgress<Summary: Sendable>(
        _ body: (_ show: (@Sendable (String) -> Void)?) async throws -> Summary
    ) async throws -> Summary {
        let isTerminal = isatty(STDERR_FILENO) == 1
        let show: @Sendable (String) -> Void = { FileHandle.standardError.write(Data("\r\u{1B}[K\($0)".utf8)) }
        do {
            let summary = try await body(isTerminal ? show : nil)
            if isTerminal { show("") }
            return summary
        } catch let error as FleetError {
            throw fail("\(error)", status: status(of: error))
        }
    }

    private static func status(of error: FleetError) -> Int32 {
        switch error {
        case .unreachable: ExitStatus.unavailable
        case .noNumber: ExitStatus.usage
        case .log: 1
        }
    }

    /// A connection is a descriptor, and the soft limit is often 1024. Where it cannot be raised, connections fail and say so.
    static func raiseFileLimit() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }

    /// Ends the command with one line on standard error.
    static func fail(_ message: String, status: Int32) -> ExitCode {
        FileHandle.standardError.write(Data("qingyun-fleetsim: \(message)\n".utf8))
        return ExitCode(status)
    }
}

/// Where the gateway listens.
struct TargetOptions: ParsableArguments {
    @Option(name: .customLong("to"), help: ArgumentHelp("The gateway's address.", valueName: "host:port"))
    var address = "127.0.0.1:7808"

    func validate() throws { _ = try target() }

    func target() throws -> ListenAddress { try Self.address(address, of: "--to") }

    /// The address, with a port that can be connected to.
    static func address(_ text: String, of option: String) throws -> ListenAddress {
        guard let target = ListenAddress(text), target.port > 0 else {
            throw ValidationError(
                "\(option) is \(text); HOST:PORT, such as 127.0.0.1:7808, PORT from 1 to 65535, is accepted")
        }
        return target
    }
}
