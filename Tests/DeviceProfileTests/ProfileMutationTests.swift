import JTT808
import NIOCore
import Telemetry
import TestSupport
import Testing

@testable import DeviceProfile

/// Whatever a device sends: a crash of the process is a failure too.
@Suite("DeviceProfile: any bytes")
struct ProfileMutationTests {
    /// Every type, place and meaning of the format, on ids that the vectors use.
    private static let everything = """
        name: everything
        summary: All of the format at once.
        rules:
          - item: 0xf3
            group: 0x70
            each: {from: 0, bytes: 4}
            load:
              channel: {at: 3, type: u8, bits: 4..7}
              weight: {at: 0, type: m32, unit-at: {at: 0, type: u8, bits: 0..1, units: {0: g, 1: 999999999 t, 2: 0.00000001 g}}}
              flags: {stable: {at: 1, type: i16, order: little, is: [0, -5..7]}}
          - item: 0x01
            odometer: {at: 0, type: u32, order: little, unit: 999999999 km, add: -999999999 km}
          - {item: 0x02, fuel: {at: 0, type: i16, unit: 0.01 l}}
          - {item: 0xe1, load: {weight: {at: 0, type: bcd, bytes: 2, unit: jin}}}
          - {item: 0xe1, load: {weight: {at: 0, type: i24, unit: kg}}}
          - {item: 0xe1, tag: {antenna: {at: 0, type: u16}, id: {at: 0, bytes: prefixed, type: reversed}}}
          - {item: 0xbd, tag: {rssi: {at: 0, type: i8}, id: {at: 1, type: hex}}}
          - {item: 0xbd, load: {weight: {at: 0, type: decimal, unit: 0.001 kg}}}
          - item: 0x55
            time: {at: 0, type: unix, order: little}
            lift: {mode: platform, net: {at: 4, type: i32, unit: g}, tare: {at: 2, type: u64, unit: t}, tag: {id: {at: 0}}}
          - item: 0x60
            time: {at: 0, type: bcd}
            lift: {mode: platform, gross: {at: 4, type: u32, unit: g}, net: {at: 0, type: u32, unit: g}}
          - {passthrough: 0x40, load: {weight: {column: 3, separator: '|', type: decimal, unit: kg}}}
          - {passthrough: 0x40, tag: {id: {column: 5, separator: '|', type: ascii}}}
        """

    @Test(
        "every profile reads any bytes twice alike, inside the body and with keys that no terminal has",
        arguments: 1...4)
    func mutated(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let everything = try ProfileParser.parse(Self.everything, file: "everything.yaml")
        let profiles = ProfileCatalog.standard.profiles + [everything]
        let seeds = VectorFile.profiles.compactMap { vector -> (isPosition: Bool, body: [UInt8])? in
            var parser = FrameParser()
            var buffer = ByteBuffer(bytes: vector.bytes)
            guard case .frame(let frame) = parser.next(in: &buffer) else { return nil }
            return (frame.header.messageID == .locationReport, Array(frame.body.readableBytesView))
        }
        #expect(seeds.count == VectorFile.profiles.count)
        var found = 0
        for _ in 0..<1_500 {
            let seed = try #require(seeds.randomElement(using: &random))
            // The base stays whole, so that the items are reached.
            let head = seed.isPosition ? 28 : 1
            let body = seed.body.prefix(head) + random.mutate(Array(seed.body.dropFirst(head)))
            for profile in profiles {
                let first = try Self.events(Array(body), isPosition: seed.isPosition, profile)
                let second = try Self.events(Array(body), isPosition: seed.isPosition, profile)
                #expect(first.map(\.event.bootNumber) == second.map(\.event.bootNumber))
                #expect(first.map(\.event.record) == second.map(\.event.record))
                #expect(first.allSatisfy { $0.event.bootNumber < 0 && $0.bytes.upperBound <= body.count })
                found += first.count
            }
        }
        // The test would see nothing if nothing were found.
        #expect(found > 200)
    }

    private static func events(
        _ body: [UInt8], isPosition: Bool, _ profile: DeviceProfile
    ) throws -> [DeviceProfile.Finding] {
        let receivedAt = Instant(unixSeconds: 1_800_000_000)
        let buffer = ByteBuffer(bytes: body)
        let span = buffer.readableBytesSpan
        var misreadings = 0
        var findings: [DeviceProfile.Finding] = []
        if isPosition {
            let columns = profile.columns(of: span, unreadable: &misreadings)
            let fix = try Fix(locationBody: span, receivedAt: receivedAt, columns: columns)
            var extra = 0
            fix.forEachExtraByteRange(in: span) { extra += $0.count }
            #expect(extra == fix.extraLength)
            profile.forEachRecord(of: fix, in: span, receivedAt: receivedAt, unreadable: &misreadings) {
                findings.append($0)
            }
        } else {
            profile.forEachRecord(ofPassthrough: span, receivedAt: receivedAt, unreadable: &misreadings) {
                findings.append($0)
            }
        }
        return findings
    }
}
