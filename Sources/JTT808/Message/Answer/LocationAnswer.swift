public import NIOCore

/// A position in answer to a question: 0x0201 for 0x8201 (clause 8.23), 0x0500 for 0x8500 (clause 8.31), where the status
/// bits tell the outcome. The text of 2011 leaves the serial out; no implementation does.
public struct LocationAnswer: Equatable, Sendable {
    /// Where the location body begins, behind the serial.
    public static let reportOffset = 2

    /// Serial of the question.
    public var serial: UInt16
    public var report: LocationReport

    public init(serial: UInt16, report: LocationReport) {
        self.serial = serial
        self.report = report
    }

    /// - Throws: ``BodyError/length`` below 30 bytes. Faulty items cost themselves alone.
    public init(body: RawSpan) throws(BodyError) {
        var offset = 0
        serial = try body.take(&offset)
        report = try LocationReport(body: body.extracting(offset...))
    }

    public func encode(into body: inout ByteBuffer) {
        body.writeInteger(serial)
        report.encode(into: &body)
    }
}
