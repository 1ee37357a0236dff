/// One value for `$n` in `PQexecParams`.
package enum PQParameter: Sendable, Equatable {
    case null
    /// Sent in text format. It ends at its first NUL character: C strings carry none.
    case text(String)
    /// Sent in binary format, any byte allowed.
    case binary([UInt8])
}
