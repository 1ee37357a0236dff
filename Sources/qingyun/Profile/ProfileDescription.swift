import DeviceProfile
import JTT808
import NIOCore
import Telemetry

/// What a profile finds in a frame, for people.
enum ProfileDescription {
    /// - Returns: nil for a message in which no profile finds anything.
    static func describe(_ frame: Frame, with profile: DeviceProfile) -> JSONValue? {
        guard frame.header.package == nil, frame.header.encryption == 0 else { return nil }
        let body = frame.body.readableBytesSpan
        switch frame.header.messageID {
        case .locationReport: return describe(locationBody: body, profile)
        case .locationBatch where body.byteCount >= LocationBatch.headLength:
            var positions: [JSONValue] = []
            _ = LocationBatch.walk(body) { offset, length in
                positions.append(describe(locationBody: body.extracting(offset..<offset + length), profile) ?? .null)
            }
            return .array(positions)
        case .passthroughUp:
            var misreadings = 0
            var records: [JSONValue] = []
            profile.forEachRecord(
                ofPassthrough: body, receivedAt: Instant(microseconds: .max / 2), unreadable: &misreadings
            ) { records.append(describe($0)) }
            return .object(facts(profile, records, misreadings))
        default: return nil
        }
    }

    private static func describe(locationBody body: RawSpan, _ profile: DeviceProfile) -> JSONValue? {
        var misreadings = 0
        let columns = profile.columns(of: body, unreadable: &misreadings)
        // A receive time after every other: what is in the future then is not told here.
        let receivedAt = Instant(microseconds: .max / 2)
        guard let fix = try? Fix(locationBody: body, receivedAt: receivedAt, columns: columns) else { return nil }
        var records: [JSONValue] = []
        profile.forEachRecord(of: fix, in: body, receivedAt: receivedAt, unreadable: &misreadings) {
            records.append(describe($0))
        }
        var facts = facts(profile, records, misreadings)
        if let odometer = columns.odometerHm { facts["odometer_km"] = .number(Double(odometer) / 10) }
        if let fuel = columns.fuelDl { facts["fuel_l"] = .number(Double(fuel) / 10) }
        return .object(facts)
    }

    private static func facts(
        _ profile: DeviceProfile, _ records: [JSONValue], _ misreadings: Int
    ) -> [String: JSONValue] {
        var facts: [String: JSONValue] = ["profile": .string(profile.name)]
        if !records.isEmpty { facts["records"] = .array(records) }
        if misreadings > 0 { facts["misreadings"] = JSONValue(misreadings) }
        return facts
    }

    private static func describe(_ finding: DeviceProfile.Finding) -> JSONValue {
        var facts = FrameDescription.describe(finding.event.record)
        facts["boot_no"] = JSONValue(finding.event.bootNumber)
        facts["offset"] = JSONValue(finding.bytes.lowerBound)
        facts["length"] = JSONValue(finding.bytes.count)
        return .object(facts)
    }
}
