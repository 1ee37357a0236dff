import JTT808
import Testing

@testable import Ingest

@Suite("TerminalSession")
struct TerminalSessionTests {
    private static func number(_ text: some StringProtocol) throws -> TerminalNumber {
        try #require(TerminalNumber(text))
    }

    private static func identity(_ number: TerminalNumber, needsCode: Bool, id: Int64 = 1) -> TerminalSession.Identity {
        TerminalSession.Identity(number: number, terminalID: id, needsCode: needsCode)
    }

    // `#expect` evaluates a call on an immutable copy; these take the session itself.

    private func identity(of number: TerminalNumber, _ generation: UInt64, in session: inout TerminalSession)
        -> TerminalSession.Identity?
    {
        session.identity(of: number, generation: generation)
    }

    private func admit(_ identity: TerminalSession.Identity, _ generation: UInt64, to session: inout TerminalSession)
        -> TerminalSession.Identity
    {
        session.admit(identity, generation: generation)
    }

    private func forget(_ number: TerminalNumber, in session: inout TerminalSession) -> Bool { session.forget(number) }

    // MARK: What to do with a message

    /// A message as it comes.
    enum Form: CaseIterable {
        case plain
        case slice
        case encrypted
        case encryptedSlice
    }

    private func action(_ id: UInt16, _ form: Form, mayDeliver: Bool) throws -> TerminalSession.Action {
        let number = try Self.number("13912345678")
        let address = try #require(TerminalAddress(number, form: .short))
        var header = FrameHeader(messageID: MessageID(rawValue: id), address: address, serial: 1, bodyLength: 0)
        if form == .slice || form == .encryptedSlice { header.package = .init(total: 2, index: 1) }
        if form == .encrypted || form == .encryptedSlice { header.encryption = 1 }
        return TerminalSession.action(for: header, from: Self.identity(number, needsCode: !mayDeliver))
    }

    /// The answers are those of the protocol reference, "Ack rules".
    @Test(
        "a whole message of a terminal that may deliver",
        arguments: [
            (0x0200, .storeLocation), (0x0704, .storeLocationBatch), (0x0002, .answer(.done)),
            (0x0004, .answerServerTime),
            (0x0003, .deregister), (0x0100, .register), (0x0102, .checkCode),
            // Kept raw and answered once it is durable.
            (0x0108, .storeMessage(.done)), (0x0301, .storeMessage(.done)), (0x0303, .storeMessage(.done)),
            (0x0701, .storeMessage(.done)), (0x0702, .storeMessage(.done)), (0x0705, .storeMessage(.done)),
            (0x0800, .storeMessage(.done)), (0x0801, .storeMedia), (0x0900, .storePassthrough),
            (0x0901, .storeCompressed),
            // Answers are not answered.
            (0x0001, .storeMessage(nil)), (0x0104, .storeMessage(nil)), (0x0107, .storeMessage(nil)),
            (0x0201, .storeMessage(nil)),
            (0x0500, .storeMessage(nil)), (0x0700, .storeMessage(nil)), (0x0802, .storeMessage(nil)),
            (0x0805, .storeMessage(nil)),
            // Not known.
            (0x1205, .storeMessage(.notSupported)), (0x2070, .storeMessage(.notSupported)),
            (0xE001, .storeMessage(.notSupported)),
            (0x0A00, .storeMessage(.notSupported)),
        ] as [(UInt16, TerminalSession.Action)])
    func delivering(id: UInt16, action: TerminalSession.Action) throws {
        #expect(try self.action(id, .plain, mayDeliver: true) == action)
    }

    @Test(
        "a slice is put together with the others, whatever it is a slice of, and answered as its message is",
        arguments: [
            (0x0200, .done), (0x0704, .done), (0x0801, .done), (0x0100, .done), (0x0900, .done),
            (0x1205, .notSupported), (0x0001, nil), (0x0104, nil), (0x0802, nil),
        ] as [(UInt16, GeneralAnswer.Result?)])
    func slices(id: UInt16, result: GeneralAnswer.Result?) throws {
        #expect(try action(id, .slice, mayDeliver: true) == .takeSlice)
        #expect(TerminalSession.sliceResult(of: MessageID(rawValue: id)) == result)
    }

    @Test(
        "an encrypted message is kept and not supported",
        arguments: [0x0002, 0x0100, 0x0102, 0x0200, 0x0704, 0x0900, 0x1205] as [UInt16])
    func encrypted(id: UInt16) throws {
        #expect(try action(id, .encrypted, mayDeliver: true) == .storeMessage(.notSupported))
        #expect(try action(id, .encryptedSlice, mayDeliver: true) == .storeMessage(.notSupported))
    }

    /// "0x0001: nothing, ever (two peers would answer each other without end)."
    @Test("an answer of the terminal is never answered", arguments: Form.allCases, [true, false])
    func answerNeverAnswered(form: Form, mayDeliver: Bool) throws {
        let action = try action(0x0001, form, mayDeliver: mayDeliver)
        let taken: TerminalSession.Action = form == .slice ? .takeSlice : .storeMessage(nil)
        #expect(action == (mayDeliver ? taken : .refuse(isAnswered: false)))
    }

