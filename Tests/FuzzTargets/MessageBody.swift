import JTT808

/// A message body through its decoder, and back.
///
/// Input: the message id in two bytes, a byte that chooses the edition, then the body.
enum MessageBody {
    static func check(_ input: [UInt8]) throws {
        guard input.count >= 3 else { return }
        let editions = Edition.allCases
        try check(
            MessageID(rawValue: UInt16(input[0]) << 8 | UInt16(input[1])), editions[Int(input[2]) % editions.count],
            Array(input.dropFirst(3)))
    }

    static func check(_ messageID: MessageID, _ edition: Edition, _ body: [UInt8]) throws {
        var isKnown = false
        for decoder in BodyDecoder.all where decoder.messageID == messageID {
            isKnown = true
            try decoder.check(body, edition)
        }
        guard !isKnown else { return }
        // A mutated id must not waste the body that comes with it.
        try BodyDecoder.all[Int(messageID.rawValue) % BodyDecoder.all.count].check(body, edition)
    }
}
