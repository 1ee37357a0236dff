/// What is wrong with a command, in one line for the person who ordered it: what, where, and what is accepted.
package struct CommandError: Error, Equatable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}
