import JTT808
import NIOCore
import NIOPosix
package import Operations

/// Sends the frames of a vectors file as their terminals.
package enum FleetReplay {
    /// Connections at a time.
    static let connectionsAtOnce = 16

    /// - Parameters:
    ///   - authenticates: each terminal registers and authenticates before its frames, with the code that it is given.
    ///   - timeoutSeconds: longest wait for the next answer.
    /// - Throws: ``FleetError/unreachable(_:reason:)`` when not one connection could be opened.
    package static func run(
        _ vectors: [ReplayVector], target: ListenAddress, authenticates: Bool = false, timeoutSeconds: Int = 10
    ) async throws -> ReplayReport {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let replay = Replay(
            group: group, target: target, authenticates: authenticates, timeout: .seconds(Int64(timeoutSeconds)))
        let result: Result<ReplayReport, any Error>
        do {
            result = .success(try await replay.run(vectors))
        } catch {
            result = .failure(error)
        }
        try await group.shutdownGracefully()
        return try result.get()
    }
}

private struct Replay: Sendable {
    let group: MultiThreadedEventLoopGroup
    let target: ListenAddress
    let authenticates: Bool
    let timeout: TimeAmount

    func run(_ vectors: [ReplayVector]) async throws -> ReplayReport {
        let (scripts, outcomes) = ReplayScript.plan(vectors)
        var report = ReplayReport(outcomes: outcomes)
        var unreachable: (any Error)?
        try await withThrowingTaskGroup(of: (ReplayScript, Result<ReplayConversation, FleetError>).self) { tasks in
            var waiting = scripts
            var busy: Set<TerminalNumber> = []
            // A terminal has one connection at a time: a gateway ends the first when the second comes.
            func startNext() -> Bool {
                let next = waiting.firstIndex { script in !script.addresses.contains { busy.contains($0.number) } }
                guard let next else { return false }
                let script = waiting.remove(at: next)
                busy.formUnion(script.addresses.map(\.number))
                tasks.addTask { (script, try await converse(script)) }
                return true
            }
            var open = 0
            while open < FleetReplay.connectionsAtOnce && startNext() { open += 1 }
            while let (script, result) = try await tasks.next() {
                open -= 1
                busy.subtract(script.addresses.map(\.number))
                switch result {
                case .success(let conversation): report.add(conversation)
                case .failure(let error): unreachable = error
                }
                // Unreachable from the start: the others would only say the same, each after its timeout.
                if unreachable != nil && report.connections == 0 { break }
                while open < FleetReplay.connectionsAtOnce && startNext() { open += 1 }
            }
            tasks.cancelAll()
        }
        if report.connections == 0, let unreachable { throw unreachable }
        return report
    }

    private func converse(_ script: ReplayScript) async throws -> Result<ReplayConversation, FleetError> {
        var conversation = ReplayConversation(script, authenticates: authenticates)
        var hasConnected = false
        while !conversation.isFinished {
            let current = conversation
            let ended = group.next().makePromise(of: ReplayConversation.self)
            let timeout = timeout
            do {
                _ = try await ClientBootstrap(group: group)
                    .connectTimeout(timeout)
                    .channelOption(.tcpOption(.tcp_nodelay), value: 1)
                    .channelInitializer { channel in
                        channel.eventLoop.makeCompletedFuture {
                            try channel.pipeline.syncOperations.addHandler(
                                ReplayHandler(current, timeout: timeout, ended: ended))
                        }
                    }
                    .connect(host: target.host, port: target.port).get()
            } catch {
                // Nothing waits for this connection any more; the promise must not be left open.
                ended.fail(error)
                if hasConnected { return .success(conversation) }
                return .failure(.unreachable(target, reason: FleetError.reason(of: error)))
            }
            hasConnected = true
            conversation = try await ended.futureResult.get()
        }
        return .success(conversation)
    }
}
