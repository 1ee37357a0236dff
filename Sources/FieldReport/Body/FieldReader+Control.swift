import JTT808

/// Parameters, attributes, upgrades and orders.
extension FieldReader {
    /// - Returns: false for an id of another group.
    mutating func control(_ id: MessageID, _ edition: Edition) throws(BodyError) -> Bool {
        switch id {
        case .parameterReport:
            let bytes = rest
            let report = try? ParameterReport(body: bytes.span.bytes, edition: edition)
            try u16("ack_serial", Self.questionSerial)
            try parameters(isDouble: report.map { $0.total2011 != nil } ?? (edition == .edition2011))
        case .parameterSetting:
            // The list alone does not say which layout it has; a report around it does.
            let bytes = [0, 0] + rest
            let report = try? ParameterReport(body: bytes.span.bytes, edition: edition)
            try parameters(isDouble: report.map { $0.total2011 != nil } ?? (edition == .edition2011))
        case .parameterQuery:
            let count = try u8("count")
            try numbers(Int(count), "param_id", UInt32.self) { ParameterDefinition.byID[$0]?.name ?? "not defined" }
        case .terminalAttributes: try terminalAttributes(edition)
        case .upgradeResult:
            try choice("upgrade_type", Self.upgradeTypes)
            try choice("result", [0: "done", 1: "failed", 2: "cancelled"])
        case .upgradePackage:
            try choice("upgrade_type", Self.upgradeTypes)
            try text("maker_id", 5)
            try shortText("version_name")
            let count = try u32("data_length")
            try raw("data", Int(count), "the upgrade")
        case .terminalControl:
            try choice(
                "command",
                [
                    1: "upgrade over the air (to 2013)", 2: "connect to another server", 3: "power off (to 2013)",
                    4: "reset", 5: "factory settings", 6: "close the data link (to 2013)", 7: "all radio off (to 2013)",
                ])
            try text("argument", remaining, "arguments between ;")
        case .trackingRequest:
            let interval = try u16("interval_s") { $0 == 0 ? "stops tracking" : "every \($0) s" }
            if interval != 0 || remaining > 0 { try u32("valid_s") { "for \($0) s" } }
        case .alarmConfirmation:
            try u16("alarm_serial") { $0 == 0 ? "all alarms of these kinds" : "serial of the report with the alarm" }
            try flags("alarm_confirm", UInt32.self, Self.alarmNames)
        case .vehicleControl: try vehicleControl(edition)
        default: return false
        }
        return true
    }

    private static let upgradeTypes: [UInt8: String] = [0: "terminal", 12: "transport card reader", 52: "GNSS module"]

    private mutating func parameters(isDouble: Bool) throws(BodyError) {
        let total = try u8("count") { _ in isDouble ? "parameters in all" : nil }
        let here = isDouble ? try u8("count_here") { _ in "in this package" } : total
        for _ in 0..<here {
            guard let id: UInt32 = peek() else { throw .length }
            let definition = ParameterDefinition.byID[id]
            try group("parameter", definition?.name ?? "not defined, or a vendor's") { reader throws(BodyError) in
                try reader.u32("param_id") { Words.hex($0, digits: 4) }
                let length = try reader.u8("length")
                try reader.parameterValue(definition, Int(length))
            }
        }
        if remaining > 0 || here > total { throw .length }
    }

    private mutating func parameterValue(_ definition: ParameterDefinition?, _ length: Int) throws(BodyError) {
        guard length <= remaining else { throw .length }
        let isOfLength =
            switch definition?.kind {
            case .byte: length == 1
            case .word: length == 2
            case .doubleWord: length == 4
            case .text: true
            case .bytes(let count): length == count
            case nil: false
            }
        guard let definition, isOfLength else {
            try raw("value", length, definition == nil ? nil : "not of the defined length: kept raw")
            return
        }
        switch definition.kind {
        case .byte: try u8(definition.name)
        case .word: try u16(definition.name)
        case .doubleWord: try u32(definition.name)
        case .text: try text(definition.name, length)
        case .bytes: try raw(definition.name, length)
        }
    }

    private mutating func terminalAttributes(_ edition: Edition) throws(BodyError) {
        let bytes = rest
        let layout = try TerminalAttributes(body: bytes.span.bytes, edition: edition).layout
        try flags(
            "type", UInt16.self,
            [
                0: "passenger", 1: "dangerous goods", 2: "freight", 3: "taxi", 6: "hard disk", 7: "split unit",
                8: "trailer (2019)",
            ])
        try text("maker_id", layout.manufacturerLength)
        try text("model", layout.modelLength)
        try text("terminal_id", layout.deviceIDLength)
        try raw("iccid", 10, "digits of the SIM, two a byte")
        try shortText("hardware_version")
        try shortText("firmware_version")
        try flags("gnss_attr", UInt8.self, [0: "GPS", 1: "BeiDou", 2: "GLONASS", 3: "Galileo"])
        try flags(
            "comm_attr", UInt8.self,
            [0: "GPRS", 1: "CDMA", 2: "TD-SCDMA", 3: "WCDMA", 4: "CDMA2000", 5: "LTE", 7: "other"])
    }

    private mutating func vehicleControl(_ edition: Edition) throws(BodyError) {
        guard let first: UInt8 = peek() else { throw .length }
        guard edition == .edition2019 else {
            try number("flag", UInt8.self, { _ in nil }) { _ in
                [bits(first, 0...0) { $0 == 1 ? "lock the doors" : "unlock the doors" }]
            }
            return
        }
        guard let count: UInt16 = peek(), remaining == 2 + 3 * Int(count) else {
            rawRest("control_raw", "no list of items of the standard: kept raw")
            return
        }
        try u16("count")
        try groups(Int(count), "control") { reader throws(BodyError) in
            let id = try reader.u16("control_id") { $0 == 1 ? "doors" : "not defined, or a vendor's" }
            try reader.u8("control") { id == 1 ? ($0 == 0 ? "lock" : $0 == 1 ? "open" : "not defined") : nil }
        }
    }
}
