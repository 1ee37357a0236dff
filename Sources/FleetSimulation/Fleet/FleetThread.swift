import NIOCore
import NIOPosix

/// The one event loop that a simulated fleet lives on, for as long as it runs.
enum FleetThread {
    /// - Parameter body: starts the fleet, on that loop.
    static func run<Summary: Sendable>(
        _ body: @escaping @Sendable (any EventLoop) throws -> EventLoopFuture<Summary>
    ) async throws -> Summary {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let loop = group.next()
        let result: Result<Summary, any Error>
        do {
            result = .success(try await loop.submit { try body(loop) }.flatMap { $0 }.get())
        } catch {
            result = .failure(error)
        }
        try await group.shutdownGracefully()
        return try result.get()
    }
}
