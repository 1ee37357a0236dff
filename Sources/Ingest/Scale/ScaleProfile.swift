package import NIOCore
package import Registry
import TagReader
package import WeighScale

/// A scale or reader as the gateway works with it: what the registry says, checked and in the codecs' own terms.
package struct ScaleProfile: Sendable, Equatable {
    package enum Codec: Sendable, Equatable {
        case scale(ScaleDialect)
        case tagReader
    }

    /// A command that is sent again and again, because the device says nothing unasked.
    package struct Poll: Sendable, Equatable {
        package let intervalMs: Int
        package let command: ByteBuffer
    }

    package static let tagReaderDialect = "tag-reader"
    package static let dialects = ScaleDialect.Form.allCases.map(\.rawValue) + [tagReaderDialect]
    private static let usualPollMs = 500

    package let terminalID: Int64
    package let code: String
    package let isActive: Bool
    package let dialect: String
    package let codec: Codec
    package let isFourFaith: Bool
    package let registration: BytePattern?
    package let heartbeat: BytePattern?
    package let network: SourceNetwork?
    package let poll: Poll?
    package let cycle: WeighingSettings
    /// As in the uplink records: 4 platform, 5 weighbridge.
    package let weighMode: Int16
    package let direction: Int16
    package let keepsSamples: Bool
    package let tagRepeatMs: Int

    /// - Throws: ``ScaleProfileError`` for what the registry lets in and no stream can be read by.
    package init(_ scale: Scale) throws(ScaleProfileError) {
        terminalID = scale.terminalID
        code = scale.code
        isActive = scale.isActive
        dialect = scale.dialect
        isFourFaith = scale.link == "four-faith"
        direction = Int16(clamping: scale.direction)
        keepsSamples = scale.keepsSamples
        tagRepeatMs = scale.tagRepeatMs
        weighMode = scale.kind == "weighbridge" ? 5 : 4
        codec = try Self.codec(scale)
        registration = try Self.pattern("registration", scale.registration, codec)
        heartbeat = try Self.pattern("heartbeat", scale.heartbeat, codec)
        if isFourFaith, registration?.bytes.count != ScaleSession.fourFaithPatternLength {
            throw ScaleProfileError("registration: must be 16 bytes for link four-faith, id[4] phone[11] 00")
        }
        if let text = scale.sourceNetwork {
            guard let network = SourceNetwork(text) else { throw ScaleProfileError("source_network: \(text) is none") }
            self.network = network
        } else {
            network = nil
        }
        poll = try Self.poll(scale, codec)
        do throws(WeighingSettingsError) {
            cycle = try Self.cycle(scale)
        } catch {
            throw ScaleProfileError("\(error)")
        }
    }

    private static func codec(_ scale: Scale) throws(ScaleProfileError) -> Codec {
        if scale.dialect == tagReaderDialect { return .tagReader }
        guard let form = ScaleDialect.Form(rawValue: scale.dialect) else {
            throw ScaleProfileError(
                "dialect: \(scale.dialect) is none; accepted: \(dialects.joined(separator: ", "))")
        }
        var dialect = ScaleDialect(form)
        guard let checksum = ScaleDialect.Checksum(rawValue: scale.checksum) else {
            throw ScaleProfileError(
                "checksum: \(scale.checksum) is not accepted; accepted: absent, required, automatic")
        }
        guard let unit = WeightUnit(rawValue: scale.unit) else {
            throw ScaleProfileError("unit: \(scale.unit) is not known")
        }
        dialect.checksum = checksum
        dialect.clearsParityBit = scale.clearsParityBit
        dialect.unit = unit
        dialect.tellsZeroing = scale.tellsZeroing
        dialect.equalsLength = scale.equalsLength
        return .scale(dialect)
    }

    /// Packets of the DTU are taken out of the stream, so that none may be a part of what the device sends.
    private static func pattern(
        _ name: String, _ text: String?, _ codec: Codec
    ) throws(ScaleProfileError) -> BytePattern? {
        guard let text else { return nil }
        let pattern: BytePattern
        do throws(BytePatternError) {
            pattern = try BytePattern(configured: text)
        } catch {
            throw ScaleProfileError("\(name): \(error)")
        }
        switch codec {
        case .scale(let dialect):
            guard dialect.maySend(pattern) else { return pattern }
            throw ScaleProfileError(
                "\(name): \"\(text)\" may be a part of what \(dialect.form.rawValue) itself sends; accepted: a packet that "
                    + "has a byte which that dialect never has there")
        case .tagReader:
            guard pattern.bytes.contains(0xBB) else { return pattern }
            throw ScaleProfileError("\(name): \"\(text)\" has a byte bb, with which a reader's frame begins")
        }
    }

    private static func poll(_ scale: Scale, _ codec: Codec) throws(ScaleProfileError) -> Poll? {
        var command = ByteBuffer()
        switch codec {
        case .tagReader:
            guard let interval = scale.pollIntervalMs else { return nil }
            TagReaderFrame.singlePoll.encode(into: &command)
            return Poll(intervalMs: interval, command: command)
        case .scale(let dialect):
            guard dialect.form == .yaohuaPoll else { return nil }
            guard let ask = YaohuaCommand(.gross, address: scale.pollAddress) else {
                throw ScaleProfileError("poll_address: \(scale.pollAddress) is not accepted; accepted: 1 to 26")
            }
            ask.encode(into: &command)
            return Poll(intervalMs: scale.pollIntervalMs ?? usualPollMs, command: command)
        }
    }

    private static func cycle(_ scale: Scale) throws(WeighingSettingsError) -> WeighingSettings {
        let usual: WeighingSettings = scale.kind == "weighbridge" ? .weighbridge : .platform
        func milliseconds(_ value: Int?, _ usual: Duration) -> Duration { value.map { .milliseconds($0) } ?? usual }
        return try WeighingSettings(
            emptyBandGrams: scale.emptyBandG.map(Int64.init) ?? usual.emptyBandGrams,
            minimumGrams: scale.minimumG.map(Int64.init) ?? usual.minimumGrams,
            toleranceGrams: scale.toleranceG.map(Int64.init) ?? usual.toleranceGrams,
            leastAdditionGrams: scale.leastAdditionG.map(Int64.init),
            zeroLimitGrams: scale.zeroLimitG.map(Int64.init) ?? usual.zeroLimitGrams,
            stableDuration: milliseconds(scale.stableMs, usual.stableDuration),
            plateauDuration: milliseconds(scale.plateauMs, usual.plateauDuration),
            plateauReadings: scale.plateauReadings ?? usual.plateauReadings,
            clearDuration: milliseconds(scale.clearMs, usual.clearDuration),
            settlingTimeout: milliseconds(scale.settlingTimeoutMs, usual.settlingTimeout),
            longestGap: milliseconds(scale.longestGapMs, usual.longestGap))
    }
}

/// Why a scale of the registry cannot be worked with: one line that names the column, its value and what is accepted.
package struct ScaleProfileError: Error, Equatable, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }
}
