import DeviceProfile
import JTT808
import NIOCore

/// Turns one line of hex into one JSON object.
///
/// A line that is one frame gives that frame's facts, or `{"error": ...}` with the reason. A longer stretch of a stream gives
/// `frames` (facts or errors, in order), `junk_len` (bytes before the first flag) and `pending_len` (bytes after the
/// last flag). When there are slices among them, what they make together stands beside: the members of
/// ``SliceDescription``, or `messages` with those of each when there are several. With a profile, `interpreted` is what it
/// finds in a frame.
enum LineDecoder {
    static func decode(_ line: some StringProtocol, profile: DeviceProfile? = nil) -> JSONValue {
        guard let bytes = Hex.bytes(line) else {
            return [
                "error": "hex",
                "detail": "the line is not pairs of hex digits (white space and a leading 0x are accepted)",
            ]
        }
        return decode(bytes, profile: profile)
    }

    static func decode(_ bytes: [UInt8], profile: DeviceProfile? = nil) -> JSONValue {
        var parser = FrameParser(maximumLength: max(FrameParser.defaultMaximumLength, bytes.count))
        var buffer = ByteBuffer(bytes: bytes)
        var frames: [JSONValue] = []
        var slices: [Frame] = []
        var junk = 0
        loop: while true {
            switch parser.next(in: &buffer) {
            case .frame(let frame):
                var facts = FrameDescription.describe(frame)
                if let package = frame.header.package {
                    slices.append(frame)
                    facts["index"] = JSONValue(package.index)
                }
                if let profile { facts["interpreted"] = ProfileDescription.describe(frame, with: profile) }
                frames.append(.object(facts))
            case .malformed(let error, _): frames.append(["error": .string(error.rawValue)])
            case .junk(let count): junk += count
            case .needMoreData: break loop
            }
        }
        let pending = buffer.readableBytes
        switch (frames.count, junk, pending) {
        case (1, 0, 0): return frames[0]
        case (0, 0, 0) where parser.isSynchronised: return ["error": "empty"]
        // One frame whose closing flag is missing, or nothing that could be one.
        case (0, _, _): return ["error": .string(FrameError.truncated.rawValue)]
        default:
            var facts: [String: JSONValue] = [
                "frames": .array(frames), "junk_len": JSONValue(junk), "pending_len": JSONValue(pending),
            ]
            let messages = SliceDescription.describe(slices)
            if messages.count > 1 {
                facts["messages"] = .array(messages.map { .object($0) })
            } else if let message = messages.first {
                facts.merge(message) { old, _ in old }
            }
            return .object(facts)
        }
    }
}
