import ArgumentParser

/// The limits of connections, as flags.
struct LimitOptions: ParsableArguments {
    @Option(help: "Connections in all. (default: 20000)")
    var maxConnections: String?
    @Option(help: "Connections from one address. (default: 5000)")
    var maxConnectionsPerAddress: String?
    @Option(help: "Seconds of silence after which a connection is given up. (default: 600)")
    var idleSeconds: String?
    @Option(help: "Seconds that a connection may stay without a terminal that may deliver. (default: 60)")
    var authenticationSeconds: String?
    @Option(help: "Frames a second that are taken from one connection. (default: 20000)")
    var maxFramesPerSecond: String?
    @Option(help: "Bytes a second that are taken from one connection. (default: 8388608)")
    var maxBytesPerSecond: String?
    @Option(help: "Faults without a sound frame between them that end a connection. (default: 1000)")
    var maxMalformedInARow: String?
    @Option(help: "Longest frame, in bytes as received. (default: 4096)")
    var maxFrameLength: String?
    @Option(help: "Most bytes of a message in slices. (default: 4194304)")
    var maxMessageBytes: String?
    @Option(help: "Bytes of unfinished messages in slices that one lane holds. (default: 67108864)")
    var maxSliceBytes: String?
    @Option(help: "Seconds without a slice after which missing ones are asked for. (default: 5)")
    var sliceWaitSeconds: String?
    @Option(help: "Seconds until a terminal's first answer to a command is due. (default: 15)")
    var commandTimeoutSeconds: String?
    @Option(help: "How often a command that may be sent twice is sent again without an answer. (default: 2)")
    var commandRetries: String?

    /// What was given, by the keys of the settings.
    var given: [(String, String?)] {
        [
            ("max-connections", maxConnections), ("max-connections-per-address", maxConnectionsPerAddress),
            ("idle-seconds", idleSeconds), ("authentication-seconds", authenticationSeconds),
            ("max-frames-per-second", maxFramesPerSecond), ("max-bytes-per-second", maxBytesPerSecond),
            ("max-malformed-in-a-row", maxMalformedInARow), ("max-frame-length", maxFrameLength),
            ("max-message-bytes", maxMessageBytes), ("max-slice-bytes", maxSliceBytes),
            ("slice-wait-seconds", sliceWaitSeconds),
            ("command-timeout-seconds", commandTimeoutSeconds), ("command-retries", commandRetries),
        ]
    }
}
