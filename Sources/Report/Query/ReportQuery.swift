/// A question with its SQL: a file of `sql/queries`, which psql runs too.
///
/// The file begins with comment lines: number and Chinese title; in English what is asked and how the answer is read; then
///
///     -- @param NAME TYPE DEFAULT meaning        TYPE: date, moment, time, integer, number, text;
///                                                DEFAULT -: empty
///     -- @column NAME Chinese title
///
/// The rest is one SELECT, in which `:'NAME'` stands for a parameter as in psql.
package struct ReportQuery: Sendable, Equatable {
    /// Something that the caller may choose.
    package struct Parameter: Sendable, Equatable {
        package enum Kind: String, Sendable {
            case date, moment, time, integer, number, text
        }

        package let name: String
        package let kind: Kind
        package let defaultValue: String
        package let meaning: String
    }

    /// The file's name without its extension: `11-same-day-clearance`.
    package let name: String
    /// Of the question in the list that people ask every day, from 1.
    package let number: Int
    /// In Chinese.
    package let title: String
    /// In English, a line or more.
    package let summary: String
    package let parameters: [Parameter]
    /// Chinese titles by the names of the answer's columns.
    package let titles: [String: String]
    let sql: String

    /// - Throws: ``ReportError/badQueryFile(_:reason:)``
    package init(fileName: String, text: String) throws(ReportError) {
        let wrong = { (reason: String) in ReportError.badQueryFile(fileName, reason: reason) }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let comments = lines.prefix { $0.hasPrefix("--") }.map { line in
            String(line.dropFirst(2).drop { $0 == " " })
        }
        guard let head = comments.first, let space = head.firstIndex(of: " "), let number = Int(head[..<space]),
            fileName.hasSuffix(".sql"), Int(fileName.prefix { $0 != "-" }) == number
        else { throw wrong("the first line is not `-- NUMBER title`, with the number of the file's name") }
        var summary: [String] = []
        var parameters: [Parameter] = []
        var titles: [String: String] = [:]
        for comment in comments.dropFirst() {
            let words = comment.split(separator: " ", maxSplits: 4).map(String.init)
            switch words.first {
            case "@param":
                guard words.count == 5, let kind = Parameter.Kind(rawValue: words[2]) else {
                    throw wrong("'\(comment)' is not `@param NAME TYPE DEFAULT meaning`")
                }
                parameters.append(
                    Parameter(
                        name: words[1], kind: kind, defaultValue: words[3] == "-" ? "" : words[3], meaning: words[4]))
            case "@column":
                guard words.count >= 3 else { throw wrong("'\(comment)' is not `@column NAME title`") }
                titles[words[1]] = words[2...].joined(separator: " ")
            case nil: break
            default: summary.append(comment)
            }
        }
        self.name = String(fileName.dropLast(4))
        self.number = number
        self.title = String(head[head.index(after: space)...])
        self.summary = summary.joined(separator: "\n")
        self.parameters = parameters
        self.titles = titles
        var sql = lines.drop { $0.hasPrefix("--") }.joined(separator: "\n")
        while let last = sql.last, last == ";" || last.isWhitespace { sql.removeLast() }
        self.sql = sql
        let used = Set(Self.places(in: sql).map(\.name))
        guard used == Set(parameters.map(\.name)) else {
            throw wrong("@param and the text do not name the same parameters")
        }
    }

    /// The SELECT with values in the places of the parameters.
    /// - Parameter values: by the names of parameters; one that is missing has its default.
    /// - Throws: ``ReportError/unknownParameter(_:query:accepted:)``, ``ReportError/badValue(_:parameter:accepted:)``
    package func select(_ values: [String: String] = [:]) throws(ReportError) -> String {
        for name in values.keys.sorted() where !parameters.contains(where: { $0.name == name }) {
            throw .unknownParameter(name, query: self.name, accepted: parameters.map(\.name))
        }
        var literals: [String: String] = [:]
        for parameter in parameters {
            let value = values[parameter.name] ?? parameter.defaultValue
            try parameter.check(value)
            literals[parameter.name] = Self.literal(value)
        }
        var result = ""
        var start = sql.startIndex
        for place in Self.places(in: sql) {
            result += sql[start..<place.range.lowerBound] + (literals[place.name] ?? "NULL")
            start = place.range.upperBound
        }
        return result + sql[start...]
    }

    /// Byte by byte: to Swift a quote with a combining mark behind it is another character, to PostgreSQL it is a quote.
    private static func literal(_ value: String) -> String {
        let quote = UInt8(ascii: "'")
        let doubled = value.utf8.flatMap { $0 == quote ? [quote, quote] : [$0] }
        return String(decoding: [quote] + doubled + [quote], as: UTF8.self)
    }

    /// Where `:'name'` stands.
    private static func places(in sql: String) -> [(range: Range<String.Index>, name: String)] {
        var places: [(range: Range<String.Index>, name: String)] = []
        var rest = sql[...]
        while let colon = rest.firstIndex(of: ":") {
            rest = rest[rest.index(after: colon)...]
            guard rest.first == "'" else { continue }
            let name = rest.dropFirst().prefix { $0.isASCII && ($0.isLetter || $0 == "_") }
            guard !name.isEmpty, name.endIndex < rest.endIndex, rest[name.endIndex] == "'" else { continue }
            let end = rest.index(after: name.endIndex)
            places.append((colon..<end, String(name)))
            rest = rest[end...]
        }
        return places
    }
}

extension ReportQuery.Parameter {
    /// What PostgreSQL would make of a wrong value is said before it is asked.
    fileprivate func check(_ value: String) throws(ReportError) {
        let accepted: String? =
            switch kind {
            case .text: value.utf8.contains(0) ? "a text without NUL" : nil
            case .date: Self.isDate(value) ? nil : "YYYY-MM-DD, today or yesterday"
            case .moment: Self.isMoment(value) ? nil : "YYYY-MM-DD HH:MM or now"
            case .time: Self.isTime(value) ? nil : "HH:MM"
            case .integer: Int32(value) != nil ? nil : "a whole number"
            case .number: Self.isNumber(value) ? nil : "a number such as 0.3"
            }
        if let accepted { throw .badValue(value, parameter: name, accepted: accepted) }
    }

    private static func isDate(_ text: String) -> Bool {
        if text == "today" || text == "yesterday" { return true }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], let year = digits(parts[0]), let month = digits(parts[1]),
            let day = digits(parts[2]), (2000...2199).contains(year), (1...12).contains(month)
        else { return false }
        let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        let length = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
        return (1...length).contains(day)
    }

    private static func isMoment(_ text: String) -> Bool {
        if text == "now" { return true }
        let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        return parts.count == 2 && parts[0].count == 10 && isDate(parts[0]) && isTime(parts[1])
    }

    private static func isTime(_ text: String) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [2, 2], let hour = digits(parts[0]), let minute = digits(parts[1]) else {
            return false
        }
        return (0...23).contains(hour) && (0...59).contains(minute) || text == "24:00"
    }

    private static func isNumber(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return (1...2).contains(parts.count) && parts.allSatisfy { digits($0) != nil }
    }

    private static func digits(_ text: some StringProtocol) -> Int? {
        guard !text.isEmpty, text.utf8.count < 16, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text)
    }
}
