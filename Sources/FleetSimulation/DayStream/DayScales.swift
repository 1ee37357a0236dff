import NIOCore
import NIOPosix
package import Operations

/// Shows the weighings of a day to a scale listener: for every station and plant a DTU that says its registration packet and
/// passes on what the indicator sends, ten frames a second.
package enum DayScales {
    /// Attempts to connect again, a second apart, before a scale is given up.
    static let attempts = 30

    /// Runs until all weighings were shown, or given up.
    /// - Parameter speed: weighings come not before their time; with `max` one right after the other.
    /// - Parameter frameMilliseconds: from one frame of an indicator to the next.
    /// - Returns: how many were shown, and of how many.
    /// - Throws: ``FleetError/unreachable(_:reason:)``.
    package static func run(
        _ day: DayPlan, to target: ListenAddress, speed: DayConfiguration.Speed, frameMilliseconds: Int64 = 100
    ) async throws -> (done: Int, of: Int) {
        let done = try await FleetThread.run { loop in
            let links = day.sites.indices.map { site in
                ScaleLink(
                    ScaleShow(day, site: site), registration: day.sites[site].registrationPacket, target: target,
                    clock: DayClock(day, speed: speed), frames: .milliseconds(frameMilliseconds), loop: loop)
            }
            return EventLoopFuture.whenAllSucceed(links.map { $0.run() }, on: loop).map { $0.reduce(0, +) }
        }
        return (done, day.weighings.reduce(0) { $0 + $1.count })
    }
}

/// What second of the simulated day it is.
struct DayClock: Sendable {
    private let speed: DayConfiguration.Speed
    private let startedAt = NIODeadline.now()
    private let firstSecond: Int

    init(_ day: DayPlan, speed: DayConfiguration.Speed) {
        self.speed = speed
        firstSecond = day.vehicles.compactMap { $0.shifts.first?.startS }.min() ?? 0
    }

    var second: Int {
        switch speed {
        case .max: .max
        case .times(let times):
            firstSecond
                + Int(
                    min(
                        Double((NIODeadline.now() - startedAt).nanoseconds) / 1e9 * times,
                        Double(SimulatedDate.secondsOfDay)))
        }
    }
}

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
