import JTT808

/// Names a message on a connection: several terminals may share it.
struct MessageKey: Hashable {
    let number: TerminalNumber
    let serial: UInt16
}
