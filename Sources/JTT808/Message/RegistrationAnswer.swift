public import NIOCore

/// The platform's answer to a registration: 0x8100 (clause 8.9).
public struct RegistrationAnswer: Equatable, Sendable {
    public struct Result: RawRepresentable, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        public static let done = Result(rawValue: 0)
        public static let vehicleAlreadyRegistered = Result(rawValue: 1)
        public static let noSuchVehicle = Result(rawValue: 2)
        public static let terminalAlreadyRegistered = Result(rawValue: 3)
        public static let noSuchTerminal = Result(rawValue: 4)
    }

    /// Serial of the registration.
    public var serial: UInt16
    public var result: Result
    /// Only with result 0. ASCII, under 60 bytes: some terminals mangle anything else.
    public var authenticationCode: WireText?

    public init(serial: UInt16, result: Result, authenticationCode: WireText? = nil) {
        self.serial = serial
        self.result = result
        self.authenticationCode = authenticationCode
    }

    /// - Throws: ``BodyError/length`` below 3 bytes.
    public init(body: RawSpan) throws(BodyError) {
        guard let serial: UInt16 = body.load(at: 0), let result: UInt8 = body.load(at: 2),
            let code = body.bytes(at: 3, count: body.byteCount - 3)
        else { throw .length }
        self.init(
            serial: serial, result: Result(rawValue: result),
            authenticationCode: result == 0 ? WireText(padded: code) : nil)
    }

    public func encode(into body: inout ByteBuffer) {
        body.writeInteger(serial)
        body.writeInteger(result.rawValue)
        if result == .done, let authenticationCode { body.writeBytes(authenticationCode.bytes) }
    }
}
