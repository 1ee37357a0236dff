import NIOCore
import TestSupport
import Testing

@testable import JTT808

/// Seeded: a failure repeats.
@Suite("Reassembler under random slices")
struct ReassemblerFuzzTests {
    static let limits = ReassemblyLimits(
        messages: 4, bytesOfOneMessage: 3_000, bytes: 6_000, askAfter: .seconds(2), asks: 2, giveUpAfter: .seconds(8),
        life: .seconds(40), memory: .seconds(10))

    /// Several senders send several messages at once; slices get lost, doubled, delayed and altered.
    @Test(
        "whatever comes, what is handed over is what was sent, and the bounds hold",
        arguments: 1...8 as ClosedRange<UInt64>)
    func random(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var reassembler = Reassembler(limits: Self.limits)
        let now = ContinuousClock.now
        var sent: [SliceSetKey: [UInt8]] = [:]
        var waiting: [Frame] = []
        var delivered = 0
        var serial: UInt16 = 0
        for step in 0..<3_000 {
            if waiting.count < 20 {
                let address = try address(["1", "2", "3"].randomElement(using: &random) ?? "1", .short)
                let body = random.bytes(Int.random(in: 2...2_000, using: &random))
                var out = ByteBuffer()
                let count = try FrameWriter.writeSliced(
                    .mediaData, to: address, serial: serial, body: body.span.bytes,
                    sliceLength: Int.random(in: max(1, body.count / 12)...max(1, body.count / 2), using: &random),
                    into: &out)
                let frames = parse(Array(buffer: out)).frames
                if count > 1, let header = frames.first?.header, let package = header.package {
                    sent[SliceSetKey(header, package)] = body
                    waiting += frames
                }
                serial &+= UInt16(count)
            }
            let moment = now + .milliseconds(200 * step)
            guard let place = waiting.indices.randomElement(using: &random) else { continue }
            var frame = waiting[place]
            switch Int.random(in: 0..<20, using: &random) {
            case 0: waiting.remove(at: place)
            case 1: break
            case 2: frame.header.package = .init(total: frame.header.package?.total ?? 0, index: 0)
            default: waiting.remove(at: place)
            }
            for action in reassembler.take(frame, now: moment) + reassembler.tick(now: moment) {
                switch action {
                case .deliver(let whole, let firstSerial):
                    delivered += 1
                    var header = whole.header
                    header.serial = firstSerial
                    #expect(sent[SliceSetKey(header, .init(total: 2, index: 1))] == Array(buffer: whole.body))
                case .giveUp(let partial):
                    #expect(partial.slices.count < Int(partial.total))
                    #expect(Set(partial.slices.map(\.number)).count == partial.slices.count)
                case .ask(let missing): #expect(!missing.request.numbers.isEmpty)
                case .acknowledge, .acknowledgeWhenSafe, .refuse: break
                }
            }
            #expect(reassembler.messageCount <= 4)
            // One slice beyond, of at most 1023 bytes, is held for as long as it takes to give up another message.
            #expect(reassembler.byteCount <= 6_000)
        }
        #expect(delivered > 10)
        _ = reassembler.close()
        #expect(reassembler.byteCount == 0)
    }
}
