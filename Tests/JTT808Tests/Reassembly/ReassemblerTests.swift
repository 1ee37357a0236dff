import NIOCore
import TestSupport
import Testing

@testable import JTT808

@Suite("Reassembler")
struct ReassemblerTests {
    static let start = ContinuousClock.now
    static let limits = ReassemblyLimits(
        messages: 3, bytesOfOneMessage: 4_000, bytes: 8_000, askAfter: .seconds(5), asks: 2, giveUpAfter: .seconds(20),
        life: .seconds(60), memory: .seconds(30))

    private func at(_ seconds: Int) -> ContinuousClock.Instant { Self.start + .seconds(seconds) }

    /// Slice `number` of a message whose slice 1 has `firstSerial`; its body is `body`.
    private func slice(
        _ number: UInt16, of total: UInt16, _ body: String, firstSerial: UInt16 = 100,
        id: MessageID = .parameterReport, phone: String = "13912345678", form: TerminalAddress.Form = .short
    ) throws -> Frame {
        let content = ByteBuffer(bytes: bytes(body))
        return Frame(
            header: FrameHeader(
                messageID: id, address: try address(phone, form), serial: firstSerial &+ (number &- 1),
                bodyLength: content.readableBytes, package: .init(total: total, index: number)), body: content)
    }

    /// What was handed over: the body, and the serials of slice 1 and of the slice that came last.
    private func delivered(_ actions: [Reassembler.Action]) -> [String] {
        actions.compactMap { action in
            guard case .deliver(let frame, let firstSerial) = action else { return nil }
            return "\(hex(frame.body)) \(firstSerial) \(frame.header.serial)"
        }
    }

    private func asked(_ actions: [Reassembler.Action]) -> [[UInt16]] {
        actions.compactMap { if case .ask(let missing) = $0 { missing.request.numbers } else { nil } }
    }

    private func givenUp(_ actions: [Reassembler.Action]) -> [PartialMessage] {
        actions.compactMap { if case .giveUp(let partial) = $0 { partial } else { nil } }
    }

    // MARK: Whole messages

