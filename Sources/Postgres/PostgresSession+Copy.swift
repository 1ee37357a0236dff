extension PostgresSession {
    /// Runs a string with one or more `COPY ... FROM STDIN` and feeds each.
    ///
    /// `sql` goes out as one simple query: without `BEGIN` in it, all its statements form one
    /// transaction that commits at the end, so a batch for several tables, and a `NOTIFY` after it,
    /// costs one round trip a COPY. For every COPY that the server opens, `body` gets its index and
    /// the stream to write to. When `body` throws, or the server refuses a row, everything is rolled
    /// back. The session is then ready for the next statement.
    ///
    /// `body` must not run statements on this session.
    /// - Returns: The number of rows of each COPY, in order.
    /// - Throws: What `body` threw when that is a ``PostgresError``, and else a
    ///   ``PostgresError/protocolViolation(message:)`` that quotes it; otherwise the first error of the server.
    @discardableResult
    package func copyIn(
        _ sql: String, _ body: (_ index: Int, _ stream: borrowing PostgresCopyStream) throws -> Void
    ) throws(PostgresError) -> [Int] {
        try run(sql) { index throws(PostgresError) in
            do {
                try body(index, PostgresCopyStream(session: self))
            } catch let error as PostgresError {
                throw error
            } catch {
                throw .protocolViolation(message: "the source of COPY \(index) failed: \(error)")
            }
        }
    }
}
