/// The messages of one terminal of a day: of a vehicle, or of a site.
struct DaySource: IteratorProtocol {
    private var vehicle: VehicleDay?
    private var site: SiteDay?

    init(_ vehicle: VehicleDay) { self.vehicle = vehicle }
    init(_ site: SiteDay) { self.site = site }

    // In place: a copy for each message would cost more than the message.
    mutating func next() -> DayMessage? { vehicle?.next() ?? site?.next() }
}
