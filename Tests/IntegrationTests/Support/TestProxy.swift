import Foundation
import NIOCore
import NIOPosix
import Synchronization

/// A link between terminals and gateways that can be cut: closed with a reset, or dead without a word.
final class TestProxy: Sendable {
    let port: Int
    private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    private let server: any Channel

    fileprivate final class Links: Sendable {
        let open = Mutex<[ObjectIdentifier: NIOLoopBound<Link>]>([:])
        let count = Atomic(0)
    }

    private let open: Links

    /// - Parameter targets: ports of gateways; connections go to one after the other.
    init(targets: [Int]) async throws {
        let open = Links()
        self.open = open
        server = try await ServerBootstrap(group: group)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.autoRead, value: false)
            .childChannelInitializer { terminal in
                let number = open.count.add(1, ordering: .relaxed).oldValue
                let near = NIOLoopBound(Link(), eventLoop: terminal.eventLoop)
                return ClientBootstrap(group: terminal.eventLoop)
                    .channelInitializer { gateway in
                        gateway.eventLoop.makeCompletedFuture {
                            let far = Link()
                            far.other = near.value
                            near.value.other = far
                            try gateway.pipeline.syncOperations.addHandler(far)
                            try terminal.pipeline.syncOperations.addHandler(near.value)
                        }
                    }
                    .connect(host: "127.0.0.1", port: targets[number % targets.count])
                    .flatMap { _ in
                        open.open.withLock { $0[ObjectIdentifier(terminal)] = near }
                        terminal.closeFuture.whenComplete { _ in
                            open.open.withLock { $0[ObjectIdentifier(terminal)] = nil }
                        }
                        return terminal.setOption(.autoRead, value: true)
                    }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        port = server.localAddress?.port ?? 0
    }

    func stop() async throws {
        try await server.close()
        try await group.shutdownGracefully()
    }

    /// Every connection ends for both sides, with what was on its way lost.
    func cut() async throws { try await forEach { $0.cut() } }

    /// Nothing passes any more on the connections that are open, and neither side is told.
    func silence() async throws { try await forEach { $0.silence() } }

    private func forEach(_ body: @escaping @Sendable (Link) -> Void) async throws {
        try await group.next().submit { [open] in
            for link in open.open.withLock({ Array($0.values) }) { body(link.value) }
        }.get()
    }
}

/// One end of a link, which hands what it reads to the other.
private final class Link: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    weak var other: Link?
    private var context: ChannelHandlerContext?
    private var isSilent = false

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }
    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isSilent, let far = other?.context else { return }
        far.writeAndFlush(NIOAny(unwrapInboundIn(data)), promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        if !isSilent { other?.context?.close(promise: nil) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    func cut() {
        for end in [context, other?.context] {
            guard let end else { continue }
            // Closed with a reset.
            _ = (end.channel as? any SocketOptionProvider)?.setSoLinger(linger(l_onoff: 1, l_linger: 0))
            end.close(promise: nil)
        }
    }

    func silence() {
        isSilent = true
        other?.isSilent = true
    }
}
