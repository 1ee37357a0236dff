import NIOCore

/// The writing half of `RawSpan+Take.swift`. Fields that are too long for their length are cut, as everywhere here.
extension ByteBuffer {
    /// The text behind its length in one byte.
    mutating func writeShortText(_ text: WireText) {
        let bytes = text.bytes.prefix(Int(UInt8.max))
        writeInteger(UInt8(bytes.count))
        writeBytes(bytes)
    }

    /// The text behind its length in two bytes.
    mutating func writeLongText(_ text: WireText) {
        let bytes = text.bytes.prefix(Int(UInt16.max))
        writeInteger(UInt16(bytes.count))
        writeBytes(bytes)
    }

    /// The text up to the end of the body. In 2011 a NUL ends it.
    mutating func writeFinalText(_ text: WireText, _ edition: Edition) {
        writeBytes(text.bytes)
        if edition == .edition2011 { writeInteger(UInt8(0)) }
    }

    /// The number of `items` in one byte, then each of them; more than 255 are cut. In 2011 the number stands there twice:
    /// in all, and in this package.
    mutating func writeCounted<Item>(
        _ items: [Item], _ edition: Edition, _ write: (Item, inout ByteBuffer) -> Void
    ) {
        let items = items.prefix(Int(UInt8.max))
        writeInteger(UInt8(items.count))
        if edition == .edition2011 { writeInteger(UInt8(items.count)) }
        for item in items { write(item, &self) }
    }

    /// As ``writeCounted(_:_:_:)`` with a number of two bytes. The number in this package of 2011 has one byte.
    mutating func writeLongCounted<Item>(
        _ items: [Item], _ edition: Edition, _ write: (Item, inout ByteBuffer) -> Void
    ) {
        let items = items.prefix(edition == .edition2011 ? Int(UInt8.max) : Int(UInt16.max))
        writeInteger(UInt16(items.count))
        if edition == .edition2011 { writeInteger(UInt8(items.count)) }
        for item in items { write(item, &self) }
    }

    mutating func writeList(_ values: some Sequence<some FixedWidthInteger>) {
        for value in values { writeInteger(value) }
    }
}

extension RawSpan {
    /// A number of items in one byte; in 2011 followed by the number in this package, which is the one that counts.
    func takeCount(_ offset: inout Int, _ edition: Edition) throws(BodyError) -> Int {
        let total: UInt8 = try take(&offset)
        guard edition == .edition2011 else { return Int(total) }
        let here: UInt8 = try take(&offset)
        return Int(here)
    }
    /// A number of items in two bytes; in 2011 followed by the number in this package, in one byte.
    func takeLongCount(_ offset: inout Int, _ edition: Edition) throws(BodyError) -> Int {
        let total: UInt16 = try take(&offset)
        guard edition == .edition2011 else { return Int(total) }
        let here: UInt8 = try take(&offset)
        return Int(here)
    }
}
