package import JTT808

/// What one connection may take of the gateway, and how many connections there may be. Beyond a limit the device itself
/// waits or is closed; the others notice nothing.
package struct SessionLimits: Sendable, Equatable {
    /// Connections in all, over all lanes.
    package var connections = 20_000
    /// Connections from one address. Many terminals share one behind a mobile network, so it is no small number.
    package var connectionsPerAddress = 5_000
    /// A connection without any byte for so long is given up: links half open behind mobile networks look like this.
    package var idleSeconds = 600
    /// So long a connection may stay without a terminal that may deliver.
    package var authenticationSeconds = 60
    /// Frames a second that are taken from one connection; the rest waits in the socket.
    package var framesPerSecond = 20_000
    /// Bytes a second that are taken from one connection; the rest waits in the socket.
    package var bytesPerSecond = 8 << 20
    /// After so many faults without a sound frame between them the connection is closed.
    package var malformedInARow = 1_000
    /// Longest stretch between two flags, in bytes as received.
    package var frameLength = 4_096

    /// Bytes of slices of unfinished messages that one lane holds in memory.
    package var sliceBytes = 64 << 20
    /// How one connection's slices are put together.
    package var reassembly = ReassemblyLimits()

    package init() {}
}
