import ServiceLifecycle
package import TelemetryStore

/// Runs the writers of all lanes until nobody hands them batches any more.
package struct StoreService: Service {
    private let writers: [BatchWriter]

    package init(writers: [BatchWriter]) { self.writers = writers }

    package func run() async throws {
        await withGracefulShutdownHandler {
            await withDiscardingTaskGroup { group in
                for writer in writers { group.addTask { await writer.run() } }
            }
        } onGracefulShutdown: {
            for writer in writers { writer.stop() }
        }
    }
}
