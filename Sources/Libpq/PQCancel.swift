internal import CLibpq

/// Owns one `PGcancel *`; `PQfreeCancel` runs exactly once.
///
/// It holds a copy of what is needed to reach the server, so it may be used on any thread and
/// outlive its connection.
@safe package struct PQCancel: ~Copyable, @unchecked Sendable {
    private let pointer: OpaquePointer

    init(owning pointer: OpaquePointer) {
        unsafe self.pointer = unsafe pointer
    }

    deinit {
        unsafe PQfreeCancel(pointer)
    }

    /// `PQcancel`: asks the server, over a connection of its own, to stop the running command.
    /// - Returns: nil when the request was sent (which says nothing of its effect), else the reason.
    package func cancel() -> String? {
        // 256 bytes is what the manual recommends.
        var message = [CChar](repeating: 0, count: 256)
        let sent = unsafe message.withUnsafeMutableBufferPointer {
            unsafe PQcancel(pointer, $0.baseAddress, Int32($0.count))
        }
        if sent == 1 { return nil }
        return String(decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
