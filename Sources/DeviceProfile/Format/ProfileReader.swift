import Yams

/// Walks the nodes of a profile's file and gathers what is wrong. A part that is wrong comes out as nil, and the walk goes on.
struct ProfileReader {
    static let profileForm = "a mapping with name, summary and rules"

    let file: String
    private(set) var issues: [ProfileIssue] = []

    init(file: String) { self.file = file }

    // MARK: Reporting

    mutating func report(_ mark: Mark?, _ problem: String, accepted: String) {
        issues.append(
            ProfileIssue(
                file: file, line: mark?.line ?? 1, column: mark?.column ?? 1, problem: problem, accepted: accepted))
    }

    mutating func report(_ node: Node, _ problem: String, accepted: String) {
        report(node.mark, problem, accepted: accepted)
    }

    // MARK: Mappings

    /// The members of a mapping; keys that are none of `keys` are reported.
    mutating func members(of node: Node, _ what: String, keys: [String]) -> [String: Node]? {
        guard let mapping = node.mapping else {
            report(node, "\(what) is no mapping", accepted: "a mapping with \(keys.joined(separator: ", "))")
            return nil
        }
        var members: [String: Node] = [:]
        for (key, value) in mapping {
            let name = key.scalar?.string ?? ""
            if keys.contains(name) {
                members[name] = value
            } else {
                report(key, "\(what) has no '\(name)'", accepted: keys.joined(separator: ", "))
            }
        }
        return members
    }

    /// A member that must be there.
    mutating func required(
        _ key: String, in members: [String: Node], of node: Node, _ what: String, accepted: String
    ) -> Node? {
        if let member = members[key] { return member }
        report(node, "\(what) lacks '\(key)'", accepted: accepted)
        return nil
    }

    // MARK: Scalars

    mutating func text(_ node: Node, _ what: String, accepted: String) -> String? {
        if let text = node.scalar?.string, !text.isEmpty { return text }
        report(node, "\(what) is no text", accepted: accepted)
        return nil
    }

    mutating func choice<Value>(_ node: Node, _ what: String, _ choices: [(String, Value)]) -> Value? {
        let text = node.scalar?.string
        if let choice = choices.first(where: { $0.0 == text }) { return choice.1 }
        report(
            node, "\(what) is \(text.map { "'\($0)'" } ?? "no text")",
            accepted: choices.map(\.0).joined(separator: ", "))
        return nil
    }

    /// A whole number, decimal or with 0x in front.
    mutating func integer(_ node: Node, _ what: String, in range: ClosedRange<Int64>) -> Int64? {
        if let number = node.scalar.flatMap({ Self.integer($0.string) }), range.contains(number) { return number }
        report(
            node, "\(what) is \(node.scalar.map { "'\($0.string)'" } ?? "no number")",
            accepted: "a whole number, \(range.lowerBound) to \(range.upperBound), decimal or with 0x in front")
        return nil
    }

    /// A list of numbers and ranges such as `0x61..0x66`; one of them may stand without a list.
    mutating func ranges(_ node: Node, _ what: String) -> [ClosedRange<Int64>]? {
        var ranges: [ClosedRange<Int64>] = []
        var isSound = true
        for element in node.sequence.map(Array.init) ?? [node] {
            if let range = element.scalar.flatMap({ Self.range($0.string) }) {
                ranges.append(range)
            } else {
                isSound = false
                report(
                    element, "\(what) is \(element.scalar.map { "'\($0.string)'" } ?? "no number")",
                    accepted: "a whole number or a range such as 0x61..0x66, or a list of these")
            }
        }
        if ranges.isEmpty && isSound {
            report(node, "\(what) is an empty list", accepted: "at least one number or range")
            return nil
        }
        return isSound ? ranges : nil
    }

    static func integer(_ text: String) -> Int64? {
        let isNegative = text.hasPrefix("-")
        let digits = text.dropFirst(isNegative ? 1 : 0)
        guard let first = digits.first, first.isHexDigit else { return nil }
        let magnitude = digits.hasPrefix("0x") ? Int64(digits.dropFirst(2), radix: 16) : Int64(digits)
        return magnitude.map { isNegative ? -$0 : $0 }
    }

    private static func range(_ text: String) -> ClosedRange<Int64>? {
        if let number = integer(text) { return number...number }
        let parts = text.split(separator: "..", omittingEmptySubsequences: false)
        guard parts.count == 2, let lower = integer(String(parts[0])), let upper = integer(String(parts[1])),
            lower <= upper
        else { return nil }
        return lower...upper
    }
}
