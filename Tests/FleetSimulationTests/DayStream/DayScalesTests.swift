import NIOCore
import NIOPosix
import Operations
import Synchronization
import Testing
import WeighScale

@testable import FleetSimulation

@Suite("DayScales")
struct DayScalesTests {
    private static let day = DayPlan(
        District(seed: 2, size: DistrictSize(communities: 1, points: 5, vehicles: 2, stations: 1)),
        on: SimulatedDate("2026-06-01")!, seed: 2)

    @Test("every scale says its registration packet, then what its indicator shows, to the last weighing")
    func shown() async throws {
        let received = Received()
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let channel = try await ServerBootstrap(group: group)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Listener(received))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let target = ListenAddress(host: "127.0.0.1", port: channel.localAddress?.port ?? 0)
        let shown = try await DayScales.run(Self.day, to: target, speed: .max, frameMilliseconds: 1)
        let count = Self.day.weighings.map(\.count).reduce(0, +)
        #expect(shown.done == count && shown.of == count && count > 10)
        try await channel.close()
        try await group.shutdownGracefully()

        let streams = received.streams.withLock { $0 }
        #expect(streams.count == Self.day.sites.count)
        for (index, site) in Self.day.sites.enumerated() {
            var bytes = try #require(streams.first { $0.readableBytesView.starts(with: site.registrationPacket.utf8) })
            bytes.moveReaderIndex(forwardBy: site.registrationPacket.utf8.count)
            var parser = ScaleParser(ScaleDialect(site.dialect))
            var cycle = WeighingCycle(site.isPlatform ? .platform : .weighbridge)
            var weighed: [Int64?] = []
            var frames: Int64 = 0
            while case .reading(let reading, _) = parser.next(in: &bytes) {
                frames += 1
                for case .weighed(let weighing) in cycle.take(reading, at: Moment(microseconds: frames * 100_000)) {
                    weighed.append(weighing.grossGrams)
                }
            }
            #expect(bytes.readableBytes == 0)
            #expect(weighed == Self.day.weighings[index].map { Int64($0.onScaleG) })
        }
    }

    @Test("a listener that is not there is said")
    func unreachable() async throws {
        let port = try ClosedPort()
        await #expect(throws: FleetError.self) {
            _ = try await DayScales.run(Self.day, to: port.address, speed: .max, frameMilliseconds: 1)
        }
    }
}

private final class Received: Sendable {
    let streams = Mutex<[ByteBuffer]>([])
}

private final class Listener: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let received: Received
    private var bytes = ByteBuffer()

    init(_ received: Received) { self.received = received }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var read = unwrapInboundIn(data)
        bytes.writeBuffer(&read)
    }

    func channelInactive(context: ChannelHandlerContext) {
        received.streams.withLock { $0.append(bytes) }
        context.fireChannelInactive()
    }
}
