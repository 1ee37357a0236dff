import JTT808

/// What the terminal of a station or plant sends on a day: one record for each weighing.
package struct SiteDay: Sequence, IteratorProtocol, Sendable {
    private let day: DayPlan
    private let site: Int
    private let salt: UInt64
    private var weighing = 0

    /// - Parameter site: index into ``DayPlan/sites``.
    package init(_ day: DayPlan, site: Int) {
        self.day = day
        self.site = site
        salt = SplitMix64.mix(0x5172_0000_0000_0000 | UInt64(site))
    }

    package mutating func next() -> DayMessage? {
        guard weighing < day.weighings[site].count else { return nil }
        let planned = day.weighings[site][weighing]
        weighing += 1
        var message = DayMessage(sentAt: planned.atMs / 1000, content: .records([record(planned)]))
        message.isRepeated = SplitMix64.mix(salt &+ UInt64(weighing)) % 10_000 < UInt64(day.rates.repeated)
        return message
    }

    private func record(_ planned: PlannedWeighing) -> Record {
        let place = day.sites[site].place
        let vehicle = planned.vehicle.map { day.district.vehicles[$0] }
        var flags: WeightFlags = .stable
        if planned.isNotZeroed { flags.insert(.notZeroed) }
        let tareSource: UInt8 =
            switch planned.cause {
            case .gateIn: 0
            case .gateOut: 1
            case .tipped, .box: 2
            case .cart: 3
            }
        return Record(
            head: RecordHead(
                time: day.date.time(planned.atMs / 1000), milliseconds: UInt16(truncatingIfNeeded: planned.atMs % 1000),
                bootNumber: DayPlan.siteBootNumber, sequence: planned.sequence,
                latitudeE6: Int32(truncatingIfNeeded: place.latitudeE6),
                longitudeE6: Int32(truncatingIfNeeded: place.longitudeE6), fixAgeDs: 0),
            content: .stationWeighing(
                StationWeighing(
                    scale: 1, direction: planned.direction, mode: site < day.district.stations.count ? 4 : 5,
                    flags: flags,
                    grossG: Int32(truncatingIfNeeded: planned.grossG), tareG: Int32(truncatingIfNeeded: planned.tareG),
                    netG: Int32(truncatingIfNeeded: planned.netG), tareSource: tareSource,
                    wasteType: planned.waste.rawValue, identifiedBy: vehicle == nil ? 3 : 2, supersedes: 0,
                    ticket: WireText(padded: "T\(planned.ticket)".utf8),
                    plate: vehicle?.terminal.registration.plate ?? "", tag: .none)))
    }
}
