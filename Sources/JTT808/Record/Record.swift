public import NIOCore

/// One event of tags or weights inside a ``RecordBatch``. Values outside a field's table are kept as sent.
public struct Record: Equatable, Sendable {
    public enum Content: Equatable, Sendable {
        case tagRead(TagRead)
        case loadSample(LoadSample)
        case lift(Lift)
        case stationWeighing(StationWeighing)

        /// The byte that says which.
        public var kind: UInt8 {
            switch self {
            case .tagRead: 1
            case .loadSample: 2
            case .lift: 3
            case .stationWeighing: 4
            }
        }
    }

    public var head: RecordHead
    public var content: Content
    /// What stands behind the fields: those of a later version.
    public var rest: [UInt8]

    public init(head: RecordHead, content: Content, rest: [UInt8] = []) {
        self.head = head
        self.content = content
        self.rest = rest
    }

    /// - Throws: ``BodyError/length`` when it is too short for its kind, ``BodyError/kind`` when that is not known.
    public init(_ record: RawSpan) throws(BodyError) {
        var offset = 0
        let kind: UInt8 = try record.take(&offset)
        guard (1...4).contains(kind) else { throw .kind }
        head = try RecordHead(record, &offset)
        switch kind {
        case 1: content = .tagRead(try TagRead(record, &offset))
        case 2: content = .loadSample(try LoadSample(record, &offset))
        case 3: content = .lift(try Lift(record, &offset))
        default: content = .stationWeighing(try StationWeighing(record, &offset))
        }
        rest = record.rest(from: offset)
    }

    public func encode(into out: inout ByteBuffer) {
        out.writeInteger(content.kind)
        head.encode(into: &out)
        switch content {
        case .tagRead(let read): read.encode(into: &out)
        case .loadSample(let sample): sample.encode(into: &out)
        case .lift(let lift): lift.encode(into: &out)
        case .stationWeighing(let weighing): weighing.encode(into: &out)
        }
        out.writeBytes(rest)
    }
}
