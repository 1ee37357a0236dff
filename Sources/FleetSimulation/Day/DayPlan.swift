/// A whole simulated day before it is reported: what everybody did, minute by minute, and what is wrong with whom. A pure
/// function of district, date, seed and rates.
///
/// It holds stops, lifts, weighings and ways, some megabytes for the full district; the reports, a million of them, are made
/// from it one by one by ``VehicleDay``.
package struct DayPlan: Sendable {
    package let district: District
    package let date: SimulatedDate
    package let seed: UInt64
    package let rates: FaultRates
    /// One for each of ``District/vehicles``.
    package let vehicles: [VehiclePlan]
    /// One for each point, waste type and window that is due.
    package let stops: [PlannedStop]
    /// Stations, then plants.
    package let sites: [WeighingSite]
    /// For each site, in order of time.
    package let weighings: [[PlannedWeighing]]
    package let trips: [PlannedTrip]

    /// - Parameter seed: of the day; that of the district as a rule.
    package init(_ district: District, on date: SimulatedDate, seed: UInt64, rates: FaultRates = .usual) {
        var planner = DayPlanner(district, on: date, seed: seed, rates: rates)
        planner.planCarts()
        for kind in CollectionVehicle.Kind.allCases {
            if let waste = kind.waste { planner.planCollection(of: waste, by: kind) }
        }
        planner.planHauling()
        planner.planSweeping()
        self.district = district
        self.date = date
        self.seed = seed
        self.rates = rates
        vehicles = planner.finishedVehicles()
        stops = planner.stops
        sites = planner.sites
        weighings = planner.numberedWeighings()
        trips = planner.trips
    }

    /// The station terminals' count of starts.
    static let siteBootNumber: UInt16 = 3
    /// A box of a station, empty, in grams.
    static let boxTareG = 2_400_000
    /// A cart, empty, in grams.
    static let cartTareG = 60_000
}
