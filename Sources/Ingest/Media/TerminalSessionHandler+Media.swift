import JTT808
import NIOCore
import Telemetry
import TelemetryStore

/// Pictures, sounds and videos: 0x0801, whole.
extension TerminalSessionHandler {
    /// The row is stored once the file is on the disk, and the terminal is answered once the row is.
    ///
    /// The message goes to the database as it came, too: the row and the file do not say all of it.
    ///
    /// - Parameter isInSlices: it is there already, as slices.
    func storeMedia(_ frame: Frame, _ identity: TerminalSession.Identity, isInSlices: Bool) {
        let data: MediaData
        do throws(BodyError) {
            data = try MediaData(body: frame.body, edition: identity.edition)
        } catch {
            refuseBody(frame, identity)
            return
        }
        let body = frame.body.readableBytesSpan
        let item = MediaItem(data, body: body, receivedAt: receivedAt)
        mediaAnswers[MessageKey(number: identity.number, serial: frame.header.serial)] = MediaDataAnswer(
            mediaID: item.event.id, serial: identity.edition == .edition2011 ? frame.header.serial : nil)
        let receipt = receipt(for: frame, .done)
        let terminalID = identity.terminalID
        guard let files = lane.media else {
            if !isInSlices { lane.store(message: frame, terminalID: terminalID) }
            lane.store(item, terminalID: terminalID, receivedAt: receivedAt, path: nil)
            lane.owe(receipt)
            return
        }
        lane.mediaUnderWay += 1
        let bound = NIOLoopBound((lane: lane, frame: frame), eventLoop: lane.eventLoop)
        let path = Self.path(of: item, from: identity.number)
        files.keep(data.data, as: path) { [receivedAt, eventLoop = lane.eventLoop] outcome in
            eventLoop.execute {
                let (lane, frame) = bound.value
                lane.mediaUnderWay -= 1
                if !isInSlices { lane.store(message: frame, terminalID: terminalID) }
                var kept: String?
                switch outcome {
                case .kept(let path): kept = path
                case .notKept(let obstacle): lane.counts.mediaNotKept[obstacle, default: 0] += 1
                }
                lane.store(item, terminalID: terminalID, receivedAt: receivedAt, path: kept)
                lane.owe(receipt)
            }
        }
    }

    /// Below the media folder: day, terminal, and a name that a retransmission has too.
    private static func path(of item: MediaItem, from number: TerminalNumber) -> String {
        let hash = String(item.bodyHash, radix: 16)
        let name = "\(item.event.id)-" + String(repeating: "0", count: 8 - hash.count) + hash
        return "\(item.recordedAt.localDay)/\(number)/\(name).\(suffix(of: item.event))"
    }

    private static func suffix(of event: MediaEvent) -> String {
        switch event.format {
        case 0: "jpg"
        case 1: "tif"
        case 2: "mp3"
        case 3: "wav"
        case 4: "wmv"
        default: "bin"
        }
    }
}
