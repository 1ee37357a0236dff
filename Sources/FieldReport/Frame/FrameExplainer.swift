package import JTT808
import NIOCore

/// A stretch of a JT/T 808 stream, field by field.
package struct FrameExplainer {
    /// Whose layouts bodies have; nil: what the header makes likely. Frames of 2011 and 2013 do not say.
    package var edition: Edition?

    package init(edition: Edition? = nil) { self.edition = edition }

    /// What the frames and everything between them say, and behind it, as explanations of their own, the messages that slices
    /// among them make.
    package func explain(_ stream: [UInt8]) -> (stream: Explanation, messages: [WholeMessage]) {
        // The same rules as in the gateway, but for its bound.
        var parser = FrameParser(maximumLength: max(FrameParser.defaultMaximumLength, stream.count))
        var buffer = ByteBuffer(bytes: stream)
        var fields: [ExplainedField] = []
        var slices: [Frame] = []
        var place = 0
        while true {
            let step = parser.next(in: &buffer)
            let end = stream.count - buffer.readableBytes
            let cut = Cut(stream, place..<end)
            place = end
            fields += cut.flags(cut.leading)
            switch step {
            case .frame(let frame):
                if frame.header.package != nil { slices.append(frame) }
                fields.append(explain(stream, cut.middle, nil))
            case .malformed(let error, _): fields.append(explain(stream, cut.middle, error))
            case .junk where !cut.middle.isEmpty:
                fields.append(
                    ExplainedField(range: cut.middle, name: "junk", problem: "before the first flag: of no frame"))
            case .junk, .needMoreData: break
            }
            fields += cut.flags(cut.trailing)
            guard step != .needMoreData else { break }
        }
        if place < stream.count {
            fields.append(
                ExplainedField(range: place..<stream.count, name: "pending", problem: "no flag ends it (truncated)"))
        }
        return (Explanation(bytes: stream, fields: fields), WholeMessage.all(of: slices, edition: edition))
    }

    /// Flags at both ends of what one step of the parser took, and what is between.
    private struct Cut {
        let leading: Range<Int>
        let middle: Range<Int>
        let trailing: Range<Int>

        init(_ stream: [UInt8], _ range: Range<Int>) {
            let first = stream[range].firstIndex { $0 != 0x7E } ?? range.upperBound
            let last = stream[first..<range.upperBound].lastIndex { $0 != 0x7E }.map { $0 + 1 } ?? first
            leading = range.lowerBound..<first
            middle = first..<last
            trailing = last..<range.upperBound
        }

        func flags(_ range: Range<Int>) -> [ExplainedField] {
            range.map { ExplainedField(range: $0..<$0 + 1, name: "flag") }
        }
    }

    // MARK: One stretch

    private func explain(_ stream: [UInt8], _ range: Range<Int>, _ error: FrameError?) -> ExplainedField {
        var field = ExplainedField(range: range, name: "frame", problem: error?.explanation)
        guard let unescaped = EscapedBytes(stream[range]), !unescaped.content.isEmpty,
            let header = try? FrameHeader(content: unescaped.content.span.bytes)
        else { return field }
        var reader = FieldReader(unescaped.content)
        reader.all { reader throws(BodyError) in
            try reader.group("header") { reader throws(BodyError) in try reader.header(header) }
            try body(header, &reader)
            let found: UInt8 = reader.peek() ?? 0
            let right = unescaped.content.dropLast().reduce(0, ^)
            try reader.take(
                1, "check_code", nil, found == right ? "right: the XOR of header and body" : nil,
                problem: found == right ? nil : "wrong: header and body give " + Words.hex([right]))
        }
        field.meaning = Words.title(of: header)
        field.children = unescaped.fields(reader.fields, at: range.lowerBound)
        return field
    }

    /// The body of a frame that may be faulty: it ends before the check code.
    private func body(
        _ header: FrameHeader, _ reader: inout FieldReader
    ) throws(BodyError) {
        let length = reader.remaining - 1
        guard length == header.bodyLength else {
            return try reader.take(
                length, "body", problem: "\(header.bodyLength) bytes declared, \(length) there: not read")
        }
        try reader.bounded("body", length) { reader throws(BodyError) in
            if header.encryption != 0 {
                reader.rawRest("encrypted", "encrypted: kept raw, answered by result 3")
            } else if let package = header.package {
                reader.rawRest("slice", "slice \(package.index) of \(package.total): read when the message is whole")
            } else {
                try Self.body(of: header, edition: edition, &reader)
            }
        }
    }

    static func body(of header: FrameHeader, edition: Edition?, _ reader: inout FieldReader) throws(BodyError) {
        // Who names an edition knows better than the form of the header.
        let form = edition.map { $0 == .edition2019 ? .long : .short } ?? header.address.form
        try reader.body(of: header.messageID, edition ?? form.likelyEdition, form)
    }

    /// The body of a message that is whole, without a header.
    /// - Returns: the explanation, and why the body is not one of its id, if it is not.
    package static func explain(
        body: [UInt8], of id: MessageID, _ edition: Edition
    ) -> (explanation: Explanation, problem: String?) {
        var reader = FieldReader(body)
        var problem: String?
        reader.all { reader throws(BodyError) in
            do throws(BodyError) {
                try reader.body(of: id, edition, edition == .edition2019 ? .long : .short)
            } catch {
                problem = error.explanation
                throw error
            }
        }
        return (Explanation(bytes: body, fields: reader.fields), problem)
    }
}

extension FrameError {
    fileprivate var explanation: String {
        switch self {
        case .escape: "7d is followed by neither 01 nor 02 (escape)"
        case .truncated: "too short for a header (truncated)"
        case .checksum: "the check code is wrong (checksum)"
        case .length: "the declared length is not that of the body (length)"
        case .tooLong: "longer than any frame (too_long)"
        }
    }
}
