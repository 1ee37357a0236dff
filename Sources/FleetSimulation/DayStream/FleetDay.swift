import NIOCore
import NIOPosix

/// Streams a simulated day to a gateway.
package enum FleetDay {
    /// Runs until every message is acknowledged and every weighing was shown, or nothing has moved for the time that is allowed.
    /// - Parameter progress: called once a second, on the fleet's event loop.
    /// - Throws: ``FleetError``.
    package static func run(
        _ configuration: DayConfiguration, progress: (@Sendable (DayProgress) -> Void)? = nil
    ) async throws -> DaySummary {
        guard let scales = configuration.scales else {
            return try await FleetThread.run { loop in DayLoop(configuration, loop: loop, progress: progress).run() }
        }
        async let shown = DayScales.run(configuration.day, to: scales, speed: configuration.speed)
        var summary = try await FleetThread.run { loop in
            DayLoop(configuration, loop: loop, progress: progress).run()
        }
        summary.shown = try await shown
        return summary
    }
}
