import JTT808
import NIOCore

/// What a frame says, as JSON members named as in `docs/protocols/vectors.md`.
enum FrameDescription {
    static func describe(_ frame: Frame) -> [String: JSONValue] {
        let header = frame.header
        var facts: [String: JSONValue] = [
            "msg_id": .string(header.messageID.description),
            "version": header.address.form == .long ? "2019" : "2013",
            "phone": .string(header.address.phone),
            "serial": JSONValue(header.serial),
            "body_len": JSONValue(header.bodyLength),
            "body": .string(Hex.text(frame.body.readableBytesView)),
        ]
        if header.address.form == .long { facts["protocol_version"] = JSONValue(header.address.protocolVersion) }
        if header.hasVersionFlagWithoutLongHeader { facts["version_flag_without_long_header"] = .bool(true) }
        if header.encryption != 0 { facts["encryption"] = JSONValue(header.encryption) }
        if header.isReservedBitSet { facts["reserved_bit15"] = .integer(1) }
        if let package = header.package {
            facts["package"] = ["total": JSONValue(package.total), "index": JSONValue(package.index)]
            return facts
        }
        guard header.encryption == 0 else { return facts }
        do throws(BodyError) {
            facts.merge(try describeBody(of: frame)) { _, new in new }
        } catch {
            facts["body_error"] = .string(error.rawValue)
        }
        return facts
    }

    private static func describeBody(of frame: Frame) throws(BodyError) -> [String: JSONValue] {
        let body = frame.body.readableBytesSpan
        let edition = frame.header.address.form.likelyEdition
        switch frame.header.messageID {
        case .terminalAnswer, .platformAnswer: return describe(try GeneralAnswer(body: body))
        case .terminalResendRequest, .resendRequest: return describe(try ResendRequest(body: body, edition: edition))
        case .registration: return describe(try Registration(body: body, form: frame.header.address.form))
        case .registrationAnswer: return describe(try RegistrationAnswer(body: body))
        case .authentication: return describe(Authentication(body: body, form: frame.header.address.form))
        case .serverTime: return ["time_bcd_utc": .string(try ServerTime(body: body).time.digits)]
        case .locationReport: return describe(try LocationReport(body: body))
        case .locationBatch: return describe(try LocationBatch(body: frame.body))
        case .locationAnswer, .vehicleControlAnswer: return describe(try LocationAnswer(body: body))
        default: break
        }
        if let facts = try describeControl(frame.header.messageID, body, edition) { return facts }
        if let facts = try describeText(frame.header.messageID, body, edition) { return facts }
        if let facts = try describeRegions(frame.header.messageID, body, edition) { return facts }
        if let facts = try describeMedia(frame.header.messageID, frame.body, edition) { return facts }
        return try describeData(frame.header.messageID, body, edition) ?? [:]
    }

    /// The body of a message, without the header's facts, that came in slices and is whole.
    static func describe(whole frame: Frame) -> [String: JSONValue] {
        guard frame.header.encryption == 0 else { return [:] }
        do throws(BodyError) {
            return try describeBody(of: frame)
        } catch {
            return ["body_error": .string(error.rawValue)]
        }
    }

    private static func describe(_ request: ResendRequest) -> [String: JSONValue] {
        ["original_serial": JSONValue(request.firstSerial), "resend": list(request.numbers)]
    }

    private static func describe(_ answer: LocationAnswer) -> [String: JSONValue] {
        var facts = describe(answer.report)
        facts["ack_serial"] = JSONValue(answer.serial)
        return facts
    }

    private static func describe(_ answer: GeneralAnswer) -> [String: JSONValue] {
        [
            "ack_serial": JSONValue(answer.serial), "ack_id": .string(answer.messageID.description),
            "result": JSONValue(answer.result.rawValue),
        ]
    }

    private static func describe(_ registration: Registration) -> [String: JSONValue] {
        var fields: [String: JSONValue] = [
            "layout": .string(registration.layout.rawValue), "province": JSONValue(registration.province),
            "city": JSONValue(registration.city), "plate_color": JSONValue(registration.plateColor),
        ]
        add(registration.manufacturerID, as: "maker_id", to: &fields)
        add(registration.model, as: "model", to: &fields)
        add(registration.deviceID, as: "terminal_id", to: &fields)
        add(registration.plate, as: "plate", to: &fields)
        var facts: [String: JSONValue] = ["registration": .object(fields)]
        // The short header cannot tell 2011 from 2013; this body can.
        if registration.layout == .edition2011 { facts["version"] = "2011" }
        return facts
    }

    private static func describe(_ answer: RegistrationAnswer) -> [String: JSONValue] {
        var facts = ["ack_serial": JSONValue(answer.serial), "result": JSONValue(answer.result.rawValue)]
        if let code = answer.authenticationCode { add(code, as: "auth_code", to: &facts) }
        return facts
    }

