import NIOCore

/// A vehicle was weighed at a station: record kind 4. 过磅.
public struct StationWeighing: Equatable, Sendable {
    public var scale: UInt8
    /// 1 in, 2 out.
    public var direction: UInt8
    /// As in ``Lift/mode``.
    public var mode: UInt8
    public var flags: WeightFlags
    public var grossG: Int32
    public var tareG: Int32
    public var netG: Int32
    /// 0 none, 1 measured, 2 stored, 3 preset.
    public var tareSource: UInt8
    /// As in ``Lift/wasteType``.
    public var wasteType: UInt8
    /// 0 not, 1 tag, 2 plate camera, 3 by hand.
    public var identifiedBy: UInt8
    /// ``RecordHead/sequence`` of the record that this one corrects, of the same start; 0 none.
    public var supersedes: UInt32
    /// ASCII.
    public var ticket: WireText
    public var plate: WireText
    public var tag: RFIDTag

    public init(
        scale: UInt8, direction: UInt8, mode: UInt8, flags: WeightFlags, grossG: Int32, tareG: Int32, netG: Int32,
        tareSource: UInt8, wasteType: UInt8, identifiedBy: UInt8, supersedes: UInt32, ticket: WireText, plate: WireText,
        tag: RFIDTag
    ) {
        self.scale = scale
        self.direction = direction
        self.mode = mode
        self.flags = flags
        self.grossG = grossG
        self.tareG = tareG
        self.netG = netG
        self.tareSource = tareSource
        self.wasteType = wasteType
        self.identifiedBy = identifiedBy
        self.supersedes = supersedes
        self.ticket = ticket
        self.plate = plate
        self.tag = tag
    }

    init(_ record: RawSpan, _ offset: inout Int) throws(BodyError) {
        scale = try record.take(&offset)
        direction = try record.take(&offset)
        mode = try record.take(&offset)
        flags = WeightFlags(rawValue: try record.take(&offset))
        grossG = try record.take(&offset)
        tareG = try record.take(&offset)
        netG = try record.take(&offset)
        tareSource = try record.take(&offset)
        wasteType = try record.take(&offset)
        identifiedBy = try record.take(&offset)
        supersedes = try record.take(&offset)
        ticket = try record.takeShortText(&offset)
        plate = try record.takeShortText(&offset)
        tag = try RFIDTag(record, &offset)
    }

    func encode(into out: inout ByteBuffer) {
        out.writeInteger(scale)
        out.writeInteger(direction)
        out.writeInteger(mode)
        out.writeInteger(flags.rawValue)
        out.writeInteger(grossG)
        out.writeInteger(tareG)
        out.writeInteger(netG)
        out.writeInteger(tareSource)
        out.writeInteger(wasteType)
        out.writeInteger(identifiedBy)
        out.writeInteger(supersedes)
        out.writeShortText(ticket)
        out.writeShortText(plate)
        tag.encode(into: &out)
    }
}
