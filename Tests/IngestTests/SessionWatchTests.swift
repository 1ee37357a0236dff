import Testing

@testable import Ingest

@Suite("SessionWatch")
struct SessionWatchTests {
    static func limits(_ change: (inout SessionLimits) -> Void) -> SessionLimits {
        var limits = SessionLimits()
        change(&limits)
        return limits
    }

    @Test("silence for as long as the limit ends the connection, and a byte starts it anew")
    func idle() {
        var watch = SessionWatch(Self.limits { $0.idleSeconds = 10 })
        let ticks = { (watch: inout SessionWatch, count: Int) in
            (0..<count).map { _ in watch.tick(isHeld: false, hasDeliverer: true) }
        }
        let before = ticks(&watch, 9)
        #expect(before.allSatisfy { $0 == nil })
        watch.received(bytes: 1)
        let after = ticks(&watch, 10)
        #expect(after == [SessionWatch.Verdict?](repeating: nil, count: 9) + [.idle])
    }

    @Test("a connection that the gateway itself does not read is not silent")
    func held() {
        var watch = SessionWatch(Self.limits { $0.idleSeconds = 10 })
        let verdicts = (0..<100).map { _ in watch.tick(isHeld: true, hasDeliverer: true) }
        #expect(verdicts.allSatisfy { $0 == nil })
    }

    @Test("without a terminal that may deliver it ends in time; one that was there once is enough")
    func authentication() {
        let limits = Self.limits { $0.authenticationSeconds = 3 }
        var stranger = SessionWatch(limits)
        let strangers = (0..<3).map { _ in stranger.tick(isHeld: false, hasDeliverer: false) }
        #expect(strangers == [nil, nil, .notAuthenticated])
        var known = SessionWatch(limits)
        let knowns = (0..<5).map { known.tick(isHeld: false, hasDeliverer: $0 == 1) }
        #expect(knowns.allSatisfy { $0 == nil })
    }

    @Test("faults in a row end it, with a sound frame between them they do not")
    func malformed() {
        var watch = SessionWatch(Self.limits { $0.malformedInARow = 3 })
        var verdicts = [watch.tookFault(), watch.tookFault()]
        watch.tookFrame()
        verdicts += [watch.tookFault(), watch.tookFault(), watch.tookFault()]
        #expect(verdicts == [nil, nil, nil, nil, .malformed])
    }

    @Test("a share of frames is used up and comes back with the second; what was taken beyond it counts on")
    func frames() {
        var watch = SessionWatch(Self.limits { $0.framesPerSecond = 100 })
        for _ in 0..<99 { watch.tookFrame() }
        #expect(watch.mustPause == nil)
        watch.tookFrame()
        #expect(watch.mustPause == .framesPerSecond)
        // 150 more in the same piece: one and a half seconds of debt.
        for _ in 0..<150 { watch.tookFrame() }
        _ = watch.tick(isHeld: false, hasDeliverer: true)
        #expect(watch.mustPause == .framesPerSecond)
        _ = watch.tick(isHeld: false, hasDeliverer: true)
        #expect(watch.mustPause == nil)
    }

    @Test("bytes are limited in the same way")
    func bytes() {
        var watch = SessionWatch(Self.limits { $0.bytesPerSecond = 10_000 })
        watch.received(bytes: 10_000)
        #expect(watch.mustPause == .bytesPerSecond)
        _ = watch.tick(isHeld: false, hasDeliverer: true)
        #expect(watch.mustPause == nil)
    }
}
