import Logging
import Metrics
import Postgres
import ServiceLifecycle
import Synchronization
import Telemetry
import TelemetryStore

/// Writes down when terminals came and went. Nothing is promised about it: data never wait for it, and what PostgreSQL does not take
/// in time is counted and let go.
final class ConnectionRegister: Service {
    private static let mostWaiting = 100_000
    /// Written at once: no more than a busy server takes within the limit.
    private static let mostWritten = 5_000
    /// Events gather meanwhile: ten thousand terminals that come back cost a transaction a second.
    private static let pause: Duration = .seconds(1)
    private static let pauseAfterFailure: Duration = .seconds(5)
    /// When the gateway stops, and for a server that does not answer.
    private static let limit: Duration = .seconds(2)

    private let database: PostgresConfiguration
    private let logger: Logger
    private let waiting = Mutex<[ConnectionEvent]>([])
    private let isEnding = Mutex(false)
    private let signal = Signal()
    private let lost = Counter(label: "qingyun_connection_events_lost_total")

    init(database: PostgresConfiguration, logger: Logger) {
        self.database = database
        self.logger = logger
    }

    /// On any thread; never waits.
    func note(_ event: ConnectionEvent) {
        let hasRoom = waiting.withLock { waiting in
            guard waiting.count < Self.mostWaiting else { return false }
            waiting.append(event)
            return true
        }
        if hasRoom { signal.give() } else { lost.increment() }
    }

    /// Writes until the gateway stops, and then once more.
    func run() async {
        let connection = PostgresConnection(configuration: database, logger: logger)
        await withGracefulShutdownHandler {
            for await _ in signal.times {
                let isLast = isEnding.withLock { $0 }
                let pause = await writeWaiting(over: connection, isLast: isLast)
                if isLast || Task.isCancelled { break }
                try? await Task.sleep(for: pause)
                // What came during a pause that followed a failure has given its sign, what failed has not.
                if waiting.withLock({ !$0.isEmpty }) { signal.give() }
            }
        } onGracefulShutdown: {
            self.isEnding.withLock { $0 = true }
            self.signal.give()
        }
        await connection.close()
    }

    private func writeWaiting(over connection: PostgresConnection, isLast: Bool) async -> Duration {
        let events = waiting.withLock { waiting in
            let events = Array(waiting.prefix(isLast ? Self.mostWaiting : Self.mostWritten))
            waiting.removeFirst(events.count)
            return events
        }
        guard !events.isEmpty else { return .zero }
        do {
            try await connection.withSession(limit: Self.limit) { try Self.write(events, over: $0) }
            return waiting.withLock { $0.count } < Self.mostWritten ? Self.pause : .zero
        } catch {
            let isTriedAgain = ((error as? PostgresError)?.isTransient ?? false) && !isLast
            if isTriedAgain {
                let over = waiting.withLock { waiting in
                    waiting = events + waiting
                    let over = max(0, waiting.count - Self.mostWaiting)
                    waiting.removeLast(over)
                    return over
                }
                lost.increment(by: over)
            } else {
                lost.increment(by: events.count)
            }
            logger.warning(
                "comings and goings of terminals not written",
                metadata: ["error": "\(error)", "events": "\(events.count)", "tried_again": "\(isTriedAgain)"])
            return Self.pauseAfterFailure
        }
    }

    private static func write(_ events: [ConnectionEvent], over session: PostgresSession) throws {
        do {
            try insert(events, over: session)
        } catch let error as PostgresError where error.isMissingPartition {
            for day in Set(events.map(\.happenedAt.localDay)) {
                _ = try PartitionCatalog(session).ensure(from: day, through: day)
            }
            try insert(events, over: session)
        }
    }

    private static func insert(_ events: [ConnectionEvent], over session: PostgresSession) throws {
        // Numbers, addresses and labels: nothing that an array literal would have to quote.
        let array = { (value: (ConnectionEvent) -> String) in
            PostgresValue.text("{" + events.map(value).joined(separator: ",") + "}")
        }
        _ = try session.query(
            """
            INSERT INTO telemetry.connection_event (terminal_id, happened_at, event, peer, reason)
            SELECT e.terminal_id, timestamptz 'epoch' + e.microseconds * interval '1 microsecond', e.event, e.peer, e.reason
            FROM unnest($1::bigint[], $2::bigint[], $3::smallint[], $4::text[], $5::text[])
                AS e (terminal_id, microseconds, event, peer, reason)
            ON CONFLICT DO NOTHING
            """,
            [
                array { String($0.terminalID) }, array { String($0.happenedAt.microseconds) },
                array { String($0.kind.rawValue) }, array { $0.peer }, array { $0.reason ?? "NULL" },
            ])
    }
}
