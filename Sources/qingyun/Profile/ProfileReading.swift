import DeviceProfile
import JTT808
import NIOCore
import Telemetry

/// What a profile finds in one position or one 0x0900.
struct ProfileReading {
    /// The body that offsets count in: of the position, or of the 0x0900.
    let body: [UInt8]
    let columns: FixColumns
    let findings: [DeviceProfile.Finding]
    /// Vendor items that are not what the profile says.
    let misreadings: Int

    /// A receive time after every other: what is in the future then is not told here.
    private static let receivedAt = Instant(microseconds: .max / 2)

    /// - Returns: one for each position of a report or batch, or for a 0x0900, nil where a position is too short for one;
    ///   nothing for a message in which no profile finds anything.
    static func all(of frame: Frame, with profile: DeviceProfile) -> [ProfileReading?] {
        guard frame.header.package == nil, frame.header.encryption == 0 else { return [] }
        let body = frame.body.readableBytesSpan
        switch frame.header.messageID {
        case .locationReport: return [ProfileReading(locationBody: body, profile)]
        case .locationBatch where body.byteCount >= LocationBatch.headLength:
            var readings: [ProfileReading?] = []
            _ = LocationBatch.walk(body) { offset, length in
                readings.append(ProfileReading(locationBody: body.extracting(offset..<offset + length), profile))
            }
            return readings
        case .passthroughUp: return [ProfileReading(passthrough: body, profile)]
        default: return []
        }
    }

    private init?(locationBody body: RawSpan, _ profile: DeviceProfile) {
        var misreadings = 0
        var findings: [DeviceProfile.Finding] = []
        columns = profile.columns(of: body, unreadable: &misreadings)
        guard let fix = try? Fix(locationBody: body, receivedAt: Self.receivedAt, columns: columns) else { return nil }
        profile.forEachRecord(of: fix, in: body, receivedAt: Self.receivedAt, unreadable: &misreadings) {
            findings.append($0)
        }
        self.body = body.copiedBytes
        self.findings = findings
        self.misreadings = misreadings
    }

    private init(passthrough body: RawSpan, _ profile: DeviceProfile) {
        var misreadings = 0
        var findings: [DeviceProfile.Finding] = []
        profile.forEachRecord(ofPassthrough: body, receivedAt: Self.receivedAt, unreadable: &misreadings) {
            findings.append($0)
        }
        columns = FixColumns()
        self.body = body.copiedBytes
        self.findings = findings
        self.misreadings = misreadings
    }
}
