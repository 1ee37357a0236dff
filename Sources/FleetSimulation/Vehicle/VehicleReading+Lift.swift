package import JTT808
package import NIOCore

/// A reading as one lift, for load: the odometer counts the reports of a second and numbers the lifts with it.
extension VehicleReading {
    static let liftTareG: Int32 = 14_200

    /// 20 to 85 kg.
    var liftGrossG: Int32 { 20_000 + Int32(odometerHm & 0xFFFF) }

    package var lift: Record {
        Record(
            head: RecordHead(
                time: position.time, milliseconds: 0, bootNumber: 1, sequence: odometerHm,
                latitudeE6: Int32(bitPattern: position.latitudeE6),
                longitudeE6: Int32(bitPattern: position.longitudeE6),
                fixAgeDs: 0),
            content: .lift(
                Lift(
                    mode: 1, flags: .stable, grossG: liftGrossG, tareG: Self.liftTareG,
                    netG: liftGrossG - Self.liftTareG, wasteType: 1, quality: 1,
                    tag: RFIDTag(technology: 3, bytes: withUnsafeBytes(of: UInt64(odometerHm).bigEndian) { Array($0) }))
            ))
    }

    /// The body of a 0x0900 with that lift.
    package func encodeLift(into body: inout ByteBuffer) {
        body.writeInteger(Passthrough.Kind.records.rawValue)
        RecordBatch([lift]).encode(into: &body)
    }
}
