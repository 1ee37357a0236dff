internal import CLibpq

/// One `NOTIFY`, copied out of a `PGnotify *` that is already given back with `PQfreemem`.
package struct PQNotification: Sendable, Equatable {
    package let channel: String
    /// Empty when `NOTIFY` gave none.
    package let payload: String
    /// Process id of the server backend that sent it.
    package let processID: Int32

    package init(channel: String, payload: String, processID: Int32) {
        self.channel = channel
        self.payload = payload
        self.processID = processID
    }

    /// Copies, then frees: the pointer must not be used again.
    init(consuming pointer: UnsafeMutablePointer<PGnotify>) {
        unsafe channel = string(pointer.pointee.relname) ?? ""
        unsafe payload = string(pointer.pointee.extra) ?? ""
        unsafe processID = pointer.pointee.be_pid
        unsafe PQfreemem(pointer)
    }
}
