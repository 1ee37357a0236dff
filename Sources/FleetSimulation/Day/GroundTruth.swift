import JTT808

/// What really happened on a simulated day, and what the tables must hold after it: JSON lines, described in
/// docs/simulation.md.
package struct GroundTruth: Sendable {
    private let day: DayPlan

    package init(_ day: DayPlan) { self.day = day }

    /// Hands out line after line, each with its line feed: the same bytes for the same day.
    package func forEachLine<Failure: Error>(_ body: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
        try body(head)
        for plan in day.vehicles { try body(vehicle(plan)) }
        for site in day.sites.indices { try body(self.site(site)) }
        for stop in day.stops { try body(window(stop)) }
        for plan in day.vehicles {
            for lift in plan.lifts { try body(self.lift(lift, plan)) }
        }
        for weighing in day.weighings.joined() { try body(self.weighing(weighing)) }
        for trip in day.trips { try body(self.trip(trip)) }
        try body(totals)
    }

    private var head: [UInt8] {
        var line = TruthLine("day")
        line.put("date", day.date.description)
        line.put("seed", String(day.seed))
        line.put("district_seed", String(day.district.seed))
        line.put("points", day.district.points.count)
        line.put("bins", day.district.bins.count)
        line.put("vehicles", day.vehicles.count)
        line.put("stations", day.district.stations.count)
        line.put("plants", day.district.plants.count)
        return line.finished()
    }

    private func vehicle(_ plan: VehiclePlan) -> [UInt8] {
        let vehicle = day.district.vehicles[plan.vehicle]
        let stored = plan.lifts.filter { !$0.isReadOnly && plan.faults.sentAt($0.atMs / 1000) != nil }
        var line = TruthLine("vehicle")
        line.put("plate_no", vehicle.plate)
        line.put("terminal", vehicle.terminal.address.number.description)
        line.put("work", vehicle.kind.rawValue)
        line.put("distance_m", plan.drivenCm / 100)
        line.put("fix_rows", plan.reports)
        line.put("lift_rows", stored.count)
        line.put("net_g", stored.reduce(0) { $0 + $1.netG })
        line.put("shifts", plan.shifts.count)
        line.put("works_from", plan.shifts.first.map { time($0.startS) })
        line.put("works_to", plan.shifts.last.map { time($0.endS) })
        let reported = plan.reportedSpan
        line.put("first_fix_at", reported.map { time($0.lowerBound) })
        line.put("last_fix_at", reported.map { time($0.upperBound) })
        line.put("first_odometer_hm", reported.map { plan.odometerHm(at: $0.lowerBound) })
        line.put("last_odometer_hm", reported.map { plan.odometerHm(at: $0.upperBound) })
        line.put("silent_from", plan.faults.silence.map { time($0.lowerBound) })
        line.put("silent_to", plan.faults.silence.map { time($0.upperBound) })
        line.put("dies_at", plan.faults.diesAt.map { time($0) })
        line.put("clock_offset_s", plan.faults.clockOffsetS)
        line.put("clock_at_power_up", plan.faults.clockAtPowerUp?.rawValue)
        line.put("lifter_drift_g_h", plan.faults.lifterDriftG)
        if !plan.hasScale { line.put("has_scale", false) }
        return line.finished()
    }

    private func site(_ index: Int) -> [UInt8] {
        let site = day.sites[index]
        let weighings = day.weighings[index]
        let sum = { (direction: UInt8, weight: (PlannedWeighing) -> Int) in
            weighings.reduce(0) { $0 + ($1.direction == direction ? weight($1) : 0) }
        }
        let isStation = index < day.district.stations.count
        var line = TruthLine(isStation ? "station" : "plant")
        line.put("code", site.code)
        line.put("terminal", site.terminal.address.number.description)
        line.put("scale", site.scale)
        line.put("station_weighing_rows", weighings.count)
        line.put("in_net_g", sum(1) { $0.netG })
        line.put("out_net_g", sum(2) { $0.netG })
        if isStation { line.put("left_true_net_g", sum(1) { $0.trueNetG } - sum(2) { $0.trueNetG }) }
        return line.finished()
    }

    private func window(_ stop: PlannedStop) -> [UInt8] {
        var line = TruthLine("window")
        line.put("point", day.district.points[stop.point].code)
        line.put("waste_type", stop.waste.code)
        line.put("opens_at", time(stop.window.opensAt))
        line.put("closes_at", time(stop.window.closesAt))
        line.put("outcome", stop.outcome.rawValue)
        line.put("cause", stop.cause?.rawValue)
        line.put("plate_no", stop.vehicle.map { day.district.vehicles[$0].plate })
        line.put("visit_from", stop.visit.map { time($0.lowerBound) })
        line.put("visit_to", stop.visit.map { time($0.upperBound) })
        line.put("reported_at", stop.reportedAt.map { time($0) })
        line.put("lift_rows", stop.lifts)
        line.put("net_g", stop.netG)
        if let evidence = stop.evidence, evidence != .lift { line.put("evidence", evidence.rawValue) }
        return line.finished()
    }

    private func lift(_ lift: PlannedLift, _ plan: VehiclePlan) -> [UInt8] {
        let bin = day.district.bins[lift.bin]
        var line = TruthLine(lift.isReadOnly ? "read" : "lift")
        line.put("terminal", day.district.vehicles[plan.vehicle].terminal.address.number.description)
        line.put("recorded_at", time(lift.atMs / 1000 + plan.faults.clockOffsetS, lift.atMs % 1000))
        line.put("boot_no", Int(lift.bootNumber))
        line.put("seq", Int(lift.sequence))
        line.put("net_g", lift.netG)
        line.put("gross_g", lift.grossG)
        line.put("tare_g", lift.tareG)
        line.put("true_net_g", lift.trueNetG)
        line.put("happened_at", time(lift.atMs / 1000, lift.atMs % 1000))
        line.put("is_stored", plan.faults.sentAt(lift.atMs / 1000) != nil)
        line.put("point", day.district.points[bin.point].code)
        line.put("bin", bin.code)
        line.put("waste_type", bin.waste.code)
        line.put("tag", lift.tag.map { String($0, radix: 16) })
        line.put("fault", lift.fault?.rawValue)
        return line.finished()
    }

    private func weighing(_ weighing: PlannedWeighing) -> [UInt8] {
        var line = TruthLine("weighing")
        line.put("terminal", day.sites[weighing.site].terminal.address.number.description)
        line.put("recorded_at", time(weighing.atMs / 1000, weighing.atMs % 1000))
        line.put("boot_no", Int(DayPlan.siteBootNumber))
        line.put("seq", Int(weighing.sequence))
        line.put("site", day.sites[weighing.site].code)
        line.put("scale", day.sites[weighing.site].scale)
        line.put("scale_shows_g", weighing.onScaleG)
        line.put("what", weighing.cause.rawValue)
        line.put("direction", weighing.direction == 1 ? "in" : "out")
        line.put("plate_no", weighing.vehicle.map { day.district.vehicles[$0].plate })
        line.put("waste_type", weighing.waste.code)
        line.put("gross_g", weighing.grossG)
        line.put("tare_g", weighing.tareG)
        line.put("net_g", weighing.netG)
        line.put("true_net_g", weighing.trueNetG)
        line.put("ticket", "T\(weighing.ticket)")
        return line.finished()
    }

    private func trip(_ trip: PlannedTrip) -> [UInt8] {
        var line = TruthLine("trip")
        line.put("plate_no", day.district.vehicles[trip.vehicle].plate)
        line.put("to", day.sites[trip.site].code)
        line.put("from_station", trip.station.map { day.sites[$0].code })
        line.put("in_at", time(trip.inAt))
        line.put("out_at", time(trip.outAt))
        line.put("lifts", trip.lifts)
        line.put("lifts_net_g", trip.liftsNetG)
        line.put("true_net_g", trip.trueNetG)
        line.put("net_g", trip.netG)
        line.put("ticket", "T\(trip.ticket)")
        return line.finished()
    }

    private var totals: [UInt8] {
        let totals = DayTotals(day)
        var line = TruthLine("totals")
        line.put("fix_rows", totals.fixRows)
        line.put("fix_rows_without_date", totals.fixRowsWithoutDate)
        line.put("fix_rows_in_future", totals.fixRowsInFuture)
        line.put("lift_rows", totals.liftRows)
        line.put("lift_net_g", totals.liftNetG)
        line.put("tag_read_rows", totals.tagReadRows)
        line.put("station_weighing_rows", totals.stationWeighingRows)
        line.put("station_weighing_net_g", totals.stationWeighingNetG)
        line.put("windows", day.stops.count)
        line.put("windows_on_time", day.stops.count { $0.outcome == .onTime })
        line.put("windows_late", day.stops.count { $0.outcome == .late })
        line.put("windows_missed", day.stops.count { $0.outcome == .missed })
        line.put("distance_m", day.vehicles.reduce(0) { $0 + $1.drivenCm / 100 })
        return line.finished()
    }

    /// ISO 8601 with the offset of GMT+8.
    private func time(_ second: Int, _ milliseconds: Int? = nil) -> String {
        let two = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
        let clock = "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
        let fraction = milliseconds.map { ".\(District.digits($0, 3))" } ?? ""
        return "\(day.date)T\(clock)\(fraction)+08:00"
    }
}
