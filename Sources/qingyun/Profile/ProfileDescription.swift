import DeviceProfile
import FieldReport
import JTT808
import NIOCore
import Telemetry

/// What a profile finds in a frame, for people.
enum ProfileDescription {
    /// - Returns: nil for a message in which no profile finds anything.
    static func describe(_ frame: Frame, with profile: DeviceProfile) -> JSONValue? {
        let readings = ProfileReading.all(of: frame, with: profile)
        if frame.header.messageID == .locationBatch {
            return readings.isEmpty ? nil : .array(readings.map { $0.map { facts($0, profile) } ?? .null })
        }
        return readings.first.flatMap { $0 }.map { facts($0, profile) }
    }

    private static func facts(_ reading: ProfileReading, _ profile: DeviceProfile) -> JSONValue {
        var facts: [String: JSONValue] = ["profile": .string(profile.name)]
        if !reading.findings.isEmpty { facts["records"] = .array(reading.findings.map(describe)) }
        if reading.misreadings > 0 { facts["misreadings"] = JSONValue(reading.misreadings) }
        if let odometer = reading.columns.odometerHm { facts["odometer_km"] = .number(Double(odometer) / 10) }
        if let fuel = reading.columns.fuelDl { facts["fuel_l"] = .number(Double(fuel) / 10) }
        return .object(facts)
    }

    private static func describe(_ finding: DeviceProfile.Finding) -> JSONValue {
        var facts = FrameDescription.describe(finding.event.record)
        facts["boot_no"] = JSONValue(finding.event.bootNumber)
        facts["offset"] = JSONValue(finding.bytes.lowerBound)
        facts["length"] = JSONValue(finding.bytes.count)
        return .object(facts)
    }

    // MARK: Beside the fields of a frame

    /// The frames of a stretch, in their order, with what the profile finds in each.
    static func json(of stretch: [UInt8], with profile: DeviceProfile) -> JSONValue {
        .array(frames(of: stretch).map { describe($0, with: profile) ?? .null })
    }

    /// The same as tables; offsets count in the body of the position or 0x0900.
    static func text(of stretch: [UInt8], with profile: DeviceProfile) -> String {
        var text = ""
        for (number, frame) in frames(of: stretch).enumerated() {
            let readings = ProfileReading.all(of: frame, with: profile)
            for (place, reading) in readings.enumerated() {
                let position = readings.count > 1 ? ", position \(place + 1)" : ""
                text +=
                    "\nprofile \(profile.name) in the body of frame \(number + 1)\(position), \(frame.header.messageID):\n"
                text += reading.map(table) ?? "too short for a position\n"
            }
        }
        return text
    }

    private static func table(_ reading: ProfileReading) -> String {
        var text = ""
        if !reading.findings.isEmpty {
            text += FieldTable.rendered(
                Explanation(bytes: reading.body, fields: reading.findings.map(field)))
        }
        if let odometer = reading.columns.odometerHm { text += "odometer_km \(tenths(odometer))\n" }
        if let fuel = reading.columns.fuelDl { text += "fuel_l \(tenths(fuel))\n" }
        if text.isEmpty && reading.misreadings == 0 { text = "nothing that it explains\n" }
        if reading.misreadings > 0 {
            text += "!! \(reading.misreadings) vendor items are not what the profile says: they stay raw\n"
        }
        return text
    }

    /// The bytes that a record was made of, and what it says: as in the JSON, without what is the position's.
    private static func field(_ finding: DeviceProfile.Finding) -> ExplainedField {
        let facts = FrameDescription.describe(finding.event.record)
        let parts = facts.keys.filter { !ofPosition.contains($0) }.sorted().map { "\($0) \(words(facts[$0] ?? .null))" }
        return ExplainedField(
            range: finding.bytes, name: words(facts["kind"] ?? "record"), meaning: parts.joined(separator: ", "))
    }

    private static let ofPosition: Set<String> = ["kind", "lat", "lon", "fix_age_ds", "boot_no", "seq", "milliseconds"]

    private static func words(_ value: JSONValue) -> String {
        switch value {
        case .null: "none"
        case .bool(let value): String(value)
        case .integer(let value): String(value)
        case .number(let value): String(value)
        case .string(let value): value
        case .array(let values): values.map(words).joined(separator: " ")
        case .object(let members): members.keys.sorted().map { words(members[$0] ?? .null) }.joined(separator: " ")
        }
    }

    private static func tenths(_ value: some BinaryInteger) -> String { "\(value / 10).\(value % 10)" }

    private static func frames(of stretch: [UInt8]) -> [Frame] {
        var parser = FrameParser(maximumLength: max(FrameParser.defaultMaximumLength, stretch.count))
        var buffer = ByteBuffer(bytes: stretch)
        var frames: [Frame] = []
        while true {
            switch parser.next(in: &buffer) {
            case .frame(let frame): frames.append(frame)
            case .malformed, .junk: continue
            case .needMoreData: return frames
            }
        }
    }
}
