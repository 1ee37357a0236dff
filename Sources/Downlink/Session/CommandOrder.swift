package import JTT808

/// A command that a connection is to send.
package struct CommandOrder: Equatable, Sendable {
    package var commandID: Int64
    package var terminalID: Int64
    /// As the terminal is addressed on the connection.
    package var address: TerminalAddress
    package var kind: CommandKind
    package var message: CommandMessage
    /// The layout that ``message`` has.
    package var edition: Edition

    package init(
        commandID: Int64, terminalID: Int64, address: TerminalAddress, kind: CommandKind, message: CommandMessage,
        edition: Edition
    ) {
        self.commandID = commandID
        self.terminalID = terminalID
        self.address = address
        self.kind = kind
        self.message = message
        self.edition = edition
    }
}
