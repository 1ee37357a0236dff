package import NIOCore
package import WeighScale

/// One connection of a scale or reader, as a pure state machine: bytes go in, actions come out. Who speaks is told by the first
/// bytes, or by the address; then frames follow.
///
///     unknown ── registration, or its network ──► identified ── the registry refuses it ──► refused
///        └──────────── no scale of ours ────────────────────────────────────────────────────►┘
package struct ScaleSession: Sendable {
    /// Why a connection is not taken. Bounded: it labels a metric.
    package enum Refusal: String, Sendable, CaseIterable {
        /// The first bytes name no scale, and the address does not either.
        case unknown
        /// Suspended or retired.
        case refused
        /// It comes from another network than it must.
        case network
        /// It speaks another dialect than the port is for.
        case port
    }

    package enum Action: Equatable, Sendable {
        /// The connection is this scale's, or the scale's settings changed.
        case identified(ScaleProfile)
        /// - first: what it sent first, 64 bytes at most.
        case refused(Refusal, first: ByteBuffer)
        case step(ScaleStream.Step)
        /// Nothing to do until more comes.
        case wait
    }

    private enum State {
        case unknown
        case identified(ScaleProfile)
        case refused
    }

    static let fourFaithPatternLength = 16
    /// So much of a stranger's first bytes is kept.
    private static let firstLimit = 64

    private let address: IPAddress?
    private let portDialect: String?
    private var state = State.unknown
    private var stream: ScaleStream?
    /// What came before it was known who speaks.
    private var first = ByteBuffer()
    private var isSilent = false

    /// - Parameters:
    ///   - address: where the connection comes from.
    ///   - portDialect: dialect of the devices that the port is for; nil: any.
    package init(from address: IPAddress?, portDialect: String? = nil) {
        self.address = address
        self.portDialect = portDialect
    }

    package var isIdentified: Bool { stream != nil }

    package var isRefused: Bool { if case .refused = state { true } else { false } }

    package var profile: ScaleProfile? { if case .identified(let profile) = state { profile } else { nil } }

    /// Moves all of `bytes` into the session; then call ``next(in:)`` until it says to wait.
    package mutating func receive(_ bytes: inout ByteBuffer) {
        isSilent = false
        if stream != nil {
            stream?.receive(&bytes)
        } else if isRefused {
            bytes.moveReaderIndex(to: bytes.writerIndex)
        } else {
            first.writeBuffer(&bytes)
        }
    }

    /// The link has been silent for longer than between two bytes of a packet: what waits is judged as it stands. Then call
    /// ``next(in:)`` until it says to wait.
    package mutating func fellSilent() { isSilent = true }

    /// - Parameter directory: asked only while it is not known who speaks.
    package mutating func next(in directory: @autoclosure () -> ScaleDirectory) -> Action {
        if stream != nil {
            guard let step = isSilent ? stream?.finish() : stream?.next(), step != .needMoreData else { return .wait }
            return .step(step)
        }
        return isRefused ? .wait : identify(in: directory())
    }

    /// Registrations and heartbeats since the last call.
    package mutating func takeTaken() -> DTUFilter.Taken { stream?.takeTaken() ?? DTUFilter.Taken() }

    /// The registry was read again.
    package mutating func registryChanged(_ directory: ScaleDirectory) -> Action {
        guard case .identified(let known) = state else { return .wait }
        guard let profile = directory.scale(of: known.terminalID) else {
            // A wrong figure that was entered a moment ago must not cost the weighings of a scale that works.
            return directory.isFaulty(known.terminalID) ? .wait : refuse(.unknown)
        }
        if let refusal = refusal(of: profile) { return refuse(refusal) }
        guard profile != known else { return .wait }
        // A stream goes on where it is, unless it is to be read in another way.
        let isReadAlike =
            profile.codec == known.codec && profile.isFourFaith == known.isFourFaith
            && profile.registration == known.registration && profile.heartbeat == known.heartbeat
        if !isReadAlike { stream = ScaleStream(profile) }
        state = .identified(profile)
        return .identified(profile)
    }

    // MARK: Who speaks

    private mutating func identify(in directory: ScaleDirectory) -> Action {
        switch directory.find(in: first) {
        case .scale(let profile, let length): return admit(profile, dropping: length)
        case .needMoreData(let best):
            guard isSilent else { return .wait }
            if let best { return admit(directory.scale(at: best), dropping: best.length) }
        case .unknown: break
        }
        if let profile = directory.scale(from: address, dialect: portDialect) { return admit(profile, dropping: 0) }
        // Who has sent nothing may be somebody who waits to be asked, or a check of a balancer.
        return first.readableBytes == 0 ? .wait : refuse(.unknown)
    }

    private mutating func admit(_ profile: ScaleProfile, dropping length: Int) -> Action {
        if let refusal = refusal(of: profile) { return refuse(refusal) }
        var length = length
        if profile.isFourFaith {
            length = FourFaithLink.Registration.length
            guard first.readableBytes >= length else { return isSilent ? refuse(.unknown) : .wait }
        }
        first.moveReaderIndex(forwardBy: length)
        var stream = ScaleStream(profile)
        stream.receive(&first)
        first = ByteBuffer()
        self.stream = stream
        state = .identified(profile)
        return .identified(profile)
    }

    private func refusal(of profile: ScaleProfile) -> Refusal? {
        guard profile.isActive else { return .refused }
        if let network = profile.network, !(address.map(network.contains) ?? false) { return .network }
        if let portDialect, portDialect != profile.dialect { return .port }
        return nil
    }

    private mutating func refuse(_ refusal: Refusal) -> Action {
        let kept = ByteBuffer(bytes: first.readableBytesView.prefix(Self.firstLimit))
        first = ByteBuffer()
        stream = nil
        state = .refused
        return .refused(refusal, first: kept)
    }
}
