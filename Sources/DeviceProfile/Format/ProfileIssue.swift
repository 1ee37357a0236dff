/// One thing that is wrong in a profile's file: where, what, and what is accepted.
package struct ProfileIssue: Equatable, Sendable, CustomStringConvertible {
    package let file: String
    /// From 1.
    package let line: Int
    /// From 1, in characters.
    package let column: Int
    package let problem: String
    package let accepted: String

    package var description: String { "\(file):\(line):\(column): \(problem); accepted: \(accepted)" }
}

/// Everything that is wrong in a profile's file, in the order of the file.
package struct ProfileIssues: Error, Equatable, CustomStringConvertible {
    package let issues: [ProfileIssue]

    package var description: String { issues.map(\.description).joined(separator: "\n") }
}
