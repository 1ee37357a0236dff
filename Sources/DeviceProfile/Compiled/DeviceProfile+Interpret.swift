import JTT808
package import Telemetry

extension DeviceProfile {
    /// One thing that a profile found in a message.
    package struct Finding: Sendable {
        package let event: RecordEvent
        /// The bytes that it was made from, in the body.
        package let bytes: Range<Int>
    }

    /// What a location body says for the fix's own columns: the first reading of each.
    /// - Parameter unreadable: grows by the readings that are not what the profile says.
    package func columns(of body: RawSpan, unreadable: inout Int) -> FixColumns {
        var columns = FixColumns()
        forEachItemPart(of: body) { rule, part in
            for meaning in rule.meanings where meaning.isColumn {
                let isKept =
                    switch meaning {
                    case .odometer(let measure): columns.take(odometer: measure.read(body.extracting(part)))
                    case .fuel(let measure): columns.take(fuel: measure.read(body.extracting(part)))
                    case .load, .tag, .lift: true
                    }
                if !isKept { unreadable += 1 }
            }
        }
        // An item of the standard that the profile explains itself is not also read by the standard.
        if !rules(forItem: 0x01).isEmpty { columns.standardItems.remove(.odometer) }
        if !rules(forItem: 0x02).isEmpty { columns.standardItems.remove(.fuel) }
        return columns
    }

    /// The tags and weights inside a location body. They happened when and where the fix was made, unless a rule says where their
    /// own time stands.
    /// - Parameters:
    ///   - fix: made from `body`.
    ///   - unreadable: grows by the readings that are not what the profile says.
    package func forEachRecord(
        of fix: Fix, in body: RawSpan, receivedAt: Instant, unreadable: inout Int, _ visit: (Finding) -> Void
    ) {
        var head = RecordHead(
            time: fix.position.time, milliseconds: 0, bootNumber: 0, sequence: fix.bodyHash)
        if fix.position.statusBits & 0b10 != 0, let latitude = fix.latitudeE6, let longitude = fix.longitudeE6 {
            head.latitudeE6 = latitude
            head.longitudeE6 = longitude
            head.fixAgeDs = 0
        }
        let atFix = head
        forEachItemPart(of: body) { rule, part in
            read(rule, part, of: body, atFix, &unreadable) { record, position in
                var event = RecordEvent(record, derivedFrom: fix, at: position)
                if rule.time != nil {
                    let own = RecordEvent(record, derivedAt: position, receivedAt: receivedAt)
                    // With a time that cannot be, the fix's stands in and not that of receipt: a report sent again must give the
                    // same row.
                    if own.timeQuality == .device { event = own }
                }
                visit(Finding(event: event, bytes: part))
            }
        }
    }

    /// The tags and weights inside a 0x0900. Nothing says when they happened but a rule's own time field.
    package func forEachRecord(
        ofPassthrough body: RawSpan, receivedAt: Instant, unreadable: inout Int, _ visit: (Finding) -> Void
    ) {
        guard let type: UInt8 = body.load(at: 0) else { return }
        // 2011 puts two lengths behind the type; what is inside is the same.
        let start = RecordBatch.start(inPassthrough: body)
        var hash: UInt32?
        for rule in rules where rule.source == .passthrough(type) {
            let sequence = hash ?? CRC32.checksum(of: body)
            hash = sequence
            let head = RecordHead(
                time: TerminalTime(bcd: 0), milliseconds: 0, bootNumber: 0, sequence: sequence)
            rule.forEachPart(of: body, in: start..<body.byteCount) { part in
                read(rule, part, of: body, head, &unreadable) { record, position in
                    let event = RecordEvent(record, derivedAt: position, receivedAt: receivedAt)
                    visit(Finding(event: event, bytes: part))
                }
            }
        }
    }

    private func forEachItemPart(of body: RawSpan, _ visit: (ProfileRule, Range<Int>) -> Void) {
        _ = AdditionalItem.walk(body, from: Fix.itemsOffset) { id, offset, length in
            for index in rules(forItem: id) {
                let rule = rules[index]
                rule.forEachPart(of: body, in: offset..<offset + length) { part in visit(rule, part) }
            }
        }
    }

    private func read(
        _ rule: ProfileRule, _ part: Range<Int>, of body: RawSpan, _ head: RecordHead, _ unreadable: inout Int,
        _ visit: (Record, Int32) -> Void
    ) {
        let bytes = body.extracting(part)
        for meaning in rule.meanings {
            let reading: MeaningReading
            switch meaning {
            case .odometer, .fuel: continue
            case .load(let load): reading = load.read(bytes)
            case .tag(let tag): reading = tag.read(bytes)
            case .lift(let lift): reading = lift.read(bytes)
            }
            switch reading {
            case .none: break
            case .unreadable: unreadable += 1
            case .content(let content, let position):
                var head = head
                var place = position
                if let time = rule.time {
                    // It is named by its own bytes, so that a device may repeat it in the next report.
                    head.time = time.read(bytes)
                    head.sequence = CRC32.checksum(of: bytes)
                } else {
                    place = position &+ 64 &* Int32(truncatingIfNeeded: part.lowerBound)
                }
                visit(Record(head: head, content: content), place)
            }
        }
    }
}

extension FixColumns {
    /// - Returns: false when the reading is not what the profile says.
    fileprivate mutating func take(odometer reading: Measure.Reading) -> Bool {
        switch reading {
        case .none: return true
        case .unreadable: return false
        case .value(let value):
            guard let hectometres = UInt32(exactly: value) else { return false }
            if odometerHm == nil { odometerHm = hectometres }
            return true
        }
    }

    fileprivate mutating func take(fuel reading: Measure.Reading) -> Bool {
        switch reading {
        case .none: return true
        case .unreadable: return false
        case .value(let value):
            guard let decilitres = UInt16(exactly: value) else { return false }
            if fuelDl == nil { fuelDl = decilitres }
            return true
        }
    }
}
