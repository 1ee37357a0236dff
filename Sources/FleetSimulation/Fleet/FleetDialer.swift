import NIOCore
import Operations

/// A terminal that a ``FleetDialer`` connects.
protocol Redialing: ChannelInboundHandler {
    /// The connection could not be opened: asks the dialer again after a while, or does without.
    func connectAgain()
}

/// Connects the terminals of a loop: some at a time at the beginning, and each of them again when it asks for it. Everything happens
/// on that loop.
final class FleetDialer<Terminal: Redialing> {
    private let target: ListenAddress
    private let loop: any EventLoop
    private var terminals: [Terminal]
    private var next = 0
    private var hasConnected = false
    private var fail: (FleetError) -> Void
    private var isOver = false

    /// - Parameter fail: called when not one connection could be opened yet and another one fails.
    init(_ terminals: [Terminal], target: ListenAddress, loop: any EventLoop, fail: @escaping (FleetError) -> Void) {
        self.terminals = terminals
        self.target = target
        self.loop = loop
        self.fail = fail
    }

    func start() {
        for _ in 0..<min(FleetConnection.atOnce, terminals.count) { connectNext() }
    }

    func connect(_ terminal: Terminal, after milliseconds: Int64) {
        loop.assumeIsolated().scheduleTask(in: .milliseconds(milliseconds)) {
            if !self.isOver { self.open(terminal, isFirst: false) }
        }
    }

    /// Opens nothing more, and lets the terminals go.
    func end() {
        isOver = true
        terminals = []
        fail = { _ in }
    }

    private func connectNext() {
        guard next < terminals.count, !isOver else { return }
        next += 1
        open(terminals[next - 1], isFirst: true)
    }

    private func open(_ terminal: Terminal, isFirst: Bool) {
        FleetConnection.open(terminal, to: target, on: loop).assumeIsolated().whenComplete { result in
            switch result {
            case .success: self.hasConnected = true
            case .failure(let error):
                if self.hasConnected {
                    terminal.connectAgain()
                } else {
                    self.fail(.unreachable(self.target, reason: FleetError.reason(of: error)))
                }
            }
            if isFirst { self.connectNext() }
        }
    }
}
