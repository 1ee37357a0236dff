import ArgumentParser
import CommandSupport
import Operations
import Rollups
import Telemetry

@main
struct RollupsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "qingyun-rollups",
        abstract:
            "Keeps the statistics right: makes a day's figures again when its data, or the registry, change (统计汇总).",
        discussion: """
            docs/rollups.md explains what is refreshed when, and what a number means. Exit status: 0 done, 1 a difference or a refusal, \
            64 wrong options, 69 without a database.
            """,
        subcommands: [
            RunCommand.self, RefreshCommand.self, StatusCommand.self, VerifyCommand.self, FreezeCommand.self,
            DifferencesCommand.self,
        ])
}

extension LocalDay: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension RollupKind: ExpressibleByArgument {}

/// Which days and kinds a command is for.
struct SelectionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("First local day, YYYY-MM-DD.", valueName: "day"))
    var from: LocalDay?
    @Option(help: ArgumentHelp("Last local day. (default: the first)", valueName: "day"))
    var to: LocalDay?
    @Option(help: "One kind alone: collection, clearance, record, track, station or trip. (default: all)")
    var kind: RollupKind?

    func validate() throws {
        if let to {
            guard let from else { throw ValidationError("--to needs --from") }
            guard from <= to else { throw ValidationError("--to: \(to) is before --from, \(from)") }
        }
    }

    var selection: RollupPass.Selection {
        RollupPass.Selection(kind: kind, days: from.map { $0...(to ?? $0) })
    }
}

/// A month on the command line.
struct Month: ExpressibleByArgument {
    let firstDay: String

    init?(argument: String) {
        guard argument.wholeMatch(of: /20\d\d-(0[1-9]|1[0-2])/) != nil else { return nil }
        firstDay = argument + "-01"
    }
}
