import JTT808

/// What a vehicle's terminal sends on a day, one message after the other, made from its plan as it is asked for.
///
/// The same plan gives the same messages. Nothing is kept but the reports of one 0x0704 that are stored without a radio link.
package struct VehicleDay: Sequence, IteratorProtocol, Sendable {
    private let plan: VehiclePlan
    private let district: District
    private let date: SimulatedDate
    private let repeatRate: UInt64
    /// Makes signal strengths and the choice of what is sent twice.
    private let salt: UInt64
    private let stopPlaces: [PlanePoint]

    private var shift = 0
    private var leg = 0
    /// True second of the next report; past the shift's end when the shift has no more.
    private var reportS = 0
    private var reportsOfShift = 0
    private var lift = 0
    private var messages: UInt64 = 0
    private var stored: [VehicleReading] = []
    /// A message that was made while stored reports had to leave first.
    private var held: DayMessage?

    /// - Parameter vehicle: index into ``District/vehicles``.
    package init(_ day: DayPlan, vehicle: Int) {
        plan = day.vehicles[vehicle]
        district = day.district
        date = day.date
        repeatRate = UInt64(day.rates.repeated)
        salt = SplitMix64.mix(UInt64(vehicle) ^ UInt64(truncatingIfNeeded: day.date.days) << 32)
        stopPlaces = plan.lifts.map { day.district.points[day.stops[$0.stop].point].place }
        reportS = plan.shifts.first?.startS ?? 0
        leg = plan.shifts.first?.legs.lowerBound ?? 0
    }

    package mutating func next() -> DayMessage? {
        if let message = held {
            held = nil
            return message
        }
        while true {
            let report = nextReport
            let record = lift < plan.lifts.count ? plan.lifts[lift].atMs / 1000 : Int.max
            let second = Swift.min(report, record)
            guard second < Int.max, !plan.faults.isLost(at: second) else { return takeStored() }
            let isSilent = plan.faults.silence?.contains(second) ?? false
            if report <= record {
                let reading = makeReport()
                if isSilent {
                    stored.append(reading)
                    if stored.count == SimulatedTerminal.longestBatch { return takeStored() }
                } else {
                    return after(stored: marked(DayMessage(sentAt: second, content: .report(reading))))
                }
            } else {
                let sentAt = isSilent ? plan.faults.silence?.upperBound ?? second : second
                let message = marked(DayMessage(sentAt: sentAt, content: .records(makeRecords())))
                return isSilent ? message : after(stored: message)
            }
        }
    }

    /// True second of the next report; the end of time when there is none.
    private var nextReport: Int {
        mutating get {
            while shift < plan.shifts.count {
                if reportS <= plan.shifts[shift].endS { return reportS }
                shift += 1
                guard shift < plan.shifts.count else { break }
                reportS = plan.shifts[shift].startS
                leg = plan.shifts[shift].legs.lowerBound
                reportsOfShift = 0
            }
            return .max
        }
    }

    private mutating func after(stored message: DayMessage) -> DayMessage {
        guard let batch = takeStored() else { return message }
        held = message
        return batch
    }

    private mutating func takeStored() -> DayMessage? {
        guard !stored.isEmpty, let silence = plan.faults.silence else { return nil }
        let reports = stored
        stored.removeAll(keepingCapacity: true)
        return marked(DayMessage(sentAt: silence.upperBound, content: .backlog(reports)))
    }

    /// What has no true time is not sent twice: under the time of receipt it would be kept twice.
    private mutating func marked(_ message: DayMessage) -> DayMessage {
        var message = message
        messages += 1
        let draw = SplitMix64.mix(salt &+ messages)
        message.isRepeated = draw % 10_000 < repeatRate && !mayBeUndated(message)
        return message
    }

    private func mayBeUndated(_ message: DayMessage) -> Bool {
        guard plan.faults.clockAtPowerUp != nil else { return false }
        switch message.content {
        case .report: return isUndated
        case .backlog: return true
        case .records: return false
        }
    }

    // MARK: Reports

    /// Whether the last report was made before the clock was set.
    private var isUndated: Bool { reportsOfShift <= TerminalFaults.undatedReports }

    private mutating func makeReport() -> VehicleReading {
        let second = reportS
        reportS += VehiclePlan.intervalS
        reportsOfShift += 1
        let current = plan.shifts[shift]
        while plan.legs[leg].endS < second && leg + 1 < current.legs.upperBound { leg += 1 }
        let moment = plan.legs[leg].moment(at: second)
        var reading = Self.reading(
            moment, plan: plan, time: time(second), noise: SplitMix64.mix(salt ^ UInt64(truncatingIfNeeded: second)))
        if second == current.endS {
            // The ignition was switched off just now.
            reading.position.statusBits &= ~1
            reading.vehicleSignalBits = 0
        }
        if isUndated && plan.faults.clockAtPowerUp != nil {
            // Without a date of their own reports differ by what the receiver sees.
            reading.satellites = UInt8(3 + reportsOfShift)
        }
        return reading
    }

    private func time(_ second: Int) -> TerminalTime {
        if isUndated {
            switch plan.faults.clockAtPowerUp {
            case .unset: return TerminalTime(bcd: 0)
            case .future: return SimulatedDate.unsetTime(second)
            case nil: break
            }
        }
        return date.time(second + plan.faults.clockOffsetS)
    }

    private static func reading(
        _ moment: RouteLeg.Moment, plan: VehiclePlan, time: TerminalTime, noise: UInt64
    ) -> VehicleReading {
        let latitude = moment.place.latitudeE6
        let longitude = moment.place.longitudeE6
        let speedDkmh = UInt16(truncatingIfNeeded: moment.speedCmps * 36 / 100)
        // The plain lies at 40 m in the south-east and rises to the hills of the north-west.
        let north = Swift.max(0, latitude - 40_050_000)
        let west = Swift.max(0, 116_250_000 - longitude)
        let altitudeM = 40 + north * 260 / 1_000_000 + west * 420 / 1_000_000
        return VehicleReading(
            position: Position(
                statusBits: 0b11 | 1 << 18 | 1 << 19, latitudeE6: UInt32(truncatingIfNeeded: latitude),
                longitudeE6: UInt32(truncatingIfNeeded: longitude), altitudeM: UInt16(truncatingIfNeeded: altitudeM),
                speedDkmh: speedDkmh, courseDeg: moment.courseDeg, time: time),
            odometerHm: UInt32(truncatingIfNeeded: (plan.odometerCm + moment.drivenCm) / 10_000),
            // 35 l for 100 km.
            fuelDl: UInt16(truncatingIfNeeded: Swift.max(50, plan.fuelDl - moment.drivenCm * 35 / 1_000_000)),
            recorderSpeedDkmh: speedDkmh, vehicleSignalBits: 1 << 7 | (moment.isBraking ? 1 << 4 : 0),
            signalStrength: UInt8(truncatingIfNeeded: 18 + noise % 14),
            satellites: UInt8(truncatingIfNeeded: 12 + (noise >> 32) % 17))
    }

    // MARK: Records

    /// The next lift, and the read of its tag two seconds before.
    private mutating func makeRecords() -> [Record] {
        let planned = plan.lifts[lift]
        let place = stopPlaces[lift]
        lift += 1
        let tag = planned.tag.map { RFIDTag(technology: 3, bytes: Self.bytes($0)) }
        var flags: WeightFlags = planned.isOverRange ? .overRange : .stable
        if planned.isNotZeroed { flags.insert(.notZeroed) }
        if planned.netG < 0 { flags.insert(.negative) }
        var records: [Record] = []
        if let tag {
            let (atMs, sequence) =
                planned.isReadOnly
                ? (planned.atMs, planned.sequence) : (planned.atMs - 2_000, planned.sequence - 1)
            records.append(
                Record(
                    head: head(atMs, sequence, planned.bootNumber, place),
                    content: .tagRead(TagRead(reader: 1, antenna: 1, rssiDbm: -55, tag: tag))))
        }
        guard !planned.isReadOnly else { return records }
        records.append(
            Record(
                head: head(planned.atMs, planned.sequence, planned.bootNumber, place),
                content: .lift(
                    Lift(
                        mode: planned.fault == .estimate ? 6 : 1, flags: flags,
                        grossG: Int32(truncatingIfNeeded: planned.grossG),
                        tareG: Int32(truncatingIfNeeded: planned.tareG), netG: Int32(truncatingIfNeeded: planned.netG),
                        wasteType: district.bins[planned.bin].waste.rawValue, quality: 1, tag: tag ?? .none))))
        return records
    }

    private func head(_ atMs: Int, _ sequence: UInt32, _ bootNumber: UInt16, _ place: PlanePoint) -> RecordHead {
        RecordHead(
            time: date.time(atMs / 1000 + plan.faults.clockOffsetS),
            milliseconds: UInt16(truncatingIfNeeded: atMs % 1000),
            bootNumber: bootNumber, sequence: sequence, latitudeE6: Int32(truncatingIfNeeded: place.latitudeE6),
            longitudeE6: Int32(truncatingIfNeeded: place.longitudeE6), fixAgeDs: 5)
    }

    private static func bytes(_ tag: UInt64) -> [UInt8] {
        stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: tag >> $0) }
    }
}
