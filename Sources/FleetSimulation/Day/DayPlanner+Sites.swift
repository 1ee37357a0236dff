extension DayPlanner {
    /// A weighing against a tare that is on file.
    /// - Returns: the net weight as recorded.
    mutating func weighOnce(
        _ cause: PlannedWeighing.Cause, at site: Int, second: Int, vehicle: Int?, waste: WasteKind, tareG: Int,
        loadG: Int, ticket: Int
    ) -> Int {
        let drift = driftG(of: site, at: second)
        let grossG = shown(tareG + loadG + drift, at: site)
        weighings[site].append(
            PlannedWeighing(
                site: site, cause: cause, atMs: second * 1000, vehicle: vehicle, waste: waste, grossG: grossG,
                tareG: tareG, netG: grossG - tareG, trueNetG: loadG, isNotZeroed: drift >= 1_000, ticket: ticket))
        return grossG - tareG
    }

    /// Gross on the way in, tare on the way out, one ticket.
    /// - Returns: the net weight as recorded on the way out.
    mutating func weighAtGate(
        _ site: Int, inAt: Int, outAt: Int, vehicle: Int, waste: WasteKind, tareG: Int, loadG: Int, ticket: Int
    ) -> Int {
        let grossG = shown(tareG + loadG, at: site)
        let emptyG = shown(tareG, at: site)
        weighings[site].append(
            PlannedWeighing(
                site: site, cause: .gateIn, atMs: inAt * 1000, vehicle: vehicle, waste: waste, grossG: grossG, tareG: 0,
                netG: 0, trueNetG: loadG, isNotZeroed: false, ticket: ticket))
        weighings[site].append(
            PlannedWeighing(
                site: site, cause: .gateOut, atMs: outAt * 1000, vehicle: vehicle, waste: waste, grossG: grossG,
                tareG: emptyG, netG: grossG - emptyG, trueNetG: loadG, isNotZeroed: false, ticket: ticket))
        return grossG - emptyG
    }

    /// Carts bring bins to every station from six to six.
    mutating func planCarts() {
        for station in stationIndices {
            var random = random(.site, station)
            _ = random.next()
            for _ in 0..<random.integer(12...24) {
                let second = random.integer(6 * 3600...18 * 3600)
                let ticket = nextTicket()
                _ = weighOnce(
                    .cart, at: station, second: second, vehicle: nil, waste: .residual, tareG: DayPlan.cartTareG,
                    loadG: random.integer(160...600) * 500, ticket: ticket)
            }
        }
    }

    /// Hook lifts take the stations' full boxes to plants, each in the morning and after the last round.
    mutating func planHauling() {
        let fleet = district.vehicles.indices.filter { district.vehicles[$0].kind == .hookLift }
        // What of a station's weighings has left it.
        var taken = [Int](repeating: 0, count: district.stations.count)
        for station in stationIndices { weighings[station].sort { $0.atMs < $1.atMs } }
        for (place, vehicle) in fleet.enumerated() {
            var random = random(.route, vehicle)
            var route = RoutePlanner(depot: depot(of: vehicle))
            for startS in [8 * 3600, 16 * 3600 + 1800] {
                route.begin(at: startS + random.integer(0...1_200))
                for station in stationIndices where station % fleet.count == place {
                    haul(from: station, by: vehicle, &route, &random, taken: &taken)
                }
                goHome(vehicle, &route, &random)
                route.standBy(forShiftOf: Self.halfDayS)
                route.end()
            }
            finish(vehicle, route)
        }
    }

    private mutating func haul(
        from station: Int, by vehicle: Int, _ route: inout RoutePlanner, _ random: inout SplitMix64, taken: inout [Int]
    ) {
        guard route.now < RoutePlanner.latestEndS - 3 * 3600 else { return }
        route.drive(to: sites[station].place, cruiseCmps: Self.cruise(&random), random: &random)
        route.stand(600)
        let outS = route.now - 120
        let inbound = weighings[station].filter { $0.direction == 1 }
        let here = inbound.prefix { $0.atMs < outS * 1000 }
        let loadG = here.dropFirst(taken[station]).reduce(0) { $0 + $1.trueNetG }
        taken[station] = here.count
        guard loadG > 0 else { return }
        let ticket = nextTicket()
        _ = weighOnce(
            .box, at: station, second: outS, vehicle: vehicle, waste: .residual, tareG: DayPlan.boxTareG, loadG: loadG,
            ticket: ticket)
        let plant = nearest(to: route.place, among: plantIndices)
        route.drive(to: sites[plant].place, cruiseCmps: Self.cruise(&random), random: &random)
        let arrival = route.now
        let minutes = random.integer(8...15)
        let netG = weighAtGate(
            plant, inAt: arrival + 60, outAt: arrival + minutes * 60, vehicle: vehicle, waste: .residual,
            tareG: district.vehicles[vehicle].tareG + DayPlan.boxTareG, loadG: loadG, ticket: ticket)
        route.stand(minutes * 60 + 30)
        trips.append(
            PlannedTrip(
                vehicle: vehicle, site: plant, station: station, inAt: arrival, outAt: route.now, lifts: 0,
                liftsNetG: 0, trueNetG: loadG, netG: netG, ticket: ticket))
    }

    /// Sweepers go to and fro in one town from early morning on, with a pause an hour.
    mutating func planSweeping() {
        let fleet = district.vehicles.indices.filter { district.vehicles[$0].kind == .sweeping }
        for (place, vehicle) in fleet.enumerated() {
            var random = random(.route, vehicle)
            let town = Town.all[place % Town.all.count]
            var route = RoutePlanner(depot: depot(of: vehicle))
            route.begin(at: 4 * 3600 + random.integer(0...3_600))
            let endS = route.now + 11 * 3600
            route.drive(to: town.centre, cruiseCmps: Self.cruise(&random), random: &random)
            var pauseAt = route.now + 3_600
            while route.now < endS {
                route.drive(
                    to: town.centre.scattered(town.radiusCm, &random), cruiseCmps: random.integer(180...320),
                    random: &random)
                if route.now > pauseAt {
                    route.stand(random.integer(300...900))
                    pauseAt = route.now + 3_600
                }
            }
            goHome(vehicle, &route, &random)
            route.end()
            finish(vehicle, route)
        }
    }
}
