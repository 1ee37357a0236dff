import JTT808

/// Makes the reports of one vehicle under load: no two have the same body.
///
/// The vehicle moves once a second of device time. Reports within one second differ in the odometer alone, which is 32 bits:
/// a CRC-32 tells any two values of such a field apart, so that nothing but a retransmission has the hash of another report.
package struct LoadReports: Sendable {
    private var vehicle: SimulatedVehicle
    private var reading: VehicleReading?
    private var second: Int64 = 0

    package init(seed: UInt64, index: Int) { vehicle = SimulatedVehicle(seed: seed, index: index) }

    /// The next report, made at `unixSeconds`; a time before the last one's counts as that.
    @inline(__always)
    package mutating func next(at unixSeconds: Int64) -> VehicleReading {
        guard var next = reading, unixSeconds <= second else { return move(to: unixSeconds) }
        next.odometerHm &+= 1
        reading = next
        return next
    }

    private mutating func move(to unixSeconds: Int64) -> VehicleReading {
        // After an hour without a report it is where it is, not where it would have gone.
        vehicle.advance(by: reading == nil ? 1 : Double(min(unixSeconds - second, 60)))
        second = unixSeconds
        let next = vehicle.reading(at: .reported(at: unixSeconds))
        reading = next
        return next
    }
}
