import JTT808
import NIOCore
import NIOPosix
import Operations
import Synchronization

/// A gateway of a few lines on a loopback port of its own: it answers by the standard and keeps nothing.
final class StubGateway: Sendable {
    struct Behaviour: Sendable {
        /// Messages with these ids get no answer.
        var silentFor: Set<UInt16> = []
        /// Result of every registration.
        var registrationResult = RegistrationAnswer.Result.done
        /// Frames of terminals that have not authenticated get result 1.
        var needsCode = false
        /// Answers are held back until so many wait, then sent last first.
        var reversesGroupsOf = 1
        /// The connection is closed at the first position with this serial or a higher one.
        var closesAtSerial: UInt16?
        /// The connection that brings each so manieth position is closed, and that position not answered.
        var closesAtEvery: Int?
        /// A position is answered so much later.
        var answersPositionsAfter: TimeAmount?
    }

    /// A position as it came.
    struct Position: Hashable, Sendable {
        let number: String
        let serial: UInt16
        let body: [UInt8]
    }

    let address: ListenAddress
    private let received: Received
    private let group: MultiThreadedEventLoopGroup
    private let channel: any Channel

    init(_ behaviour: Behaviour = Behaviour()) async throws {
        group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let received = Received()
        self.received = received
        channel = try await ServerBootstrap(group: group)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(StubSession(behaviour, received))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        address = ListenAddress(host: "127.0.0.1", port: channel.localAddress?.port ?? 0)
    }

    /// Every position so far, answered or not.
    var positions: [Position] { received.positions.withLock { $0 } }

    func stop() async throws {
        try await channel.close()
        try await group.shutdownGracefully()
    }
}

private final class Received: Sendable {
    let positions = Mutex<[StubGateway.Position]>([])
}

private final class StubSession: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let behaviour: StubGateway.Behaviour
    private let received: Received
    private var parser = FrameParser()
    private var bytes = ByteBuffer()
    private var held: [ByteBuffer] = []
    private var admitted: Set<TerminalNumber> = []
    private var serial: UInt16 = 40_000

    init(_ behaviour: StubGateway.Behaviour, _ received: Received) {
        self.behaviour = behaviour
        self.received = received
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var read = unwrapInboundIn(data)
        bytes.writeBuffer(&read)
        while true {
            switch parser.next(in: &bytes) {
            case .frame(let frame): answer(frame, context)
            case .malformed, .junk: break
            case .needMoreData: return
            }
        }
    }

    /// Children that other tests start inherit NIO's sockets. Then closing one says nothing to the other side, and shutting it down
    /// does.
    private func hangUp(_ context: ChannelHandlerContext) {
        context.close(mode: .output, promise: nil)
        context.close(promise: nil)
    }

    private func answer(_ frame: Frame, _ context: ChannelHandlerContext) {
        let header = frame.header
        guard !behaviour.silentFor.contains(header.messageID.rawValue) else { return }
        if let last = behaviour.closesAtSerial, header.messageID == .locationReport, header.serial >= last {
            hangUp(context)
            return
        }
        if header.messageID == .locationReport {
            let position = StubGateway.Position(
                number: header.address.number.description, serial: header.serial,
                body: Array(frame.body.readableBytesView))
            let count = received.positions.withLock {
                $0.append(position)
                return $0.count
            }
            if let every = behaviour.closesAtEvery, count.isMultiple(of: every) {
                hangUp(context)
                return
            }
            if let delay = behaviour.answersPositionsAfter {
                let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
                context.eventLoop.scheduleTask(in: delay) {
                    let (session, context) = bound.value
                    session.general(.done, header, context)
                }
                return
            }
        }
        let code = WireText(padded: "code-\(header.address.number)".utf8)
        switch header.messageID {
        case .registration:
            let answer = RegistrationAnswer(
                serial: header.serial, result: behaviour.registrationResult, authenticationCode: code)
            send(.registrationAnswer, header, context) { answer.encode(into: &$0) }
        case .authentication:
            let message = Authentication(body: frame.body.readableBytesSpan, form: header.address.form)
            if message.code == code {
                admitted.insert(header.address.number)
            } else {
                admitted.remove(header.address.number)
            }
            general(message.code == code ? .done : .failed, header, context)
        case .serverTimeRequest:
            guard let time = TerminalTime(wallClockSeconds: 1_700_000_000) else { return }
            send(.serverTime, header, context) { ServerTime(time: time).encode(into: &$0) }
        default:
            let isAdmitted = !behaviour.needsCode || admitted.contains(header.address.number)
            switch header.messageID.answerRule {
            case .none: break
            case .notSupported: general(isAdmitted ? .notSupported : .failed, header, context)
            case .own, .general: general(isAdmitted ? .done : .failed, header, context)
            }
            if header.messageID == .deregistration { hangUp(context) }
        }
    }

    private func general(_ result: GeneralAnswer.Result, _ header: FrameHeader, _ context: ChannelHandlerContext) {
        let answer = GeneralAnswer(serial: header.serial, messageID: header.messageID, result: result)
        send(.platformAnswer, header, context) { answer.encode(into: &$0) }
    }

    private func send(
        _ id: MessageID, _ header: FrameHeader, _ context: ChannelHandlerContext, encode: (inout ByteBuffer) -> Void
    ) {
        var out = ByteBuffer()
        try? FrameWriter.write(id, to: header.address, serial: serial, into: &out, encode: encode)
        serial &+= 1
        held.append(out)
        guard held.count >= behaviour.reversesGroupsOf || id != .platformAnswer || header.messageID == .authentication
        else { return }
        for buffer in held.reversed() { context.writeAndFlush(wrapOutboundOut(buffer), promise: nil) }
        held = []
    }
}
