package import JTT808

/// What a vehicle's terminal knows at one moment, in the units of the wire: the content of one position report.
package struct VehicleReading: Equatable, Sendable {
    package var position: Position
    /// Item 0x01, 0.1 km.
    package var odometerHm: UInt32
    /// Item 0x02, 0.1 l.
    package var fuelDl: UInt16
    /// Item 0x03, 0.1 km/h.
    package var recorderSpeedDkmh: UInt16
    /// Item 0x25: bit 4 brake, bit 7 position lamps.
    package var vehicleSignalBits: UInt32
    /// Item 0x30, 0 to 31.
    package var signalStrength: UInt8
    /// Item 0x31.
    package var satellites: UInt8

    /// The same as the codec's report, items in ascending order.
    package var report: LocationReport {
        LocationReport(
            position: position,
            items: [
                AdditionalItem(id: 0x01, value: Self.bytes(odometerHm)),
                AdditionalItem(id: 0x02, value: Self.bytes(fuelDl)),
                AdditionalItem(id: 0x03, value: Self.bytes(recorderSpeedDkmh)),
                AdditionalItem(id: 0x25, value: Self.bytes(vehicleSignalBits)),
                AdditionalItem(id: 0x30, value: [signalStrength]),
                AdditionalItem(id: 0x31, value: [satellites]),
            ])
    }

    private static func bytes(_ value: some FixedWidthInteger) -> [UInt8] {
        stride(from: value.bitWidth - 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: value >> $0) }
    }
}
