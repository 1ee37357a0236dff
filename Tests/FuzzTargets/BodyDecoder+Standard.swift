import JTT808
import NIOCore

extension BodyDecoder {
    /// The other messages of the standard that have a body.
    static let standard: [BodyDecoder] = [
        BodyDecoder(
            0x0005, decode: { body, edition in try ResendRequest(body: body, edition: edition) },
            encode: { value, edition, out in value.encode(into: &out, edition: edition) },
            isCut: { value, edition in value.numbers.count > ResendRequest.mostNumbers(edition) }),
        BodyDecoder(
            0x0104, decode: { body, edition in try ParameterReport(body: body, edition: edition) },
            encode: { value, _, out in value.encode(into: &out) },
            also: { value, _ in for parameter in value.parameters { try check(parameter) } }),
        BodyDecoder(
            0x0107,
            decode: { body, edition in try TerminalAttributes(body: body, edition: edition) },
            encode: { value, _, out in value.encode(into: &out) },
            // Layouts are told by their length, and a text that has lost its padding may make the body fit the first one.
            isCut: { value, edition in value.layout != (edition == .edition2019 ? .edition2019 : .edition2013) }),
        BodyDecoder(
            0x0108, decode: { body, _ in try UpgradeResult(body: body) },
            encode: { value, _, out in value.encode(into: &out) }),
        BodyDecoder(
            0x0201, decode: { body, _ in try LocationAnswer(body: body) },
            encode: { value, _, out in value.encode(into: &out) }),
        BodyDecoder(
            0x0301, decode: { body, _ in try EventReport(body: body) },
            encode: { value, _, out in value.encode(into: &out) }),
        BodyDecoder(
            0x0302, decode: { body, _ in try QuestionAnswer(body: body) },
            encode: { value, _, out in value.encode(into: &out) }),
        BodyDecoder(
            0x0303, decode: { body, _ in try InformationSubscription(body: body) },
            encode: { value, _, out in value.encode(into: &out) }),
        BodyDecoder(
            0x0500, decode: { body, _ in try LocationAnswer(body: body) },
            encode: { value, _, out in value.encode(into: &out) }),
        BodyDecoder(
            0x0608, decode: { body, _ in try RegionReport(body: body) },
            encode: { value, _, out in value.encode(into: &out) },
            also: { value, _ in _ = try? value.regions() }),
        BodyDecoder(
            0x0700, decode: { body, edition in try RecorderReport(body: body, edition: edition) },
            encode: { value, edition, out in value.encode(into: &out, edition: edition) }),
        BodyDecoder(
            0x0701, decode: { body, _ in try Waybill(body: body) },
            encode: { value, _, out in value.encode(into: &out) }),
        BodyDecoder(
            0x0702, decode: { body, _ in try DriverCard(body: body) },
            encode: { value, _, out in value.encode(into: &out) },
            // A body of 2011 is told by its first byte, the length of the name, which takes more than 2 bytes.
            isCut: { value, _ in value.event == nil && (value.driver?.name.bytes.count ?? 0) < 3 }),
        BodyDecoder(
            0x0705, decode: { body, _ in try CANData(body: body) },
            encode: { value, _, out in value.encode(into: &out) }),
        BodyDecoder(
            0x0800, decode: { body, _ in try MediaEvent(body: body) },
            encode: { value, _, out in value.encode(into: &out) }),
        BodyDecoder(
            0x0801,
            decode: { body, edition in try MediaData(body: ByteBuffer(bytes: body.copiedBytes), edition: edition) },
            encode: { value, _, out in value.encode(into: &out) }),
        BodyDecoder(
            0x0802, decode: { body, edition in try MediaList(body: body, edition: edition) },
            encode: { value, _, out in value.encode(into: &out) }),
        BodyDecoder(
            0x0805, decode: { body, _ in try CameraResult(body: body) },
            encode: { value, _, out in value.encode(into: &out) }),
        BodyDecoder(
            0x0900, decode: { body, edition in try Passthrough(body: body, edition: edition) },
            encode: { value, edition, out in value.encode(into: &out, edition: edition) }),
        BodyDecoder(
            0x0901, decode: { body, _ in try CompressedMessage(body: body) },
            encode: { value, _, out in value.encode(into: &out) }),
        BodyDecoder(
            0x0A00, decode: { body, _ in try RSAKey(body: body) },
            encode: { value, _, out in value.encode(into: &out) }),
        BodyDecoder(
            0x8003, decode: { body, edition in try ResendRequest(body: body, edition: edition) },
            encode: { value, edition, out in value.encode(into: &out, edition: edition) },
            isCut: { value, edition in value.numbers.count > ResendRequest.mostNumbers(edition) }),
        BodyDecoder(
            0x8103, decode: { body, edition in try ParameterSetting(body: body, edition: edition) },
            encode: { value, edition, out in value.encode(into: &out, edition: edition) }),
        BodyDecoder(
            0x8105, decode: { body, _ in try TerminalControl(body: body) },
            encode: { value, edition, out in value.encode(into: &out, edition: edition) }),
        BodyDecoder(
            0x8106, decode: { body, _ in try ParameterQuery(body: body) },
            encode: { value, _, out in value.encode(into: &out) }),
        BodyDecoder(
            0x8108, decode: { body, _ in try UpgradePackage(body: body) },
            encode: { value, _, out in value.encode(into: &out) }),
        BodyDecoder(
            0x8202, decode: { body, _ in try TrackingRequest(body: body) },
            encode: { value, _, out in value.encode(into: &out) }),
        BodyDecoder(
            0x8203, decode: { body, _ in try AlarmConfirmation(body: body) },
            encode: { value, _, out in value.encode(into: &out) }),
        BodyDecoder(
            0x8300, decode: { body, edition in try TextMessage(body: body, edition: edition) },
            encode: { value, edition, out in value.encode(into: &out, edition: edition) }),
        BodyDecoder(
            0x8301, decode: { body, edition in try EventList(body: body, edition: edition) },
            encode: { value, edition, out in value.encode(into: &out, edition: edition) }),
        BodyDecoder(
            0x8302, decode: { body, _ in try Question(body: body) },
            encode: { value, _, out in value.encode(into: &out) }),
        BodyDecoder(
            0x8303, decode: { body, edition in try InformationMenu(body: body, edition: edition) },
            encode: { value, edition, out in value.encode(into: &out, edition: edition) }),
        BodyDecoder(
            0x8304, decode: { body, edition in try InformationMessage(body: body, edition: edition) },
            encode: { value, edition, out in value.encode(into: &out, edition: edition) }),
        BodyDecoder(
            0x8400, decode: { body, _ in try CallBack(body: body) },
            encode: { value, edition, out in value.encode(into: &out, edition: edition) }),
        BodyDecoder(
            0x8401, decode: { body, edition in try PhoneBook(body: body, edition: edition) },
            encode: { value, edition, out in value.encode(into: &out, edition: edition) }),
        BodyDecoder(
            0x8500, decode: { body, edition in try VehicleControl(body: body, edition: edition) },
            encode: { value, _, out in value.encode(into: &out) }),
        BodyDecoder(
            0x8600, decode: { body, edition in try CircleRegions(body: body, edition: edition) },
            encode: { value, edition, out in value.encode(into: &out, edition: edition) }),
        BodyDecoder(
            0x8601, decode: { body, _ in try RegionDeletion(body: body) },
            encode: { value, _, out in value.encode(into: &out) }),
        BodyDecoder(
            0x8602, decode: { body, edition in try RectangleRegions(body: body, edition: edition) },
            encode: { value, edition, out in value.encode(into: &out, edition: edition) }),
        BodyDecoder(
            0x8603, decode: { body, _ in try RegionDeletion(body: body) },
            encode: { value, _, out in value.encode(into: &out) }),
        BodyDecoder(
            0x8604, decode: { body, edition in try PolygonRegion(body: body, edition: edition) },
            encode: { value, edition, out in value.encode(into: &out, edition: edition) }),
        BodyDecoder(
            0x8605, decode: { body, _ in try RegionDeletion(body: body) },
            encode: { value, _, out in value.encode(into: &out) }),
        BodyDecoder(
            0x8606, decode: { body, edition in try Route(body: body, edition: edition) },
            encode: { value, edition, out in value.encode(into: &out, edition: edition) }),
        BodyDecoder(
            0x8607, decode: { body, _ in try RegionDeletion(body: body) },
            encode: { value, _, out in value.encode(into: &out) }),
        BodyDecoder(
            0x8608, decode: { body, _ in try RegionQuery(body: body) },
            encode: { value, _, out in value.encode(into: &out) }),
        BodyDecoder(
            0x8700, decode: { body, _ in try RecorderCommand(body: body) },
            encode: { value, _, out in value.encode(into: &out) }),
        BodyDecoder(
            0x8701, decode: { body, _ in try RecorderCommand(body: body) },
            encode: { value, _, out in value.encode(into: &out) }),
        BodyDecoder(
            0x8800, decode: { body, edition in try MediaDataAnswer(body: body, edition: edition) },
            encode: { value, edition, out in value.encode(into: &out, edition: edition) }),
        BodyDecoder(
            0x8801, decode: { body, _ in try CameraCommand(body: body) },
            encode: { value, _, out in value.encode(into: &out) }),
        BodyDecoder(
            0x8802, decode: { body, _ in try MediaQuery(body: body) },
            encode: { value, _, out in value.encode(into: &out) }),
        BodyDecoder(
            0x8803, decode: { body, _ in try MediaUpload(body: body) },
            encode: { value, _, out in value.encode(into: &out) }),
        BodyDecoder(
            0x8804, decode: { body, _ in try SoundRecording(body: body) },
            encode: { value, _, out in value.encode(into: &out) }),
        BodyDecoder(
            0x8805, decode: { body, _ in try SingleMediaUpload(body: body) },
            encode: { value, _, out in value.encode(into: &out) }),
        BodyDecoder(
            0x8900, decode: { body, edition in try Passthrough(body: body, edition: edition) },
            encode: { value, edition, out in value.encode(into: &out, edition: edition) }),
        BodyDecoder(
            0x8A00, decode: { body, _ in try RSAKey(body: body) },
            encode: { value, _, out in value.encode(into: &out) }),
    ]

    /// What 0x0900 carries: records of tags and weights, in batches and alone.
    static let records: [BodyDecoder] = [
        BodyDecoder(
            0x0900, fidelity: .bytes(nil), decode: { data, _ in try RecordBatch(data: data) },
            encode: { value, _, out in value.encode(into: &out) }, isBody: false),
        BodyDecoder(
            0x0900, decode: { record, _ in try Record(record) },
            encode: { value, _, out in value.encode(into: &out) }, isBody: false),
    ]

    /// A value that the standard defines is the same value when it is encoded.
    private static func check(_ parameter: Parameter) throws {
        guard let value = parameter.typed, let again = Parameter(id: parameter.id, value) else { return }
        try require(again.typed == value, "\(value) of \(parameter) is another value when encoded")
    }
}
