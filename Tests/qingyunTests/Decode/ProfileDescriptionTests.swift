import CommandSupport
import DeviceProfile
import Foundation
import TestSupport
import Testing

@testable import qingyun

@Suite("ProfileDescription")
struct ProfileDescriptionTests {
    private func interpreted(_ vectorID: String, _ profile: String) throws -> [String: Any] {
        let vector = try #require(VectorFile.profiles.first { $0.id == vectorID })
        let profile = try #require(ProfileCatalog.standard[profile])
        let data = try JSONEncoder().encode(LineDecoder.decode(vector.hex, profile: profile))
        let facts = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        return try #require(facts["interpreted"] as? [String: Any])
    }

    @Test("what a profile finds stands beside the facts of the frame, with where it was found")
    func group() throws {
        let found = try interpreted("sensor-group-02", "sensor-group")
        #expect(found["profile"] as? String == "sensor-group")
        // 123456 times 0.1 km, 1041 times 0.1 l, 12345 times 0.1 kg.
        #expect(found["odometer_km"] as? Double == 12_345.6)
        #expect(found["fuel_l"] as? Double == 104.1)
        let record = try #require((found["records"] as? [[String: Any]])?.first)
        #expect(record["kind"] as? String == "load_sample")
        #expect(record["weight_g"] as? Int == 1_234_500)
        // Base 28, item head 2, count 1, record head 2.
        #expect(record["offset"] as? Int == 33)
        #expect(record["length"] as? Int == 24)
        #expect(record["time"] as? String == "2025-09-12T08:15:30+08:00")
    }

    @Test("another maker's profile finds nothing in the same frame")
    func other() throws {
        let found = try interpreted("sensor-group-02", "card-e1")
        #expect(found["records"] == nil)
        #expect(found["fuel_l"] == nil)
    }

    @Test("a reading that does not fit is counted")
    func misreading() throws {
        #expect(try interpreted("lock-60-03", "lock-60")["misreadings"] as? Int == 1)
    }

    @Test("beside --explain it stands with its bytes in the body, frame by frame")
    func explained() throws {
        let profile = try #require(ProfileCatalog.standard["sensor-group"])
        let vector = try #require(VectorFile.profiles.first { $0.id == "sensor-group-02" })
        let bytes = try #require(Hex.bytes(vector.hex))
        let heartbeat = try #require(Hex.bytes("7e000200000123456789 00000a817e"))
        let text = ProfileDescription.text(of: heartbeat + bytes, with: profile)
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines.first == "profile sensor-group in the body of frame 2, 0x0200:")
        // Base 28, item head 2, count 1, record head 2.
        #expect(lines.contains { $0.hasPrefix("    33  ") && $0.contains("load_sample") }, "\(text)")
        #expect(lines.contains { $0.hasSuffix(" 1234500") })
        #expect(lines.contains("odometer_km 12345.6") && lines.contains("fuel_l 104.1"), "\(text)")
        #expect(lines.allSatisfy { TextTable.width(of: $0) <= FieldTable.width })

        guard case .array(let frames) = ProfileDescription.json(of: heartbeat + bytes, with: profile) else {
            Issue.record("no array")
            return
        }
        #expect(frames.count == 2 && frames[0] == .null && frames[1] != .null)
    }

    @Test("of vendor items that are none of the profile's, and of those that do not fit, that is said")
    func explainedMisreading() throws {
        let text = { (id: String, name: String) in
            let vector = try #require(VectorFile.profiles.first { $0.id == id })
            let profile = try #require(ProfileCatalog.standard[name])
            return ProfileDescription.text(of: try #require(Hex.bytes(vector.hex)), with: profile)
        }
        #expect(try text("sensor-group-02", "card-e1").hasSuffix(":\nnothing that it explains\n"))
        #expect(try text("lock-60-03", "lock-60").contains("!! 1 vendor items are not what the profile says"))
    }

    @Test("a 0x0900 is interpreted too")
    func passthrough() throws {
        let record = try #require((try interpreted("gtsl-01", "gtsl")["records"] as? [[String: Any]])?.first)
        #expect(record["kind"] as? String == "tag_read")
        #expect((record["tag"] as? [String: Any])?["bytes"] as? String == "30303132333435363738")
    }
}
