package import Logging
package import Postgres
import ServiceLifecycle

/// Tells the channels of warnings, for as long as the daemon runs. Several daemons share the work.
package struct NotificationService: Service {
    private static let interval: Duration = .seconds(2)
    private static let pauseAfterFailure: Duration = .seconds(5)

    private let setup: NotificationSetup
    private let database: PostgresConfiguration
    private let name: String
    private let logger: Logger

    /// - Parameter name: what this process is called in `ops.notification`; no other process has it.
    package init(_ setup: NotificationSetup, database: PostgresConfiguration, name: String, logger: Logger) {
        self.setup = setup
        self.database = database
        self.name = name
        self.logger = logger
    }

    package func run() async throws {
        let client = WebhookClient()
        await withDiscardingTaskGroup { group in
            // Another daemon may have channels: this one leaves the events to it.
            if !setup.channels.isEmpty {
                group.addTask { await repeatedly("collected", client) { try await $0.collect() } }
            }
            // Each for itself: one that does not answer must not keep the others waiting.
            for channel in setup.channels {
                group.addTask {
                    await repeatedly("sent to \(channel.name)", client) { sender in
                        _ = try await sender.serve(channel, gatherSeconds: NotificationSender.gatherSeconds)
                    }
                }
            }
            group.addTask { await watch() }
        }
    }

    /// Runs `work` again and again, on a connection of its own, until the service shall stop. What stops it is logged once.
    ///
    /// Work that has begun is finished: a message that is cut off on its way would have to be sent once more.
    private func repeatedly(
        _ what: String, _ client: WebhookClient, _ work: (NotificationSender) async throws -> Void
    ) async {
        let connection = PostgresConnection(configuration: database, logger: logger)
        let sender = NotificationSender(setup, connection: connection, client: client, name: name, logger: logger)
        var lastObstacle = ""
        while !isOver {
            var pause = Self.interval
            do {
                try await work(sender)
                if !lastObstacle.isEmpty { logger.info("messages are \(what) again") }
                lastObstacle = ""
            } catch {
                guard !isOver else { break }
                let obstacle = "\(error)"
                if obstacle != lastObstacle {
                    logger.error("messages not \(what), tried again", metadata: ["error": "\(obstacle)"])
                }
                lastObstacle = obstacle
                pause = Self.pauseAfterFailure
            }
            await rest(pause)
        }
        await connection.close()
    }

    /// Shows how much waits.
    private func watch() async {
        let connection = PostgresConnection(configuration: database, logger: logger)
        while !isOver {
            // What is wrong is said by the others, which have the same obstacle.
            if let standing = try? await connection.withSession({ session in
                try NotificationOutbox(session).standing(at: try OutboxTime.now(session))
            }) {
                let names = Set(standing.map(\.channel)).union(setup.channels.map(\.name))
                for name in names {
                    let found = standing.first { $0.channel == name }
                    NotificationMetrics.show(
                        waiting: found?.waiting ?? 0, failed: found?.failed ?? 0,
                        oldestSeconds: found?.oldestSeconds ?? 0,
                        on: name)
                }
            }
            await rest(.seconds(10))
        }
        await connection.close()
    }

    private var isOver: Bool { Task.isCancelled || Task.isShuttingDownGracefully }

    private func rest(_ pause: Duration) async {
        try? await cancelWhenGracefulShutdown { try await Task.sleep(for: pause) }
    }
}