    private static func describe(_ authentication: Authentication) -> [String: JSONValue] {
        var facts: [String: JSONValue] = [:]
        add(authentication.code, as: "auth_code", to: &facts)
        if let device = authentication.device {
            add(device.imei, as: "imei", to: &facts)
            add(device.softwareVersion, as: "software_version", to: &facts)
        }
        return facts
    }

    /// The fixed part of a position.
    static func describe(_ position: Position) -> [String: JSONValue] {
        var facts: [String: JSONValue] = [
            "alarm": JSONValue(position.alarmBits), "status": JSONValue(position.statusBits),
            "lat": .number(Double(position.signedLatitudeE6) / 1e6),
            "lon": .number(Double(position.signedLongitudeE6) / 1e6),
            "altitude_m": JSONValue(position.altitudeM), "speed_kmh": .number(Double(position.speedDkmh) / 10),
            "course_deg": JSONValue(position.courseDeg),
        ]
        add(position.time, as: "time", to: &facts)
        return facts
    }

    private static func describe(_ report: LocationReport) -> [String: JSONValue] {
        var facts = describe(report.position)
        var extras: [String: JSONValue] = [:]
        for item in report.items {
            let id = "0x" + Hex.text([item.id])
            let value = JSONValue.string(Hex.text(item.value))
            switch extras[id] {
            case .none: extras[id] = value
            case .array(let values): extras[id] = .array(values + [value])
            case .some(let first): extras[id] = .array([first, value])
            }
        }
        facts["extras"] = .object(extras)
        if !report.trailing.isEmpty { facts["extras_trailing"] = .string(Hex.text(report.trailing)) }
        let standard = report.items.compactMap(\.standard)
        if !standard.isEmpty {
            facts["known_extras"] = .object(
                Dictionary(standard.map(StandardItemDescription.describe)) { first, _ in first })
        }
        let loads = report.items.filter { $0.id == 0xF3 }
            .flatMap { LoadSensorRecord.records(inItem: $0.value.span.bytes) ?? [] }
        if !loads.isEmpty { facts["load"] = .array(loads.map { .object(describe($0)) }) }
        return facts
    }

    private static func describe(_ record: LoadSensorRecord) -> [String: JSONValue] {
        var facts: [String: JSONValue] = [
            "sensor": .string("0x" + Hex.text([record.sensor])), "important": JSONValue(record.important),
            "unit": JSONValue(record.unit), "state": JSONValue(record.state), "count": JSONValue(record.count),
            "load_raw": JSONValue(record.load), "delta_raw": JSONValue(record.delta),
            "relative_ad": JSONValue(record.relativeAD), "original_ad": JSONValue(record.originalAD),
            "zero_ad": JSONValue(record.zeroAD),
        ]
        if let gramsPerStep = record.gramsPerStep {
            facts["load_kg"] = .number(Double(Int64(record.load) * gramsPerStep) / 1000)
            facts["delta_kg"] = .number(Double(Int64(record.delta) * gramsPerStep) / 1000)
        }
        return facts
    }

    private static func describe(_ batch: LocationBatch) -> [String: JSONValue] {
        var facts: [String: JSONValue] = [
            "batch_count": JSONValue(batch.declaredCount), "batch_type": JSONValue(batch.kind),
            "items": .array(batch.reports.map(describe)),
        ]
        if batch.trailing.readableBytes > 0 {
            facts["batch_trailing"] = .string(Hex.text(batch.trailing.readableBytesView))
        }
        return facts
    }

    /// A position of a batch that is no position costs only itself.
    private static func describe(_ report: ByteBuffer) -> JSONValue {
        do throws(BodyError) {
            return .object(describe(try LocationReport(body: report.readableBytesSpan)))
        } catch {
            return ["body_error": .string(error.rawValue), "body": .string(Hex.text(report.readableBytesView))]
        }
    }

    // MARK: Members

    /// A field that is not GB 18030 is shown in hex, under a name that says so.
    static func add(_ text: WireText, as name: String, to facts: inout [String: JSONValue]) {
        if let string = text.string {
            facts[name] = .string(string)
        } else {
            facts[name + "_hex"] = .string(Hex.text(text.bytes))
        }
    }

    /// A time that is none is null, with the digits as sent under a name that says so.
    static func add(_ time: TerminalTime, as name: String, to facts: inout [String: JSONValue]) {
        facts[name] = time.iso8601.map(JSONValue.string) ?? .null
        if time.iso8601 == nil { facts[name + "_bcd"] = .string(time.digits) }
    }

    static func list(_ numbers: some Sequence<some BinaryInteger>) -> JSONValue {
        .array(numbers.map { JSONValue($0) })
    }

    /// `0x` and at least so many hex digits.
    static func hex(_ number: some BinaryInteger, digits: Int) -> JSONValue {
        let text = String(number, radix: 16)
        return .string("0x" + String(repeating: "0", count: max(0, digits - text.count)) + text)
    }
}
