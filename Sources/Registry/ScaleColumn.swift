/// A column of `registry.scale` that people fill.
package struct ScaleColumn: Sendable {
    enum Form: Sendable {
        case word([String])
        case number(ClosedRange<Int>)
        case yesNo
        case text
        case day
    }

    package let name: String
    let form: Form
    /// The type that its text is cast to.
    let type: String

    package static func named(_ name: String) -> ScaleColumn? { all.first { $0.name == name } }

    /// Each refuses what the table does; what settings must be to each other is left to the table.
    package static let all: [ScaleColumn] = [
        text("name"), word("status", ["active", "suspended", "retired"]),
        word("kind", ["platform", "weighbridge", "reader"]),
        word(
            "dialect",
            [
                "toledo", "toledo-short", "toledo-extended", "yaohua", "yaohua-poll", "equals-old", "equals-reversed",
                "equals-forward", "text", "tag-reader",
            ]),
        word("checksum", ["absent", "required", "automatic"]), yesNo("clears_parity_bit"),
        word("unit", ["g", "kg", "t", "lb", "oz", "ozt", "dwt", "ton"]), yesNo("tells_zeroing"),
        number("equals_length", 1...16), word("link", ["plain", "four-faith"]), text("registration"),
        text("heartbeat"), ScaleColumn(name: "source_network", form: .text, type: "cidr"),
        number("poll_address", 1...26), number("poll_interval_ms", 100...60_000), number("interval_g", grams),
        number("capacity_g", grams), number("empty_band_g", 0...grams.upperBound), number("minimum_g", grams),
        number("tolerance_g", 0...grams.upperBound), number("least_addition_g", grams),
        number("zero_limit_g", 0...grams.upperBound), number("stable_ms", 0...60_000),
        number("plateau_ms", 0...60_000), number("plateau_readings", 1...1_000), number("clear_ms", 0...60_000),
        number("settling_timeout_ms", 1_000...3_600_000), number("longest_gap_ms", 1_000...3_600_000),
        number("direction", 0...2), yesNo("keeps_samples"), number("tag_repeat_ms", 0...3_600_000),
        ScaleColumn(name: "verified_until", form: .day, type: "date"), text("note"),
    ]

    private static let grams = 1...1_000_000_000

    private static func text(_ name: String) -> ScaleColumn { ScaleColumn(name: name, form: .text, type: "text") }
    private static func word(_ name: String, _ words: [String]) -> ScaleColumn {
        ScaleColumn(name: name, form: .word(words), type: "text")
    }
    private static func number(_ name: String, _ range: ClosedRange<Int>) -> ScaleColumn {
        ScaleColumn(name: name, form: .number(range), type: "integer")
    }
    private static func yesNo(_ name: String) -> ScaleColumn { ScaleColumn(name: name, form: .yesNo, type: "boolean") }

    /// Why a text is not taken: what would be; nil: it is. An empty one means the column's default.
    package func refusal(of text: String) -> String? {
        guard !text.isEmpty else { return nil }
        switch form {
        case .word(let words): return words.contains(text) ? nil : words.joined(separator: ", ")
        case .number(let range):
            let isTaken = text.utf8.allSatisfy(\.isDigit) && Int(text).map(range.contains) == true
            return isTaken ? nil : "a number from \(range.lowerBound) to \(range.upperBound)"
        case .yesNo: return ["yes", "no"].contains(text) ? nil : "yes, no"
        case .day: return LocalTimeText.day(text) == nil ? "a day such as 2027-06-30" : nil
        case .text: return text.utf8.count <= 200 ? nil : "at most 200 bytes"
        }
    }
}
