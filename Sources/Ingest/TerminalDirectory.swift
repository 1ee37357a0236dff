package import DeviceProfile
package import JTT808
package import Logging
package import Operations
package import Postgres
package import Registry
import Schema
import ServiceLifecycle
import Synchronization

/// The registry's terminals in memory: every gateway decides about a terminal without asking the database.
///
/// Loaded whole at the start, again whenever somebody notifies of a change, and on a timer in case a notification was lost.
package final class TerminalDirectory: Service {
    /// What the registry says about a number under this gateway's policy.
    package enum Admission: Sendable, Equatable {
        case admitted(Entry)
        /// In the registry, but suspended, retired or not claimed.
        case refused
        case unknown
        /// Not in the registry, and the policy lets it in: ``enter(_:completion:)``.
        case mustEnter
    }

    /// What a session must know of a terminal that is admitted.
    package struct Entry: Sendable, Equatable {
        package let terminalID: Int64
        package let needsCode: Bool
        /// The edition of JT/T 808 that it last registered with; nil: it never did.
        package let edition: Edition?
        /// Its profile's place in ``TerminalDirectory/profiles``.
        package let profile: Int

        init(_ terminal: Terminal, profile: Int) {
            terminalID = terminal.id
            needsCode = terminal.authentication == .code
            edition = terminal.reported.protocolVersion.flatMap(Edition.init)
            self.profile = profile
        }
    }

    /// What was read of the registry.
    private struct State {
        var terminals: [TerminalNumber: Terminal] = [:]
        var codes = AuthenticationCodes([])
        var scales = ScaleDirectory()
        /// What ``scales`` was made of.
        var scalesRead: [Scale] = []
    }

    private static let readinessName = "registry"
    /// A lost notification is made good after so long.
    private static let refreshInterval: Duration = .seconds(30)
    /// Changes are gathered for so long, so that an import of ten thousand rows is one reload.
    private static let quietInterval: Duration = .milliseconds(200)
    private static let longestPause: Duration = .seconds(5)

    /// Opens when the registry was read for the first time.
    package let loaded = Gate()
    /// What the registry's profiles mean.
    let profiles: ProfileCatalog
    private let unknownProfiles = UnknownProfiles()
    private let policy: RegistrationPolicy
    private let database: PostgresConfiguration
    private let readiness: Readiness
    private let logger: Logger
    private let state = Mutex(State())
    private let changes = Atomic<UInt64>(0)
    private let writer: RegistryWriter
    private let cache: RegistryCache?

    /// - Parameter cache: where to keep what was read, for a start while PostgreSQL is away; nil: nowhere.
    package init(
        policy: RegistrationPolicy, database: PostgresConfiguration, profiles: ProfileCatalog = .standard,
        cache: RegistryCache? = nil, readiness: Readiness, logger: Logger
    ) {
        self.profiles = profiles
        self.cache = cache
        self.policy = policy
        self.database = database
        self.readiness = readiness
        self.logger = logger
        writer = RegistryWriter(database: database, logger: logger)
        readiness.isBlocked(Self.readinessName, because: "not read yet")
    }

    // MARK: Asked from the event loops

    /// Grows with every change: what a session remembers of an older one must be asked for again.
    @inline(__always)
    package var generation: UInt64 { changes.load(ordering: .relaxed) }

    package func admission(of number: TerminalNumber) -> Admission {
        guard let terminal = state.withLock({ $0.terminals[number] }) else {
            return policy == .open ? .mustEnter : .unknown
        }
        return admission(of: terminal)
    }

    package var scales: ScaleDirectory { state.withLock { $0.scales } }

    package var codes: AuthenticationCodes { state.withLock { $0.codes } }

    /// Enters a number as `unclaimed`.
    /// - Parameter completion: gets what the registry says now and its generation; nil when the number was not entered, and
    ///   the terminal will try again.
    package func enter(_ number: TerminalNumber, completion: @escaping @Sendable (Admission?, UInt64) -> Void) {
        writer.enter(number) { [self] terminal in
            // Read before the state: a change in between makes the admission stale, not the other way round.
            let generation = generation
            guard let terminal else {
                completion(nil, generation)
                return
            }
            // What a reload brought meanwhile is newer.
            let known = state.withLock { state in
                if state.terminals[number] == nil { state.terminals[number] = terminal }
                return state.terminals[number] ?? terminal
            }
            completion(admission(of: known), generation)
        }
    }

    /// Keeps what a terminal reported about itself, when it is news.
    package func record(_ facts: ReportedFacts, for number: TerminalNumber) {
        let newsOf: Int64? = state.withLock { state in
            guard let terminal = state.terminals[number] else { return nil }
            let completed = facts.completed(by: terminal.reported)
            guard completed != terminal.reported else { return nil }
            state.terminals[number]?.reported = completed
            return terminal.id
        }
        if let newsOf { writer.record(facts, of: number, terminalID: newsOf) }
    }

    // MARK: Service

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                group.addTask { await self.follow() }
                group.addTask { await self.writer.run() }
            }
        }
    }

    /// Reads the registry and follows its changes, for ever.
    private func follow() async {
        let connection = PostgresConnection(configuration: database, logger: logger)
        var pause: Duration = .milliseconds(200)
        var lastObstacle = ""
        var keysInCache: [AuthenticationKey] = []
        while !Task.isCancelled {
            do {
                try await connection.withSession { session in
                    try session.listen(TerminalRegistry.changeChannel)
                    try Self.checkSchema(session)
                }
                while !Task.isCancelled {
                    try await reload(over: connection, keysInCache: &keysInCache)
                    readiness.isMet(Self.readinessName)
                    if !lastObstacle.isEmpty { logger.info("registry is read again") }
                    lastObstacle = ""
                    pause = .milliseconds(200)
                    loaded.open()
                    try await waitForChange(over: connection)
                }
            } catch {
                guard !Task.isCancelled else { break }
                let obstacle = "\(error)"
                readiness.isBlocked(Self.readinessName, because: obstacle)
                if obstacle != lastObstacle {
                    logger.error(
                        "registry not read, tried again until it is",
                        metadata: ["error": "\(obstacle)", "database": "\(database.redactedDescription)"])
                }
                if lastObstacle.isEmpty, (error as? PostgresError)?.isTransient ?? false { takeFromCache() }
                lastObstacle = obstacle
                try? await Task.sleep(for: pause)
                pause = min(pause * 2, Self.longestPause)
            }
        }
        await connection.close()
    }

    private func waitForChange(over connection: PostgresConnection) async throws {
        let deadline = ContinuousClock.now + Self.refreshInterval
        while ContinuousClock.now < deadline {
            try Task.checkCancellation()
            let hasChanged = try await connection.withSession { session in
                try !session.waitForNotifications(timeoutMilliseconds: 250).isEmpty
            }
            if hasChanged {
                try await Task.sleep(for: Self.quietInterval)
                return
            }
        }
    }

    private func reload(over connection: PostgresConnection, keysInCache: inout [AuthenticationKey]) async throws {
        let (terminals, keys, scales) = try await connection.withSession { session in
            (
                try TerminalRegistry(session).all(), try AuthenticationKey.load(session),
                try ScaleRegistry(session).all()
            )
        }
        let hasChanged = take(terminals, keys, scales)
        guard let cache, hasChanged || keys != keysInCache else { return }
        do {
            try cache.write(
                RegistryCache.Contents(
                    database: database.redactedDescription, terminals: terminals, keys: keys, scales: scales))
            keysInCache = keys
        } catch {
            logger.warning(
                "registry not kept on disk: a start while PostgreSQL is away would know no terminal",
                metadata: ["error": "\(error)"])
        }
    }

    /// - Returns: whether the terminals or scales are others than before.
    private func take(_ terminals: [Terminal], _ keys: [AuthenticationKey], _ scales: [Scale]) -> Bool {
        var byNumber: [TerminalNumber: Terminal] = [:]
        byNumber.reserveCapacity(terminals.count)
        for terminal in terminals {
            if let number = TerminalNumber(terminal.number) { byNumber[number] = terminal }
        }
        let codes = AuthenticationCodes(keys)
        let hasOtherScales = state.withLock { $0.scalesRead != scales }
        let directory = hasOtherScales ? ScaleDirectory(scales) : nil
        for problem in directory?.problems ?? [] {
            logger.error("scale of the registry is not used", metadata: ["problem": "\(problem)"])
        }
        let hasChanged = state.withLock { state in
            let hasChanged = state.terminals != byNumber || directory != nil
            state.terminals = byNumber
            state.codes = codes
            if let directory { (state.scales, state.scalesRead) = (directory, scales) }
            return hasChanged
        }
        unknownProfiles.report(terminals, profiles, logger: logger)
        if hasChanged { changes.add(1, ordering: .relaxed) }
        return hasChanged
    }

    /// PostgreSQL is away at the start: what an earlier run knew is better than refusing every terminal.
    private func takeFromCache() {
        guard let cache, !loaded.isOpen else { return }
        do {
            guard let contents = try cache.read(for: database.redactedDescription) else { return }
            _ = take(contents.terminals, contents.keys, contents.scales ?? [])
            logger.warning(
                "registry is taken from disk until PostgreSQL is back",
                metadata: ["terminals": "\(contents.terminals.count)"])
            loaded.open()
        } catch {
            logger.warning("registry on disk is not used", metadata: ["error": "\(error)"])
        }
    }

    private static func checkSchema(_ session: PostgresSession) throws {
        let pending = try Migrator(migrations: Schema.migrations).pending(session)
        guard let first = pending.first else { return }
        throw SettingsError(
            description:
                "the database lacks \(pending.count) migrations, from \(first.fileName) on: run `qingyun migrate`")
    }

    private func admission(of terminal: Terminal) -> Admission {
        switch terminal.status {
        case .active: .admitted(entry(terminal))
        case .unclaimed where policy == .open: .admitted(entry(terminal))
        case .unclaimed, .suspended, .retired: .refused
        }
    }

    private func entry(_ terminal: Terminal) -> Entry {
        Entry(terminal, profile: profiles.place(of: terminal.profile) ?? 0)
    }
}
