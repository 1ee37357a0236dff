import NIOCore
import NIOPosix
import Operations

/// One DTU and its indicator.
final class ScaleLink: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var show: ScaleShow
    private let registration: String
    private let target: ListenAddress
    private let clock: DayClock
    private let period: TimeAmount
    private let loop: any EventLoop
    private let end: EventLoopPromise<Int>
    private var ticker: RepeatedTask?
    private var hasConnected = false
    private var attemptsLeft = DayScales.attempts

    init(
        _ show: ScaleShow, registration: String, target: ListenAddress, clock: DayClock, frames period: TimeAmount,
        loop: any EventLoop
    ) {
        self.show = show
        self.registration = registration
        self.target = target
        self.clock = clock
        self.period = period
        self.loop = loop
        end = loop.makePromise()
    }

    /// The number of weighings that were shown.
    func run() -> EventLoopFuture<Int> {
        open()
        return end.futureResult
    }

    private func open() {
        FleetConnection.open(self, to: target, on: loop).assumeIsolated().whenComplete { result in
            guard case .failure(let error) = result else { return }
            if self.hasConnected {
                self.openAgain()
            } else {
                self.end.fail(FleetError.unreachable(self.target, reason: FleetError.reason(of: error)))
            }
        }
    }

    private func openAgain() {
        attemptsLeft -= 1
        guard attemptsLeft > 0 else { return end.succeed(show.done) }
        loop.assumeIsolated().scheduleTask(in: .seconds(1)) { self.open() }
    }

    func channelActive(context: ChannelHandlerContext) {
        hasConnected = true
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: registration)), promise: nil)
        let bound = NIOLoopBound((self, context), eventLoop: loop)
        ticker = loop.scheduleRepeatedTask(initialDelay: period, delay: period) { _ in
            let (link, context) = bound.value
            link.sendFrame(context)
        }
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        ticker?.cancel()
        if show.isDone {
            end.succeed(show.done)
        } else {
            show.resume()
            openAgain()
        }
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func sendFrame(_ context: ChannelHandlerContext) {
        // Behind the last weighing the scale is empty for a while, which ends it.
        guard !show.isDone || show.emptyAtEnd < ScaleShow.framesOfWeighing else {
            context.close(promise: nil)
            return
        }
        var out = ByteBuffer()
        show.writeNext(at: clock.second, into: &out)
        context.writeAndFlush(wrapOutboundOut(out), promise: nil)
    }
}
