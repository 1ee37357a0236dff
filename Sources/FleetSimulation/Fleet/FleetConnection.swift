import NIOCore
import NIOPosix
import Operations

/// How terminals connect.
enum FleetConnection {
    /// Connections that are opened at a time: below the usual backlog of a listener.
    static let atOnce = 64

    /// - Parameter handler: belongs to `loop`, which must be the current one.
    static func open(
        _ handler: some ChannelInboundHandler, to target: ListenAddress, on loop: any EventLoop
    ) -> EventLoopFuture<any Channel> {
        let bound = NIOLoopBound(handler, eventLoop: loop)
        return ClientBootstrap(group: loop)
            .connectTimeout(.seconds(Int64(DriveConfiguration.graceSeconds)))
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(bound.value)
                }
            }
            .connect(host: target.host, port: target.port)
    }
}
