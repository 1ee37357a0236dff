import Crypto
import JTT808
import NIOCore

/// What the slices of a stretch make together.
enum SliceDescription {
    /// A message a member: whole with its body, or with the numbers that are missing.
    static func describe(_ slices: [Frame]) -> [[String: JSONValue]] {
        let bytes = slices.reduce(1) { $0 + $1.body.readableBytes + 1024 }
        // Everything is here at once: nothing need be given up, and what is missing is asked for without waiting.
        var reassembler = Reassembler(
            limits: ReassemblyLimits(
                messages: slices.count + 1, bytesOfOneMessage: bytes, bytes: bytes, askAfter: .zero, asks: 1))
        let now = ContinuousClock.now
        let actions = slices.flatMap { reassembler.take($0, now: now) } + reassembler.tick(now: now)
        return actions.compactMap { action in
            switch action {
            case .deliver(let frame, let firstSerial): describe(frame, firstSerial, slices)
            case .ask(let missing): describe(missing, slices)
            case .acknowledge, .acknowledgeWhenSafe, .refuse, .giveUp: nil
            }
        }
    }

    private static func describe(_ whole: Frame, _ firstSerial: UInt16, _ slices: [Frame]) -> [String: JSONValue] {
        var facts = head(whole.header.messageID, whole.header.address, firstSerial, slices)
        facts["body_len"] = JSONValue(whole.body.readableBytes)
        facts["body_sha256"] = .string(Hex.text(SHA256.hash(data: [UInt8](whole.body.readableBytesView))))
        facts["body"] = .string(Hex.text(whole.body.readableBytesView))
        facts["message"] = .object(FrameDescription.describe(whole: whole))
        return facts
    }

    private static func describe(_ missing: MissingSlices, _ slices: [Frame]) -> [String: JSONValue] {
        var facts = head(missing.messageID, missing.address, missing.request.firstSerial, slices)
        facts["missing"] = FrameDescription.list(missing.request.numbers)
        facts["resend_request"] = [
            "original_serial": JSONValue(missing.request.firstSerial),
            "resend": FrameDescription.list(missing.request.numbers),
        ]
        return facts
    }

    private static func head(
        _ id: MessageID, _ address: TerminalAddress, _ firstSerial: UInt16, _ slices: [Frame]
    ) -> [String: JSONValue] {
        let total = slices.first { slice in
            guard let package = slice.header.package else { return false }
            return slice.header.messageID == id && slice.header.address.number == address.number
                && slice.header.serial &- (package.index &- 1) == firstSerial
        }?.header.package?.total
        return [
            "msg_id": .string(id.description), "phone": .string(address.phone), "first_serial": JSONValue(firstSerial),
            "total": JSONValue(total ?? 0),
        ]
    }
}
