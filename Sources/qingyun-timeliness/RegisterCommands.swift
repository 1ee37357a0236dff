import ArgumentParser
import CommandSupport
import Foundation
import Operations
import Timeliness

struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List warnings, those that somebody still has to do with first of all.")

    @Option(
        help:
            "open, all, or a state: raised, unconfirmed, acknowledged, handled, closed, dismissed, withdrawn, collected_late, resolved."
    )
    var state = "open"
    @Option(help: "Kind, such as late_collection, qualification_expiry or scale_verification_expiry. (default: all)")
    var kind: String?
    @Option(
        help: ArgumentHelp(
            "First local day. (default: without --to, \(WarningRegister.recentDays) days up to the newest one)",
            valueName: "date"))
    var from: String?
    @Option(help: ArgumentHelp("Last local day.", valueName: "date"))
    var to: String?
    @Option(help: ArgumentHelp("Code of a street.", valueName: "code"))
    var street: String?
    @Option(help: "Most rows, 1 to 1000000.")
    var limit = 1_000
    @Option(help: "table or csv.")
    var format: TableFormat = .table
    @OptionGroup var database: DatabaseOptions

    private static let states = [
        "open", "all", "raised", "unconfirmed", "acknowledged", "handled", "closed", "dismissed", "withdrawn",
        "collected_late",
        "resolved",
    ]

    func validate() throws {
        guard Self.states.contains(state) else {
            throw ValidationError(
                "--state: '\(state)' is not accepted; accepted: " + Self.states.joined(separator: ", "))
        }
        if let from { _ = try LocalTime.day(from, "--from") }
        if let to, try LocalTime.day(to, "--to") < from ?? to {
            throw ValidationError("--to: \(to) is before --from, \(from ?? "")")
        }
        guard (1...1_000_000).contains(limit) else {
            throw ValidationError("--limit: \(limit) is not accepted; accepted: 1 to 1000000")
        }
    }

    func run() async throws {
        var filter = WarningRegister.Filter()
        filter.state = state == "all" ? nil : state
        filter.kind = kind
        filter.from = from
        filter.to = to
        filter.street = street
        filter.limit = limit + 1
        let (asked, isOfAnyDay) = (filter, from == nil && to == nil)
        let (rows, older): ([[String]], String?)
        do {
            (rows, older) = try await database.withSession { session in
                let register = WarningRegister(session)
                guard isOfAnyDay, let recent = try register.recent() else { return (try register.list(asked), nil) }
                var filter = asked
                filter.from = recent.from
                filter.keepsExpiries = true
                return (try register.list(filter), recent.hasOlder ? recent.from : nil)
            }
        } catch let unknown as WarningRegister.UnknownFilter {
            throw failure("\(unknown)", status: ExitStatus.usage)
        }
        if let older {
            FileHandle.standardError.write(
                Data("qingyun-timeliness: only days since \(older) are listed; those before: --from\n".utf8))
        }
        var table = TextTable(columns: WarningRegister.columns, numeric: [0])
        for row in rows.prefix(limit) { table.append(row) }
        if rows.count > limit {
            FileHandle.standardError.write(
                Data("qingyun-timeliness: these are the first \(limit); there are more: --limit\n".utf8))
        }
        print(table.rendered(as: format), terminator: "")
    }
}

struct HistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Show every step of a warning: when, what, who and why, with the evidence.")

    @Argument(help: "Number of the warning.")
    var number: Int
    @Option(help: "table or csv.")
    var format: TableFormat = .table
    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        let number = number
        let rows = try await database.withSession { try WarningRegister($0).history(of: number) }
        guard !rows.isEmpty else { throw failure("there is no warning \(number)", status: 1) }
        var table = TextTable(columns: WarningRegister.historyColumns)
        // Programs get the evidence as it is kept, people in words.
        for row in rows {
            table.append(
                format == .table ? row.dropLast() + [EvidenceText.lines(row.last ?? "").joined(separator: "; ")] : row)
        }
        print(table.rendered(as: format), terminator: "")
    }
}

/// What the four steps of people have in common.
struct StepOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("Numbers of warnings, as `list` shows them.", valueName: "number"))
    var numbers: [Int]
    @Option(help: "What was done, or why. (default, of acknowledge alone: \(WarningRegister.takenOn))")
    var reason: String?
    @Option(help: "Who. (default: $USER)")
    var actor: String?
    @Flag(help: "Only say whether it would be accepted.")
    var dryRun = false
    @OptionGroup var database: DatabaseOptions

    func validate() throws {
        guard !numbers.isEmpty else { throw ValidationError("no number of a warning given") }
        if let reason, reason != reason.trimmingCharacters(in: .whitespacesAndNewlines) || reason.isEmpty {
            throw ValidationError("--reason: it is empty or has spaces around it")
        }
    }

    func take(_ action: WarningRegister.Action) async throws {
        let (numbers, reason, isDryRun) = (numbers, reason, dryRun)
        let actor = actor ?? ProcessInfo.processInfo.environment["USER"] ?? ""
        do {
            try await database.withSession { session in
                try WarningRegister(session).act(action, on: numbers, actor: actor, reason: reason, isDryRun: isDryRun)
            }
        } catch let refusal as WarningRegister.Refusal {
            throw failure("\(refusal); nothing was changed", status: 1)
        }
        print(
            "\(action.rawValue): \(Set(numbers).count) \(Set(numbers).count == 1 ? "warning" : "warnings")"
                + (dryRun ? "; nothing was changed: this was a dry run" : ""))
    }
}

struct AcknowledgeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "acknowledge", abstract: "Say that somebody knows of warnings and takes them on (知悉).")
    @OptionGroup var step: StepOptions
    func run() async throws { try await step.take(.acknowledge) }
}

struct HandleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "handle", abstract: "Say what was done about warnings (处理); --reason is needed.")
    @OptionGroup var step: StepOptions
    func run() async throws { try await step.take(.handle) }
}

struct CloseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Close warnings that were handled, or that the data settled (关闭); --reason is needed.")
    @OptionGroup var step: StepOptions
    func run() async throws { try await step.take(.close) }
}

struct DismissCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dismiss", abstract: "Say that warnings are false alarms (误报); --reason is needed.")
    @OptionGroup var step: StepOptions
    func run() async throws { try await step.take(.dismiss) }
}
