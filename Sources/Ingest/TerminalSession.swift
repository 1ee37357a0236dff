package import JTT808

/// What one connection's terminals may do, as a pure state machine: a frame's header goes in, an action comes out.
///
/// Identity belongs to the message, not to the socket: forwarding platforms put several terminals on one connection. Nearly
/// always there is one, so the last one is looked at first.
package struct TerminalSession: Sendable {
    /// Identities of one connection that are remembered: more than any forwarder has, and a bound all the same.
    static let mostIdentities = 20_000

    /// A terminal that was admitted on this connection.
    package struct Identity: Sendable, Equatable {
        package let number: TerminalNumber
        package let terminalID: Int64
        /// It must show its code before its data are taken.
        package let needsCode: Bool
        /// By which its bodies are read.
        package fileprivate(set) var edition: Edition
        /// Its profile's place in the catalogue; 0 is the standard one, which interprets nothing.
        package let profile: Int
        package fileprivate(set) var hasShownCode = false
        /// State of the registry that it was admitted under.
        fileprivate var generation: UInt64 = 0

        package init(
            number: TerminalNumber, terminalID: Int64, needsCode: Bool, edition: Edition = .edition2013,
            profile: Int = 0
        ) {
            self.number = number
            self.terminalID = terminalID
            self.needsCode = needsCode
            self.edition = edition
            self.profile = profile
        }

        package var mayDeliver: Bool { hasShownCode || !needsCode }
    }

    package enum Action: Sendable, Equatable {
        /// Answer the registration with a code, keep what it says.
        case register
        /// Check the code, then call ``TerminalSession/showedCode(_:isRight:)``.
        case checkCode
        /// 0x8001 at once: it promises nothing about data.
        case answer(GeneralAnswer.Result)
        case answerServerTime
        /// Answer, then close once nothing is outstanding and no other terminal is here.
        case deregister
        case storeLocation
        case storeLocationBatch
        /// 0x0900: records of tags and weights, or something else that is kept raw.
        case storePassthrough
        /// 0x0801: a picture, sound or video becomes a file and a row.
        case storeMedia
        /// 0x0901: kept raw, and what is inside is taken too.
        case storeCompressed
        /// Keep it raw; answer with this once it is durable, or never.
        case storeMessage(GeneralAnswer.Result?)
        /// One slice of a message: kept raw, and put together with the others.
        case takeSlice
        /// A slice whose number cannot be: 0x8001 with result 2, kept raw.
        case refusePackage(isAnswered: Bool)
        /// The data are not taken: 0x8001 with result 1, or no answer where none is due.
        case refuse(isAnswered: Bool)
    }

    private var current: Identity?
    private var others: [TerminalNumber: Identity] = [:]

    package init() {}

    /// Whether any terminal was admitted and may deliver.
    package var hasDeliverer: Bool { current?.mayDeliver == true || others.values.contains(where: \.mayDeliver) }

    /// The identity of a message's sender, when it was admitted here before and the registry did not change since.
    @inline(__always)
    package mutating func identity(of number: TerminalNumber, generation: UInt64) -> Identity? {
        if current?.number != number { bringForward(number) }
        guard let current, current.number == number, current.generation == generation else { return nil }
        return current
    }

    /// The registry admitted a terminal. One that showed its code on this connection before has shown it still.
    package mutating func admit(_ identity: Identity, generation: UInt64) -> Identity {
        var identity = identity
        identity.generation = generation
        if current?.number != identity.number { bringForward(identity.number) }
        if let current {
            if current.number == identity.number {
                identity.hasShownCode = current.hasShownCode
            } else {
                setAside(current)
            }
        }
        current = identity
        return identity
    }

    /// The terminals that were admitted here and are remembered.
    package var numbers: [TerminalNumber] { (current.map { [$0.number] } ?? []) + others.keys }

    /// Makes an identity that was used before the current one.
    private mutating func bringForward(_ number: TerminalNumber) {
        guard let found = others.removeValue(forKey: number) else { return }
        if let current { setAside(current) }
        current = found
    }

    /// Beyond the bound any other one is forgotten: it is asked for again, and shows its code again if it needs one.
    private mutating func setAside(_ identity: Identity) {
        if others.count >= Self.mostIdentities, let any = others.keys.first { others.removeValue(forKey: any) }
        others[identity.number] = identity
    }

    /// The terminal authenticated, rightly or not.
    package mutating func showedCode(_ number: TerminalNumber, isRight: Bool) {
        guard current?.number == number else { return }
        current?.hasShownCode = isRight
    }

    /// The terminal registered, and by that showed the edition that it speaks.
    package mutating func showedEdition(_ number: TerminalNumber, _ edition: Edition) {
        if current?.number == number { current?.edition = edition }
    }

    /// The edition of a terminal that was admitted here.
    package func edition(of number: TerminalNumber) -> Edition? {
        current?.number == number ? current?.edition : others[number]?.edition
    }

    /// The terminal said goodbye, or is refused from now on.
    /// - Returns: whether no terminal is left on this connection.
    package mutating func forget(_ number: TerminalNumber) -> Bool {
        if current?.number == number { current = nil }
        others.removeValue(forKey: number)
        return current == nil && others.isEmpty
    }

    /// What to do with a message of an admitted terminal.
    package static func action(for header: FrameHeader, from identity: Identity) -> Action {
        // An answer is never answered, whatever its form: two peers would go on for ever.
        let isAnswered = header.messageID.answerRule != .none
        if !identity.mayDeliver {
            switch header.messageID {
            case .registration where header.package == nil && header.encryption == 0: return .register
            case .authentication where header.package == nil && header.encryption == 0: return .checkCode
            case .serverTimeRequest: return .answerServerTime
            default: return .refuse(isAnswered: isAnswered)
            }
        }
        if header.encryption != 0 { return .storeMessage(isAnswered ? .notSupported : nil) }
        if let package = header.package {
            guard package.index >= 1, package.index <= package.total else {
                return .refusePackage(isAnswered: isAnswered)
            }
            return .takeSlice
        }
        switch header.messageID {
        case .locationReport: return .storeLocation
        case .locationBatch: return .storeLocationBatch
        case .passthroughUp: return .storePassthrough
        case .mediaData: return .storeMedia
        case .compressedMessage: return .storeCompressed
        case .heartbeat: return .answer(.done)
        case .registration: return .register
        case .authentication: return .checkCode
        case .serverTimeRequest: return .answerServerTime
        case .deregistration: return .deregister
        default:
            switch header.messageID.answerRule {
            case .none: return .storeMessage(nil)
            case .notSupported: return .storeMessage(.notSupported)
            case .general, .own: return .storeMessage(.done)
            }
        }
    }

    /// What a slice is answered with once it is kept; nil: not at all.
    package static func sliceResult(of id: MessageID) -> GeneralAnswer.Result? {
        switch id.answerRule {
        case .none: nil
        case .notSupported: .notSupported
        case .general, .own: .done
        }
    }
}
