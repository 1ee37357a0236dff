import JTT808

/// Positions and their additional items.
extension FieldReader {
    mutating func locationReport() throws(BodyError) {
        try position()
        while let id: UInt8 = peek(), let length: UInt8 = peek(1), 2 + Int(length) <= remaining {
            try additionalItem(id, Int(length))
        }
        rawRest("extras_trailing", problem: "no whole item: its length runs past the end")
    }

    /// The 28 fixed bytes.
    mutating func position() throws(BodyError) {
        // A position is there as a whole or not at all.
        guard remaining >= 28 else { throw .length }
        let status: UInt32 = peek(4) ?? 0
        try flags("alarm", UInt32.self, Self.alarmNames)
        try number("status", UInt32.self, bits: Self.statusBits)
        try u32("latitude") { Words.degrees($0) + (status & 0b0100 == 0 ? " N" : " S") + Self.plausibility($0, 90) }
        try u32("longitude") { Words.degrees($0) + (status & 0b1000 == 0 ? " E" : " W") + Self.plausibility($0, 180) }
        try u16("altitude_m") { Words.metres($0) }
        try u16("speed_dkmh") { Words.tenths($0, "km/h") }
        try u16("course_deg") { "\($0)° clockwise from north" }
        try time("time")
    }

    private static func plausibility(_ millionths: UInt32, _ limit: UInt32) -> String {
        millionths > limit * 1_000_000 ? ", beyond \(limit)°: cannot be" : ""
    }

    static let alarmNames: [Int: String] = [
        0: "emergency button", 1: "overspeed", 2: "fatigue", 3: "danger warning (2019: dangerous driving)",
        4: "GNSS module fault", 5: "GNSS antenna cut", 6: "GNSS antenna shorted", 7: "main supply low",
        8: "main supply off", 9: "display fault", 10: "speech module fault", 11: "camera fault",
        12: "card module fault", 13: "overspeed near", 14: "fatigue near", 15: "driving in forbidden hours (2019)",
        16: "tyre pressure (2019)", 17: "right-turn blind spot (2019)", 18: "driving time of the day used up",
        19: "parked too long", 20: "region crossed", 21: "route crossed", 22: "segment driven too fast or too slowly",
        23: "off the route", 24: "speed sensor fault", 25: "fuel abnormal", 26: "stolen", 27: "illegal ignition",
        28: "illegal movement", 29: "collision near (2019: collision or rollover)", 30: "rollover near",
        31: "door opened illegally (2013)",
    ]

    private static let statusNames: [Int: String] = [
        2: "south", 3: "west", 4: "out of service", 5: "coordinates scrambled", 6: "forward collision warning (2019)",
        7: "lane departure warning (2019)", 10: "fuel line cut", 11: "circuit cut", 12: "doors locked",
        13: "front door open", 14: "middle door open", 15: "back door open", 16: "driver's door open",
        17: "custom door open", 18: "GPS in use", 19: "BeiDou in use", 20: "GLONASS in use", 21: "Galileo in use",
        22: "vehicle moves (2019)",
    ]

