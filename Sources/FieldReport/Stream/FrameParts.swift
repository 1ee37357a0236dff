import WeighScale

/// The parts of an indicator's frame that was found sound, by the layouts of `docs/protocols/scales.md`.
struct FrameParts {
    private let bytes: [UInt8]
    private let end: Int
    /// Takes the parity bit off, where the link lets it through.
    private let mask: UInt8
    private var offset: Int
    private(set) var fields: [ExplainedField] = []

    init(_ bytes: [UInt8], _ range: Range<Int>, mask: UInt8) {
        self.bytes = bytes
        self.mask = mask
        offset = range.lowerBound
        end = range.upperBound
    }

    private var remaining: Int { end - offset }

    /// A part of so many bytes, or of what is left.
    mutating func take(
        _ count: Int, _ name: String, _ meaning: String? = nil, isText: Bool = true,
        bits: (UInt8) -> [ExplainedField.Bits] = { _ in [] }
    ) {
        let count = min(count, remaining)
        guard count > 0 else { return }
        let part = bytes[offset..<offset + count].map { $0 & mask }
        let isPrintable = isText && part.allSatisfy { (0x20...0x7E).contains($0) }
        fields.append(
            ExplainedField(
                range: offset..<offset + count, name: name,
                value: isPrintable ? .text(String(decoding: part, as: Unicode.ASCII.self)) : nil, meaning: meaning,
                bits: bits(bytes[offset] & 0x7F)))
        offset += count
    }

    private mutating func control(_ name: String) { take(1, name, isText: false) }
    private mutating func status(_ name: String, _ bits: (UInt8) -> [ExplainedField.Bits]) {
        take(1, name, isText: false, bits: bits)
    }
    private mutating func check(_ count: Int) { take(count, "check", "right") }

    // MARK: Toledo

    mutating func toledo(isShort: Bool) {
        control("stx")
        status("swa") { a in
            [
                bits(a, 0...2) { power in
                    power < 2 ? "\(2 - power) dummy zeros" : power == 2 ? "no decimals" : "\(power - 2) decimals"
                },
                bits(a, 3...4) { ["interval not said", "interval 1", "interval 2", "interval 5"][Int($0)] },
            ]
        }
        status("swb") { b in
            [
                bits(b, 0...0) { $0 == 0 ? "gross" : "net" }, bits(b, 1...1) { $0 == 0 ? "positive" : "negative" },
                bits(b, 2...2) { $0 == 0 ? "within range" : "out of range" },
                bits(b, 3...3) { $0 == 0 ? "stable" : "in motion" },
                bits(b, 4...4) { ($0 == 0 ? "pounds" : "kilograms") + ", if SWC names no unit" },
                bits(b, 6...6) { $0 == 0 ? "zeroed" : "not zeroed since power-up" },
            ]
        }
        status("swc") { c in
            [
                bits(c, 0...2) {
                    ["unit as in SWB", "g", "t", "oz", "ozt", "dwt", "short ton", "newton or custom"][Int($0)]
                },
                bits(c, 3...3) { $0 == 0 ? "no print" : "PRINT was pressed" },
                bits(c, 4...4) { $0 == 0 ? "normal display" : "display ten times finer: not to be billed" },
            ]
        }
        take(6, "weight", "digits without sign and point")
        if !isShort { take(6, "tare", "the indicator's, digits without point") }
        control("cr")
        take(1, "check", "right", isText: false)
    }

    mutating func toledoExtended() {
        control("soh")
        take(1, "address")
        status("status_1") { status in
            let units = [1: "lb", 2: "kg", 3: "g", 4: "t", 5: "short ton", 8: "oz", 9: "N"]
            return [
                bits(status, 0...3) { units[Int($0)] ?? "no unit" },
                bits(status, 4...4) { $0 == 0 ? "not at zero" : "at zero" },
                bits(status, 6...6) { $0 == 0 ? "stable" : "in motion" },
            ]
        }
        status("status_2") { status in
            [
                bits(status, 0...0) { $0 == 0 ? "gross" : "net" },
                bits(status, 6...6) { $0 == 0 ? "normal display" : "display ten times finer: not to be billed" },
            ]
        }
        status("status_3") { status in
            let names = [
                0: "data not valid", 1: "under zero", 2: "over capacity", 3: "not zeroed", 4: "PRINT was pressed",
            ]
            return setBits(status & 0x1F, names)
        }
        status("status_4") { _ in [] }
        take(9, "weight", "with sign and point")
        take(8, "tare")
        control("cr")
        take(1, "check", "right", isText: false)
    }

    // MARK: Yaohua

    mutating func yaohua() {
        control("stx")
        yaohuaValue()
        check(2)
        control("etx")
    }

    mutating func yaohuaPoll() {
        let hasValue = remaining > YaohuaCommand.length
        control("stx")
        take(1, "address", "A to Z for 1 to 26")
        let operation = remaining > 0 ? bytes[offset] & mask : 0
        let names: [UInt8: String] = [0x41: "handshake", 0x42: "gross", 0x43: "tare", 0x44: "net"]
        take(1, "command", names[operation])
        if hasValue { yaohuaValue() }
        check(2)
        control("etx")
    }

    private mutating func yaohuaValue() {
        take(1, "sign")
        take(6, "digits")
        take(1, "decimals", "digits behind the point")
    }

    // MARK: Text

    mutating func textLine() {
        func byte(_ distance: Int) -> UInt8? { distance < remaining ? bytes[offset + distance] & mask : nil }
        if byte(0) == UInt8(ascii: "w") {
            take(2, "kind", "ww gross, wn net, wt tare")
            take(remaining, "number")
        } else if byte(2) == UInt8(ascii: ",") {
            take(2, "state", "ST stable, US in motion, OL out of range")
            take(1, "comma")
            take(2, "kind", "GS gross, NT net, TR tare")
            take(1, "comma")
            take(remaining, "number")
        } else if byte(0) == UInt8(ascii: "W") {
            take(2, "kind", "WG gross, WN net, WT tare")
            take(9, "number")
            check(2)
        } else {
            take(9, "blank")
            take(2, "range", "OL over range, LO under range")
            check(2)
        }
    }
}
