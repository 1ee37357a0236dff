import JTT808
import Yams

extension ProfileReader {
    private static let technologies: [(String, UInt8)] = [
        ("other", 0), ("lf", 1), ("fdx_b", 2), ("hf", 3), ("uhf_epc", 4),
    ]
    private static let modes: [(String, UInt8)] = [
        ("lifter_static", 1), ("lifter_dynamic", 2), ("body_difference", 3), ("platform", 4), ("weighbridge", 5),
        ("volume_estimate", 6),
    ]
    private static let flags: [(String, WeightFlags)] = [
        ("stable", .stable), ("shows_net", .showsNet), ("over_range", .overRange), ("negative", .negative),
        ("under_range", .underRange), ("not_zeroed", .notZeroed), ("expanded_tenfold", .expandedTenfold),
        ("entered_by_hand", .enteredByHand), ("sensor_fault", .sensorFault),
    ]

    mutating func meaning(_ key: String, _ node: Node) -> Meaning? {
        switch key {
        case "odometer": measure(node, key, of: .distance).map { .odometer($0) }
        case "fuel": measure(node, key, of: .volume).map { .fuel($0) }
        case "load": load(node).map { .load($0) }
        case "tag": tagRead(node).map { .tag($0) }
        default: lift(node).map { .lift($0) }
        }
    }

    private mutating func load(_ node: Node) -> LoadMeaning? {
        guard let members = members(of: node, "load", keys: ["channel", "weight", "flags"]) else { return nil }
        let channel = small(members["channel"], "channel", in: 0...255)
        let weight = required("weight", in: members, of: node, "load", accepted: "weight, channel and flags")
            .flatMap { measure($0, "weight", of: .weight) }
        let flags = flagRules(members["flags"])
        guard let channel, let weight else { return nil }
        return LoadMeaning(channel: channel, weight: weight, flags: flags)
    }

    private mutating func tagRead(_ node: Node) -> TagMeaning? {
        let keys = ["technology", "reader", "antenna", "rssi", "id"]
        guard let members = members(of: node, "tag", keys: keys) else { return nil }
        let reader = small(members["reader"], "reader", in: 0...255)
        let antenna = small(members["antenna"], "antenna", in: 0...255)
        let rssi = small(members["rssi"], "rssi", in: -128...127)
        let tag = tagField(node, members, "tag")
        guard let reader, let antenna, let rssi, let tag else { return nil }
        return TagMeaning(reader: reader, antenna: antenna, rssi: rssi, tag: tag)
    }

    private mutating func lift(_ node: Node) -> LiftMeaning? {
        let keys = ["mode", "gross", "tare", "net", "flags", "waste_type", "quality", "tag"]
        guard let members = members(of: node, "lift", keys: keys) else { return nil }
        let mode = required(
            "mode", in: members, of: node, "lift", accepted: Self.modes.map(\.0).joined(separator: ", ")
        ).flatMap { choice($0, "mode", Self.modes) }
        let gross = members["gross"].flatMap { measure($0, "gross", of: .weight) }
        let tare = members["tare"].flatMap { measure($0, "tare", of: .weight) }
        let net = members["net"].flatMap { measure($0, "net", of: .weight) }
        if members["gross"] == nil && members["net"] == nil {
            report(node, "lift has no weight", accepted: "gross or net or both")
        }
        let flags = flagRules(members["flags"])
        let wasteType = small(members["waste_type"], "waste_type", in: 0...255)
        let quality = small(members["quality"], "quality", in: 0...255)
        let tag = members["tag"].flatMap { node in
            self.members(of: node, "tag", keys: ["technology", "id"]).flatMap { tagField(node, $0, "tag") }
        }
        guard let mode, let wasteType, let quality else { return nil }
        return LiftMeaning(
            mode: mode, gross: gross, tare: tare, net: net, flags: flags, wasteType: wasteType, quality: quality,
            tag: tag)
    }

    private mutating func flagRules(_ node: Node?) -> [WeightFlagRule] {
        guard let node, let members = members(of: node, "flags", keys: Self.flags.map(\.0)) else { return [] }
        return Self.flags.compactMap { name, flag in
            members[name].flatMap { condition($0, name) }.map { WeightFlagRule(flag: flag, condition: $0) }
        }
    }

    private mutating func tagField(_ node: Node, _ members: [String: Node], _ what: String) -> TagField? {
        let technology = members["technology"].map { choice($0, "technology", Self.technologies) } ?? 0
        guard
            let id = required(
                "id", in: members, of: node, what, accepted: "id with at or column, bytes and type"),
            let fields = self.members(of: id, "id", keys: ["at", "column", "separator", "bytes", "type"])
        else { return nil }
        let place = self.place(id, fields, "id")
        let forms: [(String, TagField.Form)] = [
            ("bytes", .bytes), ("reversed", .reversed), ("ascii", .ascii), ("hex", .hex),
        ]
        let form = fields["type"].map { choice($0, "type", forms) } ?? .bytes
        let size = fields["bytes"].map { self.size($0, place) } ?? .rest
        guard let technology, let place, let form, let size else { return nil }
        return TagField(technology: technology, place: place, size: size, form: form)
    }

    private mutating func size(_ node: Node, _ place: FieldPlace?) -> TagField.Size? {
        if case .column? = place {
            report(node, "a column ends at its separator", accepted: "no bytes")
            return nil
        }
        switch node.scalar?.string {
        case "rest": return .rest
        case "prefixed": return .prefixed
        case let text:
            if let count = text.flatMap(Self.integer), (1...255).contains(count) { return .bytes(Int(count)) }
            report(
                node, "bytes is \(text.map { "'\($0)'" } ?? "no text")",
                accepted: "1 to 255, rest (to the end) or prefixed (the byte at 'at' says how many follow)")
            return nil
        }
    }
}
