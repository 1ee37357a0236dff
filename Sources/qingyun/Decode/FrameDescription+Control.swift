import JTT808

/// Parameters, attributes, upgrades and orders.
extension FrameDescription {
    /// - Returns: nil for an id of another group.
    static func describeControl(
        _ id: MessageID, _ body: RawSpan, _ edition: Edition
    ) throws(BodyError) -> [String: JSONValue]? {
        switch id {
        case .parameterReport:
            let report = try ParameterReport(body: body, edition: edition)
            var facts = describe(report.parameters)
            facts["ack_serial"] = JSONValue(report.serial)
            if report.total2011 != nil { facts["version"] = "2011" }
            return facts
        case .parameterSetting: return describe(try ParameterSetting(body: body, edition: edition).parameters)
        case .parameterQuery:
            return ["param_ids": .array(try ParameterQuery(body: body).ids.map { hex($0, digits: 4) })]
        case .terminalAttributes: return describe(try TerminalAttributes(body: body, edition: edition))
        case .upgradeResult:
            let result = try UpgradeResult(body: body)
            return ["upgrade_type": JSONValue(result.kind), "result": JSONValue(result.result)]
        case .upgradePackage: return describe(try UpgradePackage(body: body))
        case .terminalControl:
            let control = try TerminalControl(body: body)
            var facts = ["command": JSONValue(control.command.rawValue)]
            add(control.argument, as: "argument", to: &facts)
            return facts
        case .trackingRequest:
            let request = try TrackingRequest(body: body)
            var facts = ["interval_s": JSONValue(request.intervalS)]
            if let valid = request.validS { facts["valid_s"] = JSONValue(valid) }
            return facts
        case .alarmConfirmation:
            let confirmation = try AlarmConfirmation(body: body)
            return [
                "alarm_serial": JSONValue(confirmation.serial), "alarm_confirm": JSONValue(confirmation.alarmBits),
            ]
        case .vehicleControl:
            var facts: [String: JSONValue] = ["control_raw": .string(Hex.text(body.copiedBytes))]
            switch try VehicleControl(body: body, edition: edition) {
            case .flags(let flags): facts["flag"] = JSONValue(flags)
            case .items(let items):
                facts["controls"] = .array(items.map { [hex($0.id, digits: 4), JSONValue($0.value)] })
            case .raw: break
            }
            return facts
        default: return nil
        }
    }

    /// `params` holds every parameter as sent, `known_params` those that the standard knows, by name.
    private static func describe(_ parameters: [Parameter]) -> [String: JSONValue] {
        var known: [String: JSONValue] = [:]
        for parameter in parameters {
            guard let name = parameter.definition?.name, let value = parameter.typed else { continue }
            switch value {
            case .number(let number): known[name] = JSONValue(number)
            case .text(let text): add(text, as: name, to: &known)
            case .bytes(let bytes): known[name] = .string(Hex.text(bytes))
            }
        }
        return [
            "params": .array(parameters.map { [hex($0.id, digits: 4), .string(Hex.text($0.value))] }),
            "known_params": .object(known),
        ]
    }

    private static func describe(_ attributes: TerminalAttributes) -> [String: JSONValue] {
        var fields: [String: JSONValue] = [
            "type": JSONValue(attributes.typeBits), "maker_bytes": JSONValue(attributes.layout.manufacturerLength),
            "iccid": .string(Hex.text(attributes.iccid)), "gnss_attr": JSONValue(attributes.gnssBits),
            "comm_attr": JSONValue(attributes.radioBits),
        ]
        add(attributes.manufacturerID, as: "maker_id", to: &fields)
        add(attributes.model, as: "model", to: &fields)
        add(attributes.deviceID, as: "terminal_id", to: &fields)
        add(attributes.hardwareVersion, as: "hardware_version", to: &fields)
        add(attributes.firmwareVersion, as: "firmware_version", to: &fields)
        return ["attributes": .object(fields)]
    }

    private static func describe(_ package: UpgradePackage) -> [String: JSONValue] {
        var facts: [String: JSONValue] = [
            "upgrade_type": JSONValue(package.kind), "data": .string(Hex.text(package.data)),
        ]
        add(package.manufacturerID, as: "maker_id", to: &facts)
        add(package.version, as: "version_name", to: &facts)
        return facts
    }
}
