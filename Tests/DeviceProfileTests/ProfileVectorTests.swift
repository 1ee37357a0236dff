import JTT808
import NIOCore
import Telemetry
import TestSupport
import Testing

@testable import DeviceProfile

@Suite("Shipped profiles: vectors")
struct ProfileVectorTests {
    @Test("every shipped profile is sound and has a vector in which it finds something")
    func covered() {
        let found = Set(
            VectorFile.profiles.filter {
                ($0.expect["records"] as? [Any])?.isEmpty == false || $0.expect["fuel_dl"] != nil
            }
            .compactMap { $0.expect["profile"] as? String })
        #expect(found == Set(ProfileCatalog.standard.profiles.dropFirst().map(\.name)))
    }

    @Test("what a profile finds is what the vector says, no more and no less", arguments: VectorFile.profiles)
    func vector(_ vector: Vector) throws {
        let name = try #require(vector.expect["profile"] as? String)
        let profile = try #require(ProfileCatalog.standard[name])
        var parser = FrameParser()
        var buffer = ByteBuffer(bytes: vector.bytes)
        guard case .frame(let frame) = parser.next(in: &buffer) else {
            Issue.record("no frame")
            return
        }
        let body = frame.body.readableBytesSpan
        let receivedAt = Instant(unixSeconds: 1_800_000_000)
        var misreadings = 0
        var records: [DeviceProfile.Finding] = []
        if frame.header.messageID == .passthroughUp {
            profile.forEachRecord(ofPassthrough: body, receivedAt: receivedAt, unreadable: &misreadings) {
                records.append($0)
            }
        } else {
            let columns = profile.columns(of: body, unreadable: &misreadings)
            let fix = try Fix(locationBody: body, receivedAt: receivedAt, columns: columns)
            profile.forEachRecord(of: fix, in: body, receivedAt: receivedAt, unreadable: &misreadings) {
                records.append($0)
            }
            if let odometer = vector.expect["odometer_hm"] as? Int { #expect(fix.odometerHm.map(Int.init) == odometer) }
            if let fuel = vector.expect["fuel_dl"] as? Int {
                #expect(fix.fuelDl.map(Int.init) == fuel)
            } else {
                #expect(columns.fuelDl == nil)
            }
        }
        #expect(misreadings == vector.expect["misreadings"] as? Int ?? 0)
        let expected = try #require(vector.expect["records"] as? [[String: Any]])
        try #require(records.count == expected.count)
        for (found, facts) in zip(records, expected) {
            #expect(Int(found.event.bootNumber) == facts["boot_no"] as? Int)
            switch found.event.record.content {
            case .tagRead(let read):
                #expect(facts["kind"] as? String == "tag_read")
                #expect(Int(read.tag.technology) == facts["technology"] as? Int)
                let hex = read.tag.bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
                #expect(hex == facts["tag"] as? String)
            case .loadSample(let sample):
                #expect(facts["kind"] as? String == "load_sample")
                #expect(Int(sample.channel) == facts["channel"] as? Int)
                #expect(Int(sample.weightG) == facts["weight_g"] as? Int)
            default: Issue.record("an unexpected kind: \(found.event.record.content)")
            }
        }
    }
}
