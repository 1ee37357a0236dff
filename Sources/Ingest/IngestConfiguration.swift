package import Operations

/// What the gateway can be told; checked whole before anything starts.
package struct IngestConfiguration: Sendable, Equatable {
    /// Whatever libpq takes: URI, keywords, empty for the `PG*` variables.
    package var databaseURL: String
    package var listen: ListenAddress
    package var http: ListenAddress
    package var registration: RegistrationPolicy
    /// Reserved for the journal, which keeps batches while PostgreSQL is away.
    package var journalDirectory: String?
    /// Event loops, each with its sessions and its open batch.
    package var lanes: Int
    /// Connections to PostgreSQL for each lane.
    package var writersPerLane: Int
    /// Rows that a lane collects while its writers are busy, before its sockets are not read any more.
    package var batchRows: Int
    /// The same in bytes.
    package var batchBytes: Int
    /// Day partitions made ahead.
    package var partitionDaysAhead: Int

    /// Every key that the gateway asks its settings for.
    package static let keys = [
        "database-url", "listen", "http", "registration", "journal-dir", "lanes", "writers-per-lane", "batch-rows",
        "batch-bytes", "partition-days-ahead", "log-level",
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
        listen = try settings.listenAddress("listen", default: ListenAddress(host: "0.0.0.0", port: 7808))
        http = try settings.listenAddress("http", default: ListenAddress(host: "127.0.0.1", port: 9808))
        registration = try settings.choice("registration", default: .known)
        journalDirectory = try settings.textIfPresent("journal-dir")
        lanes = try settings.integer("lanes", default: max(1, processors / 2), in: 1...64)
        writersPerLane = try settings.integer("writers-per-lane", default: 2, in: 1...8)
        batchRows = try settings.integer("batch-rows", default: 20_000, in: 1...1_000_000)
        batchBytes = try settings.integer("batch-bytes", default: 16 << 20, in: 1 << 16...1 << 30)
        partitionDaysAhead = try settings.integer("partition-days-ahead", default: 7, in: 0...366)
    }
}
