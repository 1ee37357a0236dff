import JTT808
import NIOCore
import Telemetry
import TelemetryStore

/// Bodies that become rows, each by its kind. What a body has that cannot be goes to quarantine; whether and what is answered is
/// the caller's.
extension TerminalSessionHandler {
    /// - Returns: false when the body is no position; then nothing was kept of it.
    @inline(__always)
    func keepLocation(_ frame: Frame, _ identity: TerminalSession.Identity) -> Bool {
        let body = frame.body.readableBytesSpan
        do throws(BodyError) {
            try lane.store(locationBody: body, of: identity, receivedAt: receivedAt, isBackfill: false)
            return true
        } catch {
            return false
        }
    }

    /// - Returns: false when the body is no batch; then nothing was kept of it.
    func keepLocationBatch(_ frame: Frame, _ identity: TerminalSession.Identity) -> Bool {
        let body = frame.body.readableBytesSpan
        guard body.byteCount >= LocationBatch.headLength else { return false }
        let isBackfill = LocationBatch.isBackfill(body)
        let end = LocationBatch.walk(body) { offset, length in
            let report = body.extracting(offset..<offset + length)
            do throws(BodyError) {
                try lane.store(locationBody: report, of: identity, receivedAt: receivedAt, isBackfill: isBackfill)
            } catch {
                // One bad position costs itself, not the batch.
                quarantinePart(of: frame, from: offset, to: offset + length, identity)
            }
        }
        if end < body.byteCount { quarantinePart(of: frame, from: end, to: body.byteCount, identity) }
        return true
    }

    /// Records of tags and weights become rows, each for itself; what else is passed through is kept raw.
    func keepPassthrough(_ frame: Frame, _ identity: TerminalSession.Identity) {
        let body = frame.body.readableBytesSpan
        guard frame.body.getInteger(at: frame.body.readerIndex) == Passthrough.Kind.records.rawValue else {
            lane.store(message: frame, terminalID: identity.terminalID)
            lane.interpret(passthrough: body, of: identity, receivedAt: receivedAt)
            return
        }
        let start = RecordBatch.start(inPassthrough: body)
        let data = body.extracting(start..<body.byteCount)
        do throws(BodyError) {
            _ = try RecordBatch.checkHead(data)
        } catch {
            quarantinePart(of: frame, because: error, from: 0, to: body.byteCount, identity)
            return
        }
        let end = RecordBatch.walk(data) { offset, length in
            let raw = data.extracting(offset..<offset + length)
            do throws(BodyError) {
                let event = RecordEvent(try Record(raw), receivedAt: receivedAt)
                lane.store(event, terminalID: identity.terminalID, receivedAt: receivedAt, raw: raw)
            } catch {
                // One bad record costs itself, not its neighbours.
                quarantinePart(of: frame, because: error, from: start + offset, to: start + offset + length, identity)
            }
        }
        if end < data.byteCount { quarantinePart(of: frame, from: start + end, to: body.byteCount, identity) }
    }
}
