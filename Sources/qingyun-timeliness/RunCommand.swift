import ArgumentParser
import CommandSupport
import Foundation
import Logging
import Metrics
import Operations
import Postgres
import ServiceLifecycle
import Timeliness
import UnixSignals

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Check at every deadline, and in between for late data, until SIGTERM.",
        discussion: "Of several that run at once one works, and another takes over when it ends.")

    @Option(
        help: ArgumentHelp(
            "Longest pause between two checks, seconds, 1 to 3600: so late may late data move a warning on.",
            valueName: "s"))
    var interval = 30
    @Option(help: "Where /healthz and /readyz are served, HOST:PORT. (default: nowhere)")
    var http: String?
    @Option(help: "trace, debug, info, notice, warning, error or critical.")
    var logLevel = "info"
    @Flag(
        help:
            "Only log what each check of collections would do, while no other one works; judge no duties, send no messages."
    )
    var dryRun = false
    @OptionGroup var options: CheckOptions
    @OptionGroup var channels: ChannelOptions
    @OptionGroup var database: DatabaseOptions

    func validate() throws {
        guard (1...3600).contains(interval) else {
            throw ValidationError("--interval: \(interval) is not accepted; accepted: 1 to 3600")
        }
        guard Logger.Level(rawValue: logLevel) != nil else {
            throw ValidationError(
                "--log-level: '\(logLevel)' is not accepted; accepted: "
                    + Logger.Level.allCases.map(\.rawValue).joined(separator: ", "))
        }
        if let http, ListenAddress(http) == nil {
            throw ValidationError("--http: '\(http)' is not accepted; accepted: \(ListenAddress.accepted)")
        }
    }

    func run() async throws {
        let logger = LogSetup.logger(
            label: "qingyun-timeliness", level: Logger.Level(rawValue: logLevel) ?? .info)
        let readiness = Readiness()
        let configuration = try await database.configuration()
        let setup = try await channels.setup(config: database.config)
        let metrics = MetricsRegistry()
        MetricsSystem.bootstrap(metrics)
        let service = TimelinessService(
            database: configuration, settings: options.settings, intervalSeconds: interval, readiness: readiness,
            isDryRun: dryRun, logger: logger)
        var services: [ServiceGroupConfiguration.ServiceConfiguration] = []
        if let http, let address = ListenAddress(http) {
            services.append(
                .init(
                    service: OperationsServer(
                        address: address, readiness: readiness, metrics: metrics, logger: logger)))
        }
        // What writes has nothing to show in a dry run.
        if !dryRun {
            services += [
                .init(
                    service: NotificationService(
                        setup, database: configuration, name: InstanceName.make(), logger: logger)),
                .init(
                    service: DutyService(
                        database: configuration, takesAsRecorded: options.settings.takesAsRecorded, logger: logger)),
            ]
        }
        services.append(.init(service: service))
        var quiet = logger
        quiet.logLevel = max(logger.logLevel, .warning)
        var group = ServiceGroupConfiguration(
            services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet)
        group.maximumGracefulShutdownDuration = .seconds(20)
        do {
            try await ServiceGroup(configuration: group).run()
        } catch let error as SettingsError {
            throw failure("\(error)", status: ExitStatus.usage)
        }
    }
}
