public import NIOCore

/// A question with answers to choose from: 0x8302 (2011 and 2013). 提问下发.
public struct Question: Equatable, Sendable {
    public struct Answer: Equatable, Sendable {
        public var id: UInt8
        public var text: WireText

        public init(id: UInt8, text: WireText) {
            self.id = id
            self.text = text
        }
    }

    /// b0 urgent, b3 speak, b4 advertising screen.
    public var flags: UInt8
    public var text: WireText
    public var answers: [Answer]

    public init(flags: UInt8, text: WireText, answers: [Answer]) {
        self.flags = flags
        self.text = text
        self.answers = answers
    }

    /// Answers follow up to the end; they have no count.
    public init(body: RawSpan) throws(BodyError) {
        var offset = 0
        flags = try body.take(&offset)
        text = try body.takeShortText(&offset)
        answers = []
        while offset < body.byteCount {
            answers.append(Answer(id: try body.take(&offset), text: try body.takeLongText(&offset)))
        }
    }

    public func encode(into body: inout ByteBuffer) {
        body.writeInteger(flags)
        body.writeShortText(text)
        for answer in answers {
            body.writeInteger(answer.id)
            body.writeLongText(answer.text)
        }
    }
}
