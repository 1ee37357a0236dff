import NIOCore
import NIOPosix

/// Streams a simulated day to a gateway.
package enum FleetDay {
    /// Runs until every message is acknowledged, or nothing has moved for the time that is allowed.
    /// - Parameter progress: called once a second, on the fleet's event loop.
    /// - Throws: ``FleetError``.
    package static func run(
        _ configuration: DayConfiguration, progress: (@Sendable (DayProgress) -> Void)? = nil
    ) async throws -> DaySummary {
        try await FleetThread.run { loop in DayLoop(configuration, loop: loop, progress: progress).run() }
    }
}
