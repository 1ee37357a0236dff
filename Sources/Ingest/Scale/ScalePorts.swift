import Logging
import NIOCore
import NIOPosix
import Operations

/// The listening sockets for scales and tag readers. Their sessions live on the lanes, beside the terminals'.
struct ScalePorts: Sendable {
    private let servers: [any Channel]

    /// - Throws: ``SettingsError`` when a port cannot be had; then none is.
    init(
        _ ports: [ScaleListen], group: MultiThreadedEventLoopGroup,
        laneOfLoop: [ObjectIdentifier: NIOLoopBound<Lane>], logger: Logger
    ) async throws {
        var servers: [any Channel] = []
        for port in ports {
            let server: any Channel
            do {
                server = try await Self.bootstrap(group, port.dialect, laneOfLoop)
                    .bind(host: port.address.host, port: port.address.port).get()
            } catch {
                for server in servers { server.close(promise: nil) }
                throw SettingsError(
                    description:
                        "QINGYUN_SCALE_LISTEN (--scale-listen): cannot listen on \(port.address): \(error); accepted: a free "
                        + ListenAddress.accepted)
            }
            servers.append(server)
            if let address = server.localAddress.flatMap(ListenAddress.init) {
                logger.info(
                    "scales are accepted", metadata: ["listen": "\(address)", "dialect": "\(port.dialect ?? "any")"])
            }
        }
        self.servers = servers
    }

    func close() { for server in servers { server.close(promise: nil) } }

    private static func bootstrap(
        _ group: MultiThreadedEventLoopGroup, _ dialect: String?, _ laneOfLoop: [ObjectIdentifier: NIOLoopBound<Lane>]
    ) -> ServerBootstrap {
        ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 1024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelOption(.socketOption(.so_keepalive), value: 1)
            .childChannelOption(.maxMessagesPerRead, value: 1)
            // A scale's packet is a frame or a few.
            .childChannelOption(
                .recvAllocator, value: AdaptiveRecvByteBufferAllocator(minimum: 256, initial: 256, maximum: 16 * 1024)
            )
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    guard let lane = laneOfLoop[ObjectIdentifier(channel.eventLoop)] else {
                        preconditionFailure("a connection on a loop without a lane")
                    }
                    try channel.pipeline.syncOperations.addHandler(
                        ScaleSessionHandler(lane: lane.value, portDialect: dialect))
                }
            }
    }
}
