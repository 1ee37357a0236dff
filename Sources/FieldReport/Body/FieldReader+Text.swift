import JTT808

/// Texts, events, questions, information and telephones.
extension FieldReader {
    /// - Returns: false for an id of another group.
    mutating func texts(_ id: MessageID, _ edition: Edition) throws(BodyError) -> Bool {
        switch id {
        case .eventReport: try u8("event_id")
        case .questionAnswer:
            try u16("ack_serial", Self.questionSerial)
            try u8("answer_id")
        case .informationSubscription:
            try u8("info_type")
            try choice("state", [0: "off", 1: "on"])
        case .textMessage:
            try number("flag", UInt8.self, { _ in nil }) { Self.textFlags($0, edition) }
            if edition == .edition2019 { try choice("text_type", [1: "notice", 2: "service"]) }
            try text("text", remaining)
        case .eventList:
            try list(edition, "event") { reader throws(BodyError) in
                try reader.u8("event_id")
                try reader.shortText("text")
            }
        case .question:
            try flags("flag", UInt8.self, [0: "urgent", 3: "speak", 4: "advertising screen"])
            try shortText("question")
            try groupsToEnd("answer") { reader throws(BodyError) in
                try reader.u8("answer_id")
                try reader.longText("text")
            }
        case .informationMenu:
            try list(edition, "info") { reader throws(BodyError) in
                try reader.u8("info_type")
                try reader.longText("name")
            }
        case .informationMessage:
            try u8("info_type")
            if edition == .edition2011 { try u16("total_length") { _ in "of the whole text" } }
            try longText("text")
        case .callBack:
            try choice("call_type", [0: "a call", 1: "listens in"])
            try text("number", remaining)
        case .phoneBook:
            try list(edition, "contact") { reader throws(BodyError) in
                try reader.choice("flag", [1: "may call in", 2: "may be called", 3: "both"])
                try reader.shortText("number")
                try reader.shortText("name")
            }
        default: return false
        }
        return true
    }

    private static func textFlags(_ flags: UInt8, _ edition: Edition) -> [ExplainedField.Bits] {
        let kind = bits(flags, 5...5) { $0 == 0 ? "navigation" : "CAN fault code" }
        guard edition == .edition2019 else {
            let names = [0: "urgent", 2: "display", 3: "speak", 4: "advertising screen"]
            return setBits(flags & 0b1101_1111, names) + [kind]
        }
        let importance = bits(flags, 0...1) { ["reserved", "service", "urgent", "notice"][Int($0)] }
        return [importance] + setBits(flags & 0b1101_1100, [2: "display", 3: "speak"]) + [kind]
    }

    /// An action and a counted list. Action 0 deletes all, and nothing need follow.
    private mutating func list(
        _ edition: Edition, _ name: String, _ read: (inout FieldReader) throws(BodyError) -> Void
    ) throws(BodyError) {
        let action = try choice(
            "action", [0: "delete all", 1: "replace all", 2: "add", 3: "change", 4: "delete these"])
        if action == 0 && remaining == 0 { return }
        try groups(try count(edition), name, read)
    }

    /// A count in one byte, which 2011 has twice.
    mutating func count(_ edition: Edition) throws(BodyError) -> Int {
        let total = try u8("count") { _ in edition == .edition2011 ? "in all" : nil }
        guard edition == .edition2011 else { return Int(total) }
        return Int(try u8("count_here") { _ in "in this package" })
    }

    /// A count in two bytes, behind which 2011 has that of this package in one.
    mutating func longCount(_ edition: Edition) throws(BodyError) -> Int {
        let total = try u16("count") { _ in edition == .edition2011 ? "in all" : nil }
        guard edition == .edition2011 else { return Int(total) }
        return Int(try u8("count_here") { _ in "in this package" })
    }
}
