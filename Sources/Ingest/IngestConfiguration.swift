package import Downlink
import JTT808
package import Operations

/// What the gateway can be told; checked whole before anything starts.
package struct IngestConfiguration: Sendable, Equatable {
    /// Whatever libpq takes: URI, keywords, empty for the `PG*` variables.
    package var databaseURL: String
    /// Longest that PostgreSQL may take for a batch; then it counts as away.
    package var databaseTimeoutSeconds: Int
    package var listen: ListenAddress
    /// Ports for scales and tag readers; none by default.
    package var scaleListen: [ScaleListen]
    package var http: ListenAddress
    package var registration: RegistrationPolicy
    /// Folder of the site's own device profiles; nil: only those that are shipped.
    package var profileDirectory: String?
    /// Folder of the journal, which keeps batches while PostgreSQL is away; nil: there is none.
    package var journalDirectory: String?
    /// Most that the journal keeps, in bytes of rows.
    package var journalBytes: Int
    /// Folder of pictures, sounds and videos; nil: they are kept in the database alone.
    package var mediaDirectory: String?
    /// Most that this folder holds, in bytes.
    package var mediaBytes: Int
    /// Event loops, each with its sessions and its open batch.
    package var lanes: Int
    /// Connections to PostgreSQL for each lane.
    package var writersPerLane: Int
    /// Rows that a lane collects while its writers are busy, before its sockets are not read any more.
    package var batchRows: Int
    /// The same in bytes.
    package var batchBytes: Int
    /// Bytes of rows that all lanes together hold in memory before sockets are not read any more.
    package var bytesInFlight: Int
    /// Day partitions made ahead.
    package var partitionDaysAhead: Int
    package var limits = SessionLimits()
    /// How long answers to commands are waited for, and how often commands are sent again.
    package var commands: RetransmissionSchedule

    /// Every key that the gateway asks its settings for.
    package static let keys = [
        "database-url", "database-timeout-seconds", "listen", "scale-listen", "http", "registration", "profile-dir",
        "journal-dir", "journal-bytes", "media-dir", "media-bytes",
        "lanes", "writers-per-lane",
        "batch-rows", "batch-bytes", "max-bytes-in-flight", "partition-days-ahead", "log-level", "max-connections",
        "max-connections-per-address",
        "idle-seconds", "authentication-seconds", "max-frames-per-second", "max-bytes-per-second",
        "max-malformed-in-a-row", "max-frame-length", "max-message-bytes", "max-slice-bytes",
        "slice-wait-seconds", "command-timeout-seconds", "command-retries",
    ]

    /// - Throws: ``SettingsError`` naming the first key that is not accepted.
    package init(_ settings: Settings, processors: Int, validateDatabase: (String) -> String?) throws(SettingsError) {
        try settings.refuseUnknownKeys(known: Self.keys)
        databaseURL = try settings.text("database-url", default: "")
        if let reason = validateDatabase(databaseURL) {
            throw SettingsError(
                description:
                    "QINGYUN_DATABASE_URL (--database-url): \(reason); accepted: a PostgreSQL URI or keyword=value "
                    + "string, or nothing for the PG* variables")
        }
        databaseTimeoutSeconds = try settings.integer("database-timeout-seconds", default: 20, in: 1...600)
        listen = try settings.listenAddress("listen", default: ListenAddress(host: "0.0.0.0", port: 7808))
        scaleListen = try ScaleListen.list(settings)
        http = try settings.listenAddress("http", default: ListenAddress(host: "127.0.0.1", port: 9808))
        registration = try settings.choice("registration", default: .known)
        profileDirectory = try settings.textIfPresent("profile-dir")
        journalDirectory = try settings.textIfPresent("journal-dir")
        journalBytes = try settings.integer("journal-bytes", default: 1 << 30, in: 1 << 20...1 << 40)
        mediaDirectory = try settings.textIfPresent("media-dir")
        mediaBytes = try settings.integer("media-bytes", default: 10 << 30, in: 1 << 20...1 << 50)
        lanes = try settings.integer("lanes", default: max(1, processors / 2), in: 1...64)
        writersPerLane = try settings.integer("writers-per-lane", default: 2, in: 1...8)
        batchRows = try settings.integer("batch-rows", default: 20_000, in: 1...1_000_000)
        batchBytes = try settings.integer("batch-bytes", default: 16 << 20, in: 1 << 16...1 << 30)
        bytesInFlight = try settings.integer("max-bytes-in-flight", default: 256 << 20, in: 1 << 20...1 << 40)
        partitionDaysAhead = try settings.integer("partition-days-ahead", default: 7, in: 0...366)
        commands = RetransmissionSchedule(
            timeoutSeconds: try settings.integer("command-timeout-seconds", default: 15, in: 1...600),
            retries: try settings.integer("command-retries", default: 2, in: 0...4))
        let standard = SessionLimits()
        limits.connections = try settings.integer("max-connections", default: standard.connections, in: 1...1_000_000)
        limits.connectionsPerAddress = try settings.integer(
            "max-connections-per-address", default: standard.connectionsPerAddress, in: 1...1_000_000)
        limits.idleSeconds = try settings.integer("idle-seconds", default: standard.idleSeconds, in: 10...86_400)
        limits.authenticationSeconds = try settings.integer(
            "authentication-seconds", default: standard.authenticationSeconds, in: 1...3_600)
        limits.framesPerSecond = try settings.integer(
            "max-frames-per-second", default: standard.framesPerSecond, in: 1...1_000_000)
        limits.bytesPerSecond = try settings.integer(
            "max-bytes-per-second", default: standard.bytesPerSecond, in: 4_096...1 << 30)
        limits.malformedInARow = try settings.integer(
            "max-malformed-in-a-row", default: standard.malformedInARow, in: 1...1_000_000)
        // No less than the longest lawful frame with every byte escaped.
        limits.frameLength = try settings.integer("max-frame-length", default: standard.frameLength, in: 2_090...65_536)
        let message = try settings.integer(
            "max-message-bytes", default: standard.reassembly.bytesOfOneMessage, in: 4_096...64 << 20)
        // Two at once: the terminal may begin the next one while slices of this one are still asked for.
        let wait = try settings.integer("slice-wait-seconds", default: 5, in: 1...600)
        limits.reassembly = ReassemblyLimits(
            bytesOfOneMessage: message, bytes: 2 * message, askAfter: .seconds(wait),
            giveUpAfter: .seconds(wait * (standard.reassembly.asks + 1)),
            life: max(standard.reassembly.life, .seconds(2 * wait * (standard.reassembly.asks + 1))))
        limits.sliceBytes = try settings.integer(
            "max-slice-bytes", default: max(standard.sliceBytes, 2 * message), in: 2 * message...1 << 40)
    }
}
