import Ingest

/// What a connection does, second by second, through the watch over its limits.
///
/// Input: an event a byte: bits 0 and 1 choose bytes received, a frame, a fault or a second that passes; bits 2 and 3 say of the second
/// whether the gateway holds the connection and whether a terminal may deliver; the rest counts bytes.
enum WatchEvents {
    static func check(_ input: [UInt8]) throws {
        var limits = SessionLimits()
        limits.idleSeconds = 5
        limits.authenticationSeconds = 3
        limits.framesPerSecond = 4
        limits.bytesPerSecond = 64
        limits.malformedInARow = 3
        var watch = SessionWatch(limits)
        var faults = 0
        var silence = 0
        for event in input {
            switch event & 3 {
            case 0:
                watch.received(bytes: Int(event >> 2))
                silence = 0
            case 1:
                watch.tookFrame()
                faults = 0
            case 2:
                faults += 1
                try require(
                    (watch.tookFault() == .malformed) == (faults >= limits.malformedInARow), "\(faults) faults in a row"
                )
            default:
                let isHeld = event & 4 != 0
                silence = isHeld ? 0 : silence + 1
                let verdict = watch.tick(isHeld: isHeld, hasDeliverer: event & 8 != 0)
                try require(
                    (verdict == .idle) == (silence >= limits.idleSeconds), "\(silence) s of silence: \(verdict as Any)")
                try require(verdict != .malformed, "a second alone is no fault")
            }
        }
        // Whatever was taken at once, a pause ends: the share of each second pays for it.
        for _ in 0..<(input.count + 1) * 4 where watch.mustPause != nil {
            _ = watch.tick(isHeld: true, hasDeliverer: true)
        }
        try require(watch.mustPause == nil, "a pause has no end")
    }
}
