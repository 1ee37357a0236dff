import JTT808

extension ReplayReport {
    private struct Line: Encodable {
        let id: String
        var msgId: String?
        var phone: String?
        var serial: UInt16?
        var error: String?
        /// Message id of the answer.
        var answer: String?
        var result: UInt8?
        var code: String?
        var time: String?
        /// answered, none_owed, no_answer.
        let status: String
    }

    private struct Totals: Encodable {
        let frames, connections, owed, answered, unexpected: Int
        let loginFaults: [String: String]
    }

    /// One JSON object for each line of the table, then one with the totals.
    package var jsonLines: [String] {
        outcomes.map { JSONLine.encode(Self.line($0)) } + [
            JSONLine.encode(
                Totals(
                    frames: outcomes.count, connections: connections, owed: owed, answered: answered,
                    unexpected: unexpected, loginFaults: loginFaults))
        ]
    }

    private static func line(_ outcome: ReplayOutcome) -> Line {
        var line = Line(
            id: outcome.vector, msgId: outcome.header?.messageID.description, phone: outcome.header?.address.phone,
            serial: outcome.header?.serial,
            status: outcome.isAnswered ? "answered" : outcome.isOwed ? "no_answer" : "none_owed")
        switch outcome.answer {
        case .general(let result):
            line.answer = MessageID.platformAnswer.description
            line.result = result.rawValue
        case .registration(let result, let code):
            line.answer = MessageID.registrationAnswer.description
            line.result = result.rawValue
            line.code = code
        case .serverTime:
            line.answer = MessageID.serverTime.description
            line.time = String(outcome.answer.text.dropFirst("0x8004 ".count))
        case .malformed(let error): line.error = error.rawValue
        case .noFrame: line.error = "truncated"
        case .noneOwed, .missing, .notSent: break
        }
        return line
    }
}
