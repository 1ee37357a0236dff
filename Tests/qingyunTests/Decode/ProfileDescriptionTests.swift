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

    @Test("a 0x0900 is interpreted too")
    func passthrough() throws {
        let record = try #require((try interpreted("gtsl-01", "gtsl")["records"] as? [[String: Any]])?.first)
        #expect(record["kind"] as? String == "tag_read")
        #expect((record["tag"] as? [String: Any])?["bytes"] as? String == "30303132333435363738")
    }
}
