import Crypto
import Foundation

/// One POST to a channel: everything but the sending.
package struct WebhookRequest: Sendable {
    /// Holds the robot's token.
    let url: Secret
    package let headers: [(name: String, value: String)]
    package let body: [UInt8]

    /// - Parameters:
    ///   - key: names the message, the same at every attempt, so that a receiver can drop a repeat. The robots cannot.
    ///   - unixMilliseconds: the time of this attempt; DingTalk refuses one that is an hour off.
    /// - Returns: nil for the log.
    package init?(
        _ content: NotificationContent, to channel: NotificationChannel, key: String, unixMilliseconds: Int64
    ) throws {
        let title = NotificationText.title(of: content)
        let limit = channel.form.textLimit
        switch channel.form {
        case .log: return nil
        case .dingtalk:
            let text = NotificationText.markdown(of: content, limit: limit)
            self = try .robot(
                ["msgtype": .text("markdown"), "markdown": .object(["title": .text(title), "text": .text(text)])],
                channel,
                unixMilliseconds)
        case .dingtalkText:
            let text = NotificationText.text(of: content, limit: limit)
            self = try .robot(
                ["msgtype": .text("text"), "text": .object(["content": .text(text)])], channel, unixMilliseconds)
        case .wecom:
            let text = NotificationText.markdown(of: content, limit: limit)
            self = try .robot(
                ["msgtype": .text("markdown"), "markdown": .object(["content": .text(text)])], channel, unixMilliseconds
            )
        case .json:
            let body = try Self.encoder.encode(
                Message(
                    id: key, channel: channel.name, title: title,
                    text: NotificationText.text(of: content, limit: limit),
                    content: content))
            self.init(json: [UInt8](body), to: channel, key: key)
        }
    }

    /// A message that says that it is a test.
    package static func test(
        of channel: NotificationChannel, at time: String, key: String, unixMilliseconds: Int64
    ) throws -> WebhookRequest? {
        let title = "【\(NotificationText.keyword)测试】通知通道 \(channel.name)"
        let text = "\(title)\n\n这是一条测试消息，无需处理。\(time)"
        switch channel.form {
        case .log: return nil
        case .dingtalk:
            return try .robot(
                [
                    "msgtype": .text("markdown"),
                    "markdown": .object(["title": .text(title), "text": .text("### " + text)]),
                ],
                channel, unixMilliseconds)
        case .dingtalkText:
            return try .robot(
                ["msgtype": .text("text"), "text": .object(["content": .text(text)])], channel, unixMilliseconds)
        case .wecom:
            return try .robot(
                ["msgtype": .text("markdown"), "markdown": .object(["content": .text("### " + text)])], channel,
                unixMilliseconds)
        case .json:
            let body = try encoder.encode(
                Message(id: key, channel: channel.name, title: title, text: text, content: nil))
            return WebhookRequest(json: [UInt8](body), to: channel, key: key)
        }
    }

    /// What DingTalk's robot wants in the query: HMAC-SHA256 of time and secret under the secret, Base64, percent-encoded.
    static func dingtalkSignature(secret: String, unixMilliseconds: Int64) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Array("\(unixMilliseconds)\n\(secret)".utf8), using: SymmetricKey(data: Array(secret.utf8)))
        return Data(code).base64EncodedString().utf8.reduce(into: "") { text, byte in
            switch byte {
            case UInt8(ascii: "+"): text += "%2B"
            case UInt8(ascii: "/"): text += "%2F"
            case UInt8(ascii: "="): text += "%3D"
            default: text.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
    }

    // MARK: Bodies

    private enum JSON: Encodable {
        case text(String)
        case object([String: JSON])

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .text(let text): try text.encode(to: encoder)
            case .object(let members): try members.encode(to: encoder)
            }
        }
    }

    /// What a program gets.
    private struct Message: Encodable {
        let id: String
        let channel: String
        let title: String
        let text: String
        /// Null for a test.
        let content: NotificationContent?
    }

    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }

    private static func robot(
        _ body: [String: JSON], _ channel: NotificationChannel, _ unixMilliseconds: Int64
    ) throws -> WebhookRequest {
        var url = channel.url.value
        if let secret = channel.secret {
            let sign = dingtalkSignature(secret: secret.value, unixMilliseconds: unixMilliseconds)
            url += (url.contains("?") ? "&" : "?") + "timestamp=\(unixMilliseconds)&sign=\(sign)"
        }
        return WebhookRequest(
            url: Secret(url), headers: [("Content-Type", "application/json; charset=utf-8")],
            body: [UInt8](try encoder.encode(JSON.object(body))))
    }

    private init(json body: [UInt8], to channel: NotificationChannel, key: String) {
        var headers = [("Content-Type", "application/json; charset=utf-8"), ("Idempotency-Key", key)]
        if let secret = channel.secret {
            let code = HMAC<SHA256>.authenticationCode(for: body, using: SymmetricKey(data: Array(secret.value.utf8)))
            let hex = code.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            headers.append(("X-Qingyun-Signature", "sha256=" + hex))
        }
        self.init(url: channel.url, headers: headers.map { (name: $0.0, value: $0.1) }, body: body)
    }

    private init(url: Secret, headers: [(name: String, value: String)], body: [UInt8]) {
        self.url = url
        self.headers = headers
        self.body = body
    }
}
