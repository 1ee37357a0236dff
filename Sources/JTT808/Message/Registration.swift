public import NIOCore

/// A terminal introduces itself: 0x0100 (clause 8.8). The three editions differ in the width of the fields.
public struct Registration: Equatable, Sendable {
    public typealias Layout = Edition

    /// The layout of a body of `count` bytes. 2019 goes by the long header; 2011 and 2013 share the short one and are
    /// told apart by length: a 2013 body has at least 37 bytes, a 2011 body at most 25 and a plate of 9.
    private static func layout(count: Int, form: TerminalAddress.Form) -> Layout? {
        if form == .long && count >= Layout.edition2019.fixedLength { return .edition2019 }
        if count >= Layout.edition2013.fixedLength { return .edition2013 }
        return count >= Layout.edition2011.fixedLength ? .edition2011 : nil
    }

    /// Widths of the fields that differ.
    package static func widths(_ layout: Layout) -> (manufacturer: Int, model: Int, device: Int) {
        (layout.manufacturerLength, layout.modelLength, layout.deviceIDLength)
    }

    public var layout: Layout
    /// First two digits of the GB/T 2260 code, as a number; 0: not set.
    public var province: UInt16
    /// Last four digits of the GB/T 2260 code, as a number; 0: not set.
    public var city: UInt16
    /// 制造商ID.
    public var manufacturerID: WireText
    /// 终端型号.
    public var model: WireText
    /// 终端ID, the maker's own; not the number of the header.
    public var deviceID: WireText
    /// 车牌颜色: 0 no plate, 1 blue, 2 yellow, 3 black, 4 white, 9 other.
    public var plateColor: UInt8
    /// 车牌号; the VIN when the colour is 0.
    public var plate: WireText

    public init(
        layout: Layout, province: UInt16 = 0, city: UInt16 = 0, manufacturerID: WireText, model: WireText,
        deviceID: WireText, plateColor: UInt8, plate: WireText
    ) {
        self.layout = layout
        self.province = province
        self.city = city
        self.manufacturerID = manufacturerID
        self.model = model
        self.deviceID = deviceID
        self.plateColor = plateColor
        self.plate = plate
    }

    /// - Throws: ``BodyError/length`` below 25 bytes.
    public init(body: RawSpan, form: TerminalAddress.Form) throws(BodyError) {
        guard let layout = Self.layout(count: body.byteCount, form: form),
            let province: UInt16 = body.load(at: 0), let city: UInt16 = body.load(at: 2)
        else { throw .length }
        let modelOffset = 4 + layout.manufacturerLength
        let deviceOffset = modelOffset + layout.modelLength
        let colorOffset = deviceOffset + layout.deviceIDLength
        guard let manufacturer = body.bytes(at: 4, count: layout.manufacturerLength),
            let model = body.bytes(at: modelOffset, count: layout.modelLength),
            let device = body.bytes(at: deviceOffset, count: layout.deviceIDLength),
            let color: UInt8 = body.load(at: colorOffset),
            let plate = body.bytes(at: colorOffset + 1, count: body.byteCount - colorOffset - 1)
        else { throw .length }
        self.init(
            layout: layout, province: province, city: city, manufacturerID: WireText(padded: manufacturer),
            model: WireText(padded: model), deviceID: WireText(padded: device), plateColor: color,
            plate: WireText(padded: plate))
    }

    /// Appends the body; fields that are too long are cut. 2011 ends the plate with a NUL.
    public func encode(into body: inout ByteBuffer) {
        body.writeInteger(province)
        body.writeInteger(city)
        body.writeBytes(manufacturerID.padded(to: layout.manufacturerLength))
        body.writeBytes(model.padded(to: layout.modelLength))
        body.writeBytes(deviceID.padded(to: layout.deviceIDLength))
        body.writeInteger(plateColor)
        body.writeBytes(plate.bytes)
        if layout == .edition2011 { body.writeInteger(UInt8(0)) }
    }
}

extension Edition {
    fileprivate var manufacturerLength: Int { self == .edition2019 ? 11 : 5 }
    fileprivate var modelLength: Int {
        switch self {
        case .edition2011: 8
        case .edition2013: 20
        case .edition2019: 30
        }
    }
    fileprivate var deviceIDLength: Int { self == .edition2019 ? 30 : 7 }
    /// Bytes before the plate: 25, 37, 76.
    fileprivate var fixedLength: Int { 4 + manufacturerLength + modelLength + deviceIDLength + 1 }
}
