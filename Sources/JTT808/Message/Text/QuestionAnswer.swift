public import NIOCore

/// The driver's answer: 0x0302 (2011 and 2013). 提问应答.
public struct QuestionAnswer: Equatable, Sendable {
    /// Serial of the question.
    public var serial: UInt16
    /// As in ``Question/Answer/id``.
    public var answerID: UInt8

    public init(serial: UInt16, answerID: UInt8) {
        self.serial = serial
        self.answerID = answerID
    }

    public init(body: RawSpan) throws(BodyError) {
        var offset = 0
        serial = try body.take(&offset)
        answerID = try body.take(&offset)
    }

    public func encode(into body: inout ByteBuffer) {
        body.writeInteger(serial)
        body.writeInteger(answerID)
    }
}
