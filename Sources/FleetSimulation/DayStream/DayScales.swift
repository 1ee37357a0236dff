import NIOCore
import NIOPosix
package import Operations

/// Shows the weighings of a day to a scale listener: for every station and plant a DTU that says its registration packet and
/// passes on what the indicator sends, ten frames a second.
package enum DayScales {
    /// Attempts to connect again, a second apart, before a scale is given up.
    static let attempts = 30

    /// Runs until all weighings were shown, or given up.
    /// - Parameter speed: weighings come not before their time; with `max` one right after the other.
    /// - Parameter frameMilliseconds: from one frame of an indicator to the next.
    /// - Returns: how many were shown, and of how many.
    /// - Throws: ``FleetError/unreachable(_:reason:)``.
    package static func run(
        _ day: DayPlan, to target: ListenAddress, speed: DayConfiguration.Speed, frameMilliseconds: Int64 = 100
    ) async throws -> (done: Int, of: Int) {
        let done = try await FleetThread.run { loop in
            let links = day.sites.indices.map { site in
                ScaleLink(
                    ScaleShow(day, site: site), registration: day.sites[site].registrationPacket, target: target,
                    clock: DayClock(day, speed: speed), frames: .milliseconds(frameMilliseconds), loop: loop)
            }
            return EventLoopFuture.whenAllSucceed(links.map { $0.run() }, on: loop).map { $0.reduce(0, +) }
        }
        return (done, day.weighings.reduce(0) { $0 + $1.count })
    }
}
