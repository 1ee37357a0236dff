import FleetSimulation
import JTT808
import NIOCore
import Testing

@Suite("VehicleIdentity")
struct VehicleIdentityTests {
    @Test("a 2019 terminal registers with a plate in GBK and the district's code")
    func registration() throws {
        let identity = try #require(VehicleIdentity(index: 1, firstNumber: 13_900_000_001, edition: .mixed))
        #expect(identity.address.phone == "00000000013900000002")
        var body = ByteBuffer()
        identity.registration.encode(into: &body)
        let read = try Registration(body: body.readableBytesSpan, form: .long)
        #expect(read == identity.registration)
        #expect(read.province == 11 && read.city == 114 && read.plateColor == 2)
        let plate = try #require(read.plate.string)
        #expect(plate.wholeMatch(of: /京[A-Z][0-9]{5}/) != nil)
        #expect(read.plate.bytes.prefix(2) == [0xBE, 0xA9], "京 in GBK")
        #expect(identity.device?.imei.bytes.count == 15)
    }

    @Test("before 2019 there is a short header and no IMEI")
    func edition2013() throws {
        let identity = try #require(VehicleIdentity(index: 0, firstNumber: 13_900_000_001, edition: .mixed))
        #expect(identity.address.phone == "013900000001")
        #expect(identity.device == nil)
        #expect(VehicleIdentity(index: 0, firstNumber: 1_234_567_890_123, edition: .edition2013) == nil)
    }

    @Test("no two vehicles share a number or a plate")
    func unique() {
        let fleet = (0..<5000).compactMap { VehicleIdentity(index: $0, firstNumber: 13_900_000_001, edition: .mixed) }
        #expect(fleet.count == 5000)
        #expect(Set(fleet.map(\.address.number)).count == 5000)
        #expect(Set(fleet.map { $0.registration.plate }).count == 5000)
    }
}
