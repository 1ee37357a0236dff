import NIOCore

/// The items of 0x8103 and 0x0104: u8 count, then u32 id, u8 length, value each. 2011 has a second count behind the first, of
/// the items in this package.
struct ParameterList {
    var isDouble: Bool
    /// Items in all. Equal to the number of items but for a 2011 list in several packages.
    var total: UInt8
    var items: [Parameter]

    /// Reads the list at `offset`, which must fill the rest of the body. The layout of the edition is taken, the other one
    /// when it alone fits.
    /// - Throws: ``BodyError/length`` when neither fits.
    init(_ body: RawSpan, at offset: Int, edition: Edition) throws(BodyError) {
        let prefersDouble = edition == .edition2011
        do throws(BodyError) {
            try self.init(body, at: offset, isDouble: prefersDouble)
        } catch {
            try self.init(body, at: offset, isDouble: !prefersDouble)
        }
    }

    private init(_ body: RawSpan, at start: Int, isDouble: Bool) throws(BodyError) {
        var offset = start
        self.isDouble = isDouble
        total = try body.take(&offset)
        let here: UInt8 = isDouble ? try body.take(&offset) : total
        items = []
        for _ in 0..<here {
            let id: UInt32 = try body.take(&offset)
            let length: UInt8 = try body.take(&offset)
            items.append(Parameter(id: id, value: try body.takeBytes(Int(length), &offset)))
        }
        guard offset == body.byteCount, here <= total else { throw .length }
    }

    static func encode(_ items: [Parameter], total: UInt8? = nil, isDouble: Bool, into body: inout ByteBuffer) {
        let items = items.prefix(Int(UInt8.max))
        body.writeInteger(isDouble ? total ?? UInt8(items.count) : UInt8(items.count))
        if isDouble { body.writeInteger(UInt8(items.count)) }
        for item in items {
            let value = item.value.prefix(Int(UInt8.max))
            body.writeInteger(item.id)
            body.writeInteger(UInt8(value.count))
            body.writeBytes(value)
        }
    }
}
