import Hummingbird
package import Logging
import NIOCore
import ServiceLifecycle

/// The HTTP side of a daemon: `/healthz` (the process lives), `/readyz` (it can do its work) and `/metrics`.
package struct OperationsServer: Service {
    private let address: ListenAddress
    private let readiness: Readiness
    private let metrics: MetricsRegistry
    private let logger: Logger

    package init(address: ListenAddress, readiness: Readiness, metrics: MetricsRegistry, logger: Logger) {
        self.address = address
        self.readiness = readiness
        self.metrics = metrics
        self.logger = logger
    }

    package func run() async throws {
        let router = Router()
        router.get("healthz") { _, _ in Self.plain("ok\n") }
        router.get("readyz") { [readiness] _, _ in
            let obstacles = readiness.obstacles
            return obstacles.isEmpty
                ? Self.plain("ready\n")
                : Self.plain(obstacles.map { $0 + "\n" }.joined(), status: .serviceUnavailable)
        }
        router.get("metrics") { [metrics] _, _ in
            Self.plain(metrics.rendered(), contentType: "text/plain; version=0.0.4; charset=utf-8")
        }
        var quiet = logger
        // Hummingbird's start line would say the same as ours, and at the end it calls the usual order of things an error.
        quiet.logLevel = max(logger.logLevel, .critical)
        let logger = logger
        let application = Application(
            router: router,
            configuration: .init(address: .hostname(address.host, port: address.port)),
            onServerRunning: { channel in
                logger.info(
                    "health and metrics are served",
                    metadata: ["http": "\(channel.localAddress.flatMap(ListenAddress.init)?.description ?? "?")"])
            },
            logger: quiet)
        do {
            try await application.runService(gracefulShutdownSignals: [])
        } catch let error as IOError {
            throw SettingsError(
                description: "QINGYUN_HTTP (--http): cannot listen on \(address): \(error); accepted: a free "
                    + ListenAddress.accepted)
        }
    }

    private static func plain(
        _ text: String, status: HTTPResponse.Status = .ok, contentType: String = "text/plain; charset=utf-8"
    ) -> Response {
        Response(
            status: status, headers: [.contentType: contentType, .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
