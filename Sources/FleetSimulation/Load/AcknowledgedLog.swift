import Foundation

/// A line for each acknowledged report, `number,serial,recorded_at,body_hash`: the terminal's digits, the serial of the header,
/// the device time in milliseconds of Unix time, and the CRC-32 of the body as the signed integer of
/// `telemetry.fix.body_hash`. `COPY ... (FORMAT csv)` takes it as it is.
///
/// Lines are written once a second, or when 64 KiB wait: what a killed generator did not write was acknowledged nevertheless.
final class AcknowledgedLog {
    private static let capacity = 64 * 1024
    /// 20 digits, 5, 20, 11, commas and line feed.
    private static let longestLine = 64

    private let file: FileHandle
    private let path: String
    private var bytes: [UInt8] = []

    /// - Throws: ``FleetError/log(path:reason:)``.
    init(path: String) throws(FleetError) {
        self.path = path
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .log(path: path, reason: String(cString: strerror(errno))) }
        file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        bytes.reserveCapacity(Self.capacity)
    }

    func append(number: [UInt8], serial: UInt16, unixSeconds: Int64, bodyHash: UInt32) throws(FleetError) {
        bytes.append(contentsOf: number)
        bytes.append(UInt8(ascii: ","))
        append(Int64(serial))
        bytes.append(UInt8(ascii: ","))
        append(unixSeconds * 1000)
        bytes.append(UInt8(ascii: ","))
        append(Int64(Int32(bitPattern: bodyHash)))
        bytes.append(UInt8(ascii: "\n"))
        if bytes.count > Self.capacity - Self.longestLine { try flush() }
    }

    func flush() throws(FleetError) {
        guard !bytes.isEmpty else { return }
        do {
            try file.write(contentsOf: Data(bytes))
        } catch {
            throw .log(path: path, reason: error.localizedDescription)
        }
        bytes.removeAll(keepingCapacity: true)
    }

    private func append(_ value: Int64) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        let start = bytes.count
        var rest = value.magnitude
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }
}
