/// Why the journal cannot do what it is asked.
package enum JournalError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The folder cannot be made, written or locked.
    case unusable(directory: String, reason: String)
    /// Another process has the journal: a gateway, or a drain.
    case inUse(directory: String)
    /// No room for a batch below the bound.
    case full(limitBytes: Int)
    /// The disk, or SQLite on it, failed.
    case failed(String)

    package var description: String {
        switch self {
        case .unusable(let directory, let reason): "journal in \(directory) cannot be used: \(reason)"
        case .inUse(let directory):
            "journal in \(directory) is in use by another process: a running gateway drains it by itself"
        case .full(let limitBytes): "journal is full: its bound is \(limitBytes) bytes"
        case .failed(let reason): "journal failed: \(reason)"
        }
    }
}
