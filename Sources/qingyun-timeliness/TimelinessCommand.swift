import ArgumentParser

@main
struct TimelinessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "qingyun-timeliness",
        abstract: "Judges whether waste was collected in time, and keeps the register of warnings (收集不及时预警).",
        discussion: """
            docs/timeliness.md explains rules, outcomes and warnings. Exit status: 0 done, 1 refused or not possible, 64 wrong options, \
            69 without a database.
            """,
        subcommands: [
            RunCommand.self, CheckCommand.self, RecheckCommand.self, ExplainCommand.self, ListCommand.self,
            HistoryCommand.self, AcknowledgeCommand.self, HandleCommand.self, CloseCommand.self, DismissCommand.self,
            ReportCommand.self, RulesCommand.self, DutiesCommand.self, NotifyCommand.self,
        ])
}
