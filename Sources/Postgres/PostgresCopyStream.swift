/// Takes the bytes of one running `COPY ... FROM STDIN`.
///
/// It is lent to the body of ``PostgresSession/copyIn(_:_:)``, which cannot keep it: after the COPY
/// nothing can be written to it.
package struct PostgresCopyStream: ~Copyable {
    /// Bytes given to libpq at once. libpq copies each slice into its output buffer, which grows to the
    /// largest slice and never shrinks; above some tens of kilobytes a larger one gains nothing.
    static let sliceLength = 64 * 1024

    private let session: PostgresSession

    init(session: PostgresSession) {
        self.session = session
    }

    /// Sends bytes, cut anywhere; blocks while the server does not keep up.
    ///
    /// Bad data is not noticed here: the server's answer comes when the COPY ends.
    package func write(_ bytes: RawSpan) throws(PostgresError) {
        var start = 0
        while start < bytes.byteCount {
            let end = min(start + Self.sliceLength, bytes.byteCount)
            try session.putCopyData(bytes.extracting(start..<end))
            start = end
        }
    }

    /// Sends bytes, cut anywhere.
    package func write(_ bytes: [UInt8]) throws(PostgresError) {
        try write(bytes.span.bytes)
    }

    /// Sends rows in text format, cut anywhere.
    package func write(_ text: String) throws(PostgresError) {
        try write(Array(text.utf8))
    }
}
