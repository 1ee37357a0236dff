/// A value that is sent and never shown: neither a log line nor a dump of what holds it has it.
package struct Secret: Sendable, Equatable {
    let value: String

    package init(_ value: String) { self.value = value }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "(secret)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
