import Gzip
import JTT808
import NIOCore
import TelemetryStore

/// 0x0901: a message inside a message. Which parts of it are inside the editions do not say; whole frames are looked for. The
/// 0x0901 itself is kept raw in any case, so nothing depends on the guess.
extension TerminalSessionHandler {
    /// Bytes that one 0x0901 may unpack to: a frame of a kilobyte of zeros would hold a megabyte.
    private static let unpackLimit = 256 << 10

    func keepCompressed(_ frame: Frame, _ identity: TerminalSession.Identity) {
        lane.store(message: frame, terminalID: identity.terminalID)
        guard let packed = try? CompressedMessage(body: frame.body.readableBytesSpan),
            let unpacked = try? Gzip.unpack(packed.data, limit: Self.unpackLimit)
        else {
            lane.counts.notUnpacked += 1
            return
        }
        // What comes out counts as if it had been sent: packed, a device could send a thousand times its share.
        watch.received(bytes: unpacked.count)
        var bytes = ByteBuffer(bytes: unpacked)
        var parser = FrameParser(maximumLength: lane.limits.frameLength)
        var hasFrame = false
        while true {
            switch parser.next(in: &bytes) {
            case .frame(let inner):
                hasFrame = true
                watch.tookFrame()
                // All of it, whatever room there is: it is answered as one, and is no more than a read.
                keep(inner, identity)
            case .malformed, .junk: continue
            case .needMoreData:
                if !hasFrame { lane.counts.notUnpacked += 1 }
                return
            }
        }
    }

    /// A message of the same terminal is taken as if it had come by itself, but answered by the answer to the 0x0901 alone.
    private func keep(_ inner: Frame, _ identity: TerminalSession.Identity) {
        let isKept: Bool
        switch TerminalSession.action(for: inner.header, from: identity) {
        case _ where inner.header.address.number != identity.number: isKept = false
        case .storeLocation: isKept = keepLocation(inner, identity)
        case .storeLocationBatch: isKept = keepLocationBatch(inner, identity)
        case .storePassthrough:
            keepPassthrough(inner, identity)
            isKept = true
        // The raw 0x0901 has them, and nothing in them needs a row of its own.
        default: isKept = true
        }
        if !isKept {
            quarantine(reason: "compressed", frame: inner, terminalID: identity.terminalID, raw: inner.body)
        }
    }
}
