/// What a check of duties came to.
package struct DutySummary: Sendable, Equatable {
    package struct Plan: Sendable, Equatable {
        package var made = 0
        package var changed = 0
        package var removed = 0

        package init(made: Int = 0, changed: Int = 0, removed: Int = 0) {
            self.made = made
            self.changed = changed
            self.removed = removed
        }
    }

    package var plan = Plan()
    /// Judged for the first time.
    package var judged = 0
    /// Looked at again, because fixes came late or a person asked for it; whether or not that changed anything.
    package var judgedAgain = 0
    /// Events written to the register, by action: `raise`, `revise`, `withdraw`.
    package var events: [String: Int] = [:]

    package init() {}

    package var isNothing: Bool { self == DutySummary() }

    mutating func add(_ events: [String: Int]) { self.events.merge(events, uniquingKeysWith: +) }
}

extension DutySummary: CustomStringConvertible {
    /// One line for people.
    package var description: String {
        let plan = "tasks made \(plan.made), changed \(plan.changed), removed \(plan.removed)"
        let warnings = ["raise", "revise", "withdraw"].map { "\($0) \(events[$0] ?? 0)" }.joined(separator: ", ")
        return "duties: \(plan); judged \(judged), again \(judgedAgain); warnings: \(warnings)"
    }
}
