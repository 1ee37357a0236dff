import Ingest
import JTT808

/// What happens to a connection's session: messages of several terminals, changes of the registry, another connection that
/// takes a terminal over. The session is driven as its channel handler drives it, and compared with a plain list.
///
/// Input: events of six bytes, see ``SessionEvent``.
enum SessionEvents {
    static func check(_ input: [UInt8]) throws {
        var driver = SessionDriver()
        var rest = input[...]
        while rest.count >= SessionEvent.byteCount {
            try driver.take(SessionEvent(rest.prefix(SessionEvent.byteCount)))
            rest = rest.dropFirst(SessionEvent.byteCount)
        }
    }
}

/// One event in six bytes: kind and terminal; message id; package fields; encryption and form; what the terminal shows.
struct SessionEvent {
    static let byteCount = 6
    static let numbers = ["1", "2", "3", "13912345678", "123456789012", "0", "abcdef", "00123"].compactMap {
        TerminalNumber($0)
    }

    enum Kind {
        /// A frame of the terminal.
        case message
        /// The registry says something else about the terminal from now on.
        case registryChanged
        /// The terminal is on another connection now.
        case superseded
    }

    let kind: Kind
    let terminal: Int
    let header: FrameHeader
    let isCodeRight: Bool
    let admission: Admission

    /// What the registry says.
    enum Admission: Int, CaseIterable {
        case admitted, admittedWithCode, unknown, refused, unavailable
    }

    init(_ bytes: ArraySlice<UInt8>) {
        let bytes = Array(bytes)
        terminal = Int(bytes[0] & 0x07)
        switch bytes[0] >> 3 & 0x07 {
        case 0...5: kind = .message
        case 6: kind = .registryChanged
        default: kind = .superseded
        }
        let isLong = bytes[4] & 0x10 != 0
        let number = Self.numbers[terminal]
        // Every number here has at most 12 digits.
        guard let address = TerminalAddress(number, form: isLong ? .long : .short) else {
            preconditionFailure("\(number) has more than 12 digits")
        }
        var header = FrameHeader(
            messageID: MessageID(rawValue: UInt16(bytes[1]) << 8 | UInt16(bytes[2])), address: address, serial: 0,
            bodyLength: 0)
        if bytes[3] & 0x01 != 0 {
            header.package = .init(total: UInt16(bytes[3] >> 1 & 0x03), index: UInt16(bytes[3] >> 3 & 0x03))
        }
        if bytes[4] & 0x08 != 0 { header.encryption = bytes[4] & 0x07 }
        self.header = header
        isCodeRight = bytes[5] & 0x01 != 0
        admission = Admission.allCases[Int(bytes[5] >> 1) % Admission.allCases.count]
    }
}
