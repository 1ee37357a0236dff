import Downlink
import JTT808
package import Logging
import NIOCore
import Operations
package import Postgres
import ServiceLifecycle
import Telemetry

/// Sends the commands of `ops.command` to the terminals that are connected here, and records what becomes of them.
///
/// Woken by notifications, by terminals that connect and by answers; a timer makes lost notifications good and ends what nobody
/// else does. Nothing here is on the way of telemetry: while PostgreSQL is away, commands wait.
package struct DownlinkService: Service {
    /// Commands past their time, and those whose gateway died, are looked for so often.
    private static let sweepInterval: Duration = .seconds(2)
    /// A lost notification is made good after so long.
    private static let refreshInterval: Duration = .seconds(30)
    private static let pauseAfterFailure: Duration = .seconds(2)
    /// At the end, for what the closing connections tell.
    private static let lastLimit: Duration = .seconds(3)

    private let mailbox: DownlinkMailbox
    private let directory: TerminalDirectory
    private let database: PostgresConfiguration
    /// What this gateway is called in `ops.command`.
    private let name: String
    private let logger: Logger
    private let metrics = CommandMetrics()

    package init(
        mailbox: DownlinkMailbox, directory: TerminalDirectory, database: PostgresConfiguration, name: String,
        logger: Logger
    ) {
        self.mailbox = mailbox
        self.directory = directory
        self.database = database
        self.name = name
        self.logger = logger
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                // The directory tells once that the schema is there.
                guard (try? await directory.loaded.wait()) != nil else { return }
                group.addTask { await follow() }
                group.addTask { await sweep() }
                group.addTask { await work() }
            }
        }
        // The connections are closed by now: what they lost waits for another gateway.
        let connection = PostgresConnection(configuration: database, logger: logger)
        let last = mailbox.take()
        if !last.events.isEmpty {
            let outcomes = try? await connection.withSession(limit: Self.lastLimit) { try record(last.events, $0) }
            for outcome in outcomes ?? [] { metrics.count(outcome) }
            await connection.close()
        }
    }

    // MARK: What wakes it

    /// Follows the notifications, for ever.
    private func follow() async {
        let connection = PostgresConnection(configuration: database, logger: logger)
        while !Task.isCancelled {
            do {
                try await connection.withSession { try $0.listen(CommandQueue.changeChannel) }
                mailbox.lookAtAll()
                var refresh = ContinuousClock.now + Self.refreshInterval
                while true {
                    try Task.checkCancellation()
                    let changes = try await connection.withSession { session in
                        try session.waitForNotifications(timeoutMilliseconds: 250)
                    }
                    // Who notifies by hand need not know the terminal's id.
                    let terminals = changes.map { Int64($0.payload) }
                    if terminals.contains(nil) || ContinuousClock.now >= refresh {
                        mailbox.lookAtAll()
                        refresh = ContinuousClock.now + Self.refreshInterval
                    } else if !terminals.isEmpty {
                        mailbox.look(at: terminals.compactMap { $0 })
                    }
                }
            } catch {
                // What is wrong is said by the worker, which has the same obstacle.
                guard !Task.isCancelled, (try? await Task.sleep(for: Self.pauseAfterFailure)) != nil else { break }
            }
        }
        await connection.close()
    }

    private func sweep() async {
        let connection = PostgresConnection(configuration: database, logger: logger)
        while !Task.isCancelled {
            // What is wrong is said by the worker, as above.
            let ended = try? await connection.withSession { try CommandQueue($0).sweep() }
            for event in (ended ?? []).compactMap(CommandMetrics.Event.init) { metrics.count(event) }
            try? await Task.sleep(for: Self.sweepInterval)
        }
        await connection.close()
    }

    // MARK: Work

    private func work() async {
        let connection = PostgresConnection(configuration: database, logger: logger)
        var lastObstacle = ""
        for await _ in mailbox.signal.times {
            var work = mailbox.take()
            guard !work.isEmpty else { continue }
            do {
                try await perform(&work, over: connection)
                if !lastObstacle.isEmpty { logger.info("commands to terminals are handled again") }
                lastObstacle = ""
            } catch {
                guard !Task.isCancelled else {
                    mailbox.giveBack(work)
                    break
                }
                let obstacle = "\(error)"
                if obstacle != lastObstacle {
                    logger.error("commands to terminals not handled, tried again", metadata: ["error": "\(obstacle)"])
                }
                lastObstacle = obstacle
                mailbox.giveBack(work)
                try? await Task.sleep(for: Self.pauseAfterFailure)
                mailbox.signal.give()
            }
        }
        await connection.close()
    }

    /// Takes away from `work` what is done.
    private func perform(_ work: inout DownlinkMailbox.Work, over connection: PostgresConnection) async throws {
        let events = work.events
        if !events.isEmpty { try await record(events, over: connection) }
        // A connection that had no room may have some now.
        work.terminals.formUnion(events.map(\.key.terminalID))
        work.events = []
        if work.isAll {
            let terminals = try await connection.withSession { try CommandQueue($0).waitingTerminals() }
            mailbox.isWaiting(onlyFor: terminals)
            work.terminals.formUnion(terminals)
            work.isAll = false
        }
        // Before it is asked who is here: who comes in between is told of, then.
        mailbox.isWaiting(for: work.terminals)
        let terminals = work.terminals
        let waiting = try await connection.withSession { try CommandQueue($0).waiting(for: terminals) }
        mailbox.isNotWaiting(for: terminals.subtracting(waiting.map(\.key.terminalID)))
        for command in waiting { try await send(command, over: connection) }
        work.terminals = []
    }

    /// All in one transaction; when PostgreSQL does not take that for good, each for itself, so that one costs itself alone.
    private func record(_ events: [CommandEvent], over connection: PostgresConnection) async throws {
        do {
            for outcome in try await connection.withSession({ try record(events, $0) }) { metrics.count(outcome) }
        } catch let error as PostgresError where !error.isTransient {
            for event in events {
                do {
                    let outcomes = try await connection.withSession { try record([event], $0) }
                    for outcome in outcomes { metrics.count(outcome) }
                } catch let error as PostgresError where !error.isTransient {
                    logger.error(
                        "what became of a command is not recorded",
                        metadata: ["command": "\(event.key.commandID)", "error": "\(error)"])
                }
            }
        }
    }

    /// - Returns: what they come to, to be counted once they are durable.
    private func record(_ events: [CommandEvent], _ session: PostgresSession) throws -> [CommandMetrics.Event] {
        try session.transaction { session in
            let queue = CommandQueue(session)
            return try events.compactMap { event in
                switch event.kind {
                case .answered(let messageID, let result, let body, let edition, let at):
                    let answer = CommandAnswer(
                        messageID, body: body.readableBytesSpan, result: result, edition: edition)
                    return try queue.answered(
                        event.key, answer, result: result, body: Array(body.readableBytesView),
                        answeredAt: at.microseconds
                    ).map(CommandMetrics.Event.init(answered:))
                case .resent(let waitSeconds):
                    try queue.resent(event.key, gateway: name, waitSeconds: waitSeconds)
                    return .sentAgain
                case .timedOut(let reason):
                    return try queue.timedOut(event.key, because: reason).flatMap(CommandMetrics.Event.init)
                case .lost: return try queue.lost(event.key, gateway: name).flatMap(CommandMetrics.Event.init)
                }
            }
        }
    }

    /// Reserves serials on the connection, takes the command in the database, then sends it: the terminal cannot answer before
    /// the row says with which serial it was sent, and no other gateway sends it too.
    private func send(_ command: CommandQueue.Waiting, over connection: PostgresConnection) async throws {
        guard let holder = mailbox.presence.holder(of: command.number) else { return }
        let order: CommandOrder
        do {
            order = try self.order(command, to: holder.address)
        } catch {
            let state = try await connection.withSession {
                try CommandQueue($0).refused(command.key, because: error.description)
            }
            if state == .refused { metrics.count(.refused) }
            return
        }
        let loop = holder.lane.eventLoop
        let reserved = try await loop.submit { holder.session?.reserve(order) }.get()
        guard let serial = reserved ?? nil else { return }
        let isClaimed: Bool
        do {
            isClaimed = try await connection.withSession { [name, wait = mailbox.schedule.timeoutSeconds] session in
                try CommandQueue(session).claim(
                    command.key, gateway: name, messageID: order.message.id, serial: serial, waitSeconds: wait)
            }
        } catch {
            // Claimed or not, nobody knows: it is not sent, and ends as that of a gateway that died.
            try? await loop.submit { holder.session?.withdraw(order) }.get()
            throw error
        }
        guard isClaimed else {
            try await loop.submit { holder.session?.withdraw(order) }.get()
            return
        }
        let isSent = try await loop.submit { holder.session?.send(order) ?? false }.get()
        if isSent {
            metrics.count(.sent)
        } else {
            try await connection.withSession { [name] in try CommandQueue($0).release(command.key, gateway: name) }
            // It may be on another connection already.
            mailbox.look(at: [command.key.terminalID])
        }
    }

    private func order(_ command: CommandQueue.Waiting, to address: TerminalAddress) throws(CommandError)
        -> CommandOrder
    {
        let content = try CommandContent(kind: command.kind, arguments: command.arguments)
        // What the header says is sure; 2011 and 2013 have the same one.
        let edition: Edition =
            address.form == .short && command.protocolVersion == Edition.edition2011.rawValue
            ? .edition2011 : address.form.likelyEdition
        return CommandOrder(
            commandID: command.key.commandID, terminalID: command.key.terminalID, address: address,
            kind: content.kind, message: try content.message(for: edition), edition: edition)
    }
}
