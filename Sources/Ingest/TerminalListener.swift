package import Logging
import NIOCore
package import NIOPosix
package import Operations
import ServiceLifecycle
package import TelemetryStore

/// Accepts terminals and spreads them over the lanes; at the end makes durable and acknowledges what was taken.
package struct TerminalListener: Service {
    private static let readinessName = "listener"
    /// So long the end waits for batches under way.
    private static let drainLimit: TimeAmount = .seconds(10)

    /// After so long of it a server that does not answer counts as away, so that the journal can take what is left.
    private static let patience: TimeAmount = .seconds(4)

    private let group: MultiThreadedEventLoopGroup
    private let configuration: IngestConfiguration
    private let directory: TerminalDirectory
    private let writers: [[BatchWriter]]
    private let metrics: IngestMetrics
    private let states: LaneStates
    private let books: RowBooks
    private let media: MediaFiles?
    private let downlink: DownlinkMailbox
    private let readiness: Readiness
    private let logger: Logger

    /// - Parameters:
    ///   - group: a loop for each lane. It must outlive the writers, which report to the lanes.
    ///   - writers: for each lane its own.
    package init(
        group: MultiThreadedEventLoopGroup, configuration: IngestConfiguration, directory: TerminalDirectory,
        writers: [[BatchWriter]],
        metrics: IngestMetrics, states: LaneStates, books: RowBooks, media: MediaFiles?, downlink: DownlinkMailbox,
        readiness: Readiness, logger: Logger
    ) {
        self.group = group
        self.configuration = configuration
        self.directory = directory
        self.writers = writers
        self.metrics = metrics
        self.states = states
        self.books = books
        self.media = media
        self.downlink = downlink
        self.readiness = readiness
        self.logger = logger
        readiness.isBlocked(Self.readinessName, because: "not listening yet")
    }

    package func run() async throws {
        do {
            // Before the registry is read every terminal would be unknown, and be told so.
            try await cancelWhenGracefulShutdown { try await directory.loaded.wait() }
        } catch is CancellationError {
            return
        }
        var lanes: [(loop: any EventLoop, lane: NIOLoopBound<Lane>)] = []
        let shared = Lane.Shared(
            configuration, states: states, books: books, media: media, downlink: downlink)
        for (index, loop) in group.makeIterator().enumerated() {
            let lane = try await loop.submit { [configuration, directory, metrics, logger, writers] in
                let lane = Lane(
                    index: index, eventLoop: loop, shared: shared, directory: directory, writers: writers[index],
                    configuration: configuration, metrics: metrics, logger: logger)
                lane.start()
                return NIOLoopBound(lane, eventLoop: loop)
            }.get()
            lanes.append((loop, lane))
        }
        let laneOfLoop = Dictionary(uniqueKeysWithValues: lanes.map { (ObjectIdentifier($0.loop), $0.lane) })
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 1024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelOption(.socketOption(.so_keepalive), value: 1)
            // One read a turn: a terminal's packet is seldom more than one read takes, and asking again costs a system call each.
            .childChannelOption(.maxMessagesPerRead, value: 1)
            // Every channel keeps its last read buffer: a silent terminal's must be small, a burst's may grow.
            .childChannelOption(
                .recvAllocator,
                value: AdaptiveRecvByteBufferAllocator(minimum: 512, initial: 1024, maximum: 64 * 1024)
            )
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    guard let lane = laneOfLoop[ObjectIdentifier(channel.eventLoop)] else {
                        preconditionFailure("a connection on a loop without a lane")
                    }
                    try channel.pipeline.syncOperations.addHandler(TerminalSessionHandler(lane: lane.value))
                }
            }
        let server: any Channel
        do {
            server = try await bootstrap.bind(host: configuration.listen.host, port: configuration.listen.port).get()
        } catch {
            throw SettingsError(
                description:
                    "QINGYUN_LISTEN (--listen): cannot listen on \(configuration.listen): \(error); accepted: a free "
                    + ListenAddress.accepted)
        }
        if let address = server.localAddress.flatMap(ListenAddress.init) {
            logger.info(
                "terminals are accepted", metadata: ["listen": "\(address)", "policy": "\(configuration.registration)"])
        }
        let scalePorts: ScalePorts
        do {
            scalePorts = try await ScalePorts(
                configuration.scaleListen, group: group, laneOfLoop: laneOfLoop, logger: logger)
        } catch {
            server.close(promise: nil)
            throw error
        }
        readiness.isMet(Self.readinessName)

        // Cancelled when another service failed, for example because its port is taken.
        await withTaskCancellationOrGracefulShutdownHandler {
            _ = try? await server.closeFuture.get()
        } onCancelOrGracefulShutdown: {
            server.close(promise: nil)
            scalePorts.close()
        }

        readiness.isBlocked(Self.readinessName, because: "shutting down")
        await drain(lanes)
    }

    /// All lanes at once, under one limit.
    private func drain(_ lanes: [(loop: any EventLoop, lane: NIOLoopBound<Lane>)]) async {
        let drains = lanes.map { loop, lane in
            loop.flatSubmit {
                let promise = loop.makePromise(of: Bool.self)
                lane.value.drain().whenSuccess { promise.succeed(true) }
                loop.scheduleTask(in: Self.drainLimit) { promise.succeed(false) }
                loop.scheduleTask(in: Self.patience) { lane.value.hurryWriters() }
                return promise.futureResult
            }
        }
        for drain in drains where (try? await drain.get()) != true {
            logger.warning("stopped with unacknowledged messages: the terminals keep them and send them again")
        }
        for (loop, lane) in lanes { try? await loop.submit { lane.value.closeSessions() }.get() }
    }
}