    @Test("slices in any order make the message", arguments: [[1, 2, 3], [3, 2, 1], [2, 3, 1]] as [[UInt16]])
    func order(numbers: [UInt16]) throws {
        var reassembler = Reassembler(limits: Self.limits)
        let bodies: [UInt16: String] = [1: "0102", 2: "03", 3: "0405"]
        for number in numbers.dropLast() {
            let frame = try slice(number, of: 3, try #require(bodies[number]))
            #expect(reassembler.take(frame, now: at(0)) == [.acknowledge])
        }
        let last = try #require(numbers.last)
        let actions = reassembler.take(try slice(last, of: 3, try #require(bodies[last])), now: at(0))
        #expect(actions.count == 1)
        #expect(delivered(actions) == ["0102030405 100 \(99 + last)"])
        #expect(reassembler.messageCount == 0)
        #expect(reassembler.byteCount == 0)
    }

    @Test("the whole has the header of the slice that came last, without package")
    func header() throws {
        var reassembler = Reassembler(limits: Self.limits)
        _ = reassembler.take(try slice(2, of: 2, "02", form: .long), now: at(0))
        guard case .deliver(let whole, _)? = reassembler.take(try slice(1, of: 2, "01", form: .long), now: at(0)).first
        else {
            Issue.record("not whole")
            return
        }
        #expect(whole.header.package == nil)
        #expect(whole.header.bodyLength == 2)
        #expect(whole.header.messageID == .parameterReport)
        #expect(whole.header.address == (try address("13912345678", .long)))
    }

    @Test("a total of 1 is whole at once")
    func single() throws {
        var reassembler = Reassembler(limits: Self.limits)
        #expect(delivered(reassembler.take(try slice(1, of: 1, "0102"), now: at(0))) == ["0102 100 100"])
    }

    @Test("serials wrap after 65535")
    func wrap() throws {
        var reassembler = Reassembler(limits: Self.limits)
        let frames = try [1, 2, 3].map { try slice($0, of: 3, "0\($0)", firstSerial: 65_534) }
        #expect(frames.map(\.header.serial) == [65_534, 65_535, 0])
        #expect(delivered(frames.flatMap { reassembler.take($0, now: at(0)) }) == ["010203 65534 0"])
    }

    @Test("messages that are mixed keep apart: by id, by serial, by sender")
    func interleaved() throws {
        var reassembler = Reassembler(
            limits: ReassemblyLimits(messages: 4, bytesOfOneMessage: 4_000, bytes: 8_000))
        var actions: [Reassembler.Action] = []
        for number in [1, 2] as [UInt16] {
            actions += reassembler.take(try slice(number, of: 2, "a\(number)"), now: at(0))
            actions += reassembler.take(try slice(number, of: 2, "b\(number)", id: .mediaData), now: at(0))
            actions += reassembler.take(try slice(number, of: 2, "c\(number)", firstSerial: 200), now: at(0))
            actions += reassembler.take(try slice(number, of: 2, "d\(number)", phone: "13900000001"), now: at(0))
        }
        #expect(delivered(actions) == ["a1a2 100 101", "b1b2 100 101", "c1c2 200 201", "d1d2 100 101"])
    }

    @Test(
        "the whole messages of the vectors come out",
        arguments: VectorFile.all.filter { $0.kind == "reassembly" && $0.expect["body_len"] != nil })
    func vectors(_ vector: Vector) throws {
        var reassembler = Reassembler()
        let actions = parse(vector.bytes).frames.flatMap { reassembler.take($0, now: at(0)) }
        guard case .deliver(let whole, _)? = actions.last else {
            Issue.record("not whole")
            return
        }
        #expect(whole.body.readableBytes == vector.expect["body_len"] as? Int)
        if let body = vector.expect["body"] as? String { #expect(hex(whole.body) == body) }
        #expect(reassembler.messageCount == 0)
    }

    @Test(
        "what the vectors lack is asked for",
        arguments: VectorFile.all.filter { $0.kind == "reassembly" && $0.expect["missing"] != nil })
    func missing(_ vector: Vector) throws {
        var reassembler = Reassembler()
        for frame in parse(vector.bytes).frames {
            #expect(reassembler.take(frame, now: at(0)) == [.acknowledge])
        }
        guard case .ask(let missing)? = reassembler.tick(now: at(5)).first else {
            Issue.record("nothing asked")
            return
        }
        let facts = try #require(vector.expect["resend_request"] as? [String: Any])
        #expect(Int(missing.request.firstSerial) == facts["original_serial"] as? Int)
        #expect(missing.request.numbers.map(Int.init) == facts["resend"] as? [Int])
    }

    // MARK: Doubled and impossible slices

    @Test("a slice that comes twice is acknowledged twice and counts once")
    func doubled() throws {
        var reassembler = Reassembler(limits: Self.limits)
        let first = try slice(1, of: 2, "01")
        #expect(reassembler.take(first, now: at(0)) == [.acknowledge])
        let held = reassembler.byteCount
        #expect(reassembler.take(first, now: at(1)) == [.acknowledge])
        #expect(reassembler.byteCount == held)
        #expect(delivered(reassembler.take(try slice(2, of: 2, "02"), now: at(2))) == ["0102 100 101"])
    }

    @Test("another content under the same number is refused, the first one stays")
    func otherContent() throws {
        var reassembler = Reassembler(limits: Self.limits)
        _ = reassembler.take(try slice(1, of: 2, "01"), now: at(0))
        #expect(reassembler.take(try slice(1, of: 2, "ff"), now: at(0)) == [.refuse(.content)])
        #expect(delivered(reassembler.take(try slice(2, of: 2, "02"), now: at(0))) == ["0102 100 101"])
    }

    @Test("a total that changes condemns the slice, not the message")
    func otherTotal() throws {
        var reassembler = Reassembler(limits: Self.limits)
        _ = reassembler.take(try slice(1, of: 2, "01"), now: at(0))
        #expect(reassembler.take(try slice(2, of: 3, "02"), now: at(0)) == [.refuse(.total)])
        #expect(delivered(reassembler.take(try slice(2, of: 2, "02"), now: at(0))) == ["0102 100 101"])
    }

    @Test("a number that cannot be is refused", arguments: [(0, 2), (3, 2), (0, 0), (1, 0)] as [(UInt16, UInt16)])
    func number(number: UInt16, total: UInt16) throws {
        var reassembler = Reassembler(limits: Self.limits)
        #expect(reassembler.take(try slice(number, of: total, "01"), now: at(0)) == [.refuse(.number)])
        #expect(reassembler.messageCount == 0)
    }

    @Test("a frame without package is refused")
    func noPackage() throws {
        var reassembler = Reassembler(limits: Self.limits)
        var frame = try slice(1, of: 2, "01")
        frame.header.package = nil
        #expect(reassembler.take(frame, now: at(0)) == [.refuse(.number)])
    }

    // MARK: After the message was whole

    @Test("a slice sent again is acknowledged once the message is safe, and begins nothing")
    func repeated() throws {
        var reassembler = Reassembler(limits: Self.limits)
        let frames = try [slice(1, of: 2, "01"), slice(2, of: 2, "02")]
        for frame in frames { _ = reassembler.take(frame, now: at(0)) }
        for frame in frames { #expect(reassembler.take(frame, now: at(29)) == [.acknowledgeWhenSafe]) }
        #expect(reassembler.messageCount == 0)
    }

    @Test("of a message of very many slices no slice is remembered")
    func manySlices() throws {
        var reassembler = Reassembler()
        let total = UInt16(Reassembler.mostRemembered + 1)
        var whole = false
        for number in 1...total {
            for case .deliver in reassembler.take(try slice(number, of: total, "00"), now: at(0)) { whole = true }
        }
        #expect(whole)
        #expect(reassembler.isIdle)
    }

    @Test("the same serials with another content are another message")
    func serialsAnew() throws {
        var reassembler = Reassembler(limits: Self.limits)
        for frame in try [slice(1, of: 2, "01"), slice(2, of: 2, "02")] { _ = reassembler.take(frame, now: at(0)) }
        #expect(reassembler.take(try slice(1, of: 2, "ff"), now: at(1)) == [.acknowledge])
        #expect(delivered(reassembler.take(try slice(2, of: 2, "fe"), now: at(1))) == ["fffe 100 101"])
    }

    @Test("a message is not remembered for ever")
    func forgotten() throws {
        var reassembler = Reassembler(limits: Self.limits)
        let frames = try [slice(1, of: 2, "01"), slice(2, of: 2, "02")]
        for frame in frames { _ = reassembler.take(frame, now: at(0)) }
        #expect(reassembler.take(frames[0], now: at(30)) == [.acknowledge])
    }

    // MARK: Lost slices

    @Test("what is missing is asked for after silence, again after as much, and not for ever")
    func asks() throws {
        var reassembler = Reassembler(limits: Self.limits)
        _ = reassembler.take(try slice(2, of: 4, "02"), now: at(0))
        #expect(reassembler.tick(now: at(4)) == [])
        #expect(asked(reassembler.tick(now: at(5))) == [[1, 3, 4]])
        #expect(reassembler.tick(now: at(9)) == [])
        #expect(asked(reassembler.tick(now: at(10))) == [[1, 3, 4]])
        #expect(reassembler.tick(now: at(19)) == [])
    }

    @Test("a new slice begins the silence and the number of questions anew, a doubled one does not")
    func progress() throws {
        var reassembler = Reassembler(limits: Self.limits)
        _ = reassembler.take(try slice(1, of: 3, "01"), now: at(0))
        _ = reassembler.take(try slice(1, of: 3, "01"), now: at(3))
        #expect(asked(reassembler.tick(now: at(5))) == [[2, 3]])
        #expect(asked(reassembler.tick(now: at(10))) == [[2, 3]])
        _ = reassembler.take(try slice(3, of: 3, "03"), now: at(12))
        #expect(reassembler.tick(now: at(16)) == [])
        #expect(asked(reassembler.tick(now: at(17))) == [[2]])
        #expect(asked(reassembler.tick(now: at(22))) == [[2]])
        #expect(delivered(reassembler.take(try slice(2, of: 3, "02"), now: at(23))) == ["010203 100 101"])
    }

    /// 255 numbers in 2013, (1023 - 4) / 2 in 2019.
    @Test(
        "a question holds as many numbers as a frame",
        arguments: [(TerminalAddress.Form.short, 255), (.long, 509)])
    func longQuestion(form: TerminalAddress.Form, most: Int) throws {
        var reassembler = Reassembler(limits: Self.limits)
        _ = reassembler.take(try slice(1, of: 65_535, "01", form: form), now: at(0))
        #expect(asked(reassembler.tick(now: at(5))) == [Array(2...UInt16(most + 1))])
    }

    @Test("for a picture 0x8800 asks, if the slice with its id is there")
    func picture() throws {
        var reassembler = Reassembler(limits: Self.limits)
        _ = reassembler.take(try slice(1, of: 3, "0000007b 00000101", id: .mediaData), now: at(0))
        _ = reassembler.take(try slice(3, of: 3, "03", firstSerial: 200, id: .mediaData), now: at(1))
        let missing = reassembler.tick(now: at(6)).compactMap {
            if case .ask(let missing) = $0 { missing } else { nil }
        }
        #expect(missing.map(\.mediaID) == [123, nil])
        #expect(missing.map(\.mediaAnswer) == [MediaDataAnswer(mediaID: 123, missing: [2, 3]), nil])
        #expect(missing.map(\.request.firstSerial) == [100, 200])
    }

    @Test("a message that is not sent on is given up, and what there is handed back in order")
    func givesUp() throws {
        var reassembler = Reassembler(limits: Self.limits)
        _ = reassembler.take(try slice(3, of: 4, "03"), now: at(0))
        _ = reassembler.take(try slice(1, of: 4, "01"), now: at(1))
        #expect(givenUp(reassembler.tick(now: at(20))) == [])
        let partial = try #require(givenUp(reassembler.tick(now: at(21))).first)
        #expect(partial.reason == .timeout)
        #expect(partial.messageID == .parameterReport)
        #expect(partial.address.phone == "013912345678")
        #expect(partial.firstSerial == 100)
        #expect(partial.total == 4)
        #expect(partial.slices.map(\.number) == [1, 3])
        #expect(partial.slices.map { hex($0.body) } == ["01", "03"])
        #expect(reassembler.messageCount == 0)
        #expect(reassembler.byteCount == 0)
    }

    @Test("a message that trickles is given up at the end of its life")
    func trickle() throws {
        var reassembler = Reassembler(limits: Self.limits)
        for second in 0..<60 where second.isMultiple(of: 10) {
            _ = reassembler.take(try slice(UInt16(second / 10 + 1), of: 100, "01"), now: at(second))
            #expect(givenUp(reassembler.tick(now: at(second))) == [])
        }
        #expect(givenUp(reassembler.tick(now: at(59))) == [])
        #expect(givenUp(reassembler.tick(now: at(60))).map(\.slices.count) == [6])
    }

    // MARK: Bounds

    @Test("a message too many ends the one that was still the longest")
    func tooMany() throws {
        var reassembler = Reassembler(limits: Self.limits)
        for serial in [100, 200, 300] as [UInt16] {
            _ = reassembler.take(try slice(1, of: 3, "01", firstSerial: serial), now: at(Int(serial) / 100))
        }
        _ = reassembler.take(try slice(2, of: 3, "02", firstSerial: 100), now: at(4))
        let actions = reassembler.take(try slice(1, of: 3, "01", firstSerial: 400), now: at(5))
        #expect(givenUp(actions).map(\.firstSerial) == [200])
        #expect(givenUp(actions).map(\.reason) == [.crowdedOut])
        #expect(actions.last == .acknowledge)
        #expect(reassembler.messageCount == 3)
    }

    @Test("a message of too many bytes is given up with the slice that was too much")
    func tooLarge() throws {
        var reassembler = Reassembler(limits: Self.limits)
        let kilobyte = String(repeating: "ab", count: 1000)
        for number in 1...3 as ClosedRange<UInt16> {
            #expect(reassembler.take(try slice(number, of: 9, kilobyte), now: at(0)) == [.acknowledge])
        }
        // Each costs 1096: the fourth makes 4384.
        let actions = reassembler.take(try slice(4, of: 9, kilobyte), now: at(0))
        #expect(actions.first == .acknowledge)
        #expect(givenUp(actions).map(\.reason) == [.tooLarge])
        #expect(givenUp(actions).map(\.slices.count) == [4])
        #expect(reassembler.byteCount == 0)
    }

    @Test("bytes in all are bounded by giving up the one that was still the longest")
    func bytesInAll() throws {
        var reassembler = Reassembler(limits: Self.limits)
        let kilobyte = String(repeating: "ab", count: 1000)
        var actions: [Reassembler.Action] = []
        for serial in [100, 200, 300] as [UInt16] {
            for number in 1...3 as ClosedRange<UInt16> {
                actions += reassembler.take(
                    try slice(number, of: 9, kilobyte, firstSerial: serial), now: at(Int(serial) / 100))
                #expect(reassembler.byteCount <= 8_000)
            }
        }
        #expect(givenUp(actions).map(\.firstSerial) == [100])
    }

    @Test("empty slices cost something too")
    func emptySlices() throws {
        var reassembler = Reassembler(limits: Self.limits)
        var actions: [Reassembler.Action] = []
        for number in 1...60 as ClosedRange<UInt16> {
            actions += reassembler.take(try slice(number, of: 65_535, ""), now: at(0))
        }
        // 4000 / 96 slices and one more.
        #expect(givenUp(actions).map(\.slices.count) == [42])
    }

    @Test("the end of a connection hands back what is not whole")
    func close() throws {
        var reassembler = Reassembler(limits: Self.limits)
        _ = reassembler.take(try slice(1, of: 3, "01", firstSerial: 200), now: at(0))
        _ = reassembler.take(try slice(1, of: 3, "01", firstSerial: 100), now: at(1))
        let partials = givenUp(reassembler.close())
        #expect(partials.map(\.firstSerial) == [200, 100])
        #expect(partials.map(\.reason) == [.closed, .closed])
        #expect(reassembler.byteCount == 0)
        #expect(reassembler.close() == [])
    }

    @Test("an owner that holds too much has one given up after the other")
    func giveUpOldest() throws {
        var reassembler = Reassembler(limits: Self.limits)
        _ = reassembler.take(try slice(1, of: 3, "01", firstSerial: 200), now: at(0))
        _ = reassembler.take(try slice(1, of: 3, "01", firstSerial: 100), now: at(1))
        #expect(givenUp(reassembler.giveUpOldest()).map(\.firstSerial) == [200])
        #expect(givenUp(reassembler.giveUpOldest()).map(\.firstSerial) == [100])
        #expect(reassembler.giveUpOldest() == [])
    }

    @Test("a slice holds no more memory than its own bytes")
    func copies() throws {
        var reassembler = Reassembler(limits: Self.limits)
        let stream = ByteBuffer(repeating: 7, count: 60_000)
        var frame = try slice(1, of: 2, "01")
        frame.body = try #require(stream.getSlice(at: 100, length: 10))
        _ = reassembler.take(frame, now: at(0))
        let partial = try #require(givenUp(reassembler.close()).first)
        #expect(partial.slices.first.map { $0.body.storageCapacity < 100 } == true)
    }
}
