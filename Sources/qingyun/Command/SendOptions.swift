import ArgumentParser
import CommandSupport
import Downlink
import Foundation
import JTT808
import Operations
import Postgres

/// To whom, for how long, and whether to wait for the outcome; before or behind the name of the command.
struct SendOptions: ParsableArguments {
    @Option(help: "JT/T 808 number of the terminal, 1 to 20 digits; leading zeros make no difference.")
    var terminal: String
    @Option(help: "A terminal that is away has so many minutes to connect; then the command expires, 1 to 525600.")
    var validMinutes = 24 * 60
    @Option(
        help: ArgumentHelp(
            "Wait so many seconds for the outcome, 1 to 86400: exit status 0 answered, 1 refused or cancelled, 75 no answer (yet)."
        ))
    var wait: Int?
    @Option(help: "Who orders it. (default: $SUDO_USER, $USER, else the database role)")
    var by: String?
    @OptionGroup var database: DatabaseOptions

    static var user: String? {
        let environment = ProcessInfo.processInfo.environment
        return environment["SUDO_USER"] ?? environment["USER"]
    }

    static func refusal(of number: String) -> String {
        "--terminal: '\(number)' is no terminal number; accepted: 1 to 20 digits (hex digits where the device sends no decimal "
            + "ones)"
    }

    func validate() throws {
        guard TerminalNumber(terminal) != nil else { throw ValidationError(Self.refusal(of: terminal)) }
        guard (1...525_600).contains(validMinutes) else {
            throw ValidationError("--valid-minutes: \(validMinutes) is not accepted; accepted: 1 to 525600")
        }
        if let wait, !(1...86_400).contains(wait) {
            throw ValidationError("--wait: \(wait) is not accepted; accepted: 1 to 86400 seconds")
        }
    }

    /// Checks the command, queues it, says its number, and waits for the outcome when asked to.
    func send(_ content: CommandContent) async throws {
        guard let number = TerminalNumber(terminal)?.description else { throw ExitCode(ExitStatus.usage) }
        // What is wrong whatever the terminal is told without asking the database.
        try Self.check(content, .edition2013)
        let (person, seconds, wait) = (by ?? Self.user, validMinutes * 60, wait)
        let end = try await database.withSession { session -> End? in
            let queue = CommandQueue(session)
            guard let addressee = try queue.addressee(number: number) else {
                throw failure("terminal \(number) is not in the registry: nothing was queued", status: 1)
            }
            guard ["active", "unclaimed"].contains(addressee.status) else {
                throw failure(
                    "terminal \(number) is \(addressee.status), so no gateway lets it in: nothing was queued", status: 1
                )
            }
            try Self.check(content, addressee.protocolVersion.flatMap(Edition.init) ?? .edition2013)
            if wait != nil { try session.listen(CommandQueue.outcomeChannel) }
            let id = try queue.add(content, for: addressee.terminalID, by: person, validSeconds: seconds)
            print("queued command \(id) (\(content.kind.rawValue)) for terminal \(number)")
            return try wait.map { try Self.end(of: id, within: $0, session) }
        }
        guard let end else { return }
        switch end.state {
        case .answered:
            print("answered: \(TextTable.harmless(end.outcome))")
            if let answer = end.answer, answer != "{}" { print(TextTable.harmless(answer)) }
        case .refused, .cancelled:
            throw failure("\(end.state.rawValue): \(TextTable.harmless(end.outcome))", status: 1)
        case .timedOut, .expired:
            throw failure("\(end.state.rawValue): \(TextTable.harmless(end.outcome))", status: ExitStatus.temporary)
        case .queued:
            throw failure(
                "not sent yet: the terminal is not connected, or no gateway runs; the command goes on waiting",
                status: ExitStatus.temporary)
        case .sent: throw failure("sent, and not answered yet", status: ExitStatus.temporary)
        }
    }

    private static func check(_ content: CommandContent, _ edition: Edition) throws {
        do throws(CommandError) {
            _ = try content.message(for: edition)
        } catch {
            throw failure("\(error)", status: ExitStatus.usage)
        }
    }

    private struct End: Sendable {
        var state: CommandQueue.State
        var outcome: String
        var answer: String?
    }

    /// The command's state once it is a final one, or when the time is over.
    private static func end(of id: Int64, within seconds: Int, _ session: PostgresSession) throws -> End {
        let deadline = ContinuousClock.now + .seconds(seconds)
        while true {
            let row = try CommandQueue(session).overview(commandID: id).first
            let state = row?["state"].flatMap(CommandQueue.State.init) ?? .queued
            let left = (deadline - ContinuousClock.now) / .milliseconds(1)
            if state.isFinal || left <= 0 {
                return End(state: state, outcome: row?["outcome"] ?? "", answer: row?["answer"])
            }
            // A lost notification costs a second.
            _ = try session.waitForNotifications(timeoutMilliseconds: Int(min(left.rounded(.up), 1000)))
        }
    }
}
