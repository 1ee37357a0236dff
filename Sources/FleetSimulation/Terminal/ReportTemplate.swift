package import JTT808
package import NIOCore

/// A terminal's frame, written once and patched for each report: serial, content, check code. Nothing is allocated for a report, so
/// that the load generator is not what is measured.
package struct ReportTemplate: Sendable {
    /// What a report is.
    package enum Kind: Sendable {
        /// A 0x0200 with the items of ``VehicleReading/report``.
        case position
        /// A 0x0900 with one lift: ``VehicleReading/lift``.
        case lift
    }

    /// Offsets of the fields in the body: the 28 bytes of the position, then the items of ``VehicleReading/report``.
    private enum Offset {
        /// In a lift's body: type, version, count and length, then the kind of the record.
        static let head = 5 + 1
        static let gross = head + 24 + 3
        static let tag = gross + 12 + 4
        static let liftEnd = tag + 8

        static let odometer = 28 + 2
        static let fuel = odometer + 4 + 2
        static let recorderSpeed = fuel + 2 + 2
        static let vehicleSignals = recorderSpeed + 2 + 2
        static let signalStrength = vehicleSignals + 4 + 2
        static let satellites = signalStrength + 1 + 2
        static let end = satellites + 1
    }

    /// Header, body and check code, unescaped.
    private var content: [UInt8]
    private let body: Int
    package let kind: Kind

    package init(address: TerminalAddress, kind: Kind = .position) {
        self.kind = kind
        let blank = VehicleReading(
            position: Position(
                statusBits: 0, latitudeE6: 0, longitudeE6: 0, altitudeM: 0, speedDkmh: 0, courseDeg: 0,
                time: .reported(at: 0)),
            odometerHm: 0, fuelDl: 0, recorderSpeedDkmh: 0, vehicleSignalBits: 0, signalStrength: 0, satellites: 0)
        var frame = ByteBuffer()
        switch kind {
        case .position:
            frame.writeFrame(.locationReport, from: address, serial: 0) { blank.report.encode(into: &$0) }
        case .lift: frame.writeFrame(.passthroughUp, from: address, serial: 0) { blank.encodeLift(into: &$0) }
        }
        var content: [UInt8] = []
        var isEscaped = false
        for byte in frame.readableBytesView.dropFirst().dropLast() {
            if isEscaped {
                content.append(byte == 0x01 ? 0x7D : 0x7E)
                isEscaped = false
            } else if byte == 0x7D {
                isEscaped = true
            } else {
                content.append(byte)
            }
        }
        self.content = content
        body = content.count - 1 - (kind == .position ? Offset.end : Offset.liftEnd)
    }

    /// The id of the frames.
    package var messageID: MessageID { kind == .position ? .locationReport : .passthroughUp }

    /// Appends the frame of one report, escaped, to `out`.
    package mutating func write(_ reading: VehicleReading, serial: UInt16, into out: inout ByteBuffer) {
        patch(reading, serial: serial)
        content.withUnsafeBytes { source in
            _ = out.writeWithUnsafeMutableBytes(minimumWritableBytes: 2 + 2 * source.count) { target in
                Self.frame(source, into: target)
            }
        }
    }

    /// CRC-32 of the body of one report, by which the platform tells a retransmission from another report.
    package mutating func bodyChecksum(_ reading: VehicleReading) -> UInt32 {
        patch(reading, serial: 0)
        return content.withUnsafeBytes {
            BodyChecksum.crc32(of: UnsafeRawBufferPointer(rebasing: $0[body..<$0.count - 1]))
        }
    }

    @inline(__always)
    private mutating func patch(_ reading: VehicleReading, serial: UInt16) {
        let (body, kind) = (body, kind)
        content.withUnsafeMutableBytes { bytes in
            func patch(_ value: some FixedWidthInteger & BitwiseCopyable, at offset: Int) {
                bytes.storeBytes(of: value.bigEndian, toByteOffset: body + offset, as: type(of: value))
            }
            // The header ends with the serial: no simulated report is sub-packaged.
            patch(serial, at: -2)
            let position = reading.position
            if kind == .lift {
                patch(UInt16(truncatingIfNeeded: position.time.bcd >> 32), at: Offset.head)
                patch(UInt32(truncatingIfNeeded: position.time.bcd), at: Offset.head + 2)
                patch(reading.odometerHm, at: Offset.head + 10)
                patch(position.latitudeE6, at: Offset.head + 14)
                patch(position.longitudeE6, at: Offset.head + 18)
                patch(reading.liftGrossG, at: Offset.gross)
                patch(VehicleReading.liftTareG, at: Offset.gross + 4)
                patch(reading.liftGrossG - VehicleReading.liftTareG, at: Offset.gross + 8)
                patch(UInt64(reading.odometerHm), at: Offset.tag)
                checkContent(bytes)
                return
            }
            patch(position.alarmBits, at: 0)
            patch(position.statusBits, at: 4)
            patch(position.latitudeE6, at: 8)
            patch(position.longitudeE6, at: 12)
            patch(position.altitudeM, at: 16)
            patch(position.speedDkmh, at: 18)
            patch(position.courseDeg, at: 20)
            patch(UInt16(truncatingIfNeeded: position.time.bcd >> 32), at: 22)
            patch(UInt32(truncatingIfNeeded: position.time.bcd), at: 24)
            patch(reading.odometerHm, at: Offset.odometer)
            patch(reading.fuelDl, at: Offset.fuel)
            patch(reading.recorderSpeedDkmh, at: Offset.recorderSpeed)
            patch(reading.vehicleSignalBits, at: Offset.vehicleSignals)
            patch(reading.signalStrength, at: Offset.signalStrength)
            patch(reading.satellites, at: Offset.satellites)
            checkContent(bytes)
        }

        @inline(__always)
        func checkContent(_ bytes: UnsafeMutableRawBufferPointer) {
            var checkCode: UInt8 = 0
            for index in 0..<bytes.count - 1 { checkCode ^= bytes[index] }
            bytes[bytes.count - 1] = checkCode
        }
    }

    /// Writes `source` escaped between two flags; the target holds twice as many bytes and two.
    /// - Returns: the bytes written.
    @inline(__always)
    private static func frame(_ source: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer) -> Int {
        target[0] = 0x7E
        var count = 1
        for byte in source {
            if byte == 0x7E || byte == 0x7D {
                target[count] = 0x7D
                target[count + 1] = byte == 0x7E ? 0x02 : 0x01
                count += 2
            } else {
                target[count] = byte
                count += 1
            }
        }
        target[count] = 0x7E
        return count + 1
    }
}
