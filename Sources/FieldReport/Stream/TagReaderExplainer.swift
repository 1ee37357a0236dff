import JTT808
import NIOCore
import TagReader

/// A stretch of a tag reader's stream: frames, the tags in them, and what is between them.
package enum TagReaderExplainer {
    package static func explain(_ stream: [UInt8]) -> Explanation {
        let parser = TagReaderParser()
        var buffer = ByteBuffer(bytes: stream)
        var fields: [ExplainedField] = []
        var place = 0
        while true {
            // A capture ends like a link that falls silent. Nothing else depends on it: frames have a length.
            let step = parser.finish(in: &buffer)
            let range = place..<stream.count - buffer.readableBytes
            place = range.upperBound
            switch step {
            case .frame(let frame): fields.append(explain(frame, stream, range))
            case .malformed(let fault, _):
                let problem =
                    switch fault {
                    case .shape: "no type or length of a frame, or no 7e at its end (shape)"
                    case .checksum: "the sum is wrong (checksum)"
                    case .truncated: "ends too early (truncated)"
                    }
                fields.append(ExplainedField(range: range, name: "fault", problem: problem))
            case .junk: fields.append(ExplainedField(range: range, name: "junk", problem: "of no frame"))
            case .needMoreData: return Explanation(bytes: stream, fields: fields)
            }
        }
    }

    private static func explain(_ frame: TagReaderFrame, _ stream: [UInt8], _ range: Range<Int>) -> ExplainedField {
        let sighting = TagSighting(frame)
        var reader = FieldReader(stream, in: range)
        reader.all { reader throws(BodyError) in try parts(frame, sighting, &reader) }
        return ExplainedField(
            range: range, name: sighting == nil ? "frame" : "tag",
            value: sighting.map { .text(Words.hex($0.epc.readableBytesView)) },
            meaning: sighting.map { "seen with \($0.rssi) dBm" } ?? words(frame), children: reader.fields)
    }

    private static func parts(
        _ frame: TagReaderFrame, _ sighting: TagSighting?, _ reader: inout FieldReader
    ) throws(BodyError) {
        try reader.raw("first", 1)
        try reader.choice("type", [0: "command", 1: "response", 2: "notification"])
        try reader.u8("command") { commands[$0] }
        try reader.u16("length") { "\($0) bytes of parameters" }
        if let sighting {
            try reader.number("rssi_dbm", Int8.self) { "\($0) dBm" }
            try reader.u16("control") {
                "protocol control: \($0 >> 11) words of EPC"
                    + (sighting.isLengthConfirmed ? "" : ", which is not what is there")
            }
            try reader.raw("epc", sighting.epc.readableBytes)
            try reader.u16("tag_check") { _ in
                sighting.isCheckRight ? "right: the CRC of the tag itself" : "not the CRC of control word and EPC"
            }
        } else {
            try reader.raw("parameters", frame.parameters.readableBytes, isNoTag(frame) ? "no tag" : nil)
        }
        try reader.u8("sum") { _ in "right" }
        try reader.raw("last", 1)
    }

    private static func isNoTag(_ frame: TagReaderFrame) -> Bool { frame == .noTag }

    private static func words(_ frame: TagReaderFrame) -> String {
        if isNoTag(frame) { return "answer: no tag" }
        let name = commands[frame.command] ?? "command \(Words.hex(frame.command, digits: 2))"
        switch frame.kind {
        case .command: return "asks the reader: " + name
        case .response: return "answer: " + name
        case .notification: return "notification: " + name
        }
    }

    private static let commands: [UInt8: String] = [
        TagReaderFrame.Command.singlePoll: "read once", TagReaderFrame.Command.multiplePoll: "read many times",
        TagReaderFrame.Command.stop: "stop", TagReaderFrame.Command.failure: "failed",
    ]
}
