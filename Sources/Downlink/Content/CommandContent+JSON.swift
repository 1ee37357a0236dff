import Foundation

/// The form in `ops.command`: the kind, and an object that a person can read.
extension CommandContent {
    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }

    package var arguments: String {
        switch self {
        case .text(let value): Self.json(value)
        case .interval(let value): Self.json(value)
        case .parameters(let value): Self.json(value)
        case .queryParameters(let value): Self.json(value)
        case .track(let value): Self.json(value)
        case .circle(let value): Self.json(value)
        case .rectangle(let value): Self.json(value)
        case .polygon(let value): Self.json(value)
        case .route(let value): Self.json(value)
        case .deleteRegions(let value): Self.json(value)
        case .locate, .attributes, .restart: "{}"
        }
    }

    private static func json(_ value: some Encodable) -> String {
        do {
            return String(decoding: try encoder.encode(value), as: UTF8.self)
        } catch {
            preconditionFailure("strings and finite numbers always encode: \(error)")
        }
    }

    /// - Throws: ``CommandError`` for a kind that this version does not know, and for arguments that are not the kind's.
    package init(kind: String, arguments: String) throws(CommandError) {
        guard let known = CommandKind(rawValue: kind) else {
            throw CommandError("this gateway knows no command '\(kind)'")
        }
        do {
            switch known {
            case .text: self = .text(try Self.read(arguments))
            case .locate: self = .locate
            case .interval: self = .interval(try Self.read(arguments))
            case .parameters: self = .parameters(try Self.read(arguments))
            case .queryParameters: self = .queryParameters(try Self.read(arguments))
            case .attributes: self = .attributes
            case .restart: self = .restart
            case .track: self = .track(try Self.read(arguments))
            case .circle: self = .circle(try Self.read(arguments))
            case .rectangle: self = .rectangle(try Self.read(arguments))
            case .polygon: self = .polygon(try Self.read(arguments))
            case .route: self = .route(try Self.read(arguments))
            case .deleteRegions: self = .deleteRegions(try Self.read(arguments))
            }
        } catch {
            throw CommandError("the arguments of '\(kind)' cannot be read: \(Self.words(for: error))")
        }
    }

    private static func read<Value: Decodable>(_ text: String) throws -> Value {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(Value.self, from: Data(text.utf8))
    }

    private static func words(for error: any Error) -> String {
        switch error as? DecodingError {
        case .keyNotFound(let key, _): "'\(key.stringValue)' is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            "\(context.codingPath.map(\.stringValue).joined(separator: ".")): \(context.debugDescription)"
        default: "\(error)"
        }
    }
}
