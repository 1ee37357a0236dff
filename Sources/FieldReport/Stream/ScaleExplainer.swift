import NIOCore
package import WeighScale

/// A stretch of an indicator's stream: readings with their bytes and status bits, and what is between them.
package struct ScaleExplainer {
    package var dialect: ScaleDialect

    package init(_ dialect: ScaleDialect) { self.dialect = dialect }

    package func explain(_ stream: [UInt8]) -> Explanation {
        var parser = ScaleParser(dialect)
        var buffer = ByteBuffer(bytes: stream)
        var fields: [ExplainedField] = []
        var place = 0
        // A capture ends like a link that falls silent, but for what the parser takes while it goes on.
        var isLast = false
        while true {
            let step = isLast ? parser.finish(in: &buffer) : parser.next(in: &buffer)
            let end = stream.count - buffer.readableBytes
            let length =
                switch step {
                case .reading(_, let raw), .notice(let raw), .malformed(_, let raw): raw.readableBytes
                case .junk(let count): count
                case .needMoreData: 0
                }
            if end - length > place {
                fields.append(ExplainedField(range: place..<end - length, name: "separator"))
            }
            let range = end - length..<end
            place = end
            switch step {
            case .reading(let reading, _):
                fields.append(
                    ExplainedField(
                        range: range, name: "reading", value: reading.weight.map { .text($0.description) },
                        meaning: reading.words, children: parts(stream, range)))
            case .notice:
                fields.append(
                    ExplainedField(
                        range: range, name: "notice", meaning: "no weight: a handshake, or the echo of a command",
                        children: parts(stream, range)))
            case .malformed(let fault, _):
                fields.append(ExplainedField(range: range, name: "fault", problem: fault.explanation))
            case .junk: fields.append(ExplainedField(range: range, name: "junk", problem: "of no frame"))
            case .needMoreData:
                if isLast { return Explanation(bytes: stream, fields: fields) }
                isLast = true
            }
        }
    }

    /// The parts of a sound frame.
    private func parts(_ stream: [UInt8], _ range: Range<Int>) -> [ExplainedField] {
        var parts = FrameParts(stream, range, mask: dialect.clearsParityBit ? 0x7F : 0xFF)
        switch dialect.form {
        case .toledo: parts.toledo(isShort: false)
        case .toledoShort: parts.toledo(isShort: true)
        case .toledoExtended: parts.toledoExtended()
        case .yaohua: parts.yaohua()
        case .yaohuaPoll: parts.yaohuaPoll()
        case .equalsOld, .equalsReversed: parts.take(range.count, "number", "lowest figure first")
        case .equalsForward: parts.take(range.count, "number", "sign first")
        case .text: parts.textLine()
        }
        return parts.fields
    }
}

extension ScaleReading {
    /// `gross, stable, within range`: what is said, and no more.
    fileprivate var words: String {
        var words: [String] = []
        if weight == nil { words.append("no weight shown") }
        if kind != .notSaid { words.append(kind.rawValue) }
        if stability != .notSaid { words.append(stability == .stable ? "stable" : "in motion") }
        switch range {
        case .within: words.append("within range")
        case .over: words.append("over range")
        case .under: words.append("under range")
        case .notSaid: break
        }
        if isNegative { words.append("negative") }
        if isNotZeroed { words.append("not zeroed") }
        if isExpanded { words.append("ten times finer than verified") }
        if isPrintRequested { words.append("PRINT was pressed") }
        if isInvalid { words.append("called invalid by the indicator") }
        if isAtZero == true { words.append("at zero") }
        if let tare, kind != .tare { words.append("tare \(tare)") }
        if let grams = weight?.grams { words.append("\(grams) g") }
        return words.joined(separator: ", ")
    }
}

extension ScaleFault {
    fileprivate var explanation: String {
        switch self {
        case .truncated: "ends too early (truncated)"
        case .tooLong: "longer than this form has (too_long)"
        case .shape: "a byte that cannot stand at its place (shape)"
        case .checksum: "the check characters are wrong (checksum)"
        case .value: "a figure that this form does not have (value)"
        }
    }
}
