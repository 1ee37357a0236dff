import JTT808

/// Tags and weights: the data of a 0x0900 of type 0xF1.
extension FrameDescription {
    /// A list in which one bad record costs itself; or the reason why it is no list.
    static func describe(records data: [UInt8]) -> [String: JSONValue] {
        do throws(BodyError) {
            let batch = try RecordBatch(data: data.span.bytes)
            var facts: [String: JSONValue] = [
                "record_count": JSONValue(batch.declaredCount), "records": .array(batch.records.map(describe)),
            ]
            if !batch.trailing.isEmpty { facts["records_trailing"] = .string(Hex.text(batch.trailing)) }
            return facts
        } catch {
            return ["records_error": .string(error.rawValue)]
        }
    }

    private static func describe(record bytes: [UInt8]) -> JSONValue {
        do throws(BodyError) {
            return .object(describe(try Record(bytes.span.bytes)))
        } catch {
            return ["record_error": .string(error.rawValue), "record": .string(Hex.text(bytes))]
        }
    }

    static func describe(_ record: Record) -> [String: JSONValue] {
        let head = record.head
        var fields: [String: JSONValue] = [
            "milliseconds": JSONValue(head.milliseconds), "boot_no": JSONValue(head.bootNumber),
            "seq": JSONValue(head.sequence),
            "fix_age_ds": head.fixAgeDs == RecordHead.unknownFixAge ? .null : JSONValue(head.fixAgeDs),
            "lat": head.hasFix ? .number(Double(head.latitudeE6) / 1e6) : .null,
            "lon": head.hasFix ? .number(Double(head.longitudeE6) / 1e6) : .null,
        ]
        add(head.time, as: "time", to: &fields)
        switch record.content {
        case .tagRead(let read):
            fields["kind"] = "tag_read"
            fields["reader"] = JSONValue(read.reader)
            fields["antenna"] = JSONValue(read.antenna)
            fields["rssi_dbm"] = JSONValue(read.rssiDbm)
            fields["tag"] = describe(read.tag)
        case .loadSample(let sample):
            fields["kind"] = "load_sample"
            fields["channel"] = JSONValue(sample.channel)
            fields["flags"] = JSONValue(sample.flags.rawValue)
            fields["weight_g"] = JSONValue(sample.weightG)
        case .lift(let lift):
            fields["kind"] = "lift"
            fields["quality"] = JSONValue(lift.quality)
            add(lift.mode, lift.flags, lift.grossG, lift.tareG, lift.netG, lift.wasteType, lift.tag, to: &fields)
        case .stationWeighing(let weighing):
            fields["kind"] = "station_weighing"
            fields["scale"] = JSONValue(weighing.scale)
            fields["direction"] = JSONValue(weighing.direction)
            fields["tare_source"] = JSONValue(weighing.tareSource)
            fields["identified_by"] = JSONValue(weighing.identifiedBy)
            fields["supersedes"] = JSONValue(weighing.supersedes)
            add(weighing.ticket, as: "ticket", to: &fields)
            add(weighing.plate, as: "plate", to: &fields)
            add(
                weighing.mode, weighing.flags, weighing.grossG, weighing.tareG, weighing.netG, weighing.wasteType,
                weighing.tag, to: &fields)
        }
        if !record.rest.isEmpty { fields["rest"] = .string(Hex.text(record.rest)) }
        return fields
    }

    private static func add(
        _ mode: UInt8, _ flags: WeightFlags, _ gross: Int32, _ tare: Int32, _ net: Int32, _ wasteType: UInt8,
        _ tag: RFIDTag, to fields: inout [String: JSONValue]
    ) {
        fields["mode"] = JSONValue(mode)
        fields["flags"] = JSONValue(flags.rawValue)
        fields["gross_g"] = JSONValue(gross)
        fields["tare_g"] = JSONValue(tare)
        fields["net_g"] = JSONValue(net)
        fields["waste_type"] = JSONValue(wasteType)
        fields["tag"] = describe(tag)
    }

    private static func describe(_ tag: RFIDTag) -> JSONValue {
        guard !tag.bytes.isEmpty else { return .null }
        return ["technology": JSONValue(tag.technology), "bytes": .string(Hex.text(tag.bytes))]
    }
}
