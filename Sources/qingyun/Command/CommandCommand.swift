import ArgumentParser
import CommandSupport
import Downlink
import Foundation
import JTT808
import Operations
import Postgres

struct CommandCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "command",
        abstract: "Send commands to terminals (下发指令), look at what became of them, and call them back.",
        subcommands: [SendCommand.self, ListCommand.self, CancelCommand.self])

    struct ListCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List commands, the newest first.")

        @Option(help: "Only those that are queued, sent, answered, refused, timed_out, cancelled or expired.")
        var state: CommandQueue.State?
        @Option(help: "Only those to the terminal with this JT/T 808 number.")
        var terminal: String?
        @Option(help: "At most so many, 1 to 100000.")
        var limit = 100
        @Option(help: "table or csv.")
        var format: TableFormat = .table
        @Flag(help: "One JSON object a line, with everything that is known.")
        var json = false
        @OptionGroup var database: DatabaseOptions

        func validate() throws {
            guard (1...100_000).contains(limit) else {
                throw ValidationError("--limit: \(limit) is not accepted; accepted: 1 to 100000")
            }
            if let terminal, TerminalNumber(terminal) == nil {
                throw ValidationError(SendOptions.refusal(of: terminal))
            }
        }

        func run() async throws {
            let number = terminal.flatMap { TerminalNumber($0)?.description }
            let (state, limit) = (state, limit)
            let rows = try await database.withSession {
                try CommandQueue($0).overview(state: state, number: number, limit: limit)
            }
            if json {
                for row in rows { print(try CommandDescription.json(row)) }
                return
            }
            let columns = [
                "command_id", "terminal", "kind", "state", "created_at", "sent_at", "answered_at", "attempts",
                "outcome",
                "arguments",
            ]
            var table = TextTable(columns: columns, numeric: [0, 7])
            for row in rows { table.append(columns.map { row[$0] ?? "" }) }
            print(table.rendered(as: format), terminator: "")
        }
    }

    struct CancelCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "cancel", abstract: "Call back a command that was not sent yet.")

        @Argument(help: "Its number, as send and list say it.")
        var id: Int64
        @Option(help: "Who calls it back. (default: $SUDO_USER, $USER, else the database role)")
        var by: String?
        @OptionGroup var database: DatabaseOptions

        func run() async throws {
            let (id, person) = (id, by ?? SendOptions.user)
            switch try await database.withSession({ try CommandQueue($0).cancel(id, by: person) }) {
            case .cancelled: print("cancelled command \(id)")
            case .unknown: throw failure("there is no command \(id)", status: 1)
            case .tooLate(.sent, let sentAt):
                throw failure(
                    "command \(id) was sent at \(sentAt ?? "?") and cannot be called back: it waits for the answer",
                    status: 1)
            case .tooLate(let state, _):
                throw failure("command \(id) is at its end already, with state \(state.rawValue)", status: 1)
            }
        }
    }
}

extension CommandQueue.State: ExpressibleByArgument {}
