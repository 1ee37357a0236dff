import JTT808

/// What a meaning makes of some bytes.
enum MeaningReading: Equatable {
    /// For a record of its own, with the place of the number or id that it stands on.
    case content(Record.Content, position: Int32)
    case none
    case unreadable
}

extension LoadMeaning {
    func read(_ span: RawSpan) -> MeaningReading {
        switch weight.read(span) {
        case .none: return .none
        case .unreadable: return .unreadable
        case .value(let grams):
            guard let weightG = Int32(exactly: grams), let channel = channel.value(in: span, as: UInt8.self),
                let position = weight.field.position(in: span)
            else { return .unreadable }
            let sample = LoadSample(channel: channel, flags: flags.flags(in: span), weightG: weightG)
            return .content(.loadSample(sample), position: position)
        }
    }
}

extension TagMeaning {
    func read(_ span: RawSpan) -> MeaningReading {
        switch tag.read(span) {
        case .none: return .none
        case .unreadable: return .unreadable
        case .tag(let id):
            guard let reader = reader.value(in: span, as: UInt8.self),
                let antenna = antenna.value(in: span, as: UInt8.self),
                let rssi = rssi.value(in: span, as: Int8.self), let position = tag.position(in: span)
            else { return .unreadable }
            return .content(
                .tagRead(TagRead(reader: reader, antenna: antenna, rssiDbm: rssi, tag: id)), position: position)
        }
    }
}

extension LiftMeaning {
    func read(_ span: RawSpan) -> MeaningReading {
        var weights: [Int64?] = []
        for measure in [gross, tare, net] {
            switch measure?.read(span) {
            case .unreadable: return .unreadable
            case .value(let grams):
                guard Int32(exactly: grams) != nil else { return .unreadable }
                weights.append(grams)
            case .none?, nil: weights.append(nil)
            }
        }
        guard let decisive = weights[2] != nil ? net : gross, weights[0] != nil || weights[2] != nil else {
            return .none
        }
        let tare = weights[1] ?? (weights[0].flatMap { gross in weights[2].map { gross - $0 } } ?? 0)
        let gross = weights[0] ?? (weights[2] ?? 0) + tare
        let net = weights[2] ?? gross - tare
        var id = RFIDTag.none
        switch tag?.read(span) {
        case .unreadable: return .unreadable
        case .tag(let found): id = found
        case .none?, nil: break
        }
        guard let grossG = Int32(exactly: gross), let tareG = Int32(exactly: tare), let netG = Int32(exactly: net),
            let wasteType = wasteType.value(in: span, as: UInt8.self),
            let quality = quality.value(in: span, as: UInt8.self), let position = decisive.field.position(in: span)
        else { return .unreadable }
        let lift = Lift(
            mode: mode, flags: flags.flags(in: span), grossG: grossG, tareG: tareG, netG: netG, wasteType: wasteType,
            quality: quality, tag: id)
        return .content(.lift(lift), position: position)
    }
}
