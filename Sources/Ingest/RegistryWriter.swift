import JTT808
import Logging
import Postgres
import Registry
import Synchronization

/// Writes to the registry for the gateway: new terminals under policy `open`, and what terminals report about themselves.
///
/// Requests gather while a transaction runs and go together in the next one, so that ten thousand terminals that come back at
/// once cost a few commits and not ten thousand. The two kinds have a connection each: a row that somebody holds locked
/// delays reports, and never a terminal that waits to be entered.
final class RegistryWriter: Sendable {
    /// Gets the terminal, or nil when it was not entered: too many wait, or the gateway ends.
    typealias Entered = @Sendable (Terminal?) -> Void

    private struct Report: Sendable {
        let terminalID: Int64
        let facts: ReportedFacts
    }

    private static let mostWaiting = 100_000
    private static let firstPause: Duration = .milliseconds(100)
    private static let longestPause: Duration = .seconds(5)

    private let database: PostgresConfiguration
    private let logger: Logger
    private let entries = Mutex<[TerminalNumber: [Entered]]>([:])
    private let reports = Mutex<[TerminalNumber: Report]>([:])
    private let entrySignal = Signal()
    private let reportSignal = Signal()

    init(database: PostgresConfiguration, logger: Logger) {
        self.database = database
        self.logger = logger
    }

    func enter(_ number: TerminalNumber, completion: @escaping Entered) {
        let hasRoom = entries.withLock { entries in
            guard entries.count < Self.mostWaiting else { return false }
            entries[number, default: []].append(completion)
            return true
        }
        if hasRoom { entrySignal.give() } else { completion(nil) }
    }

    /// Dropped when too many wait: the terminal reports again when it registers again.
    func record(_ facts: ReportedFacts, of number: TerminalNumber, terminalID: Int64) {
        reports.withLock { reports in
            guard reports.count < Self.mostWaiting else { return }
            let earlier = reports[number]?.facts ?? ReportedFacts()
            reports[number] = Report(terminalID: terminalID, facts: facts.completed(by: earlier))
        }
        reportSignal.give()
    }

    /// Writes until the task is cancelled; whoever waits then is told that nothing was entered.
    func run() async {
        await withDiscardingTaskGroup { group in
            group.addTask { await self.enterTerminals() }
            group.addTask { await self.recordReports() }
        }
    }

    private func enterTerminals() async {
        let connection = PostgresConnection(configuration: database, logger: logger)
        for await _ in entrySignal.times {
            let taken = take(entries)
            let numbers = taken.keys.map(\.description)
            guard !numbers.isEmpty else { continue }
            let terminals = await untilDone("new terminals not entered", count: numbers.count, over: connection) {
                try TerminalRegistry($0).enterUnclaimed(numbers)
            }
            var left = taken
            for terminal in terminals ?? [] {
                guard let number = TerminalNumber(terminal.number) else { continue }
                for completion in left.removeValue(forKey: number) ?? [] { completion(terminal) }
            }
            for completion in left.values.joined() { completion(nil) }
        }
        for completion in take(entries).values.joined() { completion(nil) }
        await connection.close()
    }

    private func recordReports() async {
        let connection = PostgresConnection(configuration: database, logger: logger)
        for await _ in reportSignal.times {
            let taken = Array(take(reports).values)
            guard !taken.isEmpty else { continue }
            _ = await untilDone("terminals' own reports not kept", count: taken.count, over: connection) {
                try TerminalRegistry($0).record(taken.map { ($0.terminalID, $0.facts) })
            }
        }
        await connection.close()
    }

    private func take<Value>(_ waiting: borrowing Mutex<[TerminalNumber: Value]>) -> [TerminalNumber: Value]
    where Value: Sendable {
        waiting.withLock { waiting in
            defer { waiting = [:] }
            return waiting
        }
    }

    /// Tries again while a later attempt may succeed; nil when none may, or when the task is cancelled.
    private func untilDone<Result: Sendable>(
        _ failure: Logger.Message, count: Int, over connection: PostgresConnection,
        _ body: @escaping @Sendable (PostgresSession) throws -> Result
    ) async -> Result? {
        var pause = Self.firstPause
        while true {
            do {
                return try await connection.withSession { try body($0) }
            } catch {
                guard !Task.isCancelled else { return nil }
                let isTransient = (error as? PostgresError)?.isTransient ?? false
                logger.warning(
                    failure,
                    metadata: ["error": "\(error)", "terminals": "\(count)", "tried_again": "\(isTransient)"])
                guard isTransient, (try? await Task.sleep(for: pause)) != nil else { return nil }
                pause = min(pause * 2, Self.longestPause)
            }
        }
    }
}
