/// Hours of the local day in which nobody is to be woken, such as `22:00-07:00`; over midnight when the end is not after the start.
package struct QuietHours: Sendable, Equatable {
    package static let accepted = "FROM-TO, local time, such as 22:00-07:00"

    /// Minutes of the local day, 0 to 1439; `start` is included, `end` is not.
    let start: Int
    let end: Int

    package init?(_ text: String) {
        let bounds = text.split(separator: "-", omittingEmptySubsequences: false).map { Self.minutes(String($0)) }
        guard bounds.count == 2, let start = bounds[0], let end = bounds[1], start != end else { return nil }
        self.start = start
        self.end = end
    }

    /// - Parameter minute: of the local day, 0 to 1439.
    package func contains(minute: Int) -> Bool {
        start < end ? (start..<end).contains(minute) : minute >= start || minute < end
    }

    private static func minutes(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2,
            parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
        else { return nil }
        return hour * 60 + minute
    }
}

extension QuietHours: CustomStringConvertible {
    package var description: String { Self.text(start) + "-" + Self.text(end) }

    private static func text(_ minutes: Int) -> String {
        [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}