    @Test(
        "before its code a terminal may register, authenticate and ask the time",
        arguments: [
            (0x0100, .register), (0x0102, .checkCode), (0x0004, .answerServerTime),
        ] as [(UInt16, TerminalSession.Action)])
    func beforeTheCode(id: UInt16, action: TerminalSession.Action) throws {
        #expect(try self.action(id, .plain, mayDeliver: false) == action)
    }

    @Test(
        "before its code nothing else is taken, and refused with an answer",
        arguments: [0x0002, 0x0003, 0x0200, 0x0704, 0x0801, 0x0900, 0x1205] as [UInt16], Form.allCases)
    func refusedBeforeTheCode(id: UInt16, form: Form) throws {
        #expect(try action(id, form, mayDeliver: false) == .refuse(isAnswered: true))
    }

    @Test("before its code an answer is refused without one", arguments: [0x0001, 0x0104, 0x0201, 0x0805] as [UInt16])
    func answersBeforeTheCode(id: UInt16) throws {
        #expect(try action(id, .plain, mayDeliver: false) == .refuse(isAnswered: false))
    }

    @Test(
        "a code cannot be shown in slices or encrypted", arguments: [0x0100, 0x0102] as [UInt16],
        [Form.slice, .encrypted, .encryptedSlice])
    func unreadableAuthentication(id: UInt16, form: Form) throws {
        #expect(try action(id, form, mayDeliver: false) == .refuse(isAnswered: true))
    }

    // MARK: Identities

    @Test("a terminal is known once it was admitted, and delivers once it showed its code")
    func admission() throws {
        let number = try Self.number("1")
        var session = TerminalSession()
        #expect(identity(of: number, 1, in: &session) == nil)
        #expect(!session.hasDeliverer)
        #expect(!admit(Self.identity(number, needsCode: true, id: 42), 1, to: &session).mayDeliver)
        #expect(!session.hasDeliverer)
        session.showedCode(number, isRight: true)
        let known = try #require(identity(of: number, 1, in: &session))
        #expect(known.terminalID == 42)
        #expect(known.mayDeliver)
        #expect(session.hasDeliverer)
    }

    @Test("a terminal that needs no code delivers at once")
    func withoutCode() throws {
        let number = try Self.number("1")
        var session = TerminalSession()
        #expect(admit(Self.identity(number, needsCode: false), 1, to: &session).mayDeliver)
        #expect(session.hasDeliverer)
    }

    @Test("a wrong code takes back what a right one gave")
    func wrongCode() throws {
        let number = try Self.number("1")
        var session = TerminalSession()
        _ = admit(Self.identity(number, needsCode: true), 1, to: &session)
        session.showedCode(number, isRight: true)
        session.showedCode(number, isRight: false)
        #expect(identity(of: number, 1, in: &session)?.mayDeliver == false)
        #expect(admit(Self.identity(number, needsCode: true), 2, to: &session).mayDeliver == false)
    }

    @Test("a code that one terminal showed admits no other")
    func otherTerminal() throws {
        let (first, second) = (try Self.number("1"), try Self.number("2"))
        var session = TerminalSession()
        _ = admit(Self.identity(first, needsCode: true), 1, to: &session)
        session.showedCode(first, isRight: true)
        #expect(!admit(Self.identity(second, needsCode: true, id: 2), 1, to: &session).mayDeliver)
        #expect(identity(of: first, 1, in: &session)?.mayDeliver == true)
        #expect(identity(of: second, 1, in: &session)?.mayDeliver == false)
        session.showedCode(second, isRight: false)
        #expect(identity(of: first, 1, in: &session)?.mayDeliver == true)
    }

    @Test("several terminals take turns on one connection")
    func turns() throws {
        let numbers = try (1...5).map { try Self.number("\($0)") }
        var session = TerminalSession()
        for (index, number) in numbers.enumerated() {
            _ = admit(Self.identity(number, needsCode: true, id: Int64(index)), 1, to: &session)
            session.showedCode(number, isRight: true)
        }
        for _ in 0..<3 {
            for (index, number) in numbers.enumerated() {
                let known = try #require(identity(of: number, 1, in: &session))
                #expect(known.terminalID == Int64(index))
                #expect(known.mayDeliver)
            }
        }
    }

