package import JTT808
import NIOCore

/// The commands of one connection that wait for an answer: which answer belongs to which, and when to send again or to give up.
/// Pure: times come as arguments.
///
/// Life of a command here: ``reserve(_:firstSerial:)``, while the queue is asked whether it may still be sent; ``sent(_:now:)``
/// or ``withdraw(_:)``; then an answer, or its time is over. One whose time is over is remembered for a while, so that a late
/// answer is known for what it is.
package struct OutstandingCommands: Sendable {
    /// Commands of one connection that wait for answers at the same time.
    package static let most = 8
    /// Commands without an answer that are remembered.
    static let mostLate = 16

    package struct Entry: Equatable, Sendable {
        package let order: CommandOrder
        package let firstSerial: UInt16
        package let frameCount: Int
        /// Sendings on this connection.
        package fileprivate(set) var attempt = 0
        package fileprivate(set) var isLate = false
        fileprivate var firstSentAt: ContinuousClock.Instant?
        fileprivate var dueAt: ContinuousClock.Instant?
        /// Slices that the terminal said it has, by their offset from the first.
        fileprivate var confirmed: Set<UInt16> = []

        /// Serials go round after 65,535.
        fileprivate func offset(of serial: UInt16) -> UInt16? {
            let offset = serial &- firstSerial
            return Int(offset) < frameCount ? offset : nil
        }
    }

    /// What a message of the terminal means for a command.
    package enum Reply: Equatable, Sendable {
        /// The end of it. `result` is that of a generic answer, nil with a message of its own.
        case answered(Entry, GeneralAnswer.Result?)
        /// These slices are to be sent again (0x0005).
        case resend(Entry, [UInt16])
    }

    package enum Due: Equatable, Sendable {
        /// Send it again, with the same serial; it was marked as sent.
        case retransmit(Entry)
        case timedOut(Entry, confirmedSlices: Int)
        /// However often it was sent, nothing at all has come over the connection since, for two minutes at least: there may be nobody at its
        /// other end. The command waits on, and ``end()`` returns it.
        case unheard(Entry)
    }

    private var entries: [Entry] = []
    private let schedule: RetransmissionSchedule

    package init(_ schedule: RetransmissionSchedule) { self.schedule = schedule }

    @inline(__always)
    package var isEmpty: Bool { entries.isEmpty }

    package var hasRoom: Bool { entries.count { !$0.isLate } < Self.most }

    /// - Parameter firstSerial: of as many serials as ``CommandOrder/message`` takes frames.
    /// - Returns: false when too many wait, or this one does.
    package mutating func reserve(_ order: CommandOrder, firstSerial: UInt16) -> Bool {
        // One that came to its end here, and is sent once more, begins anew.
        entries.removeAll { $0.isLate && $0.order.commandID == order.commandID }
        guard hasRoom, !entries.contains(where: { $0.order.commandID == order.commandID }) else { return false }
        let frames = FrameWriter.frameCount(bodyOf: order.message.body.readableBytes)
        entries.append(Entry(order: order, firstSerial: firstSerial, frameCount: frames))
        return true
    }

    /// It may be sent, and is from now on.
    package mutating func sent(_ commandID: Int64, now: ContinuousClock.Instant) -> Entry? {
        guard let index = entries.firstIndex(where: { $0.order.commandID == commandID && !$0.isLate }) else {
            return nil
        }
        markSent(index, now)
        return entries[index]
    }

    /// It is not sent after all.
    package mutating func withdraw(_ commandID: Int64) {
        entries.removeAll { $0.order.commandID == commandID && !$0.isLate }
    }

    private mutating func markSent(_ index: Int, _ now: ContinuousClock.Instant) {
        entries[index].attempt += 1
        entries[index].firstSentAt = entries[index].firstSentAt ?? now
        entries[index].dueAt = now + schedule.wait(afterAttempt: entries[index].attempt)
    }

    // MARK: What terminals send

    /// A message that may answer a command, of a terminal on this connection.
    /// - Returns: nil when it answers none, and for the generic answer that some terminals send ahead of their own.
    package mutating func take(_ id: MessageID, of number: TerminalNumber, body: RawSpan) -> Reply? {
        switch id {
        case .terminalAnswer:
            guard let answer = try? GeneralAnswer(body: body) else { return nil }
            return take(answer, of: number)
        case .terminalResendRequest:
            // The count's width tells itself; the edition only decides where both fit.
            guard let request = try? ResendRequest(body: body, edition: .edition2019),
                let index = index(of: number, where: { $0.firstSerial == request.firstSerial && $0.frameCount > 1 })
            else { return nil }
            // Each once, however often it is asked for: a question must not make us write without end.
            let wanted = Set(request.numbers).filter { $0 >= 1 && Int($0) <= entries[index].frameCount }
            return .resend(entries[index], wanted.sorted())
        case .terminalAttributes:
            // The one answer that does not say what it answers.
            guard let index = index(of: number, where: { $0.order.kind.answer == id }) else { return nil }
            return .answered(entries.remove(at: index), nil)
        default:
            guard let serial: UInt16 = body.load(at: 0),
                let index = index(
                    of: number, where: { $0.order.kind.answer == id && $0.offset(of: serial) != nil })
            else { return nil }
            return .answered(entries.remove(at: index), nil)
        }
    }

    private mutating func take(_ answer: GeneralAnswer, of number: TerminalNumber) -> Reply? {
        guard
            let index = index(
                of: number,
                where: { $0.order.message.id == answer.messageID && $0.offset(of: answer.serial) != nil })
        else { return nil }
        if answer.result == .done {
            guard entries[index].order.kind.answer == .terminalAnswer else { return nil }
            let entry = entries[index]
            guard let offset = entry.offset(of: answer.serial) else { return nil }
            entries[index].confirmed.insert(offset)
            // Some answer every slice, some the whole, by the serial of the slice that completed it.
            let isWhole =
                Int(offset) == entry.frameCount - 1 || entries[index].confirmed.count == entry.frameCount
            guard isWhole else { return nil }
        }
        return .answered(entries.remove(at: index), answer.result)
    }

    /// The one that waits first, then those whose time is over, the newest first. What was not sent yet has no answer.
    private func index(of number: TerminalNumber, where fits: (Entry) -> Bool) -> Int? {
        func isCandidate(_ entry: Entry) -> Bool {
            entry.order.address.number == number && entry.attempt > 0 && fits(entry)
        }
        return entries.firstIndex { !$0.isLate && isCandidate($0) }
            ?? entries.lastIndex { $0.isLate && isCandidate($0) }
    }

    // MARK: Time

    /// A terminal whose last sign came at most so long after a command was sent has not heard it for sure.
    private static let crossing: Duration = .seconds(2)
    /// A shorter silence says nothing: terminals with nothing to report send a heartbeat every minute or two.
    private static let leastSilence: Duration = .seconds(120)

    /// What is to be done by now.
    /// - Parameter silence: since when nothing has come over the connection, to the second.
    package mutating func due(now: ContinuousClock.Instant, silence: Duration = .zero) -> [Due] {
        var due: [Due] = []
        for index in entries.indices {
            let entry = entries[index]
            guard !entry.isLate, let dueAt = entry.dueAt, dueAt <= now else { continue }
            let attempts = schedule.attempts(for: entry.order.kind)
            if entry.attempt < attempts {
                markSent(index, now)
                due.append(.retransmit(entries[index]))
            } else if attempts > 1, silence >= Self.leastSilence, let sent = entry.firstSentAt,
                now - sent <= silence + Self.crossing
            {
                due.append(.unheard(entry))
            } else {
                entries[index].isLate = true
                due.append(.timedOut(entries[index], confirmedSlices: entry.confirmed.count))
            }
        }
        while entries.count(where: \.isLate) > Self.mostLate, let oldest = entries.firstIndex(where: \.isLate) {
            entries.remove(at: oldest)
        }
        return due
    }

    /// Seconds until the answer to what was just sent is due.
    package func waitSeconds(_ entry: Entry) -> Int {
        Int(schedule.wait(afterAttempt: entry.attempt).components.seconds)
    }

    /// The connection ends.
    /// - Returns: what was sent and will not be answered here.
    package mutating func end() -> [CommandOrder] {
        let lost = entries.filter { !$0.isLate && $0.attempt > 0 }.map(\.order)
        entries = []
        return lost
    }

    /// A terminal is on another connection now.
    /// - Returns: what was sent to it and will not be answered here.
    package mutating func end(of number: TerminalNumber) -> [CommandOrder] {
        var others = self
        others.entries.removeAll { $0.order.address.number == number }
        entries.removeAll { $0.order.address.number != number }
        let lost = end()
        self = others
        return lost
    }
}
