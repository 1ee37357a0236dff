public import NIOCore

/// A terminal proves who it is: 0x0102 (clause 8.11). Up to 2013 the body is the code; 2019 adds what follows it.
public struct Authentication: Equatable, Sendable {
    /// The 2019 part.
    public struct Device: Equatable, Sendable {
        static let imeiLength = 15
        static let softwareVersionLength = 20

        /// 15 digits.
        public var imei: WireText
        public var softwareVersion: WireText

        public init(imei: WireText, softwareVersion: WireText) {
            self.imei = imei
            self.softwareVersion = softwareVersion
        }
    }

    /// The code that the registration's answer gave, or that of another platform, or nothing.
    public var code: WireText
    public var device: Device?

    public init(code: WireText, device: Device? = nil) {
        self.code = code
        self.device = device
    }

    /// The layout goes by the header's form. A long header whose body does not hold the 2019 fields carries the plain code:
    /// devices that changed the header alone are common.
    public init(body: RawSpan, form: TerminalAddress.Form) {
        if form == .long, let codeLength: UInt8 = body.load(at: 0),
            let code = body.bytes(at: 1, count: Int(codeLength)),
            let imei = body.bytes(at: 1 + code.count, count: Device.imeiLength),
            let version = body.bytes(
                at: 1 + code.count + Device.imeiLength, count: body.byteCount - 1 - code.count - Device.imeiLength)
        {
            self.init(
                code: WireText(padded: code),
                device: Device(imei: WireText(padded: imei), softwareVersion: WireText(padded: version)))
        } else {
            self.init(code: WireText(body))
        }
    }

    /// Appends the body: the 2019 layout when there is a ``device``.
    public func encode(into body: inout ByteBuffer) {
        guard let device else {
            body.writeBytes(code.bytes)
            return
        }
        let code = code.bytes.prefix(Int(UInt8.max))
        body.writeInteger(UInt8(code.count))
        body.writeBytes(code)
        body.writeBytes(device.imei.padded(to: Device.imeiLength))
        body.writeBytes(device.softwareVersion.padded(to: Device.softwareVersionLength))
    }
}
