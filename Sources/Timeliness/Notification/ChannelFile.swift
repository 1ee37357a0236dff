package import Operations
import Yams

/// Reads the file of channels and routes: docs/notifications.md.
package struct ChannelFile {
    private static let channelKeys = [
        "name", "form", "url", "url-file", "url-env", "secret", "secret-file", "secret-env", "quiet-hours",
        "per-minute",
        "points",
    ]
    private static let routeKeys = ["channels", "kinds", "streets", "events"]

    private let path: String
    private let environment: [String: String]
    private let contents: (String) throws -> String
    private var faults: [String] = []

    /// - Parameters:
    ///   - path: the file, for what is refused.
    ///   - environment: where secrets of `url-env` and `secret-env` are.
    ///   - contents: reads the files of `url-file` and `secret-file`.
    /// - Throws: ``SettingsError`` with everything that is wrong, a line each; no secret is in it.
    package static func parse(
        _ yaml: String, path: String, environment: [String: String], contents: @escaping (String) throws -> String
    ) throws(SettingsError) -> NotificationSetup {
        var file = ChannelFile(path: path, environment: environment, contents: contents)
        let setup = file.setup(yaml)
        guard let setup, file.faults.isEmpty else {
            throw SettingsError(description: file.faults.joined(separator: "\n"))
        }
        return setup
    }

    private init(path: String, environment: [String: String], contents: @escaping (String) throws -> String) {
        self.path = path
        self.environment = environment
        self.contents = contents
    }

    private mutating func setup(_ yaml: String) -> NotificationSetup? {
        let root: Node?
        do {
            root = try Yams.compose(yaml: yaml)
        } catch {
            // The error quotes the text around the fault, which may be a secret.
            refuse(nil, "this is no YAML, or a key stands twice", accepted: "a mapping with channels and routes")
            return nil
        }
        guard let root, let members = members(of: root, "the file", keys: ["channels", "routes"]) else { return nil }
        guard let list = members["channels"]?.sequence, !list.isEmpty else {
            refuse(members["channels"] ?? root, "there are no channels", accepted: "a list of channels")
            return nil
        }
        var channels: [NotificationChannel] = []
        var names: Set<String> = []
        for node in list {
            guard let channel = channel(node) else { continue }
            channels.append(channel)
            if !names.insert(channel.name).inserted {
                refuse(node, "two channels are called '\(channel.name)'", accepted: "a name of its own for each")
            }
        }
        let routes = members["routes"]?.sequence?.compactMap { route($0, channels: names) } ?? []
        if let node = members["routes"], node.sequence == nil { refuse(node, "routes is no list", accepted: "a list") }
        if faults.isEmpty, let node = members["routes"], !routes.isEmpty {
            for channel in channels where !routes.contains(where: { $0.channels.contains(channel.name) }) {
                refuse(
                    node, "no route goes to channel \(channel.name)",
                    accepted: "a route for every channel, or no routes")
            }
        }
        return NotificationSetup(channels: channels, routes: routes)
    }

    // MARK: Channels

    private mutating func channel(_ node: Node) -> NotificationChannel? {
        guard let members = members(of: node, "a channel", keys: Self.channelKeys) else { return nil }
        guard let name = members["name"]?.string, Self.isName(name) else {
            refuse(
                members["name"] ?? node, "a channel has no name",
                accepted: "name: 1 to 32 of a-z, 0-9, - and _, the first a letter")
            return nil
        }
        let forms = NotificationChannel.Form.allCases.map(\.rawValue).joined(separator: ", ")
        guard let form = members["form"]?.string.flatMap(NotificationChannel.Form.init) else {
            refuse(members["form"] ?? node, "channel \(name) has no form that is known", accepted: "form: \(forms)")
            return nil
        }
        let url = secret("url", of: name, in: members, at: node)
        if form.needsURL {
            guard let url, Self.isWebURL(url) else {
                refuse(
                    members["url"] ?? node, "channel \(name) has no address",
                    accepted: "one of url, url-file and url-env that gives http://... or https://...")
                return nil
            }
        }
        let secret = secret("secret", of: name, in: members, at: node)
        if secret != nil, form == .wecom || form == .log {
            refuse(node, "channel \(name) has a secret, which \(form.rawValue) does not use", accepted: "no secret")
        }
        var quietHours: QuietHours?
        if let quiet = members["quiet-hours"] {
            quietHours = quiet.string.flatMap { QuietHours($0) }
            if quietHours == nil {
                refuse(quiet, "quiet-hours of channel \(name) cannot be read", accepted: QuietHours.accepted)
            }
        }
        return NotificationChannel(
            name: name, form: form, url: Secret(url ?? ""), secret: secret.map(Secret.init), quietHours: quietHours,
            perMinute: integer("per-minute", of: name, in: members, 1...10_000),
            pointLimit: integer("points", of: name, in: members, 1...200) ?? 20)
    }

    /// A value that stands in the file, in a file of its own, or in the environment.
    private mutating func secret(_ key: String, of channel: String, in members: [String: Node], at node: Node)
        -> String?
    {
        let given = [key, key + "-file", key + "-env"].compactMap { name in members[name].map { (name, $0) } }
        guard let (name, value) = given.first else { return nil }
        guard given.count == 1 else {
            refuse(
                node, "channel \(channel) has its \(key) twice", accepted: "one of \(key), \(key)-file and \(key)-env")
            return nil
        }
        guard let text = value.string, !text.isEmpty else {
            refuse(value, "\(name) of channel \(channel) is empty", accepted: "a text")
            return nil
        }
        // What is refused names the key alone: the value may be a secret that stands under the wrong one.
        switch name {
        case key: return text
        case key + "-env":
            guard let found = environment[text], !found.isEmpty else {
                refuse(
                    value, "\(name) of channel \(channel) names no variable that is set",
                    accepted: "the name of a variable that is set")
                return nil
            }
            return found
        default:
            guard let read = try? contents(text) else {
                refuse(
                    value, "\(name) of channel \(channel) names no file that can be read",
                    accepted: "a file with one line")
                return nil
            }
            let lines = read.split(whereSeparator: \.isNewline)
            guard lines.count == 1, let line = lines.first else {
                refuse(
                    value, "\(name) of channel \(channel) names a file with \(lines.count) lines",
                    accepted: "a file with one line")
                return nil
            }
            return String(line)
        }
    }

    // MARK: Routes

    private mutating func route(_ node: Node, channels: Set<String>) -> NotificationRoute? {
        guard let members = members(of: node, "a route", keys: Self.routeKeys) else { return nil }
        guard let names = texts("channels", in: members), !names.isEmpty else {
            refuse(members["channels"] ?? node, "a route has no channels", accepted: "channels: a list of names")
            return nil
        }
        for name in names where !channels.contains(name) {
            refuse(
                node, "a route goes to '\(name)', which is no channel",
                accepted: channels.sorted().joined(separator: ", "))
        }
        for kind in texts("kinds", in: members) ?? [] where !NotificationText.kinds.contains(kind) {
            refuse(
                node, "a route wants '\(kind)', which is no kind of warning",
                accepted: NotificationText.kinds.joined(separator: ", "))
        }
        for event in texts("events", in: members) ?? []
        where !NotificationEvent.allCases.map(\.rawValue).contains(event) {
            refuse(
                node, "a route wants '\(event)', which is no event",
                accepted: NotificationEvent.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return NotificationRoute(
            channels: names, kinds: texts("kinds", in: members), streets: texts("streets", in: members),
            events: texts("events", in: members))
    }

    /// A list of texts; one may stand without a list.
    private mutating func texts(_ key: String, in members: [String: Node]) -> [String]? {
        guard let node = members[key] else { return nil }
        let values = (node.sequence.map(Array.init) ?? [node]).map(\.scalar?.string)
        guard values.allSatisfy({ $0?.isEmpty == false }) else {
            refuse(node, "\(key) holds something that is no text", accepted: "a list of texts")
            return nil
        }
        return values.compactMap(\.self)
    }

    // MARK: Nodes

    private mutating func members(of node: Node, _ what: String, keys: [String]) -> [String: Node]? {
        guard let mapping = node.mapping else {
            refuse(node, "\(what) is no mapping", accepted: "a mapping with \(keys.joined(separator: ", "))")
            return nil
        }
        var members: [String: Node] = [:]
        for (key, value) in mapping {
            let name = key.scalar?.string ?? ""
            if !keys.contains(name) { refuse(key, "\(what) has no '\(name)'", accepted: keys.joined(separator: ", ")) }
            members[name] = value
        }
        return members
    }

    private mutating func integer(
        _ key: String, of channel: String, in members: [String: Node], _ range: ClosedRange<Int>
    ) -> Int? {
        guard let node = members[key] else { return nil }
        guard let value = node.string.flatMap({ Int($0) }), range.contains(value) else {
            refuse(
                node, "\(key) of channel \(channel) is no number that fits",
                accepted: "a whole number from \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return value
    }

    private mutating func refuse(_ node: Node?, _ problem: String, accepted: String) {
        faults.append("\(path):\(node?.mark?.line ?? 1): \(problem); accepted: \(accepted)")
    }

    private static func isName(_ text: String) -> Bool {
        text.wholeMatch(of: /[a-z][a-z0-9_-]{0,31}/) != nil
    }

    private static func isWebURL(_ text: String) -> Bool {
        text.wholeMatch(of: /https?:\/\/[^\s\/?#]+([\/?][^\s#]*)?/) != nil
    }
}

extension Node {
    fileprivate var string: String? { scalar?.string }
}
