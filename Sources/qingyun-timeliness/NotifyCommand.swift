import ArgumentParser
import CommandSupport
import Foundation
import Logging
import Operations
import Postgres
import Timeliness

struct NotifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notify",
        abstract: "Send the messages about warnings (通知) that are due, once; `run` does so all the time.",
        discussion: """
            docs/notifications.md says how channels are set up. Exit status: 0 when nothing was refused, 1 when a message was not taken or \
            a test failed, 64 for wrong options or a wrong file of channels, 69 without a database.
            """)

    @Flag(help: "Send a message that is marked as a test to every channel, and print what the receivers answered.")
    var test = false
    @Flag(help: "Tell anew first what was given up in the last three days.")
    var retry = false
    @Flag(help: "Only show what would be sent.")
    var dryRun = false
    @OptionGroup var channels: ChannelOptions
    @OptionGroup var database: DatabaseOptions

    func validate() throws {
        if test, retry || dryRun { throw ValidationError("--test stands alone: it has nothing to do with the queue") }
    }

    func run() async throws {
        let setup = try await channels.setup(config: database.config)
        guard !setup.channels.isEmpty else {
            throw failure("there are no channels; accepted: --notify-channels FILE", status: ExitStatus.usage)
        }
        if test {
            try await runTest(setup)
        } else if dryRun {
            try await show(setup)
        } else {
            try await send(setup)
        }
    }

    // MARK: Test

    private func runTest(_ setup: NotificationSetup) async throws {
        let client = WebhookClient()
        var failures = 0
        for channel in setup.channels {
            let now = Date()
            let request = try WebhookRequest.test(
                of: channel, at: now.formatted(.iso8601), key: UUID().uuidString.lowercased(),
                unixMilliseconds: Int64(now.timeIntervalSince1970 * 1000))
            guard let request else {
                LogSetup.logger(label: "qingyun-timeliness", level: .info).notice(
                    "this is a test", metadata: ["notification.channel": "\(channel.name)"])
                print("\(channel.name) (\(channel.form.rawValue)): written to the log")
                continue
            }
            let verdict: String
            switch try await client.post(request, to: channel) {
            case .failure(let failure):
                failures += 1
                verdict = failure.reason
            case .success(let answer):
                let text = answer.text(channel)
                if answer.delivery(to: channel) == .delivered {
                    verdict = "taken: HTTP status \(answer.status) \(text)"
                } else {
                    failures += 1
                    verdict = "not taken: HTTP status \(answer.status) \(text)"
                }
            }
            print("\(channel.name) (\(channel.form.rawValue)): \(TextTable.harmless(verdict).trimmedAtTheEnd)")
        }
        if failures > 0 {
            throw failure("\(failures) of \(setup.channels.count) channels did not take the test", status: 1)
        }
    }

    // MARK: Dry run

    private struct DryRun: Error { let lines: [String] }

    private func show(_ setup: NotificationSetup) async throws {
        let isRetried = retry
        let lines = try await database.withSession { session -> [String] in
            do {
                return try session.transaction { session in
                    let time = try OutboxTime.now(session)
                    let outbox = NotificationOutbox(session)
                    if isRetried { _ = try outbox.retryFailed(at: time) }
                    _ = try outbox.collect(setup, at: time)
                    var lines: [String] = []
                    for channel in setup.channels {
                        if let quiet = channel.quietHours, quiet.contains(minute: time.minuteOfDay) {
                            lines.append("\(channel.name): quiet until the end of \(quiet); what waits is grouped then")
                        } else {
                            _ = try outbox.compose(for: channel, at: time, gatherSeconds: 0)
                        }
                    }
                    for message in try outbox.unsent() {
                        guard let channel = setup.channel(message.channel) else {
                            lines.append("\(message.channel): is no channel any more; a message waits for it")
                            continue
                        }
                        lines.append(
                            "\(channel.name) (\(channel.form.rawValue)), due \(message.due), attempts \(message.attempts):"
                        )
                        lines += NotificationText.text(of: message.content, limit: channel.form.textLimit)
                            .split(separator: "\n").map { "    " + $0 }
                    }
                    throw DryRun(lines: lines)
                }
            } catch let dryRun as DryRun {
                return dryRun.lines
            }
        }
        for line in lines { print(TextTable.harmless(line)) }
        print(lines.isEmpty ? "nothing is due" : "nothing was sent: this was a dry run")
    }

    // MARK: Sending

    private func send(_ setup: NotificationSetup) async throws {
        if retry {
            let again = try await database.withSession { session in
                try NotificationOutbox(session).retryFailed(at: try OutboxTime.now(session))
            }
            print("\(again) \(again == 1 ? "message" : "messages") taken apart, to be told anew")
        }
        // Every failure is in the summary below; the details go to the log.
        let logger = LogSetup.logger(label: "qingyun-timeliness", level: .notice)
        let connection = PostgresConnection(configuration: try await database.configuration(), logger: logger)
        let client = WebhookClient()
        let sender = NotificationSender(
            setup, connection: connection, client: client, name: InstanceName.make(), logger: logger)
        var isRefused = false
        do {
            try await sender.collect()
            // Each for itself: one that does not answer must not keep the others waiting.
            let rounds = try await withThrowingTaskGroup { group in
                for channel in setup.channels {
                    group.addTask { (channel.name, try await sender.serve(channel, gatherSeconds: 0)) }
                }
                return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }
            for channel in setup.channels {
                guard let round = rounds[channel.name] else { continue }
                isRefused = isRefused || round.postponed + round.failed > 0
                var line = "\(channel.name): \(round.sent) sent, \(round.postponed) not taken, \(round.failed) given up"
                if round.isQuiet { line += "; quiet hours" }
                if round.isRateLimited { line += "; the rest waits for the next minute" }
                print(line)
            }
        } catch let error as PostgresError {
            throw failure("\(error)", status: error.isTransient ? ExitStatus.unavailable : ExitStatus.software)
        }
        await connection.close()
        if isRefused { throw ExitCode(1) }
    }
}

/// Which channels there are.
struct ChannelOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "YAML file of channels and routes for messages. (default: $QINGYUN_NOTIFY_CHANNELS, else none)",
            valueName: "file"))
    var notifyChannels: String?

    /// - Parameter config: the file of settings, which may name the file of channels.
    func setup(config: String?) async throws -> NotificationSetup {
        let environment = ProcessInfo.processInfo.environment
        do {
            let settings = try await Settings(
                flags: notifyChannels.map { ["notify-channels": $0] } ?? [:], environment: environment, filePath: config
            )
            guard let path = try settings.textIfPresent("notify-channels") else { return .none }
            guard let yaml = try? String(contentsOfFile: path, encoding: .utf8) else {
                throw SettingsError(
                    description:
                        "QINGYUN_NOTIFY_CHANNELS (--notify-channels): \(path) cannot be read; accepted: a YAML file in UTF-8"
                )
            }
            return try ChannelFile.parse(yaml, path: path, environment: environment) { path in
                try String(contentsOfFile: path, encoding: .utf8)
            }
        } catch let error as SettingsError {
            throw failure(error.description, status: ExitStatus.usage)
        }
    }
}
