/// Makes a ``DayPlan``. Every vehicle and site has random streams of its own: one more of them changes no other.
struct DayPlanner {
    /// Which of its streams a vehicle or site draws from.
    enum Stream: Int {
        case route = 0
        case faults, site, records
    }

    let district: District
    let rates: FaultRates
    let sites: [WeighingSite]
    let seed: UInt64
    var vehicles: [VehiclePlan?]
    var stops: [PlannedStop] = []
    var weighings: [[PlannedWeighing]]
    var trips: [PlannedTrip] = []
    private var lastTicket = 0
    /// Grams an hour by which a site's zero drifts.
    private let siteDriftG: [Int]

    init(_ district: District, on date: SimulatedDate, seed: UInt64, rates: FaultRates) {
        self.district = district
        self.rates = rates
        let sites = district.stations + district.plants
        self.sites = sites
        let daySeed = SplitMix64.mix(seed) ^ UInt64(date.days)
        self.seed = daySeed
        vehicles = Array(repeating: nil, count: district.vehicles.count)
        weighings = Array(repeating: [], count: sites.count)
        siteDriftG = sites.indices.map { site in
            var random = Self.random(.site, site, seed: daySeed)
            return site < district.stations.count && random.happens(rates.platformDrift) ? random.integer(200...900) : 0
        }
    }

    func random(_ stream: Stream, _ index: Int) -> SplitMix64 { Self.random(stream, index, seed: seed) }

    private static func random(_ stream: Stream, _ index: Int, seed: UInt64) -> SplitMix64 {
        SplitMix64(seed: seed, stream: index * 4 + stream.rawValue)
    }

    mutating func nextTicket() -> Int {
        lastTicket += 1
        return lastTicket
    }

    /// What the zero of a site has drifted by, in grams.
    func driftG(of site: Int, at second: Int) -> Int { siteDriftG[site] * second / 3600 }

    /// As the scale of a site shows it.
    func shown(_ grams: Int, at site: Int) -> Int { Self.rounded(grams, to: sites[site].scaleIntervalG) }

    static func rounded(_ grams: Int, to interval: Int) -> Int { (grams + interval / 2) / interval * interval }

    func nearest(to place: PlanePoint, among candidates: Range<Int>) -> Int {
        candidates.min { sites[$0].place.streetsCm(to: place) < sites[$1].place.streetsCm(to: place) }
            ?? candidates.lowerBound
    }

    var stationIndices: Range<Int> { 0..<district.stations.count }
    var plantIndices: Range<Int> { district.stations.count..<sites.count }

    func depot(of vehicle: Int) -> PlanePoint { district.carriers[district.vehicles[vehicle].carrier].depot }

    static func cruise(_ random: inout SplitMix64) -> Int { random.integer(700...1_250) }

    /// The plan of a vehicle whose way is laid out.
    mutating func finish(
        _ vehicle: Int, _ route: RoutePlanner, lifts: [PlannedLift] = [], driftG: Int = 0, hasScale: Bool = true
    ) {
        var random = random(.faults, vehicle)
        var plan = VehiclePlan(
            vehicle: vehicle, shifts: route.shifts, legs: route.legs, lifts: lifts, drivenCm: route.drivenCm,
            odometerCm: random.integer(500_000_000...20_000_000_000), fuelDl: random.integer(1_000...2_400),
            bootNumber: random.integer(1...900) * 8)
        for index in plan.lifts.indices { plan.lifts[index].bootNumber += UInt16(plan.bootNumber) }
        plan.faults = faults(of: route.shifts, random: &random)
        plan.faults.lifterDriftG = driftG
        plan.hasScale = hasScale
        vehicles[vehicle] = plan
        settle(plan)
    }

    private func faults(of shifts: [RoutePlanner.Shift], random: inout SplitMix64) -> TerminalFaults {
        var faults = TerminalFaults()
        if random.happens(rates.clockOffset) {
            faults.clockOffsetS = random.integer(120...480) * (random.integer(0...1) == 0 ? 1 : -1)
        }
        if random.happens(rates.clockUnset) {
            faults.clockAtPowerUp = .unset
        } else if random.happens(rates.clockFuture) {
            faults.clockAtPowerUp = .future
        }
        guard let first = shifts.first, let last = shifts.last else { return faults }
        // Silence begins after the undated reports: a stored report without a date would be worth nothing.
        let startS = first.startS + RoutePlanner.warmUpS + random.integer(600...7_200)
        if random.happens(rates.dead) {
            faults.diesAt = min(startS, last.endS)
        } else if random.happens(rates.silent), startS < first.endS {
            let endS = startS + random.integer(3_600...10_800)
            // It catches up while it has power, at the latest when it is switched off for the night.
            let shift = shifts.first { endS <= $0.endS }
            faults.silence = startS..<(shift.map { max(endS, $0.startS) } ?? last.endS)
        }
        return faults
    }

    /// What the data can show of the stops of a vehicle.
    private mutating func settle(_ plan: VehiclePlan) {
        for lift in plan.lifts {
            let second = lift.atMs / 1000
            guard let sentAt = plan.faults.sentAt(second) else { continue }
            if !lift.isReadOnly {
                stops[lift.stop].lifts += 1
                stops[lift.stop].netG += lift.netG
            }
            guard lift.completes, stops[lift.stop].reportedAt == nil else { continue }
            stops[lift.stop].reportedAt = sentAt
            stops[lift.stop].evidence =
                lift.isReadOnly ? .tagRead : lift.fault == .estimate ? .volumeEstimate : .lift
        }
        guard let diesAt = plan.faults.diesAt else { return }
        for index in stops.indices where stops[index].vehicle == plan.vehicle {
            let stop = stops[index]
            let isUnseen =
                if let visit = stop.visit {
                    stop.outcome == .missed ? visit.lowerBound >= diesAt : stop.reportedAt == nil
                } else { stop.window.closesAt > diesAt }
            if isUnseen {
                stops[index].outcome = .missed
                stops[index].cause = .terminalOffline
            }
        }
    }

    /// Vehicles for which there was nothing to do stand in their depots, switched off.
    func finishedVehicles() -> [VehiclePlan] {
        vehicles.enumerated().map { index, plan in
            plan
                ?? VehiclePlan(
                    vehicle: index, shifts: [], legs: [], drivenCm: 0, odometerCm: 500_000_000, fuelDl: 1_000,
                    bootNumber: 0)
        }
    }

    func numberedWeighings() -> [[PlannedWeighing]] {
        weighings.map { ofSite in
            var sorted = ofSite.sorted { ($0.atMs, $0.vehicle ?? -1) < ($1.atMs, $1.vehicle ?? -1) }
            for index in sorted.indices { sorted[index].sequence = UInt32(index + 1) }
            return sorted
        }
    }
}
