import JTT808

/// The bodies of all messages, in the order of their bytes.
///
/// Layouts that have to be chosen are chosen by the decoders of `JTT808`; tests and fuzzers hold that a body which a decoder
/// refuses has a problem here, and no other.
extension FieldReader {
    /// Reads what is left as the body of a message that is whole.
    /// - Parameters:
    ///   - edition: whose layout is tried first.
    ///   - form: of the header. Some bodies go by it.
    mutating func body(
        of id: MessageID, _ edition: Edition, _ form: TerminalAddress.Form
    ) throws(BodyError) {
        switch id {
        case .terminalAnswer, .platformAnswer: try generalAnswer()
        case .terminalResendRequest, .resendRequest: try resendRequest(edition)
        case .registration: try registration(form)
        case .registrationAnswer: try registrationAnswer()
        case .authentication: try authentication(form)
        case .serverTime: try serverTime()
        case .heartbeat, .deregistration, .serverTimeRequest, .allParametersQuery, .attributesQuery, .locationQuery,
            .linkCheck, .driverCardQuery:
            rawRest("more", "this message has no body: ignored")
        case .locationReport: try locationReport()
        case .locationBatch: try locationBatch()
        case .locationAnswer, .vehicleControlAnswer:
            try u16("ack_serial", Self.questionSerial)
            try locationReport()
        default:
            if try control(id, edition) { break }
            if try texts(id, edition) { break }
            if try regions(id, edition) { break }
            if try media(id, edition) { break }
            if try data(id, edition) { break }
            rawRest("body", "not a message of the standard: kept raw")
        }
        rawRest("more", "behind the known fields: ignored")
    }

    /// What the serial in an answer refers to.
    static func questionSerial(_ serial: UInt16) -> String? { "serial of the message that is answered" }

    static let resultNames: [UInt8: String] = [
        0: "done", 1: "failed", 2: "the message is wrong", 3: "not supported", 4: "alarm confirmed",
    ]

    private mutating func generalAnswer() throws(BodyError) {
        try u16("ack_serial", Self.questionSerial)
        try u16("ack_id") { MessageName.of(MessageID(rawValue: $0)) }
        try choice("result", Self.resultNames)
    }

    private mutating func resendRequest(_ edition: Edition) throws(BodyError) {
        // The decoder tells the width of the count by what fills the body; a body that fits neither is read by the edition.
        let bytes = rest
        var isWide = edition == .edition2019
        if let request = try? ResendRequest(body: bytes.span.bytes, edition: edition) {
            isWide =
                peek(2, as: UInt16.self).map(Int.init) == request.numbers.count
                && (edition == .edition2019 || bytes.count == 4 + 2 * request.numbers.count)
        }
        try u16("original_serial") { _ in "serial of slice 1 of the message in question" }
        let count =
            isWide ? Int(try u16("count") { "\($0) slices wanted" }) : Int(try u8("count") { "\($0) slices wanted" })
        try numbers(count, "slice", UInt16.self)
    }

    /// A list of numbers, all of which must be there.
    mutating func numbers<Number: FixedWidthInteger>(
        _ count: Int, _ name: String, _ type: Number.Type, _ meaning: (Number) -> String? = { _ in nil }
    ) throws(BodyError) {
        guard count <= remaining / (Number.bitWidth / 8) else { throw .length }
        for _ in 0..<count { try number(name, type, meaning) }
    }

    private mutating func registration(_ form: TerminalAddress.Form) throws(BodyError) {
        let bytes = rest
        let layout = try Registration(body: bytes.span.bytes, form: form).layout
        let widths = Registration.widths(layout)
        try u16("province") { $0 == 0 ? "not set" : "GB/T 2260, first two digits; layout of \(layout.rawValue)" }
        try u16("city") { $0 == 0 ? "not set" : "GB/T 2260, last four digits" }
        try text("maker_id", widths.manufacturer, "制造商ID")
        try text("model", widths.model, "终端型号")
        try text("terminal_id", widths.device, "终端ID")
        let color = try choice("plate_color", Self.plateColors)
        try text("plate", remaining, color == 0 ? "no plate: the VIN" : "车牌号")
    }

    static let plateColors: [UInt8: String] = [
        0: "no plate", 1: "blue", 2: "yellow", 3: "black", 4: "white", 9: "other",
    ]

    private mutating func registrationAnswer() throws(BodyError) {
        try u16("ack_serial", Self.questionSerial)
        let result = try choice(
            "result",
            [
                0: "done", 1: "vehicle registered already", 2: "no such vehicle", 3: "terminal registered already",
                4: "no such terminal",
            ])
        if result == 0 { try text("auth_code", remaining, "鉴权码, which 0x0102 must show") }
    }

    private mutating func authentication(_ form: TerminalAddress.Form) throws(BodyError) {
        let bytes = rest
        guard Authentication(body: bytes.span.bytes, form: form).device != nil else {
            try text("auth_code", remaining, "鉴权码")
            return
        }
        try shortText("auth_code")
        try text("imei", 15)
        try text("software_version", remaining)
    }

    private mutating func serverTime() throws(BodyError) {
        guard let high: UInt16 = peek(), let low: UInt32 = peek(2) else { throw .length }
        let time = TerminalTime(bcd: UInt64(high) << 32 | UInt64(low))
        try take(
            6, "time_bcd_utc", .text(time.digits), time.iso8601.map { String($0.prefix(19)) + " UTC" } ?? "no date")
    }
}
