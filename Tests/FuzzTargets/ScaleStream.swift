import FieldReport
import NIOCore
import WeighScale

/// An indicator's stream that arrives in pieces, in any dialect.
///
/// Input: a byte for the form, one for checksum (bits 0 and 1) and parity (bit 2), one that is the length of the first piece, then the
/// stream. What comes out must not depend on the pieces, every byte is taken once, and little waits.
enum ScaleStream {
    static func check(_ input: [UInt8]) throws {
        guard input.count >= 3 else { return }
        let forms = ScaleDialect.Form.allCases
        let checksums = ScaleDialect.Checksum.allCases
        var dialect = ScaleDialect(forms[Int(input[0]) % forms.count])
        dialect.checksum = checksums[Int(input[1] & 3) % checksums.count]
        dialect.clearsParityBit = input[1] & 4 != 0
        let stream = Array(input.dropFirst(3))
        let whole = try read([stream[...]], dialect)
        let first = Int(input[2])
        let cut = try read([stream.prefix(first), stream.dropFirst(first)], dialect)
        try require(whole.steps == cut.steps && whole.junk == cut.junk, "the pieces change what comes out")
        try require(ScaleExplainer(dialect).explain(stream).isComplete, "fields do not cover the stream once")
    }

    private static func read(
        _ pieces: [ArraySlice<UInt8>], _ dialect: ScaleDialect
    ) throws -> (steps: [ScaleParser.Step], junk: Int) {
        var parser = ScaleParser(dialect)
        var buffer = ByteBuffer()
        var steps: [ScaleParser.Step] = []
        var junk = 0
        func take(_ next: (inout ScaleParser, inout ByteBuffer) -> ScaleParser.Step) throws {
            // No step may hold the loop for ever: each takes a byte, or an empty separator is passed once.
            var turns = 2 * buffer.readableBytes + 2
            while true {
                let step = next(&parser, &buffer)
                switch step {
                case .needMoreData: return
                case .junk(let count): junk += count
                case .reading, .notice, .malformed: steps.append(step)
                }
                turns -= 1
                try require(turns > 0, "steps take no byte")
            }
        }
        for piece in pieces {
            buffer.writeBytes(piece)
            try take { $0.next(in: &$1) }
            try require(
                buffer.readableBytes <= ScaleParser.mostPending, "\(buffer.readableBytes) bytes wait")
        }
        try take { $0.finish(in: &$1) }
        try require(buffer.readableBytes == 0, "\(buffer.readableBytes) bytes are left at the end")
        return (steps, junk)
    }
}
