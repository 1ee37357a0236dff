internal import CLibpq

/// A notice or warning, lent to a notice receiver: libpq clears the `PGresult *` itself afterwards.
@safe package struct PQNotice: ~Copyable {
    private let pointer: OpaquePointer

    fileprivate init(borrowing pointer: OpaquePointer) {
        unsafe self.pointer = unsafe pointer
    }

    /// `PQresultErrorField`
    package func errorField(_ field: DiagnosticField) -> String? {
        unsafe string(PQresultErrorField(pointer, field.code))
    }
}

/// Carries a Swift closure through the `void *` of `PQsetNoticeReceiver`.
final class NoticeReceiver {
    private let receive: (borrowing PQNotice) -> Void

    init(_ receive: @escaping (borrowing PQNotice) -> Void) {
        self.receive = receive
    }

    static let callback: @convention(c) (UnsafeMutableRawPointer?, OpaquePointer?) -> Void = { context, result in
        guard let context = unsafe context, let result = unsafe result else { return }
        let receiver = unsafe Unmanaged<NoticeReceiver>.fromOpaque(context).takeUnretainedValue()
        receiver.receive(unsafe PQNotice(borrowing: result))
    }
}
