import JTT808
import NIOCore

/// Pictures, sound and video.
extension FrameDescription {
    /// - Returns: nil for an id of another group.
    static func describeMedia(
        _ id: MessageID, _ buffer: ByteBuffer, _ edition: Edition
    ) throws(BodyError) -> [String: JSONValue]? {
        let body = buffer.readableBytesSpan
        switch id {
        case .mediaEvent: return ["media": .object(describe(try MediaEvent(body: body)))]
        case .mediaData: return describe(try MediaData(body: buffer, edition: edition))
        case .mediaDataAnswer:
            let answer = try MediaDataAnswer(body: body, edition: edition)
            var facts = ["media_id": JSONValue(answer.mediaID)]
            if let missing = answer.missing { facts["resend"] = list(missing) }
            return facts
        case .mediaList: return describe(try MediaList(body: body, edition: edition))
        case .cameraCommand: return describe(try CameraCommand(body: body))
        case .cameraResult:
            let result = try CameraResult(body: body)
            return [
                "ack_serial": JSONValue(result.serial), "result": JSONValue(result.result),
                "media_ids": list(result.mediaIDs),
            ]
        case .mediaQuery: return describe(try MediaQuery(body: body))
        case .mediaUpload:
            let upload = try MediaUpload(body: body)
            var facts = describe(upload.query)
            facts["delete"] = JSONValue(upload.delete)
            return facts
        case .soundRecording:
            let recording = try SoundRecording(body: body)
            return [
                "record": JSONValue(recording.command), "seconds": JSONValue(recording.seconds),
                "store": JSONValue(recording.store), "rate": JSONValue(recording.rate),
            ]
        case .singleMediaUpload:
            let upload = try SingleMediaUpload(body: body)
            return ["media_id": JSONValue(upload.mediaID), "delete": JSONValue(upload.delete)]
        default: return nil
        }
    }

    private static func describe(_ event: MediaEvent) -> [String: JSONValue] {
        [
            "media_id": JSONValue(event.id), "media_type": JSONValue(event.kind),
            "media_format": JSONValue(event.format), "event": JSONValue(event.event),
            "channel": JSONValue(event.channel),
        ]
    }

    private static func describe(_ media: MediaData) -> [String: JSONValue] {
        var fields = describe(media.event)
        switch media.origin {
        case .position(let position): fields["location"] = .object(describe(position))
        case .part(let total, let number): fields["part"] = ["total": JSONValue(total), "number": JSONValue(number)]
        case .none: break
        }
        fields["data"] = .string(Hex.text(media.data.readableBytesView))
        return ["media": .object(fields)]
    }

    private static func describe(_ found: MediaList) -> [String: JSONValue] {
        let items = found.items.map { item in
            var fields: [String: JSONValue] = [
                "media_type": JSONValue(item.kind), "channel": JSONValue(item.channel),
                "event": JSONValue(item.event), "location": .object(describe(item.position)),
            ]
            if let id = item.id { fields["media_id"] = JSONValue(id) }
            return JSONValue.object(fields)
        }
        var facts: [String: JSONValue] = [
            "ack_serial": JSONValue(found.serial), "media_total": JSONValue(found.total),
            "media_items": .array(items),
        ]
        if found.layout == .edition2011 { facts["version"] = "2011" }
        return facts
    }

    private static func describe(_ command: CameraCommand) -> [String: JSONValue] {
        [
            "channel": JSONValue(command.channel), "shoot": JSONValue(command.shots),
            "interval_s": JSONValue(command.intervalS), "store": JSONValue(command.store),
            "resolution": JSONValue(command.resolution), "quality": JSONValue(command.quality),
            "brightness": JSONValue(command.brightness), "contrast": JSONValue(command.contrast),
            "saturation": JSONValue(command.saturation), "chroma": JSONValue(command.chroma),
        ]
    }

    /// Times as digits: zeros mean "no limit".
    private static func describe(_ query: MediaQuery) -> [String: JSONValue] {
        [
            "media_type": JSONValue(query.kind), "channel": JSONValue(query.channel), "event": JSONValue(query.event),
            "start": .string(query.start.digits), "end": .string(query.end.digits),
        ]
    }
}
