import JTT808

/// Tags and weights: the data of a 0x0900 of type 0xF1.
extension FieldReader {
    mutating func records() throws(BodyError) {
        guard remaining >= 2 else { throw .length }
        let version = try u8("records_version") { $0 == RecordBatch.version ? nil : "not known" }
        guard version == RecordBatch.version else { throw .version }
        try u8("record_count") { "\($0) declared; the lengths decide" }
        var number = 0
        while let length: UInt16 = peek(), 2 + Int(length) <= remaining {
            number += 1
            let kind: UInt8? = length > 0 ? peek(2) : nil
            try group("record \(number)", kind.map { Self.recordKinds[$0] ?? "not a known kind" } ?? "empty: no record")
            { reader throws(BodyError) in
                try reader.u16("length")
                try reader.bounded("fields", Int(length)) { reader throws(BodyError) in try reader.record() }
            }
        }
        rawRest("records_trailing", problem: "no whole record: its length runs past the end")
    }

    private static let recordKinds: [UInt8: String] = [
        1: "tag read", 2: "load sample", 3: "lift", 4: "station weighing",
    ]

    private mutating func record() throws(BodyError) {
        guard let kind: UInt8 = peek() else { throw .length }
        guard Self.recordKinds[kind] != nil else { throw .kind }
        try choice("kind", Self.recordKinds)
        try time("time")
        try u16("milliseconds")
        try u16("boot_no") { _ in "the terminal's count of starts" }
        try u32("seq") { _ in "count of records since that start" }
        try number("latitude", Int32.self, Self.signedDegrees)
        try number("longitude", Int32.self, Self.signedDegrees)
        try u16("fix_age_ds") {
            $0 == RecordHead.unknownFixAge ? "not known" : Words.tenths($0, "s between fix and record")
        }
        switch kind {
        case 1:
            try u8("reader")
            try u8("antenna")
            try number("rssi_dbm", Int8.self) { "\($0) dBm" }
        case 2:
            try u8("channel")
            try weightFlags()
            try grams("weight_g")
        case 3:
            try mode()
            try weights()
            try wasteType()
            try choice("quality", [0: "not judged", 1: "accepted", 2: "contaminated"])
        default:
            try u8("scale")
            try choice("direction", [1: "in", 2: "out"])
            try mode()
            try weights()
            try choice("tare_source", [0: "none", 1: "measured", 2: "stored", 3: "preset"])
            try wasteType()
            try choice("identified_by", [0: "not", 1: "tag", 2: "plate camera", 3: "by hand"])
            try u32("supersedes") { $0 == 0 ? "none" : "corrects the record with this seq" }
            try shortText("ticket")
            try shortText("plate")
        }
        if kind != 2 { try tag() }
    }

    private static func signedDegrees(_ value: Int32) -> String? {
        value == RecordHead.noFix ? "no fix" : Words.degrees(value)
    }

    private mutating func weights() throws(BodyError) {
        try weightFlags()
        try grams("gross_g")
        try grams("tare_g")
        try grams("net_g")
    }

    private mutating func grams(_ name: String) throws(BodyError) {
        try number(name, Int32.self) { Words.kilograms($0) }
    }

    private mutating func weightFlags() throws(BodyError) {
        try flags(
            "flags", UInt16.self,
            [
                0: "stable", 1: "net shown", 2: "over range", 3: "negative", 4: "under range", 5: "not zeroed",
                6: "ten times finer than verified", 7: "entered by hand", 8: "sensor fault",
            ])
    }

    private mutating func mode() throws(BodyError) {
        try choice(
            "mode",
            [
                1: "lifter static", 2: "lifter dynamic", 3: "body difference", 4: "platform", 5: "weighbridge",
                6: "volume estimate",
            ])
    }

    private mutating func wasteType() throws(BodyError) {
        try choice(
            "waste_type",
            [
                0: "not said", 1: "kitchen 厨余", 2: "residual 其他", 3: "recyclable 可回收", 4: "hazardous 有害",
                5: "catering 餐厨", 6: "bulky 大件", 7: "renovation 装修", 8: "garden 园林",
            ])
    }

    private mutating func tag() throws(BodyError) {
        try choice(
            "tag_technology", [0: "other", 1: "LF 125 kHz", 2: "FDX-B/HDX 134.2 kHz", 3: "HF", 4: "UHF EPC"])
        let count = try u8("tag_length") { $0 == 0 ? "no tag" : nil }
        try raw("tag", Int(count))
    }
}
