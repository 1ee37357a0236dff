import ArgumentParser
import Foundation
import Ingest
import Logging
import Operations
import Postgres
import ServiceLifecycle
import UnixSignals

@main
struct IngestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "qingyun-ingestd",
        abstract: "Takes JT/T 808 telemetry over TCP and keeps it in PostgreSQL; acknowledges what is committed.",
        discussion: """
            Every option may also stand in the environment (QINGYUN_LISTEN for --listen) or, under its own name, in a \
            YAML or JSON file (--config or QINGYUN_CONFIG). Options win over the environment, the environment over the \
            file.
            """)

    @Option(
        name: .customLong("database-url"),
        help: "PostgreSQL: a URI or keyword=value string as libpq takes it; without it the PG* variables count.")
    var databaseURL: String?
    @Option(help: "Seconds that PostgreSQL may take for a batch; then it counts as away. (default: 20)")
    var databaseTimeoutSeconds: String?
    @Option(help: "Where terminals connect, HOST:PORT. (default: 0.0.0.0:7808)")
    var listen: String?
    @Option(help: "Where scales and tag readers connect, HOST:PORT or HOST:PORT=DIALECT, ... (default: nowhere)")
    var scaleListen: String?
    @Option(help: "Where /healthz, /readyz and /metrics are served, HOST:PORT. (default: 127.0.0.1:9808)")
    var http: String?
    @Option(help: "known: only terminals in the registry; open: others are entered as unclaimed. (default: known)")
    var registration: String?
    @Option(help: "Folder of the site's own device profiles, NAME.yaml each. (default: only those that are shipped)")
    var profileDir: String?
    @Option(help: "Folder of the journal, which keeps data while PostgreSQL is away. (default: no journal)")
    var journalDir: String?
    @Option(help: "Most that the journal keeps, in bytes of rows. (default: 1073741824)")
    var journalBytes: String?
    @Option(help: "Folder of pictures, sounds and videos. (default: none, they stay in the database)")
    var mediaDir: String?
    @Option(help: "Most that this folder holds, in bytes. (default: 10737418240)")
    var mediaBytes: String?
    @Option(help: "Event loops for terminals. (default: half of the processors)")
    var lanes: String?
    @Option(help: "PostgreSQL connections for each lane. (default: 2)")
    var writersPerLane: String?
    @Option(help: "Rows that a lane collects before its sockets wait. (default: 20000)")
    var batchRows: String?
    @Option(help: "Bytes that a lane collects before its sockets wait. (default: 16777216)")
    var batchBytes: String?
    @Option(help: "Bytes of rows that all lanes hold in memory before sockets wait. (default: 268435456)")
    var maxBytesInFlight: String?
    @Option(help: "Days whose partitions are made ahead. (default: 7)")
    var partitionDaysAhead: String?
    @OptionGroup(title: "Limits") var limits: LimitOptions
    @Option(help: "trace, debug, info, notice, warning, error or critical. (default: info)")
    var logLevel: String?
    @Option(help: "YAML or JSON file with any of these settings.")
    var config: String?
    @Flag(help: "Check the configuration and stop.")
    var checkConfig = false

    func run() async throws {
        let settings: Settings
        let ingest: IngestConfiguration
        let level: Logger.Level
        do {
            settings = try await Settings(
                flags: flags, environment: ProcessInfo.processInfo.environment, filePath: config)
            level = try settings.choice("log-level", default: Logger.Level.info)
            ingest = try IngestConfiguration(
                settings, processors: ProcessInfo.processInfo.activeProcessorCount,
                validateDatabase: PostgresConfiguration.validate)
        } catch {
            FileHandle.standardError.write(Data("qingyun-ingestd: \(error)\n".utf8))
            throw ExitCode(ExitStatus.usage)
        }
        let gateway = Gateway(ingest, logger: LogSetup.logger(label: "qingyun-ingestd", level: level))
        if checkConfig {
            do {
                try gateway.checkProfiles()
            } catch {
                FileHandle.standardError.write(Data("qingyun-ingestd: \(error)\n".utf8))
                throw ExitCode(ExitStatus.usage)
            }
            print("configuration is accepted")
            return
        }
        do {
            try await gateway.run()
        } catch let error as SettingsError {
            FileHandle.standardError.write(Data("qingyun-ingestd: \(error)\n".utf8))
            throw ExitCode(ExitStatus.usage)
        }
    }

    /// What was given on the command line, by the keys of the settings.
    private var flags: [String: String] {
        let given: [(String, String?)] = [
            ("database-url", databaseURL), ("database-timeout-seconds", databaseTimeoutSeconds), ("listen", listen),
            ("scale-listen", scaleListen), ("http", http), ("registration", registration),
            ("profile-dir", profileDir), ("journal-dir", journalDir), ("journal-bytes", journalBytes),
            ("media-dir", mediaDir), ("media-bytes", mediaBytes), ("lanes", lanes),
            ("writers-per-lane", writersPerLane),
            ("batch-rows", batchRows),
            ("batch-bytes", batchBytes), ("max-bytes-in-flight", maxBytesInFlight),
            ("partition-days-ahead", partitionDaysAhead), ("log-level", logLevel),
        ]
        let all = given + limits.given
        return Dictionary(uniqueKeysWithValues: all.compactMap { key, value in value.map { (key, $0) } })
    }
}
