internal import CLibpq

/// Owns one `PGresult *`; `PQclear` runs exactly once, when the value dies.
///
/// Every reader copies: C strings die with the result. Rows and columns count from 0, and an index
/// out of range is a programming error that traps, as for an array.
@safe package struct PQResult: ~Copyable {
    private let pointer: OpaquePointer

    init(owning pointer: OpaquePointer) {
        unsafe self.pointer = unsafe pointer
    }

    deinit {
        unsafe PQclear(pointer)
    }

    /// `PQresultStatus`
    package var status: ExecStatus {
        ExecStatus(unsafe PQresultStatus(pointer))
    }

    /// `PQresultErrorMessage`: the whole report, several lines, `DETAIL` included; empty without an error.
    package var errorMessage: String {
        unsafe string(PQresultErrorMessage(pointer)) ?? ""
    }

    /// `PQresultErrorField`; nil when the server did not send the field, or libpq itself made the error.
    package func errorField(_ field: DiagnosticField) -> String? {
        unsafe string(PQresultErrorField(pointer, field.code))
    }

    /// `PQntuples`: number of rows.
    package var ntuples: Int {
        Int(unsafe PQntuples(pointer))
    }

    /// `PQnfields`: number of columns.
    package var nfields: Int {
        Int(unsafe PQnfields(pointer))
    }

    /// `PQfname`: name of a column.
    package func fname(_ column: Int) -> String {
        checkColumn(column)
        return unsafe string(PQfname(pointer, Int32(column))) ?? ""
    }

    /// `PQftype`: OID of a column's type.
    package func ftype(_ column: Int) -> UInt32 {
        checkColumn(column)
        return unsafe PQftype(pointer, Int32(column))
    }

    /// `PQcmdStatus`: the command tag, such as `INSERT 0 3`.
    package var cmdStatus: String {
        unsafe string(PQcmdStatus(pointer)) ?? ""
    }

    /// `PQcmdTuples`: rows that the command affected; nil for commands that count none.
    package var cmdTuples: Int? {
        unsafe string(PQcmdTuples(pointer)).flatMap { Int($0) }
    }

    /// `PQgetvalue` as text; nil for NULL. Bytes that are no UTF-8 become U+FFFD.
    package func getvalue(_ row: Int, _ column: Int) -> String? {
        unsafe withValue(row, column) { unsafe String(decoding: $0, as: UTF8.self) }
    }

    /// `PQgetvalue` as bytes, zero bytes included; nil for NULL.
    package func getbytes(_ row: Int, _ column: Int) -> [UInt8]? {
        unsafe withValue(row, column) { unsafe [UInt8]($0) }
    }

    /// `PQgetisnull`
    package func getisnull(_ row: Int, _ column: Int) -> Bool {
        checkRow(row)
        checkColumn(column)
        return unsafe PQgetisnull(pointer, Int32(row), Int32(column)) == 1
    }

    @unsafe private func withValue<R>(_ row: Int, _ column: Int, _ read: (UnsafeRawBufferPointer) -> R) -> R? {
        if getisnull(row, column) { return nil }
        let length = unsafe PQgetlength(pointer, Int32(row), Int32(column))
        let start = unsafe PQgetvalue(pointer, Int32(row), Int32(column))
        return unsafe read(UnsafeRawBufferPointer(start: start, count: Int(length)))
    }

    private func checkRow(_ row: Int) {
        precondition(row >= 0 && row < ntuples, "row \(row) of \(ntuples)")
    }

    private func checkColumn(_ column: Int) {
        precondition(column >= 0 && column < nfields, "column \(column) of \(nfields)")
    }
}
