import JTT808

/// What a replay came to: the lines of the vectors with their answers.
package struct ReplayReport: Sendable {
    /// In file order.
    package private(set) var outcomes: [ReplayOutcome]
    /// Conversations that were held, each over one connection or more.
    package private(set) var connections = 0
    /// Terminals that could not register or authenticate, with the reason.
    package private(set) var loginFaults: [String: String] = [:]
    /// Answers that nothing waited for.
    package private(set) var unexpected = 0

    init(outcomes: [ReplayOutcome]) { self.outcomes = outcomes }

    mutating func add(_ conversation: ReplayConversation) {
        connections += 1
        unexpected += conversation.unexpected
        loginFaults.merge(conversation.loginFaults) { _, new in new }
        for (index, answer) in conversation.answers { outcomes[index].answer = answer }
    }

    package var owed: Int { outcomes.count(where: \.isOwed) }
    package var answered: Int { outcomes.count(where: \.isAnswered) }

    /// Why the exit status is 1, in one line; nil when every owed answer came.
    package var complaint: String? {
        let silent = outcomes.filter { $0.isOwed && !$0.isAnswered }
        guard let first = silent.first else { return nil }
        return "\(silent.count) of \(owed) owed answers did not come, first for \(first.vector)"
    }
}
