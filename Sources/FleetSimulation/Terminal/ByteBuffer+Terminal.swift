package import JTT808
package import NIOCore

extension ByteBuffer {
    /// Appends one frame of a terminal whose body, of at most 1023 bytes, `encode` writes.
    package mutating func writeFrame(
        _ messageID: MessageID, from address: TerminalAddress, serial: UInt16,
        encode: (inout ByteBuffer) -> Void = { _ in }
    ) {
        do {
            try FrameWriter.write(messageID, to: address, serial: serial, into: &self, encode: encode)
        } catch {
            preconditionFailure("a simulated message fits one frame: \(error)")
        }
    }

    /// Appends 0x0100.
    mutating func writeRegistration(of identity: VehicleIdentity, serial: UInt16) {
        writeFrame(.registration, from: identity.address, serial: serial) { identity.registration.encode(into: &$0) }
    }

    /// Appends 0x0102.
    mutating func writeAuthentication(of identity: VehicleIdentity, code: WireText, serial: UInt16) {
        let message = Authentication(code: code, device: identity.device)
        writeFrame(.authentication, from: identity.address, serial: serial) { message.encode(into: &$0) }
    }
}
