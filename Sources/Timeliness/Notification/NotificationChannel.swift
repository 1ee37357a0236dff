import Foundation

/// Where messages go: a robot of a chat, a program, or the log.
package struct NotificationChannel: Sendable, Equatable {
    package enum Form: String, Sendable, CaseIterable {
        /// DingTalk's group robot (钉钉群机器人), markdown.
        case dingtalk
        /// The same, plain text.
        case dingtalkText = "dingtalk-text"
        /// WeCom's group robot (企业微信群机器人), markdown.
        case wecom
        /// A POST of JSON with an idempotency key.
        case json
        /// A line of this program's log.
        case log
    }

    package let name: String
    package let form: Form
    /// The robot's token stands in it, so it is a secret as a whole; empty for the log.
    let url: Secret
    /// What messages are signed with; nil: they are not.
    let secret: Secret?
    package let quietHours: QuietHours?
    /// Most messages in a minute; what is beyond it waits.
    package let perMinute: Int
    /// Most points that a message names; the others are counted.
    package let pointLimit: Int

    package init(
        name: String, form: Form, url: Secret = Secret(""), secret: Secret? = nil, quietHours: QuietHours? = nil,
        perMinute: Int? = nil, pointLimit: Int = 20
    ) {
        self.name = name
        self.form = form
        self.url = url
        self.secret = secret
        self.quietHours = quietHours
        self.perMinute = perMinute ?? form.usualPerMinute
        self.pointLimit = pointLimit
    }

    /// `text` without this channel's secrets: receivers quote what they were sent.
    func redacted(_ text: String) -> String {
        var secrets = [url.value] + addressSecrets
        if let secret { secrets.append(secret.value) }
        secrets += secrets.compactMap(\.removingPercentEncoding)
        // The longest first: what is left of a secret that a shorter one cut up would be shown.
        return Set(secrets).filter { $0.utf8.count >= 4 }.sorted { $0.utf8.count > $1.utf8.count }.reduce(text) {
            text, secret in
            text.split(separator: secret, omittingEmptySubsequences: false).joined(separator: "(secret)")
        }
    }

    /// Parts of the address that may be a token, and appear without the address around them: values of the query, user and password,
    /// and long parts of the path.
    private var addressSecrets: [String] {
        let address = url.value.firstRange(of: "://").map { url.value[$0.upperBound...] } ?? url.value[...]
        let halves = address.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let path = halves[0].split(separator: "/", omittingEmptySubsequences: false)
        var secrets = path.dropFirst().filter { $0.utf8.count >= 8 }
        if let authority = path.first, let at = authority.lastIndex(of: "@") {
            secrets.append(authority[..<at])
            secrets += authority[..<at].split(separator: ":", maxSplits: 1)
        }
        for pair in halves.dropFirst().first?.split(separator: "&") ?? [] {
            secrets += pair.split(separator: "=", maxSplits: 1).suffix(1)
        }
        return secrets.map(String.init)
    }
}

extension NotificationChannel.Form {
    /// Both robots stop listening for a while to who sends more than 20 messages a minute.
    var usualPerMinute: Int {
        switch self {
        case .dingtalk, .dingtalkText, .wecom: 20
        case .json, .log: 600
        }
    }

    /// Most bytes of a message's text in UTF-8 that the receiver takes.
    package var textLimit: Int {
        switch self {
        case .dingtalk, .dingtalkText: 18_000
        case .wecom: 4096
        case .json, .log: 65_536
        }
    }

    var needsURL: Bool { self != .log }
}
