package import JTT808

/// A BeiDou/GPS fix (定位): one location body with what the standard's additional items add to it.
///
/// A value without heap, so that a fix costs no allocation on its way from the socket to the row. Items that have no column
/// of their own stay in the body; ``forEachExtraByteRange(in:_:)`` finds them there.
package struct Fix: Sendable {
    /// A device time so far ahead of the receive time cannot be true: clocks drift, but not by more than a day.
    static let furthestFuture: Int64 = 24 * 3600
    /// Where the additional items of a location body begin.
    package static let itemsOffset = 28

    package private(set) var recordedAt: Instant
    package private(set) var timeQuality: TimeQuality
    package let position: Position
    /// CRC-32 of the whole location body as sent: tells a retransmission from a second report in the same second.
    package let bodyHash: UInt32
    /// Item 0x01, 0.1 km.
    package private(set) var odometerHm: UInt32?
    /// Item 0x02, 0.1 l.
    package private(set) var fuelDl: UInt16?
    /// Item 0x30.
    package private(set) var signal: UInt8?
    /// Item 0x31.
    package private(set) var satellites: UInt8?
    /// Bytes of ``forEachExtraByteRange(in:_:)`` in all.
    package private(set) var extraLength = 0
    /// Items of the standard that fill no column.
    private let reserved: FixColumns.StandardItems

    /// - Parameters:
    ///   - body: a location body: a 0x0200, or one position of a 0x0704.
    ///   - receivedAt: when it was read from the socket; stands in for a device time that cannot be true.
    ///   - columns: what the device's profile found in `body`; nil: it has none.
    /// - Throws: ``BodyError/length`` below 28 bytes.
    package init(locationBody body: RawSpan, receivedAt: Instant, columns given: FixColumns? = nil) throws(BodyError) {
        position = try Position(body)
        bodyHash = CRC32.checksum(of: body)
        if let seconds = position.time.unixSeconds {
            let sent = Instant(unixSeconds: seconds)
            let isFuture = sent > receivedAt.advanced(bySeconds: Self.furthestFuture)
            recordedAt = isFuture ? receivedAt : sent
            timeQuality = isFuture ? .future : .device
        } else {
            recordedAt = receivedAt
            timeQuality = .noDate
        }
        reserved = given?.reserved ?? []
        odometerHm = given?.odometerHm
        fuelDl = given?.fuelDl
        var columns = ItemColumns(reserved)
        let end = AdditionalItem.walk(body, from: Self.itemsOffset) { id, offset, length in
            switch columns.claim(id, length) {
            case .odometer: odometerHm = body.load(at: offset)
            case .fuel: fuelDl = body.load(at: offset)
            case .signal: signal = body.load(at: offset)
            case .satellites: satellites = body.load(at: offset)
            case nil: extraLength += 2 + length
            }
        }
        extraLength += body.byteCount - end
    }

    /// Files it under the receive time instead of the device's, which stays in the raw body.
    package mutating func file(under receivedAt: Instant, because quality: TimeQuality) {
        recordedAt = receivedAt
        timeQuality = quality
    }

    /// Visits the stretches of `body` that no column holds: items as sent, with id and length, then what is left over.
    /// - Parameter body: the body that this fix was made from.
    package func forEachExtraByteRange(in body: RawSpan, _ visit: (Range<Int>) -> Void) {
        var columns = ItemColumns(reserved)
        let end = AdditionalItem.walk(body, from: Self.itemsOffset) { id, offset, length in
            if columns.claim(id, length) == nil { visit(offset - 2..<offset + length) }
        }
        if end < body.byteCount { visit(end..<body.byteCount) }
    }

    /// Longitude for a column of 32 bits; nil when it does not fit.
    package var longitudeE6: Int32? { Int32(exactly: position.signedLongitudeE6) }
    /// Latitude for a column of 32 bits; nil when it does not fit.
    package var latitudeE6: Int32? { Int32(exactly: position.signedLatitudeE6) }

    /// A column cannot hold what the body says, so the row keeps the body too.
    package var needsRawBody: Bool { timeQuality != .device || longitudeE6 == nil || latitudeE6 == nil }

    /// Which item fills which column: the first one of the right length. Another length is a vendor item in disguise, and a
    /// second one of the same id must not be lost.
    private struct ItemColumns {
        enum Column { case odometer, fuel, signal, satellites }

        private var claimed: FixColumns.StandardItems

        init(_ reserved: FixColumns.StandardItems) { claimed = reserved }

        @inline(__always)
        mutating func claim(_ id: UInt8, _ length: Int) -> Column? {
            let column: Column
            let item: FixColumns.StandardItems
            switch (id, length) {
            case (0x01, 4): (column, item) = (.odometer, .odometer)
            case (0x02, 2): (column, item) = (.fuel, .fuel)
            case (0x30, 1): (column, item) = (.signal, .signal)
            case (0x31, 1): (column, item) = (.satellites, .satellites)
            default: return nil
            }
            guard claimed.isDisjoint(with: item) else { return nil }
            claimed.formUnion(item)
            return column
        }
    }
}
