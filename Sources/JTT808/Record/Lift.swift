import NIOCore

/// A bin was lifted and weighed: record kind 3. 收运.
public struct Lift: Equatable, Sendable {
    /// 1 lifter static, 2 lifter dynamic, 3 body difference, 4 platform, 5 weighbridge, 6 volume estimate.
    public var mode: UInt8
    public var flags: WeightFlags
    public var grossG: Int32
    public var tareG: Int32
    public var netG: Int32
    /// 0 not said, 1 kitchen, 2 residual, 3 recyclable, 4 hazardous, 5 catering, 6 bulky, 7 renovation, 8 garden.
    public var wasteType: UInt8
    /// 0 not judged, 1 accepted, 2 contaminated.
    public var quality: UInt8
    public var tag: RFIDTag

    public init(
        mode: UInt8, flags: WeightFlags, grossG: Int32, tareG: Int32, netG: Int32, wasteType: UInt8, quality: UInt8,
        tag: RFIDTag
    ) {
        self.mode = mode
        self.flags = flags
        self.grossG = grossG
        self.tareG = tareG
        self.netG = netG
        self.wasteType = wasteType
        self.quality = quality
        self.tag = tag
    }

    init(_ record: RawSpan, _ offset: inout Int) throws(BodyError) {
        mode = try record.take(&offset)
        flags = WeightFlags(rawValue: try record.take(&offset))
        grossG = try record.take(&offset)
        tareG = try record.take(&offset)
        netG = try record.take(&offset)
        wasteType = try record.take(&offset)
        quality = try record.take(&offset)
        tag = try RFIDTag(record, &offset)
    }

    func encode(into out: inout ByteBuffer) {
        out.writeInteger(mode)
        out.writeInteger(flags.rawValue)
        out.writeInteger(grossG)
        out.writeInteger(tareG)
        out.writeInteger(netG)
        out.writeInteger(wasteType)
        out.writeInteger(quality)
        tag.encode(into: &out)
    }
}
