import Foundation
package import JTT808

/// A terminal's answer to a command, as it is kept: decoded for people, and raw.
package struct CommandAnswer: Equatable, Sendable {
    /// JSON object.
    package var facts: String
    /// One line.
    package var words: String
    /// Whether the terminal did what it was told.
    package var isDone: Bool

    /// - Parameters:
    ///   - id: of the message that answers.
    ///   - result: that of a generic answer; nil with a message of its own.
    package init(_ id: MessageID, body: RawSpan, result: GeneralAnswer.Result?, edition: Edition) {
        if let result {
            words = Self.words(for: result)
            isDone = result == .done
            facts = Self.json(["result": Int(result.rawValue)])
            return
        }
        isDone = true
        words = "answered"
        do throws(BodyError) {
            switch id {
            case .locationAnswer: facts = Self.json(PositionFacts(try LocationAnswer(body: body).report.position))
            case .parameterReport:
                let report = try ParameterReport(body: body, edition: edition)
                facts = Self.json(ParameterFacts(report.parameters))
                words = "answered: \(report.parameters.count) parameters"
            case .terminalAttributes:
                facts = Self.json(AttributeFacts(try TerminalAttributes(body: body, edition: edition)))
            default: facts = "{}"
            }
        } catch {
            facts = Self.json(["body_error": error.rawValue])
            words = "answered, but the answer cannot be read: \(error.rawValue)"
        }
    }

    package static func words(for result: GeneralAnswer.Result) -> String {
        switch result {
        case .done: "done"
        case .failed: "the terminal failed to do it"
        case .messageIsWrong: "the terminal says that the message is wrong"
        case .notSupported: "the terminal does not support it"
        default: "the terminal answered result \(result.rawValue)"
        }
    }

    private static func json(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(value), as: UTF8.self)
        } catch {
            preconditionFailure("strings and finite numbers always encode: \(error)")
        }
    }

    /// PostgreSQL's jsonb has no NUL.
    private static func harmless(_ text: WireText) -> String? {
        text.string.map { String(String.UnicodeScalarView($0.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 })) }
    }

    private struct PositionFacts: Encodable {
        var recordedAt: String?
        var lat: Double
        var lon: Double
        var isFixed: Bool
        var altitudeM: UInt16
        var speedKmh: Double
        var courseDeg: UInt16
        var alarmBits: UInt32
        var statusBits: UInt32

        init(_ position: Position) {
            recordedAt = position.time.iso8601
            lat = Double(position.signedLatitudeE6) / 1e6
            lon = Double(position.signedLongitudeE6) / 1e6
            isFixed = position.statusBits & 0b10 != 0
            altitudeM = position.altitudeM
            speedKmh = Double(position.speedDkmh) / 10
            courseDeg = position.courseDeg
            alarmBits = position.alarmBits
            statusBits = position.statusBits
        }
    }

    private struct ParameterFacts: Encodable {
        struct Fact: Encodable {
            var id: String
            var name: String?
            var value: String
        }

        var parameters: [Fact]

        init(_ parameters: [Parameter]) {
            self.parameters = parameters.map {
                Fact(id: ParameterText.idText($0.id), name: $0.definition?.name, value: ParameterText.valueText(of: $0))
            }
        }
    }

    private struct AttributeFacts: Encodable {
        var typeBits: UInt16
        var manufacturerId: String?
        var model: String?
        var deviceId: String?
        var iccid: String
        var hardwareVersion: String?
        var firmwareVersion: String?
        var gnssBits: UInt8
        var radioBits: UInt8

        init(_ attributes: TerminalAttributes) {
            typeBits = attributes.typeBits
            manufacturerId = CommandAnswer.harmless(attributes.manufacturerID)
            model = CommandAnswer.harmless(attributes.model)
            deviceId = CommandAnswer.harmless(attributes.deviceID)
            iccid = ParameterText.hex(attributes.iccid)
            hardwareVersion = CommandAnswer.harmless(attributes.hardwareVersion)
            firmwareVersion = CommandAnswer.harmless(attributes.firmwareVersion)
            gnssBits = attributes.gnssBits
            radioBits = attributes.radioBits
        }
    }
}
