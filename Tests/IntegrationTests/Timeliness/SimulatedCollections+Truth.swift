import Foundation
import Testing

/// What the tables must say, worked out of the ground truth without the tables: window by window, by the rules of
/// docs/timeliness.md as a person would apply them.
extension SimulatedCollections {
    /// A task, and what must become of it.
    struct Expected: Equatable {
        let point, waste: String
        let start, deadline: Date
        var outcome = "missed"
        /// As known once all data came.
        var cause = "no_visit"
        var evidence = "-"
        /// Of its warning, once all data came; - where nobody was warned.
        var state = "raised"
        /// With which cause the warning was raised.
        var raisedFor = "no_visit"

        /// From then on it is warned of.
        var decidedAt: Date { deadline.addingTimeInterval(60) }

        var line: String {
            [point, waste, start.formatted(.iso8601), outcome, cause, evidence, state, raisedFor].joined(separator: " ")
        }
    }

    /// What there is to know of the vehicle of a window.
    private struct Knowledge {
        /// From when on nothing comes, and when what was stored then comes; nil: never.
        let gap: (from: Date, comesAt: Date?)?
        let clockOffset: TimeInterval

        init(_ vehicle: Vehicle?) throws {
            clockOffset = TimeInterval(vehicle?.clockOffsetS ?? 0)
            if let diesAt = vehicle?.diesAt {
                gap = (try SimulatedCollections.instant(diesAt), nil)
            } else if let from = vehicle?.silentFrom, let to = vehicle?.silentTo {
                gap = (try SimulatedCollections.instant(from), try SimulatedCollections.instant(to))
            } else {
                gap = nil
            }
        }

        /// The beginning of what is not known at a moment; nil: all is known.
        func unknown(at moment: Date) -> Date? {
            guard let gap, gap.comesAt.map({ $0 > moment }) ?? true else { return nil }
            return gap.from < moment ? gap.from : nil
        }
    }

    static func instant(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

    private static let minute: TimeInterval = 60

    /// Every task of the day and of the night before, as all data show it and as it was warned of.
    func expected() throws -> [Expected] {
        try windows.flatMap { window in try expected(window) }.sorted { $0.line < $1.line }
    }

    private func expected(_ window: Window) throws -> [Expected] {
        let (opensAt, closesAt) = (try Self.instant(window.opensAt), try Self.instant(window.closesAt))
        let isNightly = window.wasteType == "kitchen" && nightly.contains(window.point)
        let isEarly = window.opensAt.contains("T04:00")
        let grace: TimeInterval = window.wasteType == "kitchen" ? 90 : window.wasteType == "residual" ? 1 : 0
        let task = { (start: Date, deadline: Date) in
            Expected(point: window.point, waste: window.wasteType, start: start, deadline: deadline)
        }
        guard isNightly else {
            return [try judge(task(opensAt, closesAt.addingTimeInterval(grace * Self.minute)), window)]
        }
        // From ten in the evening before; a grace never reaches into the next window.
        guard !isEarly else {
            return [
                try judge(
                    task(
                        opensAt.addingTimeInterval(-6 * 60 * Self.minute), closesAt.addingTimeInterval(90 * Self.minute)
                    ),
                    window)
            ]
        }
        let evening = task(opensAt, closesAt)
        var night = task(closesAt, closesAt.addingTimeInterval((9 * 60 + 90) * Self.minute))
        // What comes after ten is the next window's, which is not over when the test ends.
        (night.outcome, night.cause, night.state, night.raisedFor) = ("pending", "-", "-", "-")
        guard window.outcome == "late" else { return [try judge(evening, window), night] }
        (night.outcome, night.evidence) = ("on_time", window.evidence ?? "lift")
        return [try judge(evening, window, isItsOwn: false), night]
    }

    /// - Parameter isItsOwn: the collection of the window completes the task.
    private func judge(_ task: Expected, _ window: Window, isItsOwn: Bool = true) throws -> Expected {
        var task = task
        let known = try Knowledge(window.plateNo.flatMap { vehicles[$0] })
        let visit = try window.visitFrom.map {
            (from: try Self.instant($0), to: try Self.instant(window.visitTo ?? $0))
        }
        let isSuspended = window.wasteType == "recyclable" && suspended.contains(window.point)
        if isItsOwn, window.outcome != "missed", let visit, let reportedAt = window.reportedAt {
            // By any clock, or the day proves nothing.
            let isInTime = visit.to.addingTimeInterval(480) < task.deadline
            #expect(isInTime || visit.from.addingTimeInterval(-480) >= task.deadline, "\(window) may be both")
            task.outcome = isInTime ? "on_time" : "late"
            task.evidence = window.evidence ?? "lift"
            let wasKnown = try Self.instant(reportedAt) <= task.decidedAt
            task.state = !isInTime ? "collected_late" : wasKnown ? "-" : "withdrawn"
            if isSuspended, !isInTime { (task.outcome, task.evidence) = ("excused", "-") }
            task.cause = "-"
        } else if isSuspended {
            (task.outcome, task.cause) = ("excused", "-")
        } else {
            task.cause = cause(of: task, visit, unknownFrom: known.unknown(at: .distantFuture), known, window)
            if task.cause == "terminal_offline" { (task.outcome, task.state) = ("unconfirmed", "unconfirmed") }
        }
        if isSuspended { task.state = "-" }
        task.raisedFor =
            task.state == "-"
            ? "-" : cause(of: task, visit, unknownFrom: known.unknown(at: task.decidedAt), known, window)
        return task
    }

    /// Why nothing is known to have come: a vehicle that stood there for a minute, a terminal that said nothing for twenty minutes of the
    /// window and its grace, or neither.
    private func cause(
        of task: Expected, _ visit: (from: Date, to: Date)?, unknownFrom unknown: Date?, _ known: Knowledge,
        _ window: Window
    ) -> String {
        if let visit, visit.from >= task.start, visit.from < task.deadline {
            let stood = (unknown.map { min($0, visit.to) } ?? visit.to).timeIntervalSince(visit.from)
            #expect(stood < 45 || stood > 85, "\(window): a visit that was seen for \(stood) s proves nothing")
            if stood > 85 { return "visit_no_read" }
        }
        guard let unknown else { return "no_visit" }
        let silent = task.deadline.timeIntervalSince(max(unknown.addingTimeInterval(known.clockOffset), task.start))
        #expect(abs(silent - 20 * Self.minute) > 60, "\(window): \(silent) s of silence prove nothing")
        return silent > 20 * Self.minute ? "terminal_offline" : "no_visit"
    }
}
