import JTT808

extension ReplayOutcome.Answer {
    /// As people read it.
    package var text: String {
        switch self {
        case .general(let result): "0x8001 result \(result.rawValue)"
        case .registration(let result, let code):
            "0x8100 result \(result.rawValue)" + (code.map { ", code \($0)" } ?? "")
        case .serverTime(let time): "0x8004 \(Self.utc(time))"
        case .noneOwed: "none owed"
        case .malformed(let error): "none owed (malformed: \(error.rawValue))"
        case .noFrame: "none owed (no whole frame)"
        case .missing: "NO ANSWER"
        case .notSent: "NO ANSWER (not sent)"
        }
    }

    /// The answer without what differs from terminal to terminal.
    fileprivate var summary: String {
        switch self {
        case .registration(let result, _): "0x8100 result \(result.rawValue)"
        case .serverTime: "0x8004"
        case .malformed: "none owed"
        case .general, .noneOwed, .noFrame, .missing, .notSent: text
        }
    }

    /// 0x8004 carries UTC.
    fileprivate static func utc(_ time: TerminalTime) -> String {
        guard let local = time.iso8601 else { return time.digits }
        return String(local.prefix(19)) + "Z"
    }
}

extension ReplayReport {
    /// A line for each frame: vector, message, terminal, serial, answer.
    package var table: String {
        var rows = [["vector", "message", "terminal", "serial", "answer"]]
        for outcome in outcomes {
            rows.append([
                outcome.vector, outcome.header?.messageID.description ?? "-", outcome.header?.address.phone ?? "-",
                outcome.header.map { String($0.serial) } ?? "-", outcome.answer.text,
            ])
        }
        return Self.aligned(rows, right: [3])
    }

    /// A line for each message id, with the answers and how often each came.
    package var summary: String {
        var rows = [["message", "frames", "answers"]]
        let groups = Dictionary(grouping: outcomes) { $0.header?.messageID.rawValue ?? .max }
        for (id, members) in groups.sorted(by: { $0.key < $1.key }) {
            let answers = Dictionary(grouping: members, by: \.answer.summary)
                .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
                .map { "\($0.key) x \($0.value.count)" }
            rows.append([
                members[0].header == nil ? "no frame" : MessageID(rawValue: id).description, String(members.count),
                answers.joined(separator: ", "),
            ])
        }
        return Self.aligned(rows, right: [1])
    }

    /// The last lines of either form.
    package var totals: String {
        var lines = [
            "\(outcomes.count) frames and faults over \(connections) connections: "
                + "\(answered) of \(owed) owed answers came, \(outcomes.count - owed) owed none"
        ]
        for (phone, fault) in loginFaults.sorted(by: { $0.key < $1.key }) {
            lines.append("terminal \(phone): \(fault)")
        }
        if unexpected > 0 { lines.append("\(unexpected) answers that nothing waited for") }
        return lines.joined(separator: "\n")
    }

    private static func aligned(_ rows: [[String]], right: Set<Int>) -> String {
        let columns = rows.first?.count ?? 0
        let widths = (0..<columns).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            row.enumerated().map { column, text in
                let padding = String(repeating: " ", count: widths[column] - text.count)
                if right.contains(column) { return padding + text }
                return column == columns - 1 ? text : text + padding
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }
}
