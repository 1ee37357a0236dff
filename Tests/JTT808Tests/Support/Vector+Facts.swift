import TestSupport

@testable import JTT808

/// What a stretch of a stream turned out to be, in the terms of the vectors.
enum StretchFacts: Equatable {
    case frame(id: String, phone: String, serial: Int)
    case error(String)

    init?(_ facts: [String: Any]) {
        if let error = facts["error"] as? String {
            self = .error(error)
        } else if let id = facts["msg_id"] as? String, let phone = facts["phone"] as? String,
            let serial = facts["serial"] as? Int
        {
            self = .frame(id: id, phone: phone, serial: serial)
        } else {
            return nil
        }
    }

    init?(_ step: FrameParser.Step) {
        switch step {
        case .frame(let frame):
            self = .frame(
                id: frame.header.messageID.description, phone: frame.header.address.phone,
                serial: Int(frame.header.serial))
        case .malformed(let error, _): self = .error(error.rawValue)
        case .junk, .needMoreData: return nil
        }
    }
}

extension Vector {
    static func frames(_ messageID: String) -> [Vector] { VectorFile.frames.filter { $0.messageID == messageID } }

    /// Frames that are sound, whatever is in them.
    static let soundFrames = VectorFile.frames.filter { $0.error == nil && $0.messageID != nil }

    /// The address that the facts give, for the side that sends.
    var address: TerminalAddress? {
        guard let phone = expect["phone"] as? String, let number = TerminalNumber(phone) else { return nil }
        return TerminalAddress(
            number, form: expect["version"] as? String == "2019" ? .long : .short,
            protocolVersion: UInt8(expect["protocol_version"] as? Int ?? 0))
    }

    var serial: UInt16 { UInt16(expect["serial"] as? Int ?? 0) }

    /// The unescaped body.
    var body: [UInt8] { JTT808Tests.bytes(expect["body"] as? String ?? "") }

    var package: FrameHeader.Package? {
        guard let package = expect["package"] as? [String: Any], let total = package["total"] as? Int,
            let index = package["index"] as? Int
        else { return nil }
        return FrameHeader.Package(total: UInt16(total), index: UInt16(index))
    }
}
