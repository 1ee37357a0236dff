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
        let identities = try (0..<configuration.vehicles).map { index in
            guard
                let identity = VehicleIdentity(
                    index: index, firstNumber: configuration.firstNumber, edition: configuration.edition)
            else { throw FleetError.noNumber(index: index) }
            return identity
        }
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let loop = group.next()
        let result: Result<DriveSummary, any Error>
        do {
            result = .success(
                try await loop.flatSubmit {
                    FleetLoop(configuration, identities: identities, loop: loop, progress: progress).run()
                }.get())
        } catch {
            result = .failure(error)
        }
        try await group.shutdownGracefully()
        return try result.get()
    }
}
