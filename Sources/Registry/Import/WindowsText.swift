/// Windows of a day as text: `04:00-07:00 19:00-22:00`.
enum WindowsText {
    private static let accepted =
        "accepted: windows in order and apart, such as 04:00-07:00 19:00-22:00; the last may end on the next day"

    /// Hours with two digits and one space between windows; commas and semicolons part them too.
    static func canonical(_ text: String) throws(FieldRefusal) -> String {
        var windows: [(starts: Int, ends: Int)] = []
        for part in text.split(whereSeparator: { [" ", ",", ";", "，", "；", "、"].contains($0) }) {
            let bounds = part.split(separator: "-", omittingEmptySubsequences: false)
            guard bounds.count == 2, let starts = minute(bounds[0], last: 1439),
                let ends = minute(bounds[1], last: 1440),
                starts != ends
            else { throw FieldRefusal(accepted) }
            windows.append((starts, ends < starts ? ends + 1440 : ends))
        }
        guard let first = windows.first, let last = windows.last, last.ends - 1440 <= first.starts,
            zip(windows, windows.dropFirst()).allSatisfy({ $0.ends <= $1.starts })
        else { throw FieldRefusal(accepted) }
        return windows.map { "\(clock($0.starts))-\(clock($0.ends > 1440 ? $0.ends - 1440 : $0.ends))" }
            .joined(separator: " ")
    }

    private static func minute(_ text: Substring, last: Int) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) }), let hours = Int(parts[0]), let minutes = Int(parts[1]),
            minutes < 60, hours * 60 + minutes <= last
        else { return nil }
        return hours * 60 + minutes
    }

    private static func clock(_ minute: Int) -> String {
        let two = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
        return "\(two(minute / 60)):\(two(minute % 60))"
    }
}
