public import NIOCore

/// State (0xF7) or make (0xF8) of attached devices, by the regional safety standards: the data of a 0x0900 of that type.
public struct AttachedDeviceList: Equatable, Sendable {
    public struct Device: Equatable, Sendable {
        /// 0x64 driver assistance, 0x65 driver monitor, 0x66 tyres, 0x67 blind spot; others are kept as sent.
        public var id: UInt8
        /// At most 255 bytes.
        public var content: [UInt8]

        public init(id: UInt8, content: [UInt8]) {
            self.id = id
            self.content = content
        }
    }

    /// At most 255.
    public var devices: [Device]

    public init(devices: [Device]) { self.devices = devices }

    /// - Throws: ``BodyError/length`` when the devices do not fill the data.
    public init(data: RawSpan) throws(BodyError) {
        var offset = 0
        let count: UInt8 = try data.take(&offset)
        devices = []
        for _ in 0..<count {
            let id: UInt8 = try data.take(&offset)
            let length: UInt8 = try data.take(&offset)
            devices.append(Device(id: id, content: try data.takeBytes(Int(length), &offset)))
        }
        guard offset == data.byteCount else { throw .length }
    }

    public func encode(into out: inout ByteBuffer) {
        let devices = devices.prefix(Int(UInt8.max))
        out.writeInteger(UInt8(devices.count))
        for device in devices {
            let content = device.content.prefix(Int(UInt8.max))
            out.writeInteger(device.id)
            out.writeInteger(UInt8(content.count))
            out.writeBytes(content)
        }
    }
}
