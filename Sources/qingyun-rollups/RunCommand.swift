import ArgumentParser
import CommandSupport
import Foundation
import Logging
import Metrics
import Operations
import Postgres
import Rollups
import ServiceLifecycle
import UnixSignals

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Refresh what becomes stale, until SIGTERM.",
        discussion: "Several that run at once share the work.")

    @Option(
        help: ArgumentHelp(
            "Pause between two passes, seconds, 1 to 3600: so old may a figure be.", valueName: "s"))
    var interval = 60
    @Option(help: "Where /healthz, /readyz and /metrics are served, HOST:PORT. (default: nowhere)")
    var http: String?
    @Option(help: "trace, debug, info, notice, warning, error or critical.")
    var logLevel = "info"
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
        let logger = LogSetup.logger(label: "qingyun-rollups", level: Logger.Level(rawValue: logLevel) ?? .info)
        let (readiness, metrics) = (Readiness(), MetricsRegistry())
        MetricsSystem.bootstrap(metrics)
        var services: [ServiceGroupConfiguration.ServiceConfiguration] = []
        if let http, let address = ListenAddress(http) {
            services.append(
                .init(
                    service: OperationsServer(
                        address: address, readiness: readiness, metrics: metrics, logger: logger)))
        }
        services.append(
            .init(
                service: RollupService(
                    database: try await database.configuration(), interval: .seconds(interval), readiness: readiness,
                    logger: logger)))
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
