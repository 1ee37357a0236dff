package import NIOCore

/// One frame of an R200 or M100 tag reader module: `BB`, type, command, length, parameters, sum, `7E`.
package struct TagReaderFrame: Hashable, Sendable {
    package enum Kind: UInt8, Hashable, Sendable, CaseIterable {
        case command = 0
        case response = 1
        /// Sent without being asked: a tag was seen.
        case notification = 2
    }

    static let first: UInt8 = 0xBB
    static let last: UInt8 = 0x7E
    /// Bytes before the parameters.
    static let headLength = 5
    /// Sum and last byte.
    static let tailLength = 2
    /// Parameters of the longest answer that is of use here; a length above it is no frame's.
    package static let mostParameters = 256
    package static let longest = headLength + mostParameters + tailLength

    package var kind: Kind
    package var command: UInt8
    /// Up to ``mostParameters`` bytes.
    package var parameters: ByteBuffer

    package init(kind: Kind, command: UInt8, parameters: ByteBuffer = ByteBuffer()) {
        precondition(parameters.readableBytes <= Self.mostParameters, "more parameters than a frame has")
        self.kind = kind
        self.command = command
        self.parameters = parameters
    }

    /// Asks for one round of reading.
    package static let singlePoll = TagReaderFrame(kind: .command, command: Command.singlePoll)
    /// Asks for `rounds` rounds of reading.
    package static func multiplePoll(rounds: UInt16) -> TagReaderFrame {
        var parameters = ByteBuffer()
        parameters.writeInteger(0x22 as UInt8)
        parameters.writeInteger(rounds)
        return TagReaderFrame(kind: .command, command: Command.multiplePoll, parameters: parameters)
    }
    /// Ends a multiple poll.
    package static let stop = TagReaderFrame(kind: .command, command: Command.stop)
    /// The answer to a poll that found no tag.
    package static let noTag = TagReaderFrame(
        kind: .response, command: Command.failure, parameters: ByteBuffer(bytes: [0x15]))

    package enum Command {
        package static let singlePoll: UInt8 = 0x22
        package static let multiplePoll: UInt8 = 0x27
        package static let stop: UInt8 = 0x28
        /// The command of a response that tells why another failed; its parameter is the reason.
        package static let failure: UInt8 = 0xFF
    }

    /// Low byte of the sum from the type to the last parameter.
    var sum: UInt8 {
        let length = UInt16(truncatingIfNeeded: parameters.readableBytes)
        return parameters.readableBytesView.reduce(
            kind.rawValue &+ command &+ UInt8(length >> 8) &+ UInt8(truncatingIfNeeded: length), &+)
    }

    package func encode(into out: inout ByteBuffer) {
        out.writeBytes([Self.first, kind.rawValue, command])
        out.writeInteger(UInt16(truncatingIfNeeded: parameters.readableBytes))
        out.writeImmutableBuffer(parameters)
        out.writeBytes([sum, Self.last])
    }
}