    @Test("after a change of the registry everybody is admitted anew and keeps a shown code")
    func newGeneration() throws {
        let (first, second, third) = (try Self.number("1"), try Self.number("2"), try Self.number("3"))
        var session = TerminalSession()
        for number in [first, second, third] { _ = admit(Self.identity(number, needsCode: true), 1, to: &session) }
        for number in [first, second] {
            _ = identity(of: number, 1, in: &session)
            session.showedCode(number, isRight: true)
        }
        for number in [first, second, third] { #expect(identity(of: number, 2, in: &session) == nil) }
        #expect(admit(Self.identity(first, needsCode: true, id: 7), 2, to: &session).mayDeliver)
        #expect(identity(of: second, 2, in: &session) == nil)
        // The second terminal was silent through two changes.
        #expect(admit(Self.identity(first, needsCode: true, id: 7), 3, to: &session).mayDeliver)
        #expect(admit(Self.identity(second, needsCode: true, id: 8), 3, to: &session).mayDeliver)
        #expect(!admit(Self.identity(third, needsCode: true, id: 9), 3, to: &session).mayDeliver)
        #expect(identity(of: first, 3, in: &session)?.terminalID == 7)
        #expect(identity(of: second, 3, in: &session)?.terminalID == 8)
    }

    @Test("who is forgotten shows the code again, also after a change of the registry")
    func forgotten() throws {
        let number = try Self.number("1")
        var session = TerminalSession()
        _ = admit(Self.identity(number, needsCode: true), 1, to: &session)
        session.showedCode(number, isRight: true)
        #expect(forget(number, in: &session))
        #expect(identity(of: number, 1, in: &session) == nil)
        #expect(!session.hasDeliverer)
        #expect(!admit(Self.identity(number, needsCode: true), 1, to: &session).mayDeliver)
        session.showedCode(number, isRight: true)
        #expect(identity(of: number, 2, in: &session) == nil)
        #expect(forget(number, in: &session))
        #expect(!admit(Self.identity(number, needsCode: true), 2, to: &session).mayDeliver)
    }

    @Test("who is forgotten while waiting to be admitted anew shows the code again")
    func forgottenWhileWaiting() throws {
        let (first, second) = (try Self.number("1"), try Self.number("2"))
        var session = TerminalSession()
        for number in [first, second] {
            _ = session.admit(Self.identity(number, needsCode: true), generation: 1)
            session.showedCode(number, isRight: true)
        }
        _ = session.admit(Self.identity(second, needsCode: true), generation: 2)
        _ = session.forget(first)
        #expect(!admit(Self.identity(first, needsCode: true), 2, to: &session).mayDeliver)
    }

    @Test("forgetting one terminal leaves the others, and says whether any is left")
    func forgetOne() throws {
        let (first, second) = (try Self.number("1"), try Self.number("2"))
        var session = TerminalSession()
        _ = admit(Self.identity(first, needsCode: false), 1, to: &session)
        _ = admit(Self.identity(second, needsCode: false, id: 2), 1, to: &session)
        #expect(!forget(first, in: &session))
        #expect(identity(of: second, 1, in: &session)?.terminalID == 2)
        #expect(!forget(first, in: &session))
        #expect(forget(second, in: &session))
    }

    @Test("a terminal that was silent since the registry changed is still on the connection", arguments: [true, false])
    func forgetAfterChange(needsCode: Bool) throws {
        let (first, second) = (try Self.number("1"), try Self.number("2"))
        var session = TerminalSession()
        for number in [first, second] {
            _ = admit(Self.identity(number, needsCode: needsCode), 1, to: &session)
            session.showedCode(number, isRight: true)
        }
        // The first one says goodbye under the new registry; the second has not been heard of since.
        _ = admit(Self.identity(first, needsCode: needsCode), 2, to: &session)
        #expect(!forget(first, in: &session))
    }

    @Test("a connection with very many terminals remembers a bounded number of them")
    func bounded() throws {
        let most = TerminalSession.mostIdentities
        let numbers = try (1...2 * most).map { try Self.number("\($0)") }
        var session = TerminalSession()
        for number in numbers { _ = admit(Self.identity(number, needsCode: false), 1, to: &session) }
        let known = numbers.count { identity(of: $0, 1, in: &session) != nil }
        // The current one and the others.
        #expect(known == most + 1)
    }

    @Test("a forwarder's thousands of terminals keep the codes that they showed")
    func manyCodes() throws {
        let numbers = try (1...3_000).map { try Self.number("\($0)") }
        var session = TerminalSession()
        for number in numbers {
            _ = admit(Self.identity(number, needsCode: true), 1, to: &session)
            session.showedCode(number, isRight: true)
        }
        #expect(numbers.allSatisfy { identity(of: $0, 1, in: &session)?.mayDeliver == true })
    }

    @Test(
        "a slice whose number cannot be is refused; a lawful one is taken",
        arguments: [(0, 0, false), (2, 0, false), (2, 3, false), (0, 1, false), (2, 1, true), (2, 2, true)])
    func packageNumber(total: Int, index: Int, isLawful: Bool) throws {
        let number = try Self.number("1")
        let address = try #require(TerminalAddress(number, form: .short))
        let header = FrameHeader(
            messageID: .locationBatch, address: address, serial: 0, bodyLength: 0,
            package: .init(total: UInt16(total), index: UInt16(index)))
        let action = TerminalSession.action(for: header, from: Self.identity(number, needsCode: false))
        #expect(action == (isLawful ? .takeSlice : .refusePackage(isAnswered: true)))
    }
}
