import Foundation

/// What came of sending a message once.
package enum Delivery: Sendable, Equatable {
    /// The receiver has it.
    case delivered
    /// The receiver does not have it, or nobody knows. One line, without secrets.
    /// - Parameter retryAfter: seconds that the receiver asked to be left alone.
    case failed(String, retryAfter: Double? = nil)
    /// The same, and others need not be tried just now: it does not answer, or wants to be left alone.
    case unavailable(String, retryAfter: Double? = nil)
    /// The receiver will never take it. One line, without secrets.
    case refused(String)
}

/// What a receiver answered.
package struct WebhookAnswer: Sendable, Equatable {
    package let status: Int
    /// Value of `Retry-After` in seconds.
    package var retryAfter: Double?
    /// The beginning of the body.
    package let body: [UInt8]

    package init(status: Int, retryAfter: Double? = nil, body: [UInt8]) {
        self.status = status
        self.retryAfter = retryAfter
        self.body = body
    }

    /// A robot says whether it took the message by `errcode`, and status 200 alone means nothing; a program by its status.
    package func delivery(to channel: NotificationChannel) -> Delivery {
        guard (200...299).contains(status) else {
            let reason = line("HTTP status \(status)", channel)
            return switch status {
            case 429: .unavailable(reason, retryAfter: retryAfter)
            case 400, 404, 410, 413: .refused(reason)
            default: .failed(reason, retryAfter: retryAfter)
            }
        }
        switch channel.form {
        case .json, .log: return .delivered
        case .dingtalk, .dingtalkText, .wecom:
            guard let answer = try? JSONDecoder().decode(RobotAnswer.self, from: Data(body)) else {
                return .failed(line("HTTP status \(status), but no errcode", channel))
            }
            guard answer.errcode != 0 else { return .delivered }
            let reason = line("errcode \(answer.errcode)", channel)
            // DingTalk takes nothing for ten minutes from who was too fast.
            return answer.isTooFast
                ? .unavailable(reason, retryAfter: channel.form == .wecom ? 60 : 600) : .failed(reason)
        }
    }

    /// The body in one line of at most 300 characters, without the channel's secrets, and harmless to a screen.
    package func text(_ channel: NotificationChannel) -> String {
        let text = channel.redacted(String(decoding: body, as: UTF8.self))
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.prefix(300).map {
                    [.control, .format, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory)
                        ? " " : $0
                }))
    }

    private func line(_ what: String, _ channel: NotificationChannel) -> String {
        let text = text(channel)
        return text.isEmpty ? what : "\(what): \(text)"
    }

    private struct RobotAnswer: Decodable {
        let errcode: Int

        /// DingTalk's 130101 and 410100, WeCom's 45009: more than 20 messages a minute.
        var isTooFast: Bool { [130101, 410100, 45009].contains(errcode) }
    }
}
