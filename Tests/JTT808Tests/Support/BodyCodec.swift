import NIOCore

@testable import JTT808

/// Decoder and encoder of one message id, for what must hold of all of them.
struct BodyCodec: CustomStringConvertible, Sendable {
    let id: UInt16
    private let recode: @Sendable (_ body: [UInt8], _ edition: Edition, _ out: inout ByteBuffer) throws -> Void

    var description: String { MessageID(rawValue: id).description }

    private init(_ id: UInt16, _ recode: @escaping @Sendable ([UInt8], Edition, inout ByteBuffer) throws -> Void) {
        self.id = id
        self.recode = recode
    }

    /// Decodes a body and encodes what was found.
    func recode(_ body: [UInt8], _ edition: Edition) throws -> [UInt8] {
        var out = ByteBuffer()
        try recode(body, edition, &out)
        return Array(buffer: out)
    }

    /// All messages with a body, but those of the session and the positions, which have their own tests.
    static let all: [BodyCodec] = [
        BodyCodec(0x0005) { body, edition, out in
            let message = try ResendRequest(body: body.span.bytes, edition: edition)
            message.encode(into: &out, edition: edition)
        },
        BodyCodec(0x0104) { body, edition, out in
            let message = try ParameterReport(body: body.span.bytes, edition: edition)
            message.encode(into: &out)
        },
        BodyCodec(0x0107) { body, edition, out in
            let message = try TerminalAttributes(body: body.span.bytes, edition: edition)
            message.encode(into: &out)
        },
        BodyCodec(0x0108) { body, _, out in
            let message = try UpgradeResult(body: body.span.bytes)
            message.encode(into: &out)
        },
        BodyCodec(0x0201) { body, _, out in
            let message = try LocationAnswer(body: body.span.bytes)
            message.encode(into: &out)
        },
        BodyCodec(0x0301) { body, _, out in
            let message = try EventReport(body: body.span.bytes)
            message.encode(into: &out)
        },
        BodyCodec(0x0302) { body, _, out in
            let message = try QuestionAnswer(body: body.span.bytes)
            message.encode(into: &out)
        },
        BodyCodec(0x0303) { body, _, out in
            let message = try InformationSubscription(body: body.span.bytes)
            message.encode(into: &out)
        },
        BodyCodec(0x0500) { body, _, out in
            let message = try LocationAnswer(body: body.span.bytes)
            message.encode(into: &out)
        },
        BodyCodec(0x0608) { body, _, out in
            let message = try RegionReport(body: body.span.bytes)
            message.encode(into: &out)
        },
        BodyCodec(0x0700) { body, edition, out in
            let message = try RecorderReport(body: body.span.bytes, edition: edition)
            message.encode(into: &out, edition: edition)
        },
        BodyCodec(0x0701) { body, _, out in
            let message = try Waybill(body: body.span.bytes)
            message.encode(into: &out)
        },
        BodyCodec(0x0702) { body, _, out in
            let message = try DriverCard(body: body.span.bytes)
            message.encode(into: &out)
        },
        BodyCodec(0x0705) { body, _, out in
            let message = try CANData(body: body.span.bytes)
            message.encode(into: &out)
        },
        BodyCodec(0x0800) { body, _, out in
            let message = try MediaEvent(body: body.span.bytes)
            message.encode(into: &out)
        },
        BodyCodec(0x0801) { body, edition, out in
            let message = try MediaData(body: ByteBuffer(bytes: body), edition: edition)
            message.encode(into: &out)
        },
        BodyCodec(0x0802) { body, edition, out in
            let message = try MediaList(body: body.span.bytes, edition: edition)
            message.encode(into: &out)
        },
        BodyCodec(0x0805) { body, _, out in
            let message = try CameraResult(body: body.span.bytes)
            message.encode(into: &out)
        },
        BodyCodec(0x0900) { body, edition, out in
            let message = try Passthrough(body: body.span.bytes, edition: edition)
            message.encode(into: &out, edition: edition)
        },
        BodyCodec(0x0901) { body, _, out in
            let message = try CompressedMessage(body: body.span.bytes)
            message.encode(into: &out)
        },
        BodyCodec(0x0A00) { body, _, out in
            let message = try RSAKey(body: body.span.bytes)
            message.encode(into: &out)
        },
        BodyCodec(0x8003) { body, edition, out in
            let message = try ResendRequest(body: body.span.bytes, edition: edition)
            message.encode(into: &out, edition: edition)
        },
        BodyCodec(0x8103) { body, edition, out in
            let message = try ParameterSetting(body: body.span.bytes, edition: edition)
            message.encode(into: &out, edition: edition)
        },
        BodyCodec(0x8105) { body, edition, out in
            let message = try TerminalControl(body: body.span.bytes)
            message.encode(into: &out, edition: edition)
        },
        BodyCodec(0x8106) { body, _, out in
            let message = try ParameterQuery(body: body.span.bytes)
            message.encode(into: &out)
        },
        BodyCodec(0x8108) { body, _, out in
            let message = try UpgradePackage(body: body.span.bytes)
            message.encode(into: &out)
        },
        BodyCodec(0x8202) { body, _, out in
            let message = try TrackingRequest(body: body.span.bytes)
            message.encode(into: &out)
        },
        BodyCodec(0x8203) { body, _, out in
            let message = try AlarmConfirmation(body: body.span.bytes)
            message.encode(into: &out)
        },
        BodyCodec(0x8300) { body, edition, out in
            let message = try TextMessage(body: body.span.bytes, edition: edition)
            message.encode(into: &out, edition: edition)
        },
        BodyCodec(0x8301) { body, edition, out in
            let message = try EventList(body: body.span.bytes, edition: edition)
            message.encode(into: &out, edition: edition)
        },
        BodyCodec(0x8302) { body, _, out in
            let message = try Question(body: body.span.bytes)
            message.encode(into: &out)
        },
        BodyCodec(0x8303) { body, edition, out in
            let message = try InformationMenu(body: body.span.bytes, edition: edition)
            message.encode(into: &out, edition: edition)
        },
        BodyCodec(0x8304) { body, edition, out in
            let message = try InformationMessage(body: body.span.bytes, edition: edition)
            message.encode(into: &out, edition: edition)
        },
        BodyCodec(0x8400) { body, edition, out in
            let message = try CallBack(body: body.span.bytes)
            message.encode(into: &out, edition: edition)
        },
        BodyCodec(0x8401) { body, edition, out in
            let message = try PhoneBook(body: body.span.bytes, edition: edition)
            message.encode(into: &out, edition: edition)
        },
        BodyCodec(0x8500) { body, edition, out in
            let message = try VehicleControl(body: body.span.bytes, edition: edition)
            message.encode(into: &out)
        },
        BodyCodec(0x8600) { body, edition, out in
            let message = try CircleRegions(body: body.span.bytes, edition: edition)
            message.encode(into: &out, edition: edition)
        },
        BodyCodec(0x8601) { body, _, out in
            let message = try RegionDeletion(body: body.span.bytes)
            message.encode(into: &out)
        },
        BodyCodec(0x8602) { body, edition, out in
            let message = try RectangleRegions(body: body.span.bytes, edition: edition)
            message.encode(into: &out, edition: edition)
        },
        BodyCodec(0x8603) { body, _, out in
            let message = try RegionDeletion(body: body.span.bytes)
            message.encode(into: &out)
        },
        BodyCodec(0x8604) { body, edition, out in
            let message = try PolygonRegion(body: body.span.bytes, edition: edition)
            message.encode(into: &out, edition: edition)
        },
        BodyCodec(0x8605) { body, _, out in
            let message = try RegionDeletion(body: body.span.bytes)
            message.encode(into: &out)
        },
        BodyCodec(0x8606) { body, edition, out in
            let message = try Route(body: body.span.bytes, edition: edition)
            message.encode(into: &out, edition: edition)
        },
        BodyCodec(0x8607) { body, _, out in
            let message = try RegionDeletion(body: body.span.bytes)
            message.encode(into: &out)
        },
        BodyCodec(0x8608) { body, _, out in
            let message = try RegionQuery(body: body.span.bytes)
            message.encode(into: &out)
        },
        BodyCodec(0x8700) { body, _, out in
            let message = try RecorderCommand(body: body.span.bytes)
            message.encode(into: &out)
        },
        BodyCodec(0x8701) { body, _, out in
            let message = try RecorderCommand(body: body.span.bytes)
            message.encode(into: &out)
        },
        BodyCodec(0x8800) { body, edition, out in
            let message = try MediaDataAnswer(body: body.span.bytes, edition: edition)
            message.encode(into: &out, edition: edition)
        },
        BodyCodec(0x8801) { body, _, out in
            let message = try CameraCommand(body: body.span.bytes)
            message.encode(into: &out)
        },
        BodyCodec(0x8802) { body, _, out in
            let message = try MediaQuery(body: body.span.bytes)
            message.encode(into: &out)
        },
        BodyCodec(0x8803) { body, _, out in
            let message = try MediaUpload(body: body.span.bytes)
            message.encode(into: &out)
        },
        BodyCodec(0x8804) { body, _, out in
            let message = try SoundRecording(body: body.span.bytes)
            message.encode(into: &out)
        },
        BodyCodec(0x8805) { body, _, out in
            let message = try SingleMediaUpload(body: body.span.bytes)
            message.encode(into: &out)
        },
        BodyCodec(0x8900) { body, edition, out in
            let message = try Passthrough(body: body.span.bytes, edition: edition)
            message.encode(into: &out, edition: edition)
        },
        BodyCodec(0x8A00) { body, _, out in
            let message = try RSAKey(body: body.span.bytes)
            message.encode(into: &out)
        },
    ]

    static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
}
