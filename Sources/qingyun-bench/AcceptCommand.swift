import ArgumentParser
import FleetSimulation
import Foundation
import JTT808
import NIOCore
import NIOPosix
import Operations

struct AcceptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "A server that signs terminals in and keeps nothing for them: the floor of memory for a connection.",
        discussion: "It prints its address and runs until SIGTERM.")

    @Option(help: "HOST:PORT; port 0: any free one.")
    var listen = "127.0.0.1:0"

    func run() async throws {
        guard let address = ListenAddress(listen) else {
            throw ValidationError("--listen is \(listen); \(ListenAddress.accepted) is accepted")
        }
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup(numberOfThreads: 1))
            .serverChannelOption(.backlog, value: 1024)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 16 * 1024))
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(SignIn())
                }
            }
            .bind(host: address.host, port: address.port).get()
        print("{\"listen\":\"127.0.0.1:\(server.localAddress?.port ?? 0)\"}")
        fflush(nil)
        try await server.closeFuture.get()
    }
}

/// Answers registration and authentication with "done"; everything else it drops. Frames of a terminal come whole here.
private final class SignIn: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        var parser = FrameParser()
        while case .frame(let frame) = parser.next(in: &bytes) {
            let header = frame.header
            var out = ByteBuffer()
            if header.messageID == .registration {
                let answer = RegistrationAnswer(serial: header.serial, result: .done, authenticationCode: "floor")
                out.writeFrame(.registrationAnswer, from: header.address, serial: 0) { answer.encode(into: &$0) }
            } else {
                let answer = GeneralAnswer(serial: header.serial, messageID: header.messageID, result: .done)
                out.writeFrame(.platformAnswer, from: header.address, serial: 0) { answer.encode(into: &$0) }
            }
            context.writeAndFlush(wrapOutboundOut(out), promise: nil)
        }
    }
}
