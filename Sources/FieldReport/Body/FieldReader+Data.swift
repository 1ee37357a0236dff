import Gzip
import JTT808

/// Driver cards, CAN, recorder, and what is passed through.
extension FieldReader {
    /// Bytes of a compressed message that are unpacked.
    private static let unpackedLimit = 1 << 20

    /// - Returns: false for an id of another group.
    mutating func data(_ id: MessageID, _ edition: Edition) throws(BodyError) -> Bool {
        switch id {
        case .driverCard: try driverCard()
        case .waybill:
            let count = try u32("waybill_len")
            try text("waybill_data", Int(count))
        case .canData: try canData()
        case .recorderQuery, .recorderSetting:
            try recorderCommand()
            rawRest("recorder_data", "block of GB/T 19056")
        case .recorderReport: try recorderReport(edition)
        case .passthroughUp, .passthroughDown: try passthrough(edition)
        case .compressedMessage: try compressed()
        case .terminalRSAKey, .platformRSAKey:
            try u32("rsa_e") { _ in "exponent" }
            try raw("rsa_n", 128, "modulus")
        default: return false
        }
        return true
    }

    private mutating func driverCard() throws(BodyError) {
        guard let first: UInt8 = peek() else { throw .length }
        guard first == 1 || first == 2 else {
            try shortText("name")
            try text("id_card", 20, "身份证号; layout of 2011")
            try text("certificate", 40, "从业资格证编码")
            try shortText("agency")
            return
        }
        try choice("state", [1: "card in, the shift begins", 2: "card out, the shift ends"])
        try time("time")
        if first == 2 && remaining == 0 { return }
        let result = try choice(
            "read_result",
            [0: "read well", 1: "key authentication failed", 2: "card locked", 3: "card pulled out", 4: "data faulty"])
        guard result == 0 else { return }
        try shortText("name")
        try text("certificate", 20, "从业资格证编码")
        try shortText("agency")
        guard let date: UInt32 = peek() else { throw .length }
        try take(4, "valid_until", .text(String(Words.hex(date, digits: 8).dropFirst(2))), "yyyyMMdd")
        if remaining > 0 { try text("id_card", 20, "身份证号") }
    }

    private mutating func canData() throws(BodyError) {
        let count = try u16("count") { "\($0) frames" }
        guard remaining >= 5 else { throw .length }
        let digits = Array(Words.hex(bytes[offset..<offset + 5]))
        let clock = [digits[0..<2], digits[2..<4], digits[4..<6]].map { String($0) }.joined(separator: ":")
        try take(5, "can_time_bcd", .text(String(digits)), clock + "." + String(digits[6...]) + " of the first frame")
        guard Int(count) <= remaining / 12 else { throw .length }
        try groups(Int(count), "frame") { reader throws(BodyError) in
            try reader.number("can_id_bits", UInt32.self, { Words.hex($0 & 0x1FFF_FFFF, digits: 8) }) { id in
                [
                    bits(id, 31...31) { "bus \($0 + 1)" },
                    bits(id, 30...30) { $0 == 0 ? "standard frame" : "extended frame" },
                    bits(id, 29...29) { $0 == 0 ? "as sampled" : "averaged" },
                ]
            }
            try reader.raw("can_data", 8)
        }
    }

    private mutating func recorderCommand() throws(BodyError) {
        try u8("command") { Words.hex($0, digits: 2) + ", command word of GB/T 19056" }
    }

    private mutating func recorderReport(_ edition: Edition) throws(BodyError) {
        guard edition == .edition2011 else {
            try u16("ack_serial", Self.questionSerial)
            try recorderCommand()
            rawRest("recorder_data", "block of GB/T 19056")
            return
        }
        try recorderCommand()
        try u16("total_length") { _ in "of all packages" }
        let here = try u16("length_here")
        try raw("recorder_data", Int(here), "block of GB/T 19056")
    }

    private mutating func compressed() throws(BodyError) {
        let count = try u32("compressed_len")
        guard Int(count) <= remaining else { throw .length }
        let packed = Array(bytes[offset..<offset + Int(count)])
        var meaning: String?
        var problem: String?
        do throws(GzipError) {
            let unpacked = try Gzip.unpack(packed, limit: Self.unpackedLimit)
            meaning =
                "GZIP of \(unpacked.count) bytes: " + Words.hex(unpacked.prefix(64))
                + (unpacked.count > 64 ? " and so on" : "")
        } catch {
            switch error {
            case .corrupt: problem = "not GZIP, or its check value is wrong"
            case .truncated: problem = "GZIP that ends too early"
            case .tooLarge(let limit): problem = "more than \(limit) bytes would come out"
            }
        }
        try take(Int(count), "compressed", nil, meaning, problem: problem)
    }

    // MARK: Pass-through

    private mutating func passthrough(_ edition: Edition) throws(BodyError) {
        let kind = Passthrough.Kind(rawValue: try u8("type") { Self.passthroughTypes[$0] ?? "kept raw" })
        var length = remaining
        if edition == .edition2011 {
            try u32("total_length") { _ in "of all packages" }
            length = Int(try u16("length_here"))
        }
        guard length <= remaining else { throw .length }
        let data = Array(bytes[offset..<offset + length])
        switch kind {
        case .records: try bounded("records", length) { reader throws(BodyError) in try reader.records() }
        case .serialPort1 where AttachedDeviceFrame(data) != nil, .serialPort2 where AttachedDeviceFrame(data) != nil:
            try deviceFrame(data)
        case .deviceStates, .deviceMakes:
            try bounded("devices", length, isFilled: true) { reader throws(BodyError) in
                let count = try reader.u8("count")
                try reader.groups(Int(count), "device") { reader throws(BodyError) in
                    try reader.choice(
                        "device_id",
                        [0x64: "driver assistance", 0x65: "driver monitor", 0x66: "tyres", 0x67: "blind spot"])
                    let length = try reader.u8("length")
                    try reader.raw("content", Int(length))
                }
            }
        default: try raw("data", length)
        }
    }

    private static let passthroughTypes: [UInt8: String] = [
        0x00: "GNSS detail", 0x0B: "transport card", 0x41: "serial port 1", 0x42: "serial port 2",
        0xF1: "records of tags and weights", 0xF7: "state of attached devices", 0xF8: "make of attached devices",
    ]

    /// A frame of an attached device, which has flags and escapes of its own.
    private mutating func deviceFrame(_ data: [UInt8]) throws(BodyError) {
        guard let content = EscapedBytes(data[1..<data.count - 1]) else { throw .length }
        try bounded("device_frame", data.count, "annex on attached devices") { reader throws(BodyError) in
            let start = reader.offset
            try reader.raw("flag", 1)
            var inner = FieldReader(content.content)
            try inner.u8("sum") { _ in "right: the sum from the maker on" }
            try inner.u16("version")
            try inner.u16("maker")
            try inner.choice("device_type", Self.deviceTypes)
            try inner.u8("command")
            inner.rawRest("data", "the device's own")
            let flag = ExplainedField(range: start + data.count - 1..<start + data.count, name: "flag")
            reader.rest(is: content.fields(inner.fields, at: start + 1) + [flag])
        }
    }

    private static let deviceTypes: [UInt8: String] = [
        1: "terminal", 2: "dispatch screen", 3: "navigation screen", 4: "fuel", 5: "acceleration", 6: "anti-theft",
        7: "interface expander", 8: "load", 9: "passenger counter", 0x0A: "general sensor", 0x0B: "card reader",
    ]
}
