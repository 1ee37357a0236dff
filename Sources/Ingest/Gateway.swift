import DeviceProfile
import Downlink
package import Logging
import Metrics
import NIOCore
import NIOPosix
package import Operations
import Postgres
import ServiceLifecycle
import TelemetryStore
import UnixSignals

/// The gateway, wired: HTTP, registry, writers, partitions, listener.
package struct Gateway: Sendable {
    /// The listener alone may need the drain limit, and the writers what is left.
    private static let shutdownLimit: Duration = .seconds(20)

    private let configuration: IngestConfiguration
    private let logger: Logger
    private let readiness = Readiness()

    package init(_ configuration: IngestConfiguration, logger: Logger) {
        self.configuration = configuration
        self.logger = logger
    }

    /// Runs until SIGTERM or SIGINT, then makes durable and acknowledges what was taken.
    /// - Throws: ``SettingsError`` when the listening address or the journal cannot be had.
    package func run() async throws {
        let registry = MetricsRegistry()
        MetricsSystem.bootstrap(registry)
        let profiles = try profiles()
        let database = PostgresConfiguration(conninfo: configuration.databaseURL, applicationName: "qingyun-ingestd")
        let directory = TerminalDirectory(
            policy: configuration.registration, database: database, profiles: profiles,
            cache: configuration.journalDirectory.map(RegistryCache.init), readiness: readiness, logger: logger)
        let limit = Duration.seconds(configuration.databaseTimeoutSeconds)
        let rows = RowBooks()
        let lanes = LaneStates()
        registry.collect(from: Books(rows: rows, lanes: lanes).samples)
        let way = try openJournal(books: rows)
        let media = try configuration.mediaDirectory.map { directory in
            try MediaFiles(directory: directory, limitBytes: configuration.mediaBytes)
        }
        let metrics = IngestMetrics()
        let writers = (0..<configuration.lanes).map { lane in
            (0..<configuration.writersPerLane).map { index in
                let name = "store \(lane).\(index)"
                readiness.isBlocked(name, because: "not connected yet")
                return BatchWriter(
                    configuration: database, logger: logger, limit: limit, books: rows, way: way
                ) {
                    [readiness] obstacle in
                    if let obstacle { readiness.isBlocked(name, because: obstacle) } else { readiness.isMet(name) }
                }
            }
        }
        let connections = ConnectionRegister(database: database, logger: logger)
        let downlink = DownlinkMailbox(configuration.commands, connections: connections)
        let loops = MultiThreadedEventLoopGroup(numberOfThreads: configuration.lanes)
        let listener = TerminalListener(
            group: loops, configuration: configuration, directory: directory, writers: writers,
            metrics: metrics, states: lanes, books: rows, media: media, downlink: downlink, readiness: readiness,
            logger: logger)
        // The last one stops first: the listener drains through the writers, and HTTP answers to the end.
        var group = ServiceGroupConfiguration(
            services: [
                .init(
                    service: OperationsServer(
                        address: configuration.http, readiness: readiness, metrics: registry, logger: logger)),
                .init(service: directory),
                .init(service: connections),
                .init(
                    service: StoreService(
                        writers: writers.flatMap { $0 }, limit: limit, way: way, database: database, metrics: metrics,
                        logger: logger)
                ),
                .init(
                    service: PartitionKeeper(
                        database: database, directory: directory, daysAhead: configuration.partitionDaysAhead,
                        logger: logger)),
                .init(
                    service: DownlinkService(
                        mailbox: downlink, directory: directory, database: database, name: InstanceName.make(),
                        logger: logger)),
                .init(service: listener),
            ],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet)
        group.maximumGracefulShutdownDuration = Self.shutdownLimit
        logger.info(
            "gateway starts",
            metadata: ["database": "\(database.redactedDescription)", "lanes": "\(configuration.lanes)"])
        do {
            try await ServiceGroup(configuration: group).run()
        } catch {
            try? await loops.shutdownGracefully()
            throw error
        }
        try await loops.shutdownGracefully()
        logger.info("gateway stopped")
    }

    /// - Throws: ``SettingsError`` with everything that is wrong with the site's own profiles.
    package func checkProfiles() throws(SettingsError) { _ = try profiles() }

    private func profiles() throws(SettingsError) -> ProfileCatalog {
        do throws(ProfileCatalog.Failure) {
            return try ProfileCatalog(directory: configuration.profileDirectory)
        } catch {
            throw SettingsError(description: "QINGYUN_PROFILE_DIR (--profile-dir): \(error.description)")
        }
    }

    private func openJournal(books: RowBooks) throws -> JournalWay? {
        guard let directory = configuration.journalDirectory else { return nil }
        let journal: Journal
        do {
            journal = try Journal(directory: directory, limitBytes: configuration.journalBytes)
        } catch {
            throw SettingsError(
                description:
                    "QINGYUN_JOURNAL_DIR (--journal-dir): \(error); accepted: a folder that only this gateway writes to"
            )
        }
        if !journal.isEmpty {
            let state = journal.state
            logger.info(
                "journal of an earlier run: it is drained as soon as PostgreSQL takes it",
                metadata: ["journal.batches": "\(state.batches)", "journal.rows": "\(state.rows)"])
        }
        return JournalWay(journal, books: books)
    }

    /// The lifecycle's own lines would tell ops nothing that ours do not.
    private var quiet: Logger {
        var quiet = logger
        quiet.logLevel = max(logger.logLevel, .warning)
        return quiet
    }
}
