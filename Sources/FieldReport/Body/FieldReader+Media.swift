import JTT808
import NIOCore

/// Pictures, sound and video.
extension FieldReader {
    /// - Returns: false for an id of another group.
    mutating func media(_ id: MessageID, _ edition: Edition) throws(BodyError) -> Bool {
        switch id {
        case .mediaEvent: try mediaEvent()
        case .mediaData: try mediaData(edition)
        case .mediaDataAnswer:
            if edition == .edition2011 { try u16("ack_serial", Self.questionSerial) }
            try u32("media_id")
            if remaining > 0 {
                let count = try u8("count") { $0 == 0 ? "all slices are there" : "\($0) slices are missing" }
                try numbers(Int(count), "slice", UInt16.self)
            }
        case .mediaList: try mediaList(edition)
        case .cameraCommand: try cameraCommand()
        case .cameraResult:
            try u16("ack_serial", Self.questionSerial)
            let result = try choice("result", [0: "done", 1: "failed", 2: "no such channel"])
            if result == 0 {
                let count = try u16("count")
                try numbers(Int(count), "media_id", UInt32.self)
            }
        case .mediaQuery: try mediaQuery()
        case .mediaUpload:
            try mediaQuery()
            try deletion()
        case .soundRecording:
            try choice("record", [0: "stop", 1: "record"])
            try u16("seconds") { $0 == 0 ? "without end" : Words.seconds($0) }
            try storing()
            try choice("rate", [0: "8 kHz", 1: "11 kHz", 2: "23 kHz", 3: "32 kHz"])
        case .singleMediaUpload:
            try u32("media_id")
            try deletion()
        default: return false
        }
        return true
    }

    private static let mediaTypes: [UInt8: String] = [0: "picture", 1: "sound", 2: "video"]
    private static let mediaEvents: [UInt8: String] = [
        0: "ordered by the platform", 1: "timed", 2: "robbery", 3: "collision or rollover", 4: "door opened",
        5: "door closed", 6: "door closed and speed over 20 km/h", 7: "distance",
    ]

    private mutating func mediaEvent() throws(BodyError) {
        try u32("media_id")
        try choice("media_type", Self.mediaTypes)
        try choice("media_format", [0: "JPEG", 1: "TIF", 2: "MP3", 3: "WAV", 4: "WMV"])
        try choice("event", Self.mediaEvents)
        try u8("channel")
    }

    private mutating func mediaData(_ edition: Edition) throws(BodyError) {
        let body = ByteBuffer(bytes: rest)
        let origin = try? MediaData(body: body, edition: edition).origin
        try mediaEvent()
        switch origin {
        case .position:
            try group("position", "where it was taken") { reader throws(BodyError) in try reader.position() }
        case .part:
            try u32("total") { _ in "packages in all" }
            try u32("number") { _ in "of this package" }
        case .some(.none): break
        // The decoder failed, so the numbers of 2011 are cut off.
        case nil: throw .length
        }
        rawRest("data", "the medium itself, \(remaining) bytes")
    }

    private mutating func mediaList(_ edition: Edition) throws(BodyError) {
        let bytes = rest
        let layout = try MediaList(body: bytes.span.bytes, edition: edition).layout
        try u16("ack_serial", Self.questionSerial)
        try u16("media_total") { "\($0) found in all" }
        if layout == .edition2011 { try u16("count_here") { _ in "in this package" } }
        try groupsToEnd("medium") { reader throws(BodyError) in
            if layout != .edition2011 { try reader.u32("media_id") }
            try reader.choice("media_type", Self.mediaTypes)
            try reader.u8("channel")
            try reader.choice("event", Self.mediaEvents)
            try reader.position()
        }
    }

    private mutating func cameraCommand() throws(BodyError) {
        try u8("channel")
        try u16("shoot") { $0 == 0 ? "stop" : $0 == 0xFFFF ? "a video" : "\($0) pictures" }
        try u16("interval_s") { $0 == 0 ? "as short as possible, or without end" : Words.seconds($0) }
        try storing()
        try choice(
            "resolution",
            [
                0: "lowest (2019)", 1: "320 x 240", 2: "640 x 480", 3: "800 x 600", 4: "1024 x 768", 5: "176 x 144",
                6: "352 x 288", 7: "704 x 288", 8: "704 x 576", 0xFF: "highest (2019)",
            ])
        try u8("quality") { _ in "1 least loss, 10 most" }
        try u8("brightness") { _ in "of 255" }
        try u8("contrast") { _ in "of 127" }
        try u8("saturation") { _ in "of 127" }
        try u8("chroma") { _ in "of 255" }
    }

    private mutating func mediaQuery() throws(BodyError) {
        try choice("media_type", Self.mediaTypes)
        try u8("channel") { $0 == 0 ? "all channels" : nil }
        try choice("event", Self.mediaEvents)
        try time("start", zeros: "no limit")
        try time("end", zeros: "no limit")
    }

    private mutating func storing() throws(BodyError) { try choice("store", [0: "send at once", 1: "keep"]) }
    private mutating func deletion() throws(BodyError) { try choice("delete", [0: "keep", 1: "delete after sending"]) }
}
