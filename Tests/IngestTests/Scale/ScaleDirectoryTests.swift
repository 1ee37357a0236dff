import NIOCore
import Registry
import Testing
import WeighScale

@testable import Ingest

@Suite("ScaleDirectory")
struct ScaleDirectoryTests {
    private static func scale(_ id: Int64, _ registration: String?, dialect: String = "toledo") -> Scale {
        var scale = Scale(
            terminalID: id, code: "S\(id)", kind: dialect == "tag-reader" ? "reader" : "platform", dialect: dialect)
        scale.registration = registration
        return scale
    }

    private static func problem(_ change: (inout Scale) -> Void) -> String {
        var scale = scale(1, "LOGIN:1001")
        change(&scale)
        return ScaleDirectory([scale]).problems.first ?? ""
    }

    @Test("a packet that the dialect itself may send is refused with one line, and the other scales are not")
    func mayBeSent() throws {
        let directory = ScaleDirectory([Self.scale(1, "00"), Self.scale(2, "LOGIN:1002")])
        #expect(directory.problems.count == 1)
        #expect(
            directory.problems.first?.hasPrefix(
                "scale S1: registration: \"00\" may be a part of what toledo itself sends; accepted: ") == true)
        #expect(directory.scale(of: 1) == nil)
        #expect(directory.scale(of: 2)?.code == "S2")
        #expect(Self.problem { $0.heartbeat = "hex:20" }.contains("heartbeat"))
        let reader = ScaleDirectory([Self.scale(1, "hex:bb01", dialect: "tag-reader")])
        #expect(reader.problems.first?.contains("bb") == true)
    }

    @Test("what cannot be worked with is said by its column")
    func problems() {
        #expect(Self.problem { $0.dialect = "morse" }.contains("dialect: morse is none; accepted: toledo, "))
        #expect(Self.problem { $0.registration = "hex:1" }.contains("registration: "))
        #expect(Self.problem { $0.minimumG = 100 }.contains("empty band is 2000"))
        #expect(Self.problem { $0.sourceNetwork = "here" }.contains("source_network: here"))
        #expect(Self.problem { $0.link = "four-faith" }.contains("16 bytes"))
        #expect(
            Self.problem {
                $0.dialect = "yaohua-poll"
                $0.pollAddress = 27
            }.contains("1 to 26"))
        #expect(Self.problem { _ in } == "")
    }

    @Test("the same packet written in two ways names one scale only")
    func sameBytes() {
        let directory = ScaleDirectory([Self.scale(1, "SCALE1"), Self.scale(2, "hex:5343414c4531")])
        #expect(directory.problems == ["scale S2: registration: S1 has the same"])
    }

    @Test("one that was taken out of service leaves its packet and its network to its successor")
    func successor() throws {
        var retired = Self.scale(1, "SCALE1")
        retired.isActive = false
        let byPacket = ScaleDirectory([retired, Self.scale(2, "hex:5343414c4531")])
        #expect(byPacket.problems == [])
        let found = byPacket.find(in: ByteBuffer(string: "SCALE1"))
        guard case .scale(let profile, _) = found else {
            Issue.record("\(found)")
            return
        }
        #expect(profile.code == "S2")

        retired.registration = nil
        retired.sourceNetwork = "10.1.2.3/32"
        var next = Self.scale(2, nil)
        next.sourceNetwork = "10.1.2.0/24"
        let address = try #require(IPAddress("10.1.2.3"))
        #expect(ScaleDirectory([retired, next]).scale(from: address, dialect: nil)?.code == "S2")
    }

    @Test("settings come from the kind unless the scale has its own; poll commands from the dialect")
    func settings() throws {
        var scale = Self.scale(1, "SCALE1", dialect: "yaohua-poll")
        scale.kind = "weighbridge"
        scale.toleranceG = 20_000
        scale.settlingTimeoutMs = 90_000
        scale.pollAddress = 1
        let profile = try ScaleProfile(scale)
        #expect(profile.cycle.minimumGrams == 500_000)
        #expect(profile.cycle.toleranceGrams == 20_000)
        #expect(profile.cycle.settlingTimeout == .seconds(90))
        #expect(profile.weighMode == 5)
        // docs/protocol/scales.md: gross at address 1.
        #expect(profile.poll?.command == ByteBuffer(bytes: [0x02, 0x41, 0x42, 0x30, 0x33, 0x03]))
        #expect(profile.poll?.intervalMs == 500)
        #expect(try ScaleProfile(Self.scale(2, "SCALE2")).poll == nil)
    }

    @Test(
        "networks and addresses",
        arguments: [
            ("10.1.2.0/24", "10.1.2.255", true), ("10.1.2.0/24", "10.1.3.0", false), ("0.0.0.0/0", "1.2.3.4", true),
            ("10.1.2.3/32", "10.1.2.3", true), ("10.1.2.3", "10.1.2.3", true), ("10.1.2.3", "10.1.2.4", false),
            ("2001:db8::/32", "2001:db8:ffff::1", true), ("2001:db8::/32", "2001:db9::1", false),
            // An IPv4 client of an IPv6 socket.
            ("10.0.0.0/8", "::ffff:10.1.2.3", true), ("0.0.0.0/0", "2001:db8::1", false), ("::/0", "10.1.2.3", false),
        ])
    func networks(network: String, address: String, isInside: Bool) throws {
        let network = try #require(SourceNetwork(network))
        #expect(network.contains(try #require(IPAddress(address))) == isInside)
    }

    @Test(
        "what is no network", arguments: ["", "x", "10.1.2.0/33", "10.1.2.0/-1", "10.1.2.0/8/8", "::/129", "10.1.2.0/"])
    func noNetwork(text: String) { #expect(SourceNetwork(text) == nil) }
}
