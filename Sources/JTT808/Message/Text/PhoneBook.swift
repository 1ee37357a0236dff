public import NIOCore

/// The numbers that a terminal may call and be called by: 0x8401 (clause 8.29). 设置电话本.
public struct PhoneBook: Equatable, Sendable {
    public struct Contact: Equatable, Sendable {
        /// 1 may call in, 2 may be called, 3 both.
        public var flag: UInt8
        public var number: WireText
        public var name: WireText

        public init(flag: UInt8, number: WireText, name: WireText) {
            self.flag = flag
            self.number = number
            self.name = name
        }
    }

    /// 0 deletes all, and nothing follows; 1 replaces, 2 adds, 3 changes by name.
    public var action: UInt8
    public var contacts: [Contact]

    public init(action: UInt8, contacts: [Contact]) {
        self.action = action
        self.contacts = contacts
    }

    public init(body: RawSpan, edition: Edition) throws(BodyError) {
        var offset = 0
        action = try body.take(&offset)
        contacts = []
        if action == 0 && body.byteCount == offset { return }
        for _ in 0..<(try body.takeCount(&offset, edition)) {
            contacts.append(
                Contact(
                    flag: try body.take(&offset), number: try body.takeShortText(&offset),
                    name: try body.takeShortText(&offset)))
        }
    }

    public func encode(into body: inout ByteBuffer, edition: Edition) {
        body.writeInteger(action)
        if action == 0 && contacts.isEmpty { return }
        body.writeCounted(contacts, edition) { contact, body in
            body.writeInteger(contact.flag)
            body.writeShortText(contact.number)
            body.writeShortText(contact.name)
        }
    }
}
