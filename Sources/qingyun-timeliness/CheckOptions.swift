import ArgumentParser
import Foundation
import Timeliness

/// What all checks take for granted.
struct CheckOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Seconds after a deadline at which a warning is raised, 0 to 3600.", valueName: "s"))
    var patience = 60
    @Option(
        help: ArgumentHelp("Minutes without a report after which a terminal is silent, 5 to 240.", valueName: "min"))
    var silence = 20
    @Option(help: ArgumentHelp("Metres within which a vehicle that stands is at a point, 5 to 500.", valueName: "m"))
    var near = 30
    @Option(
        help: ArgumentHelp(
            "Days before a licence or verification ends at which that is warned of, 1 to 366.", valueName: "days"))
    var expiryDays = 30
    @Flag(
        help:
            "Take data as received when they were recorded: for days that were sent afterwards, such as simulated ones."
    )
    var asRecorded = false

    func validate() throws {
        try check("--patience", patience, in: 0...3600)
        try check("--silence", silence, in: 5...240)
        try check("--near", near, in: 5...500)
        try check("--expiry-days", expiryDays, in: 1...366)
    }

    private func check(_ name: String, _ value: Int, in range: ClosedRange<Int>) throws {
        guard range.contains(value) else {
            throw ValidationError(
                "\(name): \(value) is not accepted; accepted: \(range.lowerBound) to \(range.upperBound)")
        }
    }

    var settings: TimelinessSettings {
        var settings = TimelinessSettings()
        settings.patienceSeconds = patience
        settings.silenceMinutes = silence
        settings.nearMetres = near
        settings.expiryDays = expiryDays
        settings.takesAsRecorded = asRecorded
        return settings
    }
}

/// Days and moments as people write them.
enum LocalTime {
    static let accepted = "a day such as 2026-06-01"

    static func day(_ text: String, _ name: String) throws -> String {
        guard text.wholeMatch(of: /[12]\d{3}-\d{2}-\d{2}/) != nil, Self.isDay(text) else {
            throw ValidationError("\(name): '\(text)' is not accepted; accepted: \(accepted)")
        }
        return text
    }

    /// `2026-06-01T09:00`, of the site, or with an offset.
    static func moment(_ text: String, _ name: String) throws -> String {
        guard
            let match = text.wholeMatch(
                of: /(\d{4}-\d{2}-\d{2})[ T]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]\d{2}:\d{2})?/),
            Self.isDay(String(match.1))
        else {
            throw ValidationError(
                "\(name): '\(text)' is not accepted; accepted: a time such as 2026-06-01T09:00, of the site, or with an offset: "
                    + "2026-06-01T09:00+08:00")
        }
        return text
    }

    private static func isDay(_ text: String) -> Bool {
        let numbers = text.split(separator: "-").compactMap { Int($0) }
        guard numbers.count == 3, (1...12).contains(numbers[1]) else { return false }
        let isLeap = numbers[0].isMultiple(of: 4) && (!numbers[0].isMultiple(of: 100) || numbers[0].isMultiple(of: 400))
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...lengths[numbers[1] - 1]).contains(numbers[2])
    }
}

extension CheckSummary {
    /// One line for people.
    func line(isDryRun: Bool) -> String {
        let events =
            events.isEmpty
            ? "no warning moves"
            : events.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        return
            "as of \(at.replacing(/\.\d+/, with: "")): \(planned) tasks planned or changed, \(collected) collected, \(judged) judged; \(events)"
            + (isDryRun ? "; nothing was changed: this was a dry run" : "")
    }
}
