import ArgumentParser
import CommandSupport
import Foundation
import Operations
import Rollups

struct FreezeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "freeze",
        abstract: "Keep the figures of a month as they are now, for a report that is signed.",
        discussion: "What changes later shows in `differences`; the figures that were kept never change.")

    @Option(
        help: ArgumentHelp(
            "The month, YYYY-MM; it must be over, nothing of it stale, and its collections judged.", valueName: "month")
    )
    var month: Month
    @Option(help: "Who signs. (default: $USER)")
    var by: String?
    @Option(help: "For people.")
    var note: String?
    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        let (month, note) = (month.firstDay, note)
        let person = by ?? ProcessInfo.processInfo.environment["USER"] ?? ""
        guard !person.isEmpty else { throw failure("--by: say who signs", status: ExitStatus.usage) }
        do {
            let rows = try await database.withSession { session in
                try RollupRefresher(session).markRegistryChanges()
                return try MonthReport(month, session: session).freeze(by: person, note: note)
            }
            print("\(month.prefix(7)): \(rows) rows kept")
        } catch let refusal as MonthReport.Failure {
            throw failure("\(month.prefix(7)) \(refusal)", status: 1)
        }
    }
}

struct DifferencesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "differences",
        abstract: "Say what changed since the report of a month was signed.",
        discussion: "Exit status: 0 nothing changed, 1 something did, or the month was not frozen.")

    @Option(help: ArgumentHelp("The month, YYYY-MM.", valueName: "month"))
    var month: Month
    @Option(help: "table or csv.")
    var format: TableFormat = .table
    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        let month = month.firstDay
        let differences = try await database.withSession { try MonthReport(month, session: $0).differences() }
        guard let differences else { throw failure("\(month.prefix(7)) was not frozen", status: 1) }
        var table = TextTable(columns: ["of", "key", "figure", "signed", "now"], numeric: [3, 4])
        for difference in differences {
            table.append([
                difference.subject, difference.key, difference.figure, difference.frozen ?? "-",
                difference.current ?? "-",
            ])
        }
        print(table.rendered(as: format), terminator: "")
        if !differences.isEmpty { throw ExitCode(1) }
    }
}
