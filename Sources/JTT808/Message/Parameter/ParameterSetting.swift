public import NIOCore

/// Sets parameters: 0x8103 (clause 8.12). 设置终端参数.
public struct ParameterSetting: Equatable, Sendable {
    /// At most 255. An id may occur more than once (lists).
    public var parameters: [Parameter]

    public init(parameters: [Parameter]) { self.parameters = parameters }

    /// - Throws: ``BodyError/length`` when the items do not fill the body.
    public init(body: RawSpan, edition: Edition) throws(BodyError) {
        parameters = try ParameterList(body, at: 0, edition: edition).items
    }

    public func encode(into body: inout ByteBuffer, edition: Edition) {
        ParameterList.encode(parameters, isDouble: edition == .edition2011, into: &body)
    }
}
