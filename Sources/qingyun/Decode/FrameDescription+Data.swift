import Gzip
import JTT808

/// Driver cards, CAN, recorder, and what is passed through.
extension FrameDescription {
    /// Bytes of a compressed message that are shown.
    private static let unpackedLimit = 1 << 20

    /// - Returns: nil for an id of another group.
    static func describeData(
        _ id: MessageID, _ body: RawSpan, _ edition: Edition
    ) throws(BodyError) -> [String: JSONValue]? {
        switch id {
        case .driverCard: return describe(try DriverCard(body: body))
        case .waybill:
            let waybill = try Waybill(body: body)
            return ["waybill_len": JSONValue(waybill.data.count), "waybill": .string(Hex.text(waybill.data))]
        case .canData: return describe(try CANData(body: body))
        case .recorderQuery, .recorderSetting:
            let command = try RecorderCommand(body: body)
            return ["command": hex(command.command, digits: 2), "recorder_data": .string(Hex.text(command.data))]
        case .recorderReport:
            let report = try RecorderReport(body: body, edition: edition)
            var facts: [String: JSONValue] = [
                "command": hex(report.command, digits: 2), "recorder_data": .string(Hex.text(report.data)),
            ]
            if let serial = report.serial { facts["ack_serial"] = JSONValue(serial) }
            return facts
        case .passthroughUp, .passthroughDown: return describe(try Passthrough(body: body, edition: edition))
        case .compressedMessage: return describe(try CompressedMessage(body: body))
        case .terminalRSAKey, .platformRSAKey:
            let key = try RSAKey(body: body)
            return ["rsa_e": JSONValue(key.exponent), "rsa_n": .string(Hex.text(key.modulus))]
        default: return nil
        }
    }

    private static func describe(_ card: DriverCard) -> [String: JSONValue] {
        var fields: [String: JSONValue] = [:]
        if let event = card.event {
            fields["state"] = JSONValue(event.state)
            add(event.time, as: "time", to: &fields)
        } else {
            fields["layout"] = "2011"
        }
        if let result = card.readResult { fields["read_result"] = JSONValue(result) }
        if let driver = card.driver {
            add(driver.name, as: "name", to: &fields)
            add(driver.certificate, as: "certificate", to: &fields)
            add(driver.issuer, as: "agency", to: &fields)
            if let identityCard = driver.identityCard { add(identityCard, as: "id_card", to: &fields) }
            if let date = driver.validUntilBCD {
                fields["valid_until"] = .string(Hex.text(bigEndian(UInt64(date), count: 4)))
            }
        }
        return card.event == nil
            ? ["driver": .object(fields), "version": "2011"] : ["driver": .object(fields)]
    }

    private static func describe(_ can: CANData) -> [String: JSONValue] {
        let frames = can.frames.map { frame -> JSONValue in
            [hex(frame.idBits, digits: 8), .string(Hex.text(bigEndian(frame.data, count: 8)))]
        }
        return [
            "can_time_bcd": .string(Hex.text(bigEndian(can.timeBCD, count: 5))), "can": .array(frames),
        ]
    }

    private static func describe(_ passthrough: Passthrough) -> [String: JSONValue] {
        var facts: [String: JSONValue] = [
            "passthrough": [
                "type": hex(passthrough.kind.rawValue, digits: 2), "data": .string(Hex.text(passthrough.data)),
            ]
        ]
        switch passthrough.kind {
        case .records: facts.merge(describe(records: passthrough.data)) { old, _ in old }
        case .serialPort1, .serialPort2:
            if let frame = AttachedDeviceFrame(passthrough.data) { facts["device_frame"] = describe(frame) }
        case .deviceStates, .deviceMakes:
            guard let list = try? AttachedDeviceList(data: passthrough.data.span.bytes) else { break }
            facts["devices"] = .array(list.devices.map { [hex($0.id, digits: 2), .string(Hex.text($0.content))] })
        default: break
        }
        return facts
    }

    private static func describe(_ frame: AttachedDeviceFrame) -> JSONValue {
        [
            "version": hex(frame.version, digits: 4), "maker": hex(frame.maker, digits: 4),
            "device_type": hex(frame.deviceType, digits: 2), "command": hex(frame.command, digits: 2),
            "data": .string(Hex.text(frame.data)),
        ]
    }

    private static func describe(_ message: CompressedMessage) -> [String: JSONValue] {
        var facts = ["compressed_len": JSONValue(message.data.count)]
        do throws(GzipError) {
            facts["gunzip"] = .string(Hex.text(try Gzip.unpack(message.data, limit: unpackedLimit)))
        } catch {
            facts["gunzip"] = .null
            switch error {
            case .corrupt: facts["gunzip_error"] = "corrupt"
            case .truncated: facts["gunzip_error"] = "truncated"
            case .tooLarge: facts["gunzip_error"] = "too_large"
            }
        }
        return facts
    }

    private static func bigEndian(_ value: UInt64, count: Int) -> [UInt8] {
        (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * UInt64($0))) }
    }
}
