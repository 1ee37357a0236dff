/// The header of a message (JT/T 808-2011 and 2013: 12 or 16 bytes; JT/T 808-2019, clause 4.4.3: 17 or 21 bytes).
public struct FrameHeader: Equatable, Sendable {
    /// Position of a slice in a sub-packaged message, as sent: `index` counts from 1.
    public struct Package: Equatable, Sendable {
        public var total: UInt16
        public var index: UInt16

        public init(total: UInt16, index: UInt16) {
            self.total = total
            self.index = index
        }
    }

    /// Length of the check code that follows the body.
    static let checkCodeLength = 1
    /// Shortest content of a frame: a short header and the check code.
    static let shortestContent = 13

    public var messageID: MessageID
    /// Who sent it (or is to receive it), with the form of header that this terminal uses.
    public var address: TerminalAddress
    /// Counts the sender's messages from 0 and wraps after 65535.
    public var serial: UInt16
    /// Declared length of the unescaped body, 0 to 1023.
    public var bodyLength: Int
    /// Bits 10 to 12 of the body properties: 0 none, bit 0 set RSA, others reserved.
    public var encryption: UInt8 = 0
    /// Bit 15 of the body properties, reserved.
    public var isReservedBitSet = false
    /// Set when bit 13 of the body properties is.
    public var package: Package?
    /// Bit 14 promises the long header, but the frame's length proves the short one (seen in real devices).
    public var hasVersionFlagWithoutLongHeader = false

    public init(
        messageID: MessageID, address: TerminalAddress, serial: UInt16, bodyLength: Int, package: Package? = nil
    ) {
        self.messageID = messageID
        self.address = address
        self.serial = serial
        self.bodyLength = bodyLength
        self.package = package
    }

    /// Bytes of this header on the wire, unescaped.
    public var length: Int { Self.length(of: address.form, hasPackage: package != nil) }

    static func length(of form: TerminalAddress.Form, hasPackage: Bool) -> Int {
        (form == .long ? 17 : 12) + (hasPackage ? 4 : 0)
    }

    /// Reads the header of a frame's unescaped `content` (header, body, check code).
    ///
    /// Bit 14 decides between the short and the long header. When the one that it asks for does not fit the frame's length
    /// and the short one does, the short one is in use.
    /// - Throws: ``FrameError/truncated`` when the header is not complete. The lengths are compared by the caller, after
    ///   the check code, because a wrong check code is the better explanation of a wrong length.
    package init(content: RawSpan) throws(FrameError) {
        let count = content.byteCount
        guard count >= Self.shortestContent, let id: UInt16 = content.load(at: 0),
            let properties: UInt16 = content.load(at: 2)
        else { throw .truncated }
        let declared = Int(properties & 0x03FF)
        let hasPackage = properties & 0x2000 != 0
        let hasVersionFlag = properties & 0x4000 != 0
        var form: TerminalAddress.Form = hasVersionFlag ? .long : .short
        if hasVersionFlag {
            let long = Self.length(of: .long, hasPackage: hasPackage) + declared + Self.checkCodeLength
            let short = Self.length(of: .short, hasPackage: hasPackage) + declared + Self.checkCodeLength
            if count != long && count == short { form = .short }
        }
        let headerLength = Self.length(of: form, hasPackage: hasPackage)
        guard count >= headerLength + Self.checkCodeLength else { throw .truncated }

        let address: TerminalAddress
        let serialOffset: Int
        switch form {
        case .short:
            guard let high: UInt16 = content.load(at: 4), let low: UInt32 = content.load(at: 6) else {
                throw .truncated
            }
            address = TerminalAddress(form: .short, protocolVersion: 0, high: 0, low: UInt64(high) << 32 | UInt64(low))
            serialOffset = 10
        case .long:
            guard let version: UInt8 = content.load(at: 4), let high: UInt16 = content.load(at: 5),
                let low: UInt64 = content.load(at: 7)
            else { throw .truncated }
            address = TerminalAddress(form: .long, protocolVersion: version, high: high, low: low)
            serialOffset = 15
        }
        guard let serial: UInt16 = content.load(at: serialOffset) else { throw .truncated }
        self.init(messageID: MessageID(rawValue: id), address: address, serial: serial, bodyLength: declared)
        if hasPackage {
            guard let total: UInt16 = content.load(at: serialOffset + 2),
                let index: UInt16 = content.load(at: serialOffset + 4)
            else { throw .truncated }
            package = Package(total: total, index: index)
        }
        encryption = UInt8(truncatingIfNeeded: properties >> 10 & 0x7)
        isReservedBitSet = properties & 0x8000 != 0
        hasVersionFlagWithoutLongHeader = hasVersionFlag && form == .short
    }

    /// The body properties as sent.
    var properties: UInt16 {
        UInt16(bodyLength & 0x03FF) | UInt16(encryption & 0x7) << 10
            | (package == nil ? 0 : 0x2000)
            | (address.form == .long || hasVersionFlagWithoutLongHeader ? 0x4000 : 0)
            | (isReservedBitSet ? 0x8000 : 0)
    }
}
