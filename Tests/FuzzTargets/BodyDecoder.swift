package import JTT808
package import NIOCore

/// The editions whose layouts differ.
package typealias Edition = Registration.Layout

/// A decoder under test, with its encoder where there is one. ``all`` lists them.
package struct BodyDecoder: Sendable {
    /// How much of a body its encoder gives back.
    package enum Fidelity: Sendable {
        /// The value: decoded again it is equal. Padding and what later editions append may be lost.
        case value
        /// So many bytes from the start; with nil all of them.
        case bytes(Int?)
    }

    package let messageID: MessageID
    package let check: @Sendable (_ body: [UInt8], _ edition: Edition) throws -> Void

    /// A decoder with its encoder: what was decoded is encoded and decoded again, and must be equal.
    /// - Parameters:
    ///   - shortest: from so many bytes on every body decodes; nil where more than the length decides.
    ///   - isCut: whether the encoder cannot keep this value whole, as documented (a field that is too long is cut, say).
    ///   - isBody: whether it decodes the body of the message, and not a part of it.
    ///   - also: what else must hold.
    package init<Value: Equatable & Sendable>(
        _ messageID: UInt16, shortest: Int? = nil, fidelity: Fidelity = .value,
        decode: @escaping @Sendable (RawSpan, Edition) throws -> Value,
        encode: @escaping @Sendable (Value, Edition, inout ByteBuffer) -> Void,
        isCut: @escaping @Sendable (Value, Edition) -> Bool = { _, _ in false }, isBody: Bool = true,
        also: @escaping @Sendable (Value, [UInt8]) throws -> Void = { _, _ in }
    ) {
        self.init(messageID, shortest: shortest, isBody: isBody, decode: decode) { value, body, edition in
            try also(value, body)
            guard !isCut(value, edition) else { return }
            var encoded = ByteBuffer()
            encode(value, edition, &encoded)
            if case .bytes(let count) = fidelity {
                try require(
                    encoded.readableBytesView.elementsEqual(body.prefix(count ?? body.count)),
                    "\(value) encodes to \(Array(buffer: encoded)), it came from \(body)")
            }
            let again: Value
            do {
                let span = encoded.readableBytesSpan
                again = try decode(span, edition)
            } catch {
                throw Violation("\(value) encodes to \(Array(buffer: encoded)), which does not decode: \(error)")
            }
            try require(again == value, "\(value) encodes to \(Array(buffer: encoded)), which is \(again)")
        }
    }

    /// A decoder without an encoder.
    package init<Value: Sendable>(
        _ messageID: UInt16, shortest: Int? = nil, isBody: Bool = true,
        decode: @escaping @Sendable (RawSpan, Edition) throws -> Value,
        check: @escaping @Sendable (Value, [UInt8], Edition) throws -> Void
    ) {
        let messageID = MessageID(rawValue: messageID)
        self.messageID = messageID
        self.check = { body, edition in
            let value: Value
            do {
                value = try decode(body.span.bytes, edition)
            } catch {
                if isBody { try ExplainedMessage.check(messageID, edition, body, isRefused: true) }
                try require(body.count < shortest ?? .max, "\(body.count) bytes do not decode: \(error)")
                return
            }
            if isBody { try ExplainedMessage.check(messageID, edition, body, isRefused: false) }
            try check(value, body, edition)
        }
    }
}
