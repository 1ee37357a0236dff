public import NIOCore

/// Asks for slices of a message that did not arrive: 0x8003 from the platform (clause 8.6), 0x0005 from a terminal of 2019
/// (clause 8.7). 2011 has no such message.
public struct ResendRequest: Equatable, Sendable {
    /// Serial of slice 1 of the message in question.
    public var firstSerial: UInt16
    /// Numbers of the slices wanted, from 1.
    public var numbers: [UInt16]

    public init(firstSerial: UInt16, numbers: [UInt16]) {
        self.firstSerial = firstSerial
        self.numbers = numbers
    }

    /// Most numbers that one message of this edition holds.
    public static func mostNumbers(_ edition: Edition) -> Int {
        edition == .edition2019 ? (FrameWriter.longestBody - 4) / 2 : Int(UInt8.max)
    }

    /// The count is one byte up to 2013 and two in 2019. The other width is read when it alone fits the body: terminals
    /// of 2019 with the short header are common.
    public init(body: RawSpan, edition: Edition) throws(BodyError) {
        let length = body.byteCount
        let narrow = Int(body.load(at: 2, as: UInt8.self) ?? 0)
        let wide = Int(body.load(at: 2, as: UInt16.self) ?? 0)
        let fitsNarrow = narrow > 0 && 3 + 2 * narrow == length
        let fitsWide = wide > 0 && 4 + 2 * wide == length
        let readsWide = edition == .edition2019 ? fitsWide || !fitsNarrow : fitsWide && !fitsNarrow
        var offset = 0
        firstSerial = try body.take(&offset)
        let count =
            readsWide ? Int(try body.take(&offset, as: UInt16.self)) : Int(try body.take(&offset, as: UInt8.self))
        numbers = try body.takeList(count, &offset)
    }

    /// Numbers beyond ``mostNumbers(_:)`` are left out: ask again for those.
    public func encode(into body: inout ByteBuffer, edition: Edition) {
        let numbers = numbers.prefix(Self.mostNumbers(edition))
        body.writeInteger(firstSerial)
        if edition == .edition2019 {
            body.writeInteger(UInt16(numbers.count))
        } else {
            body.writeInteger(UInt8(numbers.count))
        }
        body.writeList(numbers)
    }
}
