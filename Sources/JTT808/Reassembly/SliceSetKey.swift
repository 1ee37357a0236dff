/// Names the message that a slice belongs to: sender, message id, and the serial of slice 1. A message that is sent again
/// while the first one is still under way has other serials, so both go their own ways.
struct SliceSetKey: Hashable, Sendable {
    let number: TerminalNumber
    let messageID: MessageID
    let firstSerial: UInt16

    /// The key of a slice with a number from 1: its serial is that of slice 1 and as many more as slices came before it.
    init(_ header: FrameHeader, _ package: FrameHeader.Package) {
        number = header.address.number
        messageID = header.messageID
        firstSerial = header.serial &- (package.index &- 1)
    }
}
