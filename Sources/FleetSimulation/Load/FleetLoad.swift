import NIOCore
import NIOPosix

/// Puts a gateway under the load of a simulated fleet.
package enum FleetLoad {
    /// Runs until every report is acknowledged, or the time for that is over.
    /// - Parameter progress: called once a second, on the fleet's event loop.
    /// - Throws: ``FleetError``.
    package static func run(
        _ configuration: LoadConfiguration, progress: (@Sendable (LoadProgress) -> Void)? = nil
    ) async throws -> LoadSummary {
        let identities = try VehicleIdentity.fleet(
            of: configuration.vehicles, firstNumber: configuration.firstNumber, edition: configuration.edition)
        return try await FleetThread.run { loop in
            let log = try configuration.acknowledgedLog.map { path throws(FleetError) in try AcknowledgedLog(path: path)
            }
            return LoadLoop(configuration, identities: identities, log: log, loop: loop, progress: progress).run()
        }
    }
}