    private static func statusBits(_ status: UInt32) -> [ExplainedField.Bits] {
        var shown = [
            bits(status, 0...0) { $0 == 1 ? "ACC on" : "ACC off" },
            bits(status, 1...1) { $0 == 1 ? "position fixed" : "no fix: place may be old or zeros" },
        ]
        shown += setBits(status & ~0b0000_0011_0000_0011, statusNames)
        shown.append(bits(status, 8...9) { "load: " + ["empty", "half", "reserved", "full"][Int($0)] })
        return shown.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    // MARK: Items

    private mutating func additionalItem(_ id: UInt8, _ length: Int) throws(BodyError) {
        let end = offset + 2 + length
        let value = Array(bytes[offset + 2..<end])
        let item = AdditionalItem(id: id, value: value)
        let name = "item " + Words.hex(id, digits: 2)
        try bounded(name, 2 + length, Self.title(of: item)) { reader throws(BodyError) in
            try reader.u8("id")
            try reader.u8("length")
            if let standard = item.standard {
                try reader.standardItem(standard, length)
            } else if id == 0xF3, LoadSensorRecord.records(inItem: value.span.bytes) != nil {
                try reader.sensorGroup()
            } else {
                try reader.raw("value", length)
            }
        }
    }

    private static func title(of item: AdditionalItem) -> String {
        if let name = itemNames[item.id] {
            return item.standard == nil ? "not of the standard's length (\(name)): a vendor's" : name
        }
        return item.id == 0xF3 ? "sensor group, or a vendor's" : "a vendor's: its profile says what it is"
    }

    private static let itemNames: [UInt8: String] = [
        0x01: "odometer", 0x02: "fuel", 0x03: "speed of the recorder", 0x04: "alarm to be confirmed",
        0x05: "tyre pressures", 0x06: "compartment temperature", 0x11: "overspeed", 0x12: "region or route crossed",
        0x13: "time in a segment", 0x14: "video alarms", 0x15: "video signal lost", 0x16: "video covered",
        0x17: "storage faults", 0x18: "abnormal driving", 0x25: "vehicle signals", 0x2A: "IO", 0x2B: "analogue inputs",
        0x30: "radio signal", 0x31: "satellites",
    ]

    private mutating func standardItem(_ item: StandardItem, _ length: Int) throws(BodyError) {
        switch item {
        case .odometerHm: try u32("odometer_hm") { Words.tenths($0, "km") }
        case .fuelDl: try u16("fuel_dl") { Words.tenths($0, "l") }
        case .recorderSpeedDkmh: try u16("recorder_speed_dkmh") { Words.tenths($0, "km/h") }
        case .alarmToConfirm: try u16("alarm_to_confirm") { _ in "id of the alarm" }
        case .tyrePressures:
            try numbers(length, "tyre_pressure", UInt8.self) { $0 == 0xFF ? "no such wheel" : nil }
        case .compartmentTemperatureC(let value): try u16("compartment_temperature_c") { _ in "\(value) °C" }
        case .overspeed(_, let id):
            try choice("place", Self.placeNames)
            if id != nil { try u32("place_id") }
        case .crossing:
            try choice("place", Self.placeNames)
            try u32("place_id")
            try choice("direction", [0: "in", 1: "out"])
        case .segmentTime:
            try u32("segment_id")
            try u16("seconds", Words.seconds)
            try choice("result", [0: "too short", 1: "too long"])
        case .videoAlarmBits:
            try flags(
                "video_alarm_bits", UInt32.self,
                [
                    0: "signal lost", 1: "covered", 2: "storage fault", 3: "other fault", 4: "too many people",
                    5: "abnormal driving", 6: "special recordings full",
                ])
        case .signalLostChannelBits: try channels("signal_lost_channel_bits")
        case .coveredChannelBits: try channels("covered_channel_bits")
        case .storageFaultBits:
            let names = (0..<16).map { ($0, $0 < 12 ? "main storage \($0 + 1)" : "backup storage \($0 - 11)") }
            try flags("storage_fault_bits", UInt16.self, Dictionary(uniqueKeysWithValues: names))
        case .abnormalDriving(_, let degree):
            try flags("abnormal_driving_bits", UInt16.self, [0: "fatigue", 1: "phone", 2: "smoking"])
            if degree != nil { try u8("degree") { "\($0) of 100" } }
        case .vehicleSignalBits: try flags("vehicle_signal_bits", UInt32.self, Self.signalNames)
        case .ioStatusBits: try flags("io_status_bits", UInt16.self, [0: "deep sleep", 1: "sleep"])
        case .analogInputs:
            try u16("analog_input_1") { _ in "AD1" }
            try u16("analog_input_0") { _ in "AD0" }
        case .signalStrength: try u8("signal_strength")
        case .satellites: try u8("satellites") { "\($0) satellites used" }
        }
    }

    private mutating func channels(_ name: String) throws(BodyError) {
        let names = (0..<32).map { ($0, "channel \($0 + 1)") }
        try flags(name, UInt32.self, Dictionary(uniqueKeysWithValues: names))
    }

    private static let placeNames: [UInt8: String] = [
        0: "nowhere special", 1: "circle", 2: "rectangle", 3: "polygon", 4: "segment",
    ]

    private static let signalNames: [Int: String] = [
        0: "dipped beam", 1: "main beam", 2: "right indicator", 3: "left indicator", 4: "brake", 5: "reverse", 6: "fog",
        7: "position lamps", 8: "horn", 9: "air conditioning", 10: "neutral", 11: "retarder", 12: "ABS", 13: "heater",
        14: "clutch",
    ]

    private mutating func sensorGroup() throws(BodyError) {
        let count = try u8("count") { "\($0) records" }
        for _ in 0..<count {
            guard let sensor: UInt8 = peek(), let length: UInt8 = peek(1) else { throw .length }
            let isLoad = (sensor == 0x70 || sensor == 0x71) && length == 24
            try bounded(isLoad ? "load" : "sensor", 2 + Int(length)) { reader throws(BodyError) in
                try reader.u8("sensor") { isLoad ? "load sensor" : "sensor \(Words.hex($0, digits: 2)): kept raw" }
                try reader.u8("length")
                if isLoad { try reader.loadSensor() } else { try reader.raw("data", Int(length)) }
            }
        }
    }

    private mutating func loadSensor() throws(BodyError) {
        let grams: [UInt8: Int64] = [0: 100, 1: 1_000, 2: 10_000, 3: 100_000]
        let step = peek(2, as: UInt8.self).flatMap { grams[$0] }
        try u16("important") { $0 == 0 ? "ordinary" : "important" }
        try choice("unit", [0: "0.1 kg", 1: "1 kg", 2: "10 kg", 3: "100 kg"])
        try choice(
            "state",
            [1: "empty", 2: "full", 3: "overloaded", 4: "loading", 5: "unloading", 6: "light", 7: "heavy"])
        try u32("count") { _ in "loadings or unloadings" }
        try u32("load_raw") { load in step.map { Words.kilograms(Int64(load) * $0) } }
        try u16("delta_raw") { delta in step.map { Words.kilograms(Int64(delta) * $0) + " just loaded or unloaded" } }
        try u16("relative_ad")
        try u32("original_ad")
        try u32("zero_ad") { _ in "floating zero" }
    }

    // MARK: Batches

    mutating func locationBatch() throws(BodyError) {
        guard remaining >= 3 else { throw .length }
        try u16("batch_count") { "\($0) positions declared; the lengths decide" }
        try choice("batch_type", [0: "ordinary", 1: "stored while there was no link (盲区补报)"])
        var number = 0
        while let length: UInt16 = peek(), 2 + Int(length) <= remaining {
            number += 1
            try group("position \(number)") { reader throws(BodyError) in
                try reader.u16("length")
                if length == 0 { return }
                try reader.bounded("report", Int(length)) { reader throws(BodyError) in try reader.locationReport() }
            }
        }
        rawRest("batch_trailing", problem: "no whole position: its length runs past the end")
    }
}
