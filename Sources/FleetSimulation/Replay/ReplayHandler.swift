import JTT808
import NIOCore

/// Performs what a ``ReplayConversation`` says on one connection, and hands it back when that ends.
final class ReplayHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var conversation: ReplayConversation
    private let timeout: TimeAmount
    private let ended: EventLoopPromise<ReplayConversation>
    private var parser = FrameParser()
    private var bytes = ByteBuffer()
    private var alarm: Scheduled<Void>?
    private var lastWrite: EventLoopFuture<Void>?

    /// - Parameter timeout: longest wait for the next answer.
    init(_ conversation: ReplayConversation, timeout: TimeAmount, ended: EventLoopPromise<ReplayConversation>) {
        self.conversation = conversation
        self.timeout = timeout
        self.ended = ended
    }

    func channelActive(context: ChannelHandlerContext) {
        perform(conversation.connected(), context)
        setAlarm(context)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var read = unwrapInboundIn(data)
        bytes.writeBuffer(&read)
        reading: while true {
            switch parser.next(in: &bytes) {
            case .frame(let frame): perform(conversation.received(frame), context)
            case .malformed, .junk: break
            case .needMoreData: break reading
            }
        }
        setAlarm(context)
    }

    func channelInactive(context: ChannelHandlerContext) {
        alarm?.cancel()
        conversation.closed()
        ended.succeed(conversation)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func perform(_ actions: [ReplayConversation.Action], _ context: ChannelHandlerContext) {
        for action in actions {
            switch action {
            case .send(let buffer): lastWrite = context.writeAndFlush(wrapOutboundOut(buffer))
            case .close:
                // Closing drops what is not written yet, and in `channelActive` nothing is.
                guard let lastWrite else {
                    context.close(promise: nil)
                    return
                }
                lastWrite.assumeIsolated().whenComplete { _ in context.close(promise: nil) }
            }
        }
    }

    private func setAlarm(_ context: ChannelHandlerContext) {
        alarm?.cancel()
        guard context.channel.isActive else { return }
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        alarm = context.eventLoop.scheduleTask(in: timeout) {
            let (handler, context) = bound.value
            handler.perform(handler.conversation.timedOut(), context)
            handler.setAlarm(context)
        }
    }
}
