/// One row of a ``PostgresRows``.
///
/// Asking for a column that the statement does not return is a programming error and traps. A value
/// of another shape than asked for throws ``PostgresError/protocolViolation(message:)``.
package struct PostgresRow: Sendable {
    package let columns: [String]
    private let values: ArraySlice<String?>

    init(columns: [String], values: ArraySlice<String?>) {
        self.columns = columns
        self.values = values
    }

    /// The value as the server wrote it; nil for NULL.
    package subscript(index: Int) -> String? {
        values[values.startIndex + index]
    }

    /// The value as the server wrote it; nil for NULL.
    package subscript(column: String) -> String? {
        guard let index = columns.firstIndex(of: column) else {
            preconditionFailure("no column \(column) in \(columns)")
        }
        return self[index]
    }

    package func text(_ column: String) throws(PostgresError) -> String {
        guard let text = self[column] else { throw .protocolViolation(message: "column \(column) is NULL") }
        return text
    }

    package func int(_ column: String) throws(PostgresError) -> Int {
        try convert(column, try text(column), Int.init)
    }

    package func intIfPresent(_ column: String) throws(PostgresError) -> Int? {
        self[column] == nil ? nil : try int(column)
    }

    package func double(_ column: String) throws(PostgresError) -> Double {
        try convert(column, try text(column), Double.init)
    }

    package func bool(_ column: String) throws(PostgresError) -> Bool {
        try convert(column, try text(column)) { ["t": true, "f": false][$0] }
    }

    /// A `bytea` in the server's default `hex` output.
    package func bytes(_ column: String) throws(PostgresError) -> [UInt8] {
        try convert(column, try text(column), Self.decodeHex)
    }

    package func bytesIfPresent(_ column: String) throws(PostgresError) -> [UInt8]? {
        self[column] == nil ? nil : try bytes(column)
    }

    private func convert<T>(
        _ column: String, _ text: String, _ read: (String) -> T?
    ) throws(PostgresError) -> T {
        // The value itself stays out of the message: it may be somebody's data.
        guard let value = read(text) else {
            throw .protocolViolation(message: "column \(column) does not hold a \(T.self)")
        }
        return value
    }

    private static func decodeHex(_ text: String) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.starts(with: [0x5C, 0x78]), digits.count.isMultiple(of: 2) else { return nil }  // \x
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count / 2 - 1)
        for index in stride(from: 2, to: digits.count, by: 2) {
            guard let high = hexValue(digits[index]), let low = hexValue(digits[index + 1]) else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func hexValue(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x41...0x46: digit - 0x41 + 10
        case 0x61...0x66: digit - 0x61 + 10
        default: nil
        }
    }
}
