import Ingest
import JTT808

/// Drives a session as its channel handler does, and keeps beside it what it ought to know.
struct SessionDriver {
    /// What is remembered of a terminal that was admitted.
    private struct Known {
        var terminalID: Int64
        var needsCode: Bool
        var hasShownCode: Bool
        var generation: UInt64

        var mayDeliver: Bool { hasShownCode || !needsCode }
    }

    private var session = TerminalSession()
    private var generation: UInt64 = 0
    private var registry = [SessionEvent.Admission](repeating: .admitted, count: SessionEvent.numbers.count)
    private var known: [TerminalNumber: Known] = [:]

    mutating func take(_ event: SessionEvent) throws {
        let number = SessionEvent.numbers[event.terminal]
        switch event.kind {
        case .registryChanged:
            registry[event.terminal] = event.admission
            generation += 1
        case .superseded: try forget(number)
        case .message: try receive(event, of: number)
        }
        try require(
            session.hasDeliverer == known.values.contains { $0.mayDeliver }, "whether somebody may deliver is wrong")
        try require(
            session.numbers.count == known.count && Set(session.numbers) == Set(known.keys),
            "\(session.numbers) are remembered instead of \(known.keys)")
    }

    private mutating func receive(_ event: SessionEvent, of number: TerminalNumber) throws {
        let expected = known[number].flatMap { $0.generation == generation ? $0 : nil }
        let found = session.identity(of: number, generation: generation)
        try require((found == nil) == (expected == nil), "\(number) is known: \(found != nil)")
        if let found {
            try perform(event, from: found)
            return
        }
        switch registry[event.terminal] {
        case .admitted: try admit(event, number, needsCode: false)
        case .admittedWithCode: try admit(event, number, needsCode: true)
        case .unknown, .refused: try forget(number)
        // Nothing is done, so nothing may have changed.
        case .unavailable: break
        }
    }

    private mutating func admit(_ event: SessionEvent, _ number: TerminalNumber, needsCode: Bool) throws {
        // Another generation may know the terminal under another key.
        let terminalID = Int64(event.terminal) + 100 * Int64(generation)
        let admitted = session.admit(
            TerminalSession.Identity(number: number, terminalID: terminalID, needsCode: needsCode),
            generation: generation)
        known[number] = Known(
            terminalID: terminalID, needsCode: needsCode, hasShownCode: known[number]?.hasShownCode ?? false,
            generation: generation)
        let again = session.identity(of: number, generation: generation)
        try require(again == admitted, "admitted as \(admitted), it is known as \(String(describing: again))")
        try perform(event, from: admitted)
    }

    private mutating func perform(_ event: SessionEvent, from identity: TerminalSession.Identity) throws {
        let number = SessionEvent.numbers[event.terminal]
        guard let expected = known[number] else { throw Violation("\(number) was never admitted") }
        try require(
            identity.number == number && identity.terminalID == expected.terminalID
                && identity.needsCode == expected.needsCode && identity.hasShownCode == expected.hasShownCode
                && identity.mayDeliver == expected.mayDeliver,
            "\(identity) instead of \(expected)")
        let action = TerminalSession.action(for: event.header, from: identity)
        try check(action, for: event.header, mayDeliver: expected.mayDeliver)
        switch action {
        case .checkCode:
            let isRight = event.isCodeRight || !expected.needsCode
            session.showedCode(number, isRight: isRight)
            known[number]?.hasShownCode = isRight
        case .deregister: try forget(number)
        case .register, .answer, .answerServerTime, .storeLocation, .storeLocationBatch, .storePassthrough, .storeMedia,
            .storeCompressed,
            .storeMessage, .takeSlice, .refusePackage, .refuse:
            break
        }
    }

    private mutating func forget(_ number: TerminalNumber) throws {
        known[number] = nil
        try require(session.forget(number) == known.isEmpty, "whether a terminal is left is wrong")
        try require(
            session.identity(of: number, generation: generation) == nil, "\(number) was forgotten, and is known")
    }

    /// What an action may be, whatever the session's history.
    private func check(
        _ action: TerminalSession.Action, for header: FrameHeader, mayDeliver: Bool
    ) throws {
        let isAnswered = header.messageID.answerRule != .none
        let isWhole = header.package == nil && header.encryption == 0
        var takesData = true
        var readsBody = true
        var answers = true
        switch action {
        case .register, .checkCode: takesData = false
        case .storeLocation, .storeLocationBatch, .storePassthrough, .storeMedia, .storeCompressed, .deregister: break
        case .answer(let result):
            readsBody = false
            try require(result == .done, "\(result) at once")
        case .answerServerTime: (takesData, readsBody) = (false, false)
        case .storeMessage(let result):
            readsBody = false
            answers = result != nil
            try require(answers == isAnswered, "\(action) of \(header.messageID)")
            try require(isWhole || header.encryption != 0, "a slice is taken for a message")
            if header.encryption != 0 { try require(result != .done, "what cannot be read is called done") }
        case .takeSlice:
            readsBody = false
            answers = TerminalSession.sliceResult(of: header.messageID) != nil
            try require(answers == isAnswered, "a slice of \(header.messageID)")
            try require(header.encryption == 0, "a slice that cannot be read is put together")
            guard let package = header.package else { throw Violation("a whole message is taken for a slice") }
            try require((1...max(1, package.total)).contains(package.index), "a slice that cannot be is kept")
            try require(package.total > 0, "a slice of nothing is kept")
        case .refusePackage(let isSaid):
            (readsBody, answers) = (false, isSaid)
            try require(isSaid == isAnswered, "\(action) of \(header.messageID)")
            try require(header.package != nil, "a whole message is refused as a slice")
        case .refuse(let isSaid):
            (takesData, readsBody, answers) = (false, false, isSaid)
            try require(isSaid == isAnswered, "\(action) of \(header.messageID)")
            try require(!mayDeliver, "data of a terminal that may deliver are refused")
        }
        try require(mayDeliver || !takesData, "\(action) of a terminal that must show its code first")
        try require(isWhole || !readsBody, "\(action) of a slice or of what cannot be read")
        try require(isAnswered || !answers, "\(header.messageID), an answer, is answered: \(action)")
    }
}
