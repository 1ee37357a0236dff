import JTT808
import Yams

extension ProfileReader {
    private static let meaningKeys = ["odometer", "fuel", "load", "tag", "lift"]
    private static let ruleKeys = ["item", "passthrough", "group", "each", "length", "when", "time"] + meaningKeys

    /// - Parameter root: nil when there is none, which was reported.
    mutating func profile(_ root: Node?) -> DeviceProfile? {
        guard let root, let members = members(of: root, "the profile", keys: ["name", "summary", "rules"]) else {
            return nil
        }
        let name = required("name", in: members, of: root, "the profile", accepted: Self.profileForm)
            .flatMap { self.name($0) }
        let summary = required("summary", in: members, of: root, "the profile", accepted: Self.profileForm)
            .flatMap { text($0, "summary", accepted: "one sentence for people") }
        guard let list = required("rules", in: members, of: root, "the profile", accepted: Self.profileForm) else {
            return nil
        }
        guard let nodes = list.sequence, !nodes.isEmpty else {
            report(list, "rules is no list of rules", accepted: "a list with at least one rule")
            return nil
        }
        let rules = nodes.compactMap { rule($0) }
        guard let name, let summary else { return nil }
        return DeviceProfile(name: name, summary: summary, rules: rules)
    }

    private mutating func name(_ node: Node) -> String? {
        let accepted = "1 to 40 of a-z, 0-9 and '-', a letter first; not 'standard'"
        guard let name = text(node, "name", accepted: accepted) else { return nil }
        let isWellFormed =
            name.count <= 40 && name.first.map { ("a"..."z").contains($0) } == true
            && name.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" }
        guard isWellFormed, name != DeviceProfile.standard.name else {
            report(node, "name is '\(name)'", accepted: accepted)
            return nil
        }
        let fileName = file.split(separator: "/").last.map(String.init) ?? file
        if fileName != "\(name).yaml" {
            report(node, "name is '\(name)', the file is \(fileName)", accepted: "the same name: \(name).yaml")
        }
        return name
    }

    private mutating func rule(_ node: Node) -> ProfileRule? {
        guard let members = members(of: node, "the rule", keys: Self.ruleKeys) else { return nil }
        let source = self.source(node, members)
        let group = members["group"].flatMap { integer($0, "group", in: 0...255) }
        let each = members["each"].flatMap { repetition($0) }
        let lengths = members["length"].map { self.lengths($0) } ?? []
        let conditions = members["when"].map { self.conditions($0) } ?? []
        let time = members["time"].flatMap { self.time($0) }
        let meanings = Self.meaningKeys.compactMap { key in members[key].flatMap { meaning(key, $0) } }
        if Self.meaningKeys.allSatisfy({ members[$0] == nil }) {
            report(
                node, "the rule says nothing",
                accepted: "at least one of \(Self.meaningKeys.joined(separator: ", "))")
        }
        guard let source else { return nil }
        if case .passthrough = source {
            for key in ["odometer", "fuel"] {
                guard let member = members[key] else { continue }
                report(member, "\(key) belongs to a position, a 0x0900 has none", accepted: "load, tag, lift")
            }
        }
        return ProfileRule(
            source: source, groupMember: group.map { UInt8($0) }, each: each, lengths: lengths, conditions: conditions,
            time: time, meanings: meanings)
    }

    private mutating func source(_ node: Node, _ members: [String: Node]) -> ProfileRule.Source? {
        switch (members["item"], members["passthrough"]) {
        case (let item?, nil): return integer(item, "item", in: 1...255).map { .item(UInt8($0)) }
        case (nil, let type?):
            guard let number = integer(type, "passthrough", in: 0...255) else { return nil }
            guard number != Int64(Passthrough.Kind.records.rawValue) else {
                report(type, "passthrough is 0xf1", accepted: "any other type: 0xf1 is Qingyun's own records")
                return nil
            }
            return .passthrough(UInt8(number))
        default:
            report(
                node, "the rule does not say what it is about",
                accepted: "either item (of a 0x0200) or passthrough (type of a 0x0900)")
            return nil
        }
    }

    private mutating func repetition(_ node: Node) -> ProfileRule.Repetition? {
        guard let members = members(of: node, "each", keys: ["from", "bytes"]) else { return nil }
        let start = members["from"].map { integer($0, "from", in: 0...1023) } ?? 0
        let length = required("bytes", in: members, of: node, "each", accepted: "from and bytes")
            .flatMap { integer($0, "bytes", in: 1...1023) }
        guard let start, let length else { return nil }
        return ProfileRule.Repetition(start: Int(start), length: Int(length))
    }

    private mutating func lengths(_ node: Node) -> [Int] {
        (node.sequence.map(Array.init) ?? [node]).compactMap { integer($0, "length", in: 0...1023).map { Int($0) } }
    }

    private mutating func conditions(_ node: Node) -> [Condition] {
        (node.sequence.map(Array.init) ?? [node]).compactMap { condition($0, "when") }
    }

    private mutating func time(_ node: Node) -> TimeField? {
        guard let members = members(of: node, "time", keys: ["at", "type", "order"]) else { return nil }
        let offset = required("at", in: members, of: node, "time", accepted: "at and type")
            .flatMap { integer($0, "at", in: 0...1023) }
        let form = required("type", in: members, of: node, "time", accepted: "at and type")
            .flatMap { choice($0, "type", [("bcd", TimeField.Form.bcd), ("unix", .unix)]) }
        let isLittle = members["order"].map { byteOrder($0) } ?? false
        if let order = members["order"], form == .bcd {
            report(order, "a BCD time has one order only", accepted: "no order")
        }
        guard let offset, let form, let isLittle else { return nil }
        return TimeField(offset: Int(offset), form: form, isLittleEndian: isLittle)
    }
}
