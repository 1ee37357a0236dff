public import NIOCore

/// Acts on the vehicle: 0x8500 (clause 8.30). 车辆控制. Answered by 0x0001 at once and by 0x0500 when done.
public enum VehicleControl: Equatable, Sendable {
    /// One thing to be done, 2019.
    public struct Item: Equatable, Sendable {
        /// 车门控制.
        public static let doors: UInt16 = 0x0001

        /// 0x0001 doors; up to 0x8000 reserved; from 0xF001 vendors'.
        public var id: UInt16
        /// For the doors 0 locks and 1 opens: the reverse of 2013.
        public var value: UInt8

        public init(id: UInt16, value: UInt8) {
            self.id = id
            self.value = value
        }
    }

    /// Up to 2013: bit 0 set locks the doors, clear unlocks them.
    case flags(UInt8)
    /// 2019. The standard defines items with a parameter of one byte and no others.
    case items([Item])
    /// A body of 2019 that is no list of such items: vendors' parameters are of lengths that only they know, and one
    /// implementation sends no count.
    case raw([UInt8])

    /// Locks or unlocks the doors.
    public static func doors(locked: Bool, _ edition: Edition) -> VehicleControl {
        edition == .edition2019
            ? .items([Item(id: Item.doors, value: locked ? 0 : 1)]) : .flags(locked ? 1 : 0)
    }

    /// - Throws: ``BodyError/length`` for an empty body.
    public init(body: RawSpan, edition: Edition) throws(BodyError) {
        var offset = 0
        let flags: UInt8 = try body.take(&offset)
        guard edition == .edition2019 else {
            self = .flags(flags)
            return
        }
        guard let count: UInt16 = body.load(at: 0), body.byteCount == 2 + 3 * Int(count) else {
            self = .raw(body.copiedBytes)
            return
        }
        offset = 2
        var items: [Item] = []
        for _ in 0..<count { items.append(Item(id: try body.take(&offset), value: try body.take(&offset))) }
        self = .items(items)
    }

    public func encode(into body: inout ByteBuffer) {
        switch self {
        case .flags(let flags): body.writeInteger(flags)
        case .items(let items):
            body.writeInteger(UInt16(clamping: items.count))
            for item in items.prefix(Int(UInt16.max)) {
                body.writeInteger(item.id)
                body.writeInteger(item.value)
            }
        case .raw(let bytes): body.writeBytes(bytes)
        }
    }
}
