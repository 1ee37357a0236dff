import NIOCore
import NIOPosix

/// Drives a simulated fleet against a gateway.
package enum FleetDrive {
    /// Runs until every report is answered, or the gateway fell silent.
    /// - Parameter progress: called once a second, on the fleet's event loop.
    /// - Throws: ``FleetError``.
    package static func run(
        _ configuration: DriveConfiguration, progress: (@Sendable (DriveProgress) -> Void)? = nil
    ) async throws -> DriveSummary {
        let identities = try VehicleIdentity.fleet(
            of: configuration.vehicles, firstNumber: configuration.firstNumber, edition: configuration.edition)
        return try await FleetThread.run { loop in
            FleetLoop(configuration, identities: identities, loop: loop, progress: progress).run()
        }
    }
}
