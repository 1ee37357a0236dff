import Foundation
import Operations
import Testing

/// A loopback port on which nobody listens, and nobody else can while this lives: it is bound, and does not listen.
final class ClosedPort {
    let address: ListenAddress
    private let descriptor: Int32

    init() throws {
        let socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        descriptor = socket
        var bound = sockaddr_in()
        bound.sin_family = sa_family_t(AF_INET)
        bound.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &bound) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 && getsockname(socket, $0, &length) == 0
            }
        }
        try #require(isBound)
        address = ListenAddress(host: "127.0.0.1", port: Int(UInt16(bigEndian: bound.sin_port)))
    }

    deinit { close(descriptor) }
}
