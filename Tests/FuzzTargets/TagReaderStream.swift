import FieldReport
import NIOCore
import TagReader

/// A tag reader's stream that arrives in two pieces.
///
/// Input: the length of the first piece in a byte, then the stream.
enum TagReaderStream {
    static func check(_ input: [UInt8]) throws {
        guard let first = input.first else { return }
        let stream = Array(input.dropFirst())
        let whole = try read([stream[...]])
        let cut = try read([stream.prefix(Int(first)), stream.dropFirst(Int(first))])
        try require(whole == cut, "the pieces change what comes out")
        try require(TagReaderExplainer.explain(stream).isComplete, "fields do not cover the stream once")
    }

    private static func read(_ pieces: [ArraySlice<UInt8>]) throws -> [TagReaderParser.Step] {
        let parser = TagReaderParser()
        var buffer = ByteBuffer()
        var steps: [TagReaderParser.Step] = []
        func take(_ next: (inout ByteBuffer) -> TagReaderParser.Step) throws {
            while true {
                let before = buffer.readableBytes
                let step = next(&buffer)
                if step == .needMoreData { return }
                try require(buffer.readableBytes < before, "a step took no byte: \(step)")
                switch step {
                case .frame(let frame): try checkAgain(frame)
                // Into how many steps junk falls depends on how it arrives.
                case .junk: continue
                case .malformed, .needMoreData: break
                }
                steps.append(step)
            }
        }
        for piece in pieces {
            buffer.writeBytes(piece)
            try take { parser.next(in: &$0) }
            try require(buffer.readableBytes <= TagReaderFrame.longest, "\(buffer.readableBytes) bytes wait")
        }
        try take { parser.finish(in: &$0) }
        try require(buffer.readableBytes == 0, "bytes are left at the end")
        return steps
    }

    private static func checkAgain(_ frame: TagReaderFrame) throws {
        var out = ByteBuffer()
        frame.encode(into: &out)
        try require(TagReaderParser().next(in: &out) == .frame(frame), "written and read again it is another frame")
        guard let sighting = TagSighting(frame) else { return }
        _ = (sighting.isLengthConfirmed, sighting.isCheckRight)
        try require(sighting.frame == frame, "a tag that was read is another one when written")
    }
}
