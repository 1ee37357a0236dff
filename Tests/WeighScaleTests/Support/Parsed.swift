import NIOCore

@testable import WeighScale

/// Everything that a parser says about a stream.
struct Parsed: Equatable {
    var steps: [ScaleParser.Step] = []
    /// Bytes dropped, added up: into how many steps they fall depends on how they arrive.
    var junk = 0
    /// Bytes that were left in the buffer after the last chunk.
    var pending = 0
    /// Most bytes that were left in the buffer after any chunk.
    var mostPending = 0

    var readings: [ScaleReading] {
        steps.compactMap { step in if case .reading(let reading, _) = step { reading } else { nil } }
    }
    var faults: [ScaleFault] {
        steps.compactMap { step in if case .malformed(let fault, _) = step { fault } else { nil } }
    }
    /// Bytes of all steps; with ``junk`` and ``pending`` all but the separators.
    var accounted: Int {
        steps.reduce(0) { sum, step in
            switch step {
            case .reading(_, let raw), .notice(let raw), .malformed(_, let raw): sum + raw.readableBytes
            case .junk, .needMoreData: sum
            }
        }
    }

    mutating func take(_ step: ScaleParser.Step) -> Bool {
        switch step {
        case .needMoreData: return false
        case .junk(let count): junk += count
        default: steps.append(step)
        }
        return true
    }
}

/// Feeds `chunks` to one parser, one after the other; then lets the link fall silent if `isFinished`.
func parse(
    _ chunks: some Sequence<some Collection<UInt8>>, as dialect: ScaleDialect, isFinished: Bool = false
) -> Parsed {
    var parser = ScaleParser(dialect)
    var buffer = ByteBuffer()
    var parsed = Parsed()
    for chunk in chunks {
        buffer.writeBytes(chunk)
        while parsed.take(parser.next(in: &buffer)) {}
        parsed.mostPending = max(parsed.mostPending, buffer.readableBytes)
    }
    if isFinished {
        while parsed.take(parser.finish(in: &buffer)) {}
    }
    parsed.pending = buffer.readableBytes
    return parsed
}

func parse(_ bytes: [UInt8], as dialect: ScaleDialect, isFinished: Bool = false) -> Parsed {
    parse(CollectionOfOne(bytes), as: dialect, isFinished: isFinished)
}
