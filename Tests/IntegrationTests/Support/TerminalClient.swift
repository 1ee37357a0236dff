import Foundation
import JTT808
import NIOCore
import Testing

/// A terminal at the end of a real socket, as plain as can be: it writes bytes and reads frames, blocking for ``patience`` at most.
final class TerminalClient {
    private let socket: Int32
    private var parser = FrameParser()
    private var received = ByteBuffer()
    private var serial: UInt16 = 0

    /// - Parameter source: address that it comes from, any of 127.0.0.0/8; nil: 127.0.0.1.
    init(port: Int, from source: String? = nil) throws {
        // A gateway that another test starts must not inherit it: it would keep the connection open.
        socket = Foundation.socket(
            AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        try #require(socket >= 0)
        var limit = timeval(tv_sec: Int(patience.components.seconds), tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        if let source {
            var own = address
            own.sin_port = 0
            own.sin_addr.s_addr = inet_addr(source)
            let isBound = withUnsafePointer(to: &own) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    bind(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
            try #require(isBound == 0, "no connection can come from \(source)")
        }
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(result == 0, "nobody listens on port \(port)")
    }

    deinit { Foundation.close(socket) }

    /// Writes all bytes; what the other side does not take any more is lost, as on a real link.
    func send(_ bytes: [UInt8]) {
        var offset = 0
        while offset < bytes.count {
            let written = bytes[offset...].withUnsafeBytes {
                Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard written > 0 else { return }
            offset += written
        }
    }

    /// The next frame, or nil when the other side closed (or was silent for too long).
    func nextFrame() -> Frame? {
        while true {
            switch parser.next(in: &received) {
            case .frame(let frame): return frame
            case .malformed, .junk: continue
            case .needMoreData: guard readMore() else { return nil }
            }
        }
    }

    private func readMore() -> Bool {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = recv(socket, &chunk, chunk.count, 0)
        guard count > 0 else { return false }
        received.writeBytes(chunk[..<count])
        return true
    }

    /// The next `count` bytes, or fewer when the other side closed (or was silent for too long).
    func receive(_ count: Int) -> [UInt8] {
        while received.readableBytes < count, readMore() {}
        return received.readBytes(length: min(count, received.readableBytes)) ?? []
    }

    func readToEnd() -> [UInt8] {
        while readMore() {}
        return Array(received.readableBytesView)
    }

    // MARK: Messages

    /// Writes one message and returns its serial.
    @discardableResult
    func send(
        _ id: MessageID, from address: TerminalAddress, serial given: UInt16? = nil, body: ByteBuffer = ByteBuffer()
    )
        throws -> UInt16
    {
        let serial = given ?? self.serial
        if given == nil { self.serial &+= 1 }
        var frame = ByteBuffer()
        try FrameWriter.write(id, to: address, serial: serial, body: body.readableBytesSpan, into: &frame)
        send(Array(frame.readableBytesView))
        return serial
    }

    /// The next 0x8001.
    func nextAnswer() throws -> GeneralAnswer {
        let frame = try #require(nextFrame(), "closed or silent instead of an answer")
        try #require(frame.header.messageID == .platformAnswer)
        return try GeneralAnswer(body: frame.body.readableBytesSpan)
    }

    /// Registers and returns the answer.
    func register(_ address: TerminalAddress) throws -> RegistrationAnswer {
        var body = ByteBuffer()
        Registration(
            layout: address.form == .long ? .edition2019 : .edition2013, province: 11, city: 114,
            manufacturerID: "QYTST",
            model: "T-1", deviceID: "0000001", plateColor: 2, plate: WireText(encoding: "京A12345") ?? ""
        ).encode(into: &body)
        try send(.registration, from: address, body: body)
        let frame = try #require(nextFrame(), "closed or silent instead of an answer")
        try #require(frame.header.messageID == .registrationAnswer)
        return try RegistrationAnswer(body: frame.body.readableBytesSpan)
    }

    /// Authenticates and returns the result.
    func authenticate(_ address: TerminalAddress, code: WireText) throws -> GeneralAnswer.Result {
        var body = ByteBuffer()
        Authentication(
            code: code, device: address.form == .long ? .init(imei: "123456789012345", softwareVersion: "3.7.15") : nil
        ).encode(into: &body)
        try send(.authentication, from: address, body: body)
        return try nextAnswer().result
    }

    /// Registers and authenticates; what follows is taken.
    func signOn(_ address: TerminalAddress) throws {
        let code = try #require(try register(address).authenticationCode)
        try #require(try authenticate(address, code: code) == .done)
    }
}

extension TerminalAddress {
    private static func of(_ text: String, _ form: Form) throws -> TerminalAddress {
        let number = try #require(TerminalNumber(text))
        return try #require(TerminalAddress(number, form: form))
    }

    static func short(_ number: String) throws -> TerminalAddress {
        try of(number, .short)
    }

    static func long(_ number: String) throws -> TerminalAddress {
        try of(number, .long)
    }
}

/// A location body; `second` counts from 2026-08-17 08:00:00 of GMT+8.
func locationBody(second: Int, altitude: UInt16 = 50, items: [AdditionalItem] = []) throws -> ByteBuffer {
    // 2026-08-17 08:00:00 on the wall: date -u -d '2026-08-17 08:00:00' +%s
    let time = try #require(TerminalTime(wallClockSeconds: 1_786_953_600 + Int64(second)))
    var body = ByteBuffer()
    LocationReport(
        position: Position(
            statusBits: 0b11, latitudeE6: 40_220_000, longitudeE6: 116_230_000, altitudeM: altitude, speedDkmh: 305,
            courseDeg: 90, time: time), items: items
    ).encode(into: &body)
    return body
}
