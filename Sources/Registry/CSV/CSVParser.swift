/// Cuts UTF-8 text into records and fields (RFC 4180), lines ended by LF or CRLF.
struct CSVParser: Sendable {
    struct Record: Sendable, Equatable {
        /// The line that it begins on, from 1.
        var line: Int
        var fields: [String]
        /// Nothing but a line end.
        var isEmpty: Bool { fields == [""] }
    }

    enum Step: Sendable, Equatable {
        case record(Record)
        /// This record is not CSV; the next step goes on behind it.
        case refused(line: Int, reason: String)
        case end
    }

    /// Longest accepted field, bytes: an area with its 10,000 corners.
    static let longestField = 1 << 20

    private let bytes: [UInt8]
    private var position = 0
    private var line = 1

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// How much was read, bytes.
    var offset: Int { position }

    mutating func next() -> Step {
        guard position < bytes.count else { return .end }
        let start = line
        var fields: [String] = []
        while true {
            switch field() {
            case .refused(let reason):
                skipLine()
                return .refused(line: start, reason: reason)
            case .value(let value, let isLast):
                fields.append(value)
                if isLast { return .record(Record(line: start, fields: fields)) }
            }
        }
    }

    private enum Field {
        case value(String, isLast: Bool)
        case refused(String)
    }

    private mutating func field() -> Field {
        if position < bytes.count, bytes[position] == .quote { return quoted() }
        let start = position
        while position < bytes.count, bytes[position] != .comma, bytes[position] != .lineFeed {
            if bytes[position] == .quote {
                return .refused("a quote inside a field that does not begin with one: quote the field and double it")
            }
            position += 1
        }
        guard position - start <= Self.longestField else { return .refused(Self.tooLong) }
        var end = position
        if position == bytes.count || bytes[position] == .lineFeed, end > start, bytes[end - 1] == .carriageReturn {
            end -= 1
        }
        return .value(String(decoding: bytes[start..<end], as: UTF8.self), isLast: endOfField())
    }

    private mutating func quoted() -> Field {
        position += 1
        var value: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte != .quote {
                if byte == .lineFeed { line += 1 }
                value.append(byte)
                if value.count > Self.longestField { return .refused(Self.tooLong) }
            } else if position < bytes.count, bytes[position] == .quote {
                value.append(.quote)
                position += 1
            } else {
                if position + 1 < bytes.count, bytes[position] == .carriageReturn, bytes[position + 1] == .lineFeed {
                    position += 1
                }
                guard position == bytes.count || bytes[position] == .comma || bytes[position] == .lineFeed else {
                    return .refused("text behind the closing quote of a field")
                }
                return .value(String(decoding: value, as: UTF8.self), isLast: endOfField())
            }
        }
        return .refused("a quote that is never closed")
    }

    /// Passes the comma or line end behind a field: is the record over?
    private mutating func endOfField() -> Bool {
        guard position < bytes.count else { return true }
        let isComma = bytes[position] == .comma
        position += 1
        if isComma {
            // A comma as the last byte of all has an empty field behind it.
            return false
        }
        line += 1
        return true
    }

    private mutating func skipLine() {
        while position < bytes.count, bytes[position] != .lineFeed { position += 1 }
        if position < bytes.count {
            position += 1
            line += 1
        }
    }

    private static let tooLong = "a field of more than \(longestField) bytes"
}

extension UInt8 {
    fileprivate static let quote = UInt8(ascii: "\"")
    fileprivate static let comma = UInt8(ascii: ",")
    fileprivate static let lineFeed = UInt8(ascii: "\n")
    fileprivate static let carriageReturn = UInt8(ascii: "\r")
}
