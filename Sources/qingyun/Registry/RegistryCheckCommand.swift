import ArgumentParser
import CommandSupport
import Registry

struct RegistryCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Report what is wrong with the registry although every row is sound.",
        discussion: """
            Exit status: 0 when nothing was found, 1 when something was, 64 for wrong options, 69 without a database.

            Rules:
            \(CheckRule.all.map { "  \($0.name): \($0.meaning)" }.joined(separator: "\n"))
            """)

    @Option(parsing: .upToNextOption, help: ArgumentHelp("Only these rules.", valueName: "rule"))
    var rules: [String] = []
    @Option(help: "Tags are looked for in the telemetry of so many days.")
    var days = 7
    @Option(help: "A terminal without data for so many hours is silent.")
    var silentHours = 24
    @Option(help: "table or csv.")
    var format: TableFormat = .table
    @OptionGroup var database: DatabaseOptions

    func validate() throws {
        for rule in rules where !CheckRule.all.contains(where: { $0.name == rule }) {
            throw ValidationError(
                "--rules: '\(rule)' is not accepted; accepted: " + CheckRule.all.map(\.name).joined(separator: ", "))
        }
        guard (1...366).contains(days) else {
            throw ValidationError("--days: \(days) is not accepted; accepted: 1 to 366")
        }
        guard (1...8784).contains(silentHours) else {
            throw ValidationError("--silent-hours: \(silentHours) is not accepted; accepted: 1 to 8784")
        }
    }

    func run() async throws {
        var options = RegistryCheck.Options()
        options.days = days
        options.silentHours = silentHours
        options.rules = Set(rules)
        let settings = options
        let findings = try await database.withSession { try RegistryCheck($0, options: settings).findings() }
        var table = TextTable(columns: ["rule", "subject", "detail"])
        for finding in findings { table.append([finding.rule, finding.subject, finding.detail]) }
        print(table.rendered(as: format), terminator: "")
        if !findings.isEmpty { throw ExitCode(1) }
    }
}
