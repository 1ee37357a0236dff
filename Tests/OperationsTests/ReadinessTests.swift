import Testing

@testable import Operations

@Suite("Readiness")
struct ReadinessTests {
    @Test("with nothing to wait for it is ready")
    func ready() {
        #expect(Readiness().obstacles.isEmpty)
    }

    @Test("each condition that is not met is named with its reason, in the order of naming")
    func obstacles() {
        let readiness = Readiness()
        readiness.isBlocked("database", because: "connecting")
        readiness.isBlocked("listener", because: "port taken")
        readiness.isMet("metrics")
        #expect(readiness.obstacles == ["database: connecting", "listener: port taken"])
        readiness.isBlocked("database", because: "refused")
        #expect(readiness.obstacles == ["database: refused", "listener: port taken"])
        readiness.isMet("database")
        #expect(readiness.obstacles == ["listener: port taken"])
        readiness.isMet("listener")
        #expect(readiness.obstacles.isEmpty)
        readiness.isBlocked("database", because: "lost")
        #expect(readiness.obstacles == ["database: lost"])
    }
}
