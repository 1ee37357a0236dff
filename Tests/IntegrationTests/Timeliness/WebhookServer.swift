import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A receiver of webhooks on a port of the system's choice, which answers as it is told.
final class WebhookServer: Sendable {
    struct Received: Sendable {
        let method: String
        /// Path and query.
        let uri: String
        let headers: [String: String]
        let body: [UInt8]

        var text: String { String(decoding: body, as: UTF8.self) }
        /// Values of the query, still percent-encoded.
        var query: [String: String] {
            let pairs = uri.split(separator: "?").dropFirst().first?.split(separator: "&") ?? []
            return Dictionary(
                pairs.map { pair in
                    let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
                    return (parts[0], parts.count > 1 ? parts[1] : "")
                }, uniquingKeysWith: { first, _ in first })
        }
    }

    enum Reply: Sendable {
        case answer(Int, String, headers: [String: String] = [:])
        /// Nothing, for ever.
        case silence
        /// The connection is closed without an answer.
        case hangUp

        static let taken = Reply.answer(200, #"{"errcode":0,"errmsg":"ok"}"#)
    }

    private final class State: Sendable {
        let value = Mutex<(received: [Received], reply: @Sendable (Received) -> Reply)>(([], { _ in .taken }))
    }

    let port: Int
    private let state: State

    private init(port: Int, state: State) {
        self.port = port
        self.state = state
    }

    /// Runs `body` with a server, which is closed afterwards.
    static func with<R>(
        _ reply: @escaping @Sendable (Received) -> Reply = { _ in .taken }, _ body: (WebhookServer) async throws -> R
    ) async throws -> R {
        let state = State()
        state.value.withLock { $0.reply = reply }
        let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(Handler(state))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let server = WebhookServer(port: channel.localAddress?.port ?? 0, state: state)
        let result: Result<R, any Error>
        do {
            result = .success(try await body(server))
        } catch {
            result = .failure(error)
        }
        try? await channel.close()
        return try result.get()
    }

    var received: [Received] { state.value.withLock { $0.received } }

    func reply(_ reply: @escaping @Sendable (Received) -> Reply) { state.value.withLock { $0.reply = reply } }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        typealias OutboundOut = HTTPServerResponsePart

        private let state: State
        private var head: HTTPRequestHead?
        private var body: [UInt8] = []

        init(_ state: State) { self.state = state }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch unwrapInboundIn(data) {
            case .head(let head):
                self.head = head
                body = []
            case .body(let part): body += part.readableBytesView
            case .end:
                guard let head else { return }
                let received = Received(
                    method: head.method.rawValue, uri: head.uri,
                    headers: Dictionary(
                        head.headers.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }),
                    body: body)
                let reply = state.value.withLock { state in
                    state.received.append(received)
                    return state.reply
                }
                perform(reply(received), context)
            }
        }

        private func perform(_ reply: Reply, _ context: ChannelHandlerContext) {
            switch reply {
            case .silence: break
            case .hangUp: context.close(promise: nil)
            case .answer(let status, let text, let headers):
                let bytes = ByteBuffer(string: text)
                var fields = HTTPHeaders(headers.map { ($0.key, $0.value) })
                fields.add(name: "Content-Length", value: "\(bytes.readableBytes)")
                context.write(
                    wrapOutboundOut(
                        .head(.init(version: .http1_1, status: .init(statusCode: status), headers: fields))),
                    promise: nil)
                context.write(wrapOutboundOut(.body(.byteBuffer(bytes))), promise: nil)
                context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
            }
        }
    }
}
