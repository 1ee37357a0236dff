import JTT808
import Logging
import NIOCore

/// Messages in slices (分包). Each slice is kept raw and acknowledged once that is durable, like any message, because terminals
/// delete or do not go on before it is; the last one once the whole message is durable too.
extension TerminalSessionHandler {
    /// Bytes that its unfinished messages hold.
    var sliceBytes: Int { slices?.byteCount ?? 0 }

    func takeSlice(_ frame: Frame, _ identity: TerminalSession.Identity) {
        let before = sliceBytes
        if slices == nil { slices = Reassembler(limits: lane.limits.reassembly) }
        let actions = slices?.take(frame, now: .now) ?? []
        for action in actions { perform(action, frame, identity) }
        changed(from: before)
    }

    /// Asks for what is missing and gives up what does not come; once a second.
    func lookAfterSlices() {
        guard sliceBytes > 0 else {
            // What it remembers of finished messages is worth nothing after a while, and a silent terminal must be small.
            if slices?.tick(now: .now).isEmpty ?? false, slices?.isIdle ?? false { slices = nil }
            return
        }
        let before = sliceBytes
        let actions = slices?.tick(now: .now) ?? []
        for action in actions {
            switch action {
            case .ask(let missing): ask(for: missing)
            case .giveUp(let partial): gaveUp(partial)
            case .acknowledge, .acknowledgeWhenSafe, .deliver, .refuse: break
            }
        }
        changed(from: before)
        flushAnswers()
    }

    /// The connection ends. What it acknowledged of unfinished messages is in the database as it came.
    func dropSlices() {
        let before = sliceBytes
        for action in slices?.close() ?? [] { if case .giveUp(let partial) = action { gaveUp(partial) } }
        slices = nil
        changed(from: before)
    }

    /// For a lane that holds too much.
    /// - Returns: bytes that are free now.
    func giveUpOldestSlices() -> Int {
        let before = sliceBytes
        for action in slices?.giveUpOldest() ?? [] { if case .giveUp(let partial) = action { gaveUp(partial) } }
        return before - sliceBytes
    }

    /// A slice that cannot be: kept in quarantine, and its message goes on without it.
    func refuseSlice(_ frame: Frame, _ identity: TerminalSession.Identity, isAnswered: Bool) {
        lane.messages.refuse(.packageNumber)
        quarantine(
            reason: IngestMetrics.Refusal.packageNumber.rawValue, frame: frame, terminalID: identity.terminalID,
            raw: frame.body)
        if isAnswered { answer(frame, .messageIsWrong) }
    }

    private func perform(_ action: Reassembler.Action, _ frame: Frame, _ identity: TerminalSession.Identity) {
        switch action {
        case .acknowledge:
            lane.store(message: frame, terminalID: identity.terminalID)
            owe(frame, TerminalSession.sliceResult(of: frame.header.messageID))
        case .acknowledgeWhenSafe:
            lane.messages.answered += 1
            if !isWholeOwed(of: frame), let result = TerminalSession.sliceResult(of: frame.header.messageID) {
                answer(frame, result)
            }
        case .deliver(let message, let firstSerial):
            lane.counts.messagesReassembled += 1
            lane.store(message: frame, terminalID: identity.terminalID)
            lane.scheduleSeal()
            let owed = receiptsOwed
            perform(message, from: identity, isInSlices: true)
            if receiptsOwed > owed {
                wholesOwed[MessageKey(number: identity.number, serial: message.header.serial)] = firstSerial
            }
        case .refuse:
            refuseSlice(
                frame, identity, isAnswered: TerminalSession.sliceResult(of: frame.header.messageID) != nil)
        case .ask(let missing): ask(for: missing)
        case .giveUp(let partial): gaveUp(partial)
        }
    }

    /// Whether the message of this slice is whole and not durable yet: its own answer is still to come, and another one now would be a
    /// promise that is not kept yet.
    private func isWholeOwed(of frame: Frame) -> Bool {
        guard let package = frame.header.package else { return false }
        let firstSerial = frame.header.serial &- (package.index &- 1)
        return wholesOwed.contains { $0.key.number == frame.header.address.number && $0.value == firstSerial }
    }

    private func ask(for missing: MissingSlices) {
        lane.counts.slicesAskedFor += missing.request.numbers.count
        let number = missing.address.number
        let edition = session.edition(of: number) ?? missing.address.form.likelyEdition
        if var answer = missing.mediaAnswer {
            if edition == .edition2011 { answer.serial = missing.request.firstSerial }
            write(.mediaDataAnswer, to: missing.address) { answer.encode(into: &$0, edition: edition) }
        } else if edition != .edition2011 {
            // 2011 knows no such question: its terminals send the whole message again by themselves.
            write(.resendRequest, to: missing.address) { missing.request.encode(into: &$0, edition: edition) }
        }
    }

    private func gaveUp(_ partial: PartialMessage) {
        lane.counts.messagesGivenUp[partial.reason, default: 0] += 1
        lane.logger.debug(
            "message in slices given up; the slices are in telemetry.message",
            metadata: [
                "terminal": "\(partial.address.number)", "message": "\(partial.messageID)",
                "reason": "\(partial.reason.rawValue)", "slices": "\(partial.slices.count) of \(partial.total)",
            ])
    }

    private func changed(from before: Int) {
        let change = sliceBytes - before
        if change != 0 { lane.holdsSlices(change: change) }
    }
}
