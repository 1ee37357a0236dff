import JTT808

/// The parts of a frame, its escapes undone.
extension FieldReader {
    mutating func header(_ header: FrameHeader) throws(BodyError) {
        try u16("msg_id") { Words.hex($0, digits: 4) + " " + MessageName.of(MessageID(rawValue: $0)) }
        try number("properties", UInt16.self, { _ in nil }) { Self.properties($0, header) }
        let digits = header.address.phone
        if header.address.form == .long {
            try u8("protocol_version") { $0 == 1 ? "2019" : "a revision of 2019" }
            try take(10, "phone", .text(digits), "number " + header.address.number.description)
        } else {
            try take(6, "phone", .text(digits), "number " + header.address.number.description)
        }
        try u16("serial") { _ in "the sender's count of messages" }
        if header.package != nil {
            try u16("package_total") { "\($0) slices in all" }
            try u16("package_index") { "slice \($0)" }
        }
    }

    private static func properties(_ properties: UInt16, _ header: FrameHeader) -> [ExplainedField.Bits] {
        [
            bits(properties, 0...9) { "\($0) bytes in the body" },
            bits(properties, 10...12) { $0 == 0 ? "not encrypted" : $0 == 1 ? "body under RSA" : "reserved" },
            bits(properties, 13...13) { $0 == 0 ? "not sliced" : "a slice" },
            bits(properties, 14...14) {
                $0 == 0
                    ? "short header, 2011 or 2013"
                    : header.hasVersionFlagWithoutLongHeader
                        ? "long header, which the length disproves: read as short" : "long header, 2019"
            },
            bits(properties, 15...15) { $0 == 0 ? "reserved" : "reserved, and set" },
        ]
    }
}

extension Words {
    static func title(of header: FrameHeader) -> String {
        "\(header.messageID) \(MessageName.of(header.messageID)), \(header.address.phone), serial \(header.serial)"
    }
}
