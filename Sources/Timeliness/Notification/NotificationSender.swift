package import Logging
package import Postgres
import ServiceLifecycle

/// Brings what is due to its channels: collects, groups, sends and notes what came of it.
package struct NotificationSender: Sendable {
    /// A group waits so long for others of its sort: a check raises the warnings of a window in one go.
    package static let gatherSeconds = 5

    let setup: NotificationSetup
    private let connection: PostgresConnection
    private let client: WebhookClient
    /// What this process is called in `ops.notification`.
    private let name: String
    private let retry: RetrySchedule
    private let logger: Logger
    private let clock: @Sendable (PostgresSession) throws -> OutboxTime

    /// - Parameter clock: the database's; tests have others.
    package init(
        _ setup: NotificationSetup, connection: PostgresConnection, client: WebhookClient, name: String,
        retry: RetrySchedule = RetrySchedule(), logger: Logger,
        clock: @escaping @Sendable (PostgresSession) throws -> OutboxTime = { try OutboxTime.now($0) }
    ) {
        self.setup = setup
        self.connection = connection
        self.client = client
        self.name = name
        self.retry = retry
        self.logger = logger
        self.clock = clock
    }

    /// What a round of a channel came to.
    package struct Round: Sendable, Equatable {
        package var sent = 0
        /// Not taken, and sent again later.
        package var postponed = 0
        package var failed = 0
        /// The channel keeps its quiet hours.
        package var isQuiet = false
        /// More is due than the channel takes in a minute.
        package var isRateLimited = false

        package init() {}
    }

    /// Notes what the channels are to hear of.
    package func collect() async throws {
        let (setup, clock) = (setup, clock)
        _ = try await connection.withSession { session in
            try session.transaction { session in
                let time = try clock(session)
                return try NotificationOutbox(session).collect(setup, at: time)?.items
            }
        }
    }

    /// Groups and sends everything that is due for a channel.
    /// - Parameter gatherSeconds: 0 for what is there now.
    /// - Throws: errors of the database, and `CancellationError`; a message that was under way then is sent again.
    package func serve(_ channel: NotificationChannel, gatherSeconds: Int) async throws -> Round {
        var round = Round()
        let (retry, name, clock) = (retry, name, clock)
        let (isQuiet, givenUp) = try await connection.withSession { session in
            try session.transaction { session in
                let time = try clock(session)
                let outbox = NotificationOutbox(session)
                let givenUp = try outbox.giveUp(channel, at: time, attempts: retry.attempts)
                guard channel.quietHours?.contains(minute: time.minuteOfDay) != true else {
                    try outbox.hold(channel, at: time)
                    return (true, givenUp)
                }
                try outbox.compose(for: channel, at: time, gatherSeconds: gatherSeconds)
                return (false, givenUp)
            }
        }
        round.isQuiet = isQuiet
        round.failed = givenUp.count
        for message in givenUp {
            NotificationMetrics.count(.failed, on: channel)
            logGivenUp(
                [
                    "notification.channel": "\(channel.name)", "notification.id": "\(message.id)",
                    "error": "\(message.outcome)",
                ])
        }
        guard !round.isQuiet else { return round }
        while !Task.isShuttingDownGracefully {
            let leaseEnd = ContinuousClock.now + .seconds(NotificationOutbox.leaseSeconds)
            let (time, next) = try await connection.withSession { session in
                try session.transaction { session in
                    let time = try clock(session)
                    return (
                        time,
                        try NotificationOutbox(session).claim(
                            for: channel, by: name, at: time, attempts: retry.attempts)
                    )
                }
            }
            switch next {
            case .nothing: return round
            case .rateLimited:
                round.isRateLimited = true
                return round
            case .quiet:
                round.isQuiet = true
                return round
            case .message(let claim):
                let delivery = try await send(claim, to: channel, at: time)
                let settlement = try await note(delivery, of: claim, to: channel, until: leaseEnd)
                switch settlement {
                case .sent: round.sent += 1
                case .again, .lost: round.postponed += 1
                case .failed: round.failed += 1
                }
                if case .unavailable = delivery { return round }
            }
        }
        return round
    }

    private func logGivenUp(_ metadata: Logger.Metadata) {
        logger.error("message given up; `qingyun-timeliness notify --retry` sends it again", metadata: metadata)
    }

    private func send(
        _ claim: NotificationOutbox.Claim, to channel: NotificationChannel, at time: OutboxTime
    ) async throws -> Delivery {
        guard
            let request = try WebhookRequest(
                claim.content, to: channel, key: claim.key, unixMilliseconds: time.unixMilliseconds)
        else {
            logger.notice(
                "warnings",
                metadata: [
                    "notification.channel": "\(channel.name)", "notification.id": "\(claim.id)",
                    "notification.text": "\(NotificationText.text(of: claim.content, limit: channel.form.textLimit))",
                ])
            return .delivered
        }
        switch try await client.post(request, to: channel) {
        case .success(let answer): return answer.delivery(to: channel)
        case .failure(let failure): return .unavailable(failure.reason)
        }
    }

    /// - Parameter leaseEnd: so long is tried again, for what is not noted is sent twice.
    private func note(
        _ delivery: Delivery, of claim: NotificationOutbox.Claim, to channel: NotificationChannel,
        until leaseEnd: ContinuousClock.Instant
    ) async throws -> NotificationOutbox.Settlement {
        let (retry, name, clock) = (retry, name, clock)
        let jitter = Double.random(in: 0..<1)
        var noted: NotificationOutbox.Settlement?
        while noted == nil {
            do {
                noted = try await connection.withSession { session in
                    try session.transaction { session in
                        try NotificationOutbox(session).settle(
                            claim, by: name, delivery, on: channel, at: try clock(session), retry: retry, jitter: jitter
                        )
                    }
                }
            } catch let error as PostgresError {
                guard ContinuousClock.now < leaseEnd else { throw error }
                try await Task.sleep(for: .seconds(1))
            }
        }
        guard let settlement = noted else { throw CancellationError() }
        NotificationMetrics.count(settlement, on: channel)
        var metadata: Logger.Metadata = [
            "notification.channel": "\(channel.name)", "notification.id": "\(claim.id)",
            "notification.attempt": "\(claim.attempt)",
        ]
        switch delivery {
        case .delivered: break
        case .failed(let reason, _), .unavailable(let reason, _), .refused(let reason):
            metadata["error"] = "\(reason)"
        }
        switch settlement {
        case .sent: logger.debug("message sent", metadata: metadata)
        case .again(let seconds):
            metadata["notification.again_in_s"] = "\(Int(seconds))"
            logger.warning("message not taken, sent again", metadata: metadata)
        case .failed:
            logGivenUp(metadata)
        case .lost:
            logger.error("message took longer than its lease: it may arrive twice", metadata: metadata)
        }
        return settlement
    }
}
