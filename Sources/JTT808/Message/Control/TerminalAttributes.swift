public import NIOCore

/// What a terminal is: 0x0107 (clause 8.18; 2013 and 2019), the answer to 0x8107. 查询终端属性应答.
public struct TerminalAttributes: Equatable, Sendable {
    /// Widths of the fields.
    public enum Layout: Hashable, Sendable, CaseIterable {
        case edition2013
        /// 2019 as its text has it: a manufacturer of 5 bytes.
        case edition2019
        /// 2019 with the manufacturer of 11 bytes that its registration has.
        case edition2019Wide

        public var manufacturerLength: Int { self == .edition2019Wide ? 11 : 5 }
        package var modelLength: Int { self == .edition2013 ? 20 : 30 }
        package var deviceIDLength: Int { self == .edition2013 ? 7 : 30 }

        /// The layouts to try, the likeliest first.
        static func candidates(_ edition: Edition) -> [Layout] {
            edition == .edition2019
                ? [.edition2019, .edition2019Wide, .edition2013] : [.edition2013, .edition2019, .edition2019Wide]
        }
    }

    static let iccidLength = 10

    public var layout: Layout
    /// b0 passenger, b1 dangerous goods, b2 freight, b3 taxi, b6 hard disk, b7 split unit, b8 trailer (2019).
    public var typeBits: UInt16
    public var manufacturerID: WireText
    public var model: WireText
    public var deviceID: WireText
    /// 10 bytes of digits, two a byte. Nibbles above 9 occur.
    public var iccid: [UInt8]
    public var hardwareVersion: WireText
    public var firmwareVersion: WireText
    /// b0 GPS, b1 BeiDou, b2 GLONASS, b3 Galileo.
    public var gnssBits: UInt8
    /// b0 GPRS, b1 CDMA, b2 TD-SCDMA, b3 WCDMA, b4 CDMA2000, b5 LTE, b7 other.
    public var radioBits: UInt8

    public init(
        layout: Layout, typeBits: UInt16, manufacturerID: WireText, model: WireText, deviceID: WireText, iccid: [UInt8],
        hardwareVersion: WireText, firmwareVersion: WireText, gnssBits: UInt8, radioBits: UInt8
    ) {
        self.layout = layout
        self.typeBits = typeBits
        self.manufacturerID = manufacturerID
        self.model = model
        self.deviceID = deviceID
        self.iccid = iccid
        self.hardwareVersion = hardwareVersion
        self.firmwareVersion = firmwareVersion
        self.gnssBits = gnssBits
        self.radioBits = radioBits
    }

    /// Takes the layout whose lengths fill the body exactly.
    /// - Throws: ``BodyError/length`` when none does.
    public init(body: RawSpan, edition: Edition) throws(BodyError) {
        for layout in Layout.candidates(edition) where Self.length(of: body, as: layout) == body.byteCount {
            try self.init(body: body, layout: layout)
            return
        }
        throw .length
    }

    private static func length(of body: RawSpan, as layout: Layout) -> Int? {
        var offset = 2 + layout.manufacturerLength + layout.modelLength + layout.deviceIDLength + iccidLength
        for _ in 0..<2 {
            guard let length: UInt8 = body.load(at: offset) else { return nil }
            offset += 1 + Int(length)
        }
        return offset + 2
    }

    private init(body: RawSpan, layout: Layout) throws(BodyError) {
        var offset = 0
        self.layout = layout
        typeBits = try body.take(&offset)
        manufacturerID = try body.takeText(layout.manufacturerLength, &offset)
        model = try body.takeText(layout.modelLength, &offset)
        deviceID = try body.takeText(layout.deviceIDLength, &offset)
        iccid = try body.takeBytes(Self.iccidLength, &offset)
        hardwareVersion = try body.takeShortText(&offset)
        firmwareVersion = try body.takeShortText(&offset)
        gnssBits = try body.take(&offset)
        radioBits = try body.take(&offset)
    }

    public func encode(into body: inout ByteBuffer) {
        body.writeInteger(typeBits)
        body.writeBytes(manufacturerID.padded(to: layout.manufacturerLength))
        body.writeBytes(model.padded(to: layout.modelLength))
        body.writeBytes(deviceID.padded(to: layout.deviceIDLength))
        body.writeBytes(iccid.prefix(Self.iccidLength))
        body.writeRepeatingByte(0, count: Self.iccidLength - min(iccid.count, Self.iccidLength))
        body.writeShortText(hardwareVersion)
        body.writeShortText(firmwareVersion)
        body.writeInteger(gnssBits)
        body.writeInteger(radioBits)
    }
}
