internal import Libpq

/// The rows of one statement, copied as text; free of the connection that made them.
package struct PostgresRows: Sendable, Equatable {
    package let columns: [String]
    /// OIDs of the columns' types, as `pg_type` has them; 0 where rows were not made by a server.
    package let columnTypes: [UInt32]
    /// Rows that the statement returned or affected; nil for statements that count none.
    package let affectedRows: Int?
    /// Row after row, so that a result is one allocation and not one for each row.
    private let values: [String?]
    private let rowCount: Int

    package init(columns: [String], values: [[String?]], affectedRows: Int? = nil) {
        precondition(values.allSatisfy { $0.count == columns.count }, "a row has another number of columns")
        self.columns = columns
        self.columnTypes = columns.map { _ in 0 }
        self.values = Array(values.joined())
        self.rowCount = values.count
        self.affectedRows = affectedRows
    }

    init(_ result: borrowing PQResult) {
        let width = result.nfields
        var values: [String?] = []
        values.reserveCapacity(width * result.ntuples)
        for row in 0..<result.ntuples {
            for column in 0..<width { values.append(result.getvalue(row, column)) }
        }
        var columns: [String] = []
        var columnTypes: [UInt32] = []
        for column in 0..<width {
            columns.append(result.fname(column))
            columnTypes.append(result.ftype(column))
        }
        self.columns = columns
        self.columnTypes = columnTypes
        self.values = values
        self.rowCount = result.ntuples
        self.affectedRows = result.cmdTuples
    }
}

extension PostgresRows: RandomAccessCollection {
    package var startIndex: Int { 0 }
    package var endIndex: Int { rowCount }

    package subscript(position: Int) -> PostgresRow {
        precondition(position >= 0 && position < rowCount, "row \(position) of \(rowCount)")
        let start = position * columns.count
        return PostgresRow(columns: columns, values: values[start..<start + columns.count])
    }
}
