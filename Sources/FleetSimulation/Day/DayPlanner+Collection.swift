extension DayPlanner {
    /// Seconds of margin to both ends of a window, more than any clock is wrong.
    private static let marginS = 600

    /// Length of one of two shifts of a day, in seconds: done early, a vehicle stands by, its engine running.
    static let halfDayS = 4 * 3600 + 1800

    /// What a collection vehicle has done so far.
    private struct Collector {
        let vehicle: Int
        let waste: WasteKind
        var route: RoutePlanner
        var random: SplitMix64
        let driftG: Int
        /// For what only some rates have: it changes nothing of the rest.
        var odd: SplitMix64
        let hasScale: Bool
        var lifts: [PlannedLift] = []
        /// Of the terminal's start: the shift's.
        var sequence: UInt32 = 0
        /// Of the terminal's starts on this day.
        var bootNumber: UInt16 = 0
        /// Since it was emptied last.
        var tripLifts = 0
        var tripNetG = 0
        var loadG = 0
    }

    /// What is done at a stop, and what comes of it.
    private enum Handling {
        case collected, unread, touched, weightless
    }

    /// Divides the points with such bins among the vehicles of a kind, in stretches of neighbours, and drives each window's round.
    mutating func planCollection(of waste: WasteKind, by kind: CollectionVehicle.Kind) {
        let points = district.points.indices.filter { index in
            district.points[index].bins.contains { district.bins[$0].waste == waste }
        }
        let fleet = district.vehicles.indices.filter { district.vehicles[$0].kind == kind }
        for (place, vehicle) in fleet.enumerated() {
            let stretch = points[points.count * place / fleet.count..<points.count * (place + 1) / fleet.count]
            collect(
                waste, at: Array(stretch), by: vehicle, tipsAtStation: waste == .residual && place.isMultiple(of: 2))
        }
        if fleet.isEmpty {
            for point in points {
                for window in waste.windows {
                    stops.append(PlannedStop(point: point, waste: waste, window: window, vehicle: nil))
                }
            }
        }
    }

    private mutating func collect(_ waste: WasteKind, at points: [Int], by vehicle: Int, tipsAtStation: Bool) {
        var random = random(.route, vehicle)
        let driftG = random.happens(rates.lifterDrift) ? random.integer(500...3_000) : 0
        var odd = self.random(.records, vehicle)
        let hasScale = !odd.happens(rates.noScale)
        var collector = Collector(
            vehicle: vehicle, waste: waste, route: RoutePlanner(depot: depot(of: vehicle)), random: random,
            driftG: driftG, odd: odd, hasScale: hasScale)
        for window in waste.windows { drive(window, points, &collector, tipsAtStation: tipsAtStation) }
        finish(vehicle, collector.route, lifts: collector.lifts, driftG: driftG, hasScale: hasScale)
    }

    private mutating func drive(
        _ window: CollectionWindow, _ points: [Int], _ collector: inout Collector, tipsAtStation: Bool
    ) {
        var onRound: [Int] = []
        var afterwards: [Int] = []
        var handling: [Int: Handling] = [:]
        for point in points {
            let stop = stops.count
            stops.append(
                PlannedStop(point: point, waste: collector.waste, window: window, vehicle: collector.vehicle))
            if collector.random.happens(rates.noVisit) { continue }
            if collector.random.happens(rates.late) {
                afterwards.append(stop)
                continue
            }
            if collector.random.happens(rates.noRead) {
                handling[stop] = .unread
            } else if collector.hasScale, collector.odd.happens(rates.touch) {
                handling[stop] = .touched
            } else if collector.hasScale, collector.odd.happens(rates.noWeight) {
                handling[stop] = .weightless
            }
            onRound.append(stop)
        }
        guard let first = onRound.first ?? afterwards.first else { return }
        setOut(to: first, opensAt: window.opensAt, &collector)
        for stop in onRound {
            visit(stop, before: window.closesAt - Self.marginS, handling[stop] ?? .collected, &collector)
        }
        for stop in afterwards {
            // Where it comes late, it comes late by every clock.
            let at = window.closesAt + Self.marginS + collector.random.integer(0...600)
            if at < RoutePlanner.latestEndS { collector.route.stand(until: at) }
            visit(stop, before: RoutePlanner.latestEndS - 1_200, .collected, &collector)
        }
        tip(at: tipsAtStation, &collector)
        goHome(collector.vehicle, &collector.route, &collector.random)
        collector.route.standBy(
            forShiftOf: collector.waste.windows.count > 1 ? Self.halfDayS : 2 * Self.halfDayS)
        collector.route.end()
    }

    /// Power-up in time to be at the first stop shortly after the window opens.
    private func setOut(to stop: Int, opensAt: Int, _ collector: inout Collector) {
        let target = district.points[stops[stop].point].place
        let cruise = Self.cruise(&collector.random)
        let arrival = opensAt + Self.marginS + collector.random.integer(0...300)
        let travel = collector.route.travelS(to: target, cruiseCmps: cruise)
        collector.route.begin(at: max(60, arrival - travel - RoutePlanner.warmUpS))
        collector.bootNumber += 1
        collector.sequence = 0
        collector.route.drive(to: target, cruiseCmps: cruise, random: &collector.random)
        collector.route.stand(until: arrival)
    }

    /// Drives there and lifts; passes by when that would not be done in time.
    private mutating func visit(_ stop: Int, before deadline: Int, _ handling: Handling, _ collector: inout Collector) {
        let point = district.points[stops[stop].point]
        let bins = point.bins.filter { district.bins[$0].waste == collector.waste }
        let cruise = Self.cruise(&collector.random)
        let arrival = collector.route.now + collector.route.travelS(to: point.place, cruiseCmps: cruise)
        let departure = arrival + 45 + bins.count * 55
        guard departure <= deadline else { return }
        collector.route.drive(to: point.place, cruiseCmps: cruise, random: &collector.random)
        collector.route.stand(until: departure)
        stops[stop].visit = arrival..<departure
        for (number, bin) in bins.enumerated() {
            let atMs = (arrival + 20 + number * 55) * 1000 + collector.random.integer(0...9_999)
            lift(bin, number: number, of: bins, stop: stop, atMs: atMs, handling, &collector)
        }
        if handling == .collected {
            stops[stop].outcome = departure <= stops[stop].window.closesAt ? .onTime : .late
            stops[stop].cause = nil
        } else {
            stops[stop].cause = .visitNoRead
        }
    }

    private func lift(
        _ index: Int, number: Int, of bins: [Int], stop: Int, atMs: Int, _ handling: Handling,
        _ collector: inout Collector
    ) {
        let bin = district.bins[index]
        var netG = collector.random.integer(bin.waste.netHalfKg) * 500 * bin.volumeL / 120
        var fault: PlannedLift.Fault?
        if number > 0 {
            let draw = collector.random.integer(0...9_999)
            var sum = 0
            for (kind, rate) in [
                (PlannedLift.Fault.unknownTag, rates.unknownTag), (.neighbourTag, rates.neighbourTag),
                (.noTag, rates.noTag), (.overload, rates.overload),
            ] where fault == nil {
                sum += rate
                if draw < sum { fault = kind }
            }
        }
        var trueNetG = netG / 500 * 500
        netG = trueNetG
        if fault == .overload {
            trueNetG = Self.lifterCapacityG + 20_000 - bin.tareG
            netG = Self.lifterCapacityG - bin.tareG
        }
        if handling == .touched {
            record(
                index, stop: stop, atMs: atMs, tag: bin.tag, netG: collector.odd.integer(0...1) * 500, trueNetG: 0,
                fault: .touch, &collector)
            return
        }
        collector.loadG += trueNetG
        guard handling != .unread else { return }
        let tag: UInt64? =
            switch fault {
            case .unknownTag: bin.tag ^ 0x0000_00AA_0000_0000
            case .neighbourTag: district.bins[bins[number - 1]].tag
            case .noTag: nil
            case .overload, .double, .touch, .negative, .estimate, .noWeight, nil: bin.tag
            }
        if handling == .weightless { fault = .noWeight }
        if fault == nil, collector.hasScale {
            if collector.odd.happens(rates.negativeNet) {
                record(
                    index, stop: stop, atMs: atMs - collector.odd.integer(8_000...12_000), tag: tag,
                    netG: -collector.odd.integer(1...6) * 500, trueNetG: 0, fault: .negative, &collector)
            }
            if collector.odd.happens(rates.estimate) {
                fault = .estimate
                netG = Self.estimateG * bin.volumeL / 120
            }
        }
        record(index, stop: stop, atMs: atMs, tag: tag, netG: netG, trueNetG: trueNetG, fault: fault, &collector)
        if handling == .collected, collector.random.happens(rates.doubleLift) {
            record(
                index, stop: stop, atMs: atMs + collector.random.integer(6_000...14_000), tag: tag,
                netG: collector.random.integer(0...2) * 500, trueNetG: 0, fault: .double, &collector)
        }
    }

    /// What 120 litres are taken for, in grams.
    private static let estimateG = 110_000

    /// The most that a lifter can weigh, in grams.
    private static let lifterCapacityG = 300_000

    private func record(
        _ index: Int, stop: Int, atMs: Int, tag: UInt64?, netG: Int, trueNetG: Int, fault: PlannedLift.Fault?,
        _ collector: inout Collector
    ) {
        let isReadOnly = !collector.hasScale || fault == .noWeight
        // Neither a weight nor a tag: nothing comes of it.
        if isReadOnly, tag == nil { return }
        let bin = district.bins[index]
        let isEstimate = fault == .estimate
        let drift = isEstimate ? 0 : Self.rounded(collector.driftG * (atMs / 1000) / 3600, to: 500)
        let tareG = isEstimate ? 0 : bin.tareG + drift
        let completes =
            switch fault {
            case .neighbourTag, .overload, .estimate, nil: true
            case .unknownTag, .noTag, .double, .touch, .negative, .noWeight: false
            }
        collector.sequence += tag == nil || isReadOnly ? 1 : 2
        collector.lifts.append(
            PlannedLift(
                atMs: atMs, stop: stop, bin: index, tag: tag, grossG: tareG + netG, tareG: tareG, netG: netG,
                trueNetG: trueNetG, isOverRange: fault == .overload, isNotZeroed: drift >= 1_000, fault: fault,
                isReadOnly: isReadOnly, completes: completes, bootNumber: collector.bootNumber,
                sequence: collector.sequence))
        guard !isReadOnly else { return }
        collector.tripLifts += 1
        collector.tripNetG += netG
    }

    /// Brings the load to a station or plant, if there is time.
    private mutating func tip(at isStation: Bool, _ collector: inout Collector) {
        guard collector.loadG > 0 else { return }
        let site = nearest(to: collector.route.place, among: isStation ? stationIndices : plantIndices)
        let cruise = Self.cruise(&collector.random)
        let arrival = collector.route.now + collector.route.travelS(to: sites[site].place, cruiseCmps: cruise)
        guard arrival + 1_200 <= RoutePlanner.latestEndS else { return }
        collector.route.drive(to: sites[site].place, cruiseCmps: cruise, random: &collector.random)
        let tareG = district.vehicles[collector.vehicle].tareG
        let ticket = nextTicket()
        let netG: Int
        if isStation {
            netG = weighOnce(
                .tipped, at: site, second: arrival + collector.random.integer(60...120), vehicle: collector.vehicle,
                waste: collector.waste, tareG: tareG, loadG: collector.loadG, ticket: ticket)
            collector.route.stand(420)
        } else {
            let minutes = collector.random.integer(8...15)
            netG = weighAtGate(
                site, inAt: arrival + 60, outAt: arrival + minutes * 60, vehicle: collector.vehicle,
                waste: collector.waste, tareG: tareG, loadG: collector.loadG, ticket: ticket)
            collector.route.stand(minutes * 60 + 30)
        }
        trips.append(
            PlannedTrip(
                vehicle: collector.vehicle, site: site, station: nil, inAt: arrival, outAt: collector.route.now,
                lifts: collector.tripLifts, liftsNetG: collector.tripNetG, trueNetG: collector.loadG, netG: netG,
                ticket: ticket))
        collector.tripLifts = 0
        collector.tripNetG = 0
        collector.loadG = 0
    }

    /// To the depot, if there is time; otherwise it stands where it is.
    func goHome(_ vehicle: Int, _ route: inout RoutePlanner, _ random: inout SplitMix64) {
        let cruise = Self.cruise(&random)
        guard route.now + route.travelS(to: depot(of: vehicle), cruiseCmps: cruise) <= RoutePlanner.latestEndS else {
            return
        }
        route.drive(to: depot(of: vehicle), cruiseCmps: cruise, random: &random)
    }
}
