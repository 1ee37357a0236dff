import Postgres

/// A figure as it must be: a whole number, a null, or a range where two ways of measuring differ a little.
struct Figure: Equatable, CustomStringConvertible, ExpressibleByIntegerLiteral {
    /// nil: null.
    let range: ClosedRange<Int>?

    static let null = Figure(Int?.none)

    init(_ value: Int?) { range = value.map { $0...$0 } }
    init(_ range: ClosedRange<Int>?) { self.range = range }
    init(integerLiteral value: Int) { self.init(value) }

    func holds(_ text: String?) -> Bool {
        guard let text else { return range == nil }
        guard let value = Int(text) else { return false }
        return range?.contains(value) ?? false
    }

    var description: String {
        guard let range else { return "null" }
        return range.count == 1 ? "\(range.lowerBound)" : "\(range)"
    }

    // MARK: As SQL adds up: a null is nothing, and nothing but nulls is null.

    static func sum(_ figures: [Figure]) -> Figure {
        combine(figures) { ($0.lowerBound + $1.lowerBound)...($0.upperBound + $1.upperBound) }
    }
    static func least(_ figures: [Figure]) -> Figure {
        combine(figures) { min($0.lowerBound, $1.lowerBound)...min($0.upperBound, $1.upperBound) }
    }
    static func greatest(_ figures: [Figure]) -> Figure {
        combine(figures) { max($0.lowerBound, $1.lowerBound)...max($0.upperBound, $1.upperBound) }
    }

    private static func combine(
        _ figures: [Figure], _ body: (ClosedRange<Int>, ClosedRange<Int>) -> ClosedRange<Int>
    ) -> Figure {
        let ranges = figures.compactMap(\.range)
        guard let first = ranges.first else { return .null }
        return Figure(ranges.dropFirst().reduce(first, body))
    }
}

/// A row of statistics as it must be. Instants are microseconds since 1970, days are days since 1970, bytes are hexadecimal, and what has one
/// decimal is in tenths.
struct FigureRow {
    /// Columns that say what the row is of, and other texts.
    var key: [String: String]
    var figures: [String: Figure] = [:]

    init(_ key: [String: Int]) { self.key = key.mapValues(String.init) }
    init(texts: [String: String]) { key = texts }

    subscript(column: String) -> Figure {
        get { figures[column] ?? .null }
        set { figures[column] = newValue }
    }

    /// Of a key column that is a number.
    func id(_ column: String) -> Int { key[column].flatMap { Int($0) } ?? 0 }

    var columns: Set<String> { Set(key.keys).union(figures.keys) }

    /// What differs from the rows of a table or view, a line for each; empty: nothing.
    static func differences(_ wanted: [FigureRow], _ stored: [[String: String]]) -> [String] {
        guard let first = wanted.first else { return stored.map { "not wanted: \($0)" } }
        let columns = first.key.keys.sorted()
        let name = { (row: [String: String]) in columns.map { "\($0)=\(row[$0] ?? "-")" }.joined(separator: " ") }
        var left = Dictionary(grouping: stored, by: name)
        var lines: [String] = []
        for row in wanted {
            let key = name(row.key)
            guard let found = left.removeValue(forKey: key), found.count == 1 else {
                lines.append("missing, or more than once: \(key)")
                continue
            }
            for (column, figure) in row.figures where !figure.holds(found[0][column]) {
                lines.append("\(key): \(column) is \(found[0][column] ?? "null"), must be \(figure)")
            }
        }
        return (lines + left.keys.map { "not wanted: \($0)" }).sorted()
    }
}

extension TestDatabase {
    /// The columns of a table or view of `stats`, and their types.
    func statisticsColumns(of relation: String) throws -> [String: String] {
        var columns: [String: String] = [:]
        for row in try query(
            "SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = 'stats' AND table_name = $1",
            [.text(relation)])
        {
            columns[try row.text("column_name")] = try row.text("data_type")
        }
        return columns
    }

    /// The rows of a table or view of `stats`, as a ``FigureRow`` has them; nulls are left out.
    func statistics(_ relation: String) throws -> [[String: String]] {
        let columns = try statisticsColumns(of: relation).map { name, type in
            switch type {
            case "timestamp with time zone": "(extract(epoch FROM \(name)) * 1000000)::bigint AS \(name)"
            case "date": "\(name) - date '1970-01-01' AS \(name)"
            case "bytea": "encode(\(name), 'hex') AS \(name)"
            case "numeric": "(\(name) * 10)::bigint AS \(name)"
            default: name
            }
        }
        return try query("SELECT \(columns.joined(separator: ", ")) FROM stats.\(relation)").map { row in
            var values: [String: String] = [:]
            for (index, name) in row.columns.enumerated() { values[name] = row[index] }
            return values
        }
    }
}
