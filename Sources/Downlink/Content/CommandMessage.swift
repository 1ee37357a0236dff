package import JTT808
package import NIOCore

/// A command as it goes over the wire, without header and serial.
package struct CommandMessage: Equatable, Sendable {
    package var id: MessageID
    /// Longer than a frame's body: it travels in slices.
    package var body: ByteBuffer

    package init(id: MessageID, body: ByteBuffer = ByteBuffer()) {
        self.id = id
        self.body = body
    }

    init(_ id: MessageID, _ encode: (inout ByteBuffer) -> Void) {
        self.init(id: id)
        encode(&body)
    }
}

extension CommandContent {
    private static let mostParameters = 255
    /// `report_interval_s`
    private static let reportInterval: UInt32 = 0x0029

    /// The message in the layout of an edition.
    /// - Throws: ``CommandError`` for what a value must not be, and for what the edition does not have.
    package func message(for edition: Edition) throws(CommandError) -> CommandMessage {
        switch self {
        case .text(let text): return try Self.message(text, edition)
        case .locate: return CommandMessage(id: .locationQuery)
        case .interval(let interval):
            let seconds = try Self.check(interval.seconds, "interval in seconds", 1...86_400)
            let value = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: seconds >> $0) }
            return CommandMessage(.parameterSetting) {
                ParameterSetting(parameters: [Parameter(id: Self.reportInterval, value: value)])
                    .encode(into: &$0, edition: edition)
            }
        case .parameters(let settings):
            guard (1...Self.mostParameters).contains(settings.set.count) else {
                throw CommandError("\(settings.set.count) parameters; accepted: 1 to \(Self.mostParameters)")
            }
            var parameters: [Parameter] = []
            for text in settings.set { parameters.append(try ParameterText.parameter(text)) }
            return CommandMessage(.parameterSetting) {
                ParameterSetting(parameters: parameters).encode(into: &$0, edition: edition)
            }
        case .queryParameters(let names):
            if names.ids.isEmpty { return CommandMessage(id: .allParametersQuery) }
            try Self.require(edition != .edition2011, "asking for single parameters", "ask for all of them")
            guard names.ids.count <= Self.mostParameters else {
                throw CommandError("\(names.ids.count) parameters; accepted: at most \(Self.mostParameters)")
            }
            var ids: [UInt32] = []
            for name in names.ids { ids.append(try ParameterText.id(name)) }
            return CommandMessage(.parameterQuery) { ParameterQuery(ids: ids).encode(into: &$0) }
        case .attributes:
            try Self.require(edition != .edition2011, "asking for attributes", "its registration says what it is")
            return CommandMessage(id: .attributesQuery)
        case .restart:
            return CommandMessage(.terminalControl) {
                TerminalControl(command: .reset).encode(into: &$0, edition: edition)
            }
        case .track(let track):
            let seconds = try Self.check(track.seconds, "interval in seconds", 0...Int(UInt16.max))
            if seconds == 0 {
                return CommandMessage(.trackingRequest) {
                    TrackingRequest(intervalS: 0, validS: nil).encode(into: &$0)
                }
            }
            let duration = try Self.check(track.durationS ?? 0, "duration in seconds", 1...Int(UInt32.max))
            return CommandMessage(.trackingRequest) {
                TrackingRequest(intervalS: UInt16(seconds), validS: UInt32(duration)).encode(into: &$0)
            }
        case .circle(let circle): return try Self.message(circle, edition)
        case .rectangle(let rectangle): return try Self.message(rectangle, edition)
        case .polygon(let polygon): return try Self.message(polygon, edition)
        case .route(let route): return try Self.message(route, edition)
        case .deleteRegions(let deletion): return try Self.message(deletion)
        }
    }

    private static func message(_ text: Text, _ edition: Edition) throws(CommandError) -> CommandMessage {
        guard !text.text.isEmpty, !text.text.unicodeScalars.contains("\0") else {
            throw CommandError(
                "the text is empty or contains a NUL; accepted: 1 to \(TextMessage.mostBytes) bytes of GBK")
        }
        guard let wire = WireText(gbk: text.text) else {
            let culprit = text.text.first { WireText(gbk: String($0)) == nil }.map(String.init) ?? "?"
            throw CommandError("the text contains '\(culprit)', which terminals cannot show; accepted: GBK characters")
        }
        guard wire.bytes.count <= TextMessage.mostBytes else {
            throw CommandError(
                "the text has \(wire.bytes.count) bytes in GBK; accepted: at most \(TextMessage.mostBytes), which is "
                    + "\(TextMessage.mostBytes / 2) Chinese characters")
        }
        let flags = TextMessage.flags(
            urgent: text.urgent ?? false, display: text.display ?? true, speak: text.speak ?? false, edition)
        return CommandMessage(.textMessage) {
            TextMessage(flags: flags, text: wire).encode(into: &$0, edition: edition)
        }
    }

    static func check(_ value: Int, _ what: String, _ range: ClosedRange<Int>) throws(CommandError) -> Int {
        guard range.contains(value) else {
            throw CommandError(
                "\(what): \(value) is not accepted; accepted: \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    private static func require(_ isThere: Bool, _ what: String, _ instead: String) throws(CommandError) {
        guard isThere else { throw CommandError("terminals of JT/T 808-2011 do not know \(what): \(instead)") }
    }
}
