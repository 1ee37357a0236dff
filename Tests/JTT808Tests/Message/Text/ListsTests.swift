import NIOCore
import Testing

@testable import JTT808

/// Events, information and telephones have one form: an action, a count, items.
@Suite("EventList, InformationMenu and PhoneBook")
struct ListsTests {
    @Test(
        "2011 has a second count",
        arguments: [(Edition.edition2011, "02 01 01"), (.edition2013, "02 01"), (.edition2019, "02 01")])
    func counts(edition: Edition, head: String) throws {
        let events = EventList(action: 2, events: [.init(id: 7, text: "A")])
        let eventWire = bytes(head + "07 01 41")
        #expect(hex(encoded { events.encode(into: &$0, edition: edition) }) == hex(eventWire))
        #expect(try EventList(body: eventWire.span.bytes, edition: edition) == events)

        let menu = InformationMenu(action: 2, items: [.init(kind: 7, name: "A")])
        let menuWire = bytes(head + "07 0001 41")
        #expect(hex(encoded { menu.encode(into: &$0, edition: edition) }) == hex(menuWire))
        #expect(try InformationMenu(body: menuWire.span.bytes, edition: edition) == menu)

        let book = PhoneBook(action: 2, contacts: [.init(flag: 3, number: "110", name: "P")])
        let bookWire = bytes(head + "03 03 313130 01 50")
        #expect(hex(encoded { book.encode(into: &$0, edition: edition) }) == hex(bookWire))
        #expect(try PhoneBook(body: bookWire.span.bytes, edition: edition) == book)
    }

    @Test("action 0 deletes all and may stand alone", arguments: Edition.allCases)
    func clear(edition: Edition) throws {
        let body = bytes("00")
        #expect(try EventList(body: body.span.bytes, edition: edition) == EventList(action: 0, events: []))
        #expect(try InformationMenu(body: body.span.bytes, edition: edition).items.isEmpty)
        #expect(try PhoneBook(body: body.span.bytes, edition: edition).contacts.isEmpty)
        #expect(hex(encoded { EventList(action: 0, events: []).encode(into: &$0, edition: edition) }) == "00")
        #expect(hex(encoded { InformationMenu(action: 0, items: []).encode(into: &$0, edition: edition) }) == "00")
        #expect(hex(encoded { PhoneBook(action: 0, contacts: []).encode(into: &$0, edition: edition) }) == "00")
    }

    @Test("another action needs a count", arguments: 1...4 as ClosedRange<UInt8>)
    func noCount(action: UInt8) {
        #expect(throws: BodyError.length) { try EventList(body: [action].span.bytes, edition: .edition2013) }
        #expect(throws: BodyError.length) { try InformationMenu(body: [action].span.bytes, edition: .edition2013) }
        #expect(throws: BodyError.length) { try PhoneBook(body: [action].span.bytes, edition: .edition2013) }
    }

    @Test("texts and numbers of items that are too long are cut")
    func cut() throws {
        let long = WireText(padded: [UInt8](repeating: 0x41, count: 300))
        let list = EventList(action: 1, events: [EventList.Event](repeating: .init(id: 1, text: long), count: 300))
        let body = encoded { list.encode(into: &$0, edition: .edition2013) }
        #expect(body.readableBytes == 2 + 255 * 257)
        let span = body.readableBytesSpan
        #expect(try EventList(body: span, edition: .edition2013).events.count == 255)
    }
}
