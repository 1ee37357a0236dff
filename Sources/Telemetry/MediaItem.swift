package import JTT808
import NIOCore

/// A picture, sound or video (多媒体) that a terminal sent, without its bytes.
package struct MediaItem: Sendable {
    package let event: MediaEvent
    /// Where it was taken; nil: not told.
    package let position: Position?
    package private(set) var recordedAt: Instant
    package private(set) var timeQuality: TimeQuality
    /// CRC-32 of the whole body of the 0x0801.
    package let bodyHash: UInt32
    /// Bytes of the picture or sound.
    package let byteCount: Int

    /// - Parameters:
    ///   - body: of the 0x0801 that `data` was read from.
    ///   - receivedAt: when its last part was read from the socket; stands in for a time that was not told or cannot be true.
    package init(_ data: MediaData, body: RawSpan, receivedAt: Instant) {
        event = data.event
        bodyHash = CRC32.checksum(of: body)
        byteCount = data.data.readableBytes
        recordedAt = receivedAt
        timeQuality = .noDate
        guard case .position(let position) = data.origin else {
            self.position = nil
            return
        }
        self.position = position
        guard let seconds = position.time.unixSeconds else { return }
        let sent = Instant(unixSeconds: seconds)
        let isFuture = sent > receivedAt.advanced(bySeconds: Fix.furthestFuture)
        recordedAt = isFuture ? receivedAt : sent
        timeQuality = isFuture ? .future : .device
    }

    /// 1e-6 degree WGS-84, west negative; nil when none was told or it does not fit.
    package var longitudeE6: Int32? { position.flatMap { Int32(exactly: $0.signedLongitudeE6) } }
    /// 1e-6 degree WGS-84, south negative; nil when none was told or it does not fit.
    package var latitudeE6: Int32? { position.flatMap { Int32(exactly: $0.signedLatitudeE6) } }

    /// Files it under the receive time instead of the device's.
    package mutating func file(under receivedAt: Instant, because quality: TimeQuality) {
        recordedAt = receivedAt
        timeQuality = quality
    }
}
