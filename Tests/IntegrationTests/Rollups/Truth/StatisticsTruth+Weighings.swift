/// Weighings with their last figures, and what vehicles brought.
extension StatisticsTruth {
    /// A weighing that counts where and when it was first made.
    private struct Weighed {
        let first: ReceivedFacts.Weighing
        /// With the figures of the last correction.
        let last: ReceivedFacts.Weighing
        let corrections: Int
        let wasteType: Int
        let ticket, plate: String?
        let vehicle, vehicleByTag: Int?

        var at: Int { first.at }
        var order: (Int, Int, Int) { (first.at, first.boot, first.seq) }
        var isWithdrawn: Bool { corrections > 0 && last.grossG == 0 && last.tareG == 0 && last.netG == 0 }
        /// Over range (4), negative (8), under range (16) or of a faulty sensor (256).
        var isFlagged: Bool { [4, 8, 16, 256].contains { last.flags & $0 != 0 } }
        var isSound: Bool { !isFlagged && last.netG >= 0 }
        /// Of two weighings; there is no net weight yet.
        var isFirstOfTwo: Bool { last.direction == 1 && last.netG == 0 && last.tareSource == 0 }

        // On its ticket at the same scale, within twelve hours.
        /// What follows is an "out".
        var opens = false
        /// It is an "out", and what came before it an "in".
        var closes = false
        /// What is weighed out on a ticket is the difference of two readings, of which either may be doubtful.
        var isOfDoubtfulTicket = false
        var next: Out?

        var isDoubtful: Bool { !isSound || isOfDoubtfulTicket }

        struct Out {
            let at, netG: Int
            let isSound: Bool
        }
    }

    struct Trip {
        var row: FigureRow
        let day, vehicle: Int
        let isHauled: Bool
    }

    private static let twelveHours = 12 * 3600 * ReceivedFacts.second
    private static let carriedDays = 7

    // MARK: Corrections and tickets

    private struct Number: Hashable {
        let terminal, boot, seq: Int
    }

    /// A correction corrects what was made before it, or half a day after it at most, and not more than 62 days before.
    private func isCorrection(_ later: ReceivedFacts.Weighing, of earlier: ReceivedFacts.Weighing) -> Bool {
        later.at >= earlier.at - Self.twelveHours && later.at < earlier.at + 62 * 86_400 * ReceivedFacts.second
    }

    private var weighed: [Weighed] {
        var byNumber: [Number: ReceivedFacts.Weighing] = [:]
        for weighing in facts.weighings {
            byNumber[Number(terminal: weighing.terminal, boot: weighing.boot, seq: weighing.seq)] = weighing
        }
        var corrections: [Number: [ReceivedFacts.Weighing]] = [:]
        var originals: [ReceivedFacts.Weighing] = []
        for weighing in facts.weighings {
            let number = weighing.supersedes.map {
                Number(terminal: weighing.terminal, boot: weighing.boot, seq: $0)
            }
            if let number, number.seq < weighing.seq, let earlier = byNumber[number],
                isCorrection(weighing, of: earlier)
            {
                corrections[number, default: []].append(weighing)
            } else {
                originals.append(weighing)
            }
        }
        return tickets(originals.map { final($0, corrections) })
    }

    /// The longest line of corrections counts, of several the one that was made last.
    private func final(_ first: ReceivedFacts.Weighing, _ corrections: [Number: [ReceivedFacts.Weighing]]) -> Weighed {
        var lines: [[ReceivedFacts.Weighing]] = [[first]]
        var best = lines[0]
        while !lines.isEmpty {
            best =
                lines.max { one, other in
                    let (a, b) = (one[one.count - 1], other[other.count - 1])
                    return (a.at, a.seq) < (b.at, b.seq)
                } ?? best
            lines = lines.flatMap { line in
                let end = line[line.count - 1]
                let number = Number(terminal: end.terminal, boot: end.boot, seq: end.seq)
                return (corrections[number] ?? []).map { line + [$0] }
            }
        }
        let tagged = best.last { $0.tag != nil }
        let vehicleByTag = tagged.flatMap { registry.binding(tech: $0.tagTech, tag: $0.tag, at: first.at)?.vehicle }
        let plate = best.last { $0.plate != nil }?.plate
        return Weighed(
            first: first, last: best[best.count - 1], corrections: best.count - 1,
            wasteType: best.last { $0.wasteType != 0 }?.wasteType ?? 0,
            ticket: best.last { $0.ticket != nil }?.ticket, plate: plate,
            vehicle: vehicleByTag ?? registry.vehicle(of: plate), vehicleByTag: vehicleByTag)
    }

    private func tickets(_ all: [Weighed]) -> [Weighed] {
        struct Ticket: Hashable {
            let terminal: Int
            let isWithdrawn: Bool
            let ticket: String
        }
        var result = all.filter { $0.ticket == nil }
        let groups = Dictionary(grouping: all.filter { $0.ticket != nil }) {
            Ticket(terminal: $0.first.terminal, isWithdrawn: $0.isWithdrawn, ticket: $0.ticket ?? "")
        }
        for own in groups.values {
            var own = own.sorted { $0.order < $1.order }
            for index in own.indices.dropFirst() where own[index].at - own[index - 1].at <= Self.twelveHours {
                let (before, after) = (own[index - 1], own[index])
                own[index - 1].opens = after.last.direction == 2
                own[index - 1].next = Weighed.Out(at: after.at, netG: after.last.netG, isSound: after.isSound)
                own[index].closes = before.last.direction == 1 && after.last.direction == 2
                own[index].isOfDoubtfulTicket = own[index].closes && before.isFlagged
            }
            result += own
        }
        return result
    }

    // MARK: Stations

    func makeStationDay() -> [FigureRow] {
        let groups = Dictionary(grouping: weighed) { weighing in
            let mount = registry.mount(of: weighing.first.terminal, at: weighing.at)
            return [
                "service_date": ReceivedFacts.day(of: weighing.at), "terminal_id": weighing.first.terminal,
                "station_id": mount?.station ?? 0, "disposal_facility_id": mount?.facility ?? 0,
                "scale_no": weighing.last.scale, "waste_type": weighing.wasteType,
            ]
        }
        return groups.map { key, all in
            var row = FigureRow(key)
            let valid = all.filter { !$0.isWithdrawn }
            let (ins, outs) = (valid.filter { $0.last.direction == 1 }, valid.filter { $0.last.direction == 2 })
            let sum = { (own: [Weighed]) in
                Figure(own.filter { !$0.isDoubtful }.reduce(0) { $0 + $1.last.netG })
            }
            row["first_weighing_at"] = Figure(all.map(\.at).min())
            row["last_weighing_at"] = Figure(all.map(\.at).max())
            row["in_net_g"] = sum(ins)
            row["out_net_g"] = sum(outs)
            // Weighed in against a known tare, and weighed out too, it was received once.
            let brought = ins.filter { !($0.opens && $0.next?.isSound == true && $0.next?.netG != 0) }
            let closing = outs.filter(\.closes)
            row["received_net_g"] = sum(brought + closing)
            row["dispatched_net_g"] = sum(outs.filter { !$0.closes })
            row["weighings"] = Figure(valid.count)
            row["in_weighings"] = Figure(ins.count)
            row["out_weighings"] = Figure(outs.count)
            let carts = ins.count { $0.plate == nil && $0.vehicleByTag == nil }
            row["carts"] = Figure(carts)
            row["deliveries"] = Figure(ins.count - carts)
            row["boxes_out"] = Figure(outs.count { !$0.closes })
            row["open_tickets"] = Figure(ins.count { $0.isFirstOfTwo && $0.ticket != nil && !$0.opens })
            row["corrected"] = Figure(valid.count { $0.corrections > 0 })
            row["withdrawn"] = Figure(all.count - valid.count)
            row["doubtful"] = Figure(valid.count(where: \.isDoubtful))
            row["not_zeroed"] = Figure(valid.count { $0.last.flags & 32 != 0 })
            return row
        }
    }

    // MARK: Trips

    /// A load that arrived, with the stretch of time in which it was lifted, within its day.
    private struct Arrival {
        let weighing: Weighed
        let vehicle: Int
        let mount: KnownRegistry.Mount
        let box: Weighed?
        var fromStation = 0
        var begins = Int.min

        var day: Int { ReceivedFacts.day(of: weighing.at) }
        var leftAt: Int? { weighing.opens ? weighing.next?.at : nil }
        /// Clocks of terminal and scale differ: ten minutes more at least.
        var ends: Int { max(leftAt ?? .min, weighing.at + 600 * ReceivedFacts.second) }
        /// Weights that do not count are none. Weighed in against a known tare, it may be weighed out as well.
        var siteNetG: Int? {
            if weighing.opens, !weighing.isFlagged, let out = weighing.next, out.isSound,
                weighing.isFirstOfTwo || out.netG > 0
            {
                return out.netG
            }
            return weighing.isFirstOfTwo || weighing.isDoubtful ? nil : weighing.last.netG
        }
    }

    private var arrivals: [Arrival] {
        let valid = weighed.filter { !$0.isWithdrawn && $0.vehicle != nil }
        let boxes = valid.filter { $0.last.direction == 2 && !$0.closes && $0.ticket != nil }
        var arrivals: [Arrival] = []
        for weighing in valid where weighing.last.direction == 1 {
            guard let vehicle = weighing.vehicle,
                let mount = registry.mount(of: weighing.first.terminal, at: weighing.at), mount.vehicle == nil
            else { continue }
            let own = boxes.filter { box in
                box.ticket == weighing.ticket && box.vehicle == vehicle && box.at <= weighing.at
                    && box.at > weighing.at - Self.twelveHours
                    && registry.mount(of: box.first.terminal, at: box.at)?.station != nil
            }
            let box = own.max { $0.at < $1.at }
            let station = box.flatMap { registry.mount(of: $0.first.terminal, at: $0.at)?.station }
            arrivals.append(
                Arrival(weighing: weighing, vehicle: vehicle, mount: mount, box: box, fromStation: station ?? 0))
        }
        let groups = Dictionary(grouping: arrivals.indices.filter { arrivals[$0].fromStation == 0 }) {
            [arrivals[$0].day, arrivals[$0].vehicle]
        }
        for own in groups.values {
            let order = { (index: Int) in
                let first = arrivals[index].weighing.first
                return (arrivals[index].ends, first.at, first.terminal, first.seq)
            }
            let sorted = own.sorted { order($0) < order($1) }
            for (before, index) in zip(sorted, sorted.dropFirst()) { arrivals[index].begins = arrivals[before].ends }
        }
        return arrivals
    }

    /// What vehicles lifted, by vehicle and day.
    private var lifted: [[Int]: [ReceivedFacts.Lift]] {
        var lifted: [[Int]: [ReceivedFacts.Lift]] = [:]
        for lift in facts.lifts {
            guard let vehicle = registry.mount(of: lift.terminal, at: lift.at)?.vehicle else { continue }
            lifted[[vehicle, ReceivedFacts.day(of: lift.at)], default: []].append(lift)
        }
        return lifted
    }

    /// What was lifted after the vehicle's last load of the day.
    private func left(_ lifted: [[Int]: [ReceivedFacts.Lift]], _ arrivals: [Arrival]) -> [[Int]: [ReceivedFacts.Lift]] {
        var ends: [[Int]: Int] = [:]
        for arrival in arrivals where arrival.fromStation == 0 {
            let key = [arrival.vehicle, arrival.day]
            ends[key] = max(ends[key] ?? .min, arrival.ends)
        }
        var left: [[Int]: [ReceivedFacts.Lift]] = [:]
        for (key, lifts) in lifted {
            let own = lifts.filter { $0.at > ends[key] ?? .min }
            if !own.isEmpty { left[key] = own }
        }
        return left
    }

    func makeOpenLoads() -> [FigureRow] {
        left(lifted, arrivals).map { key, lifts in
            var row = FigureRow(["vehicle_id": key[0], "service_date": key[1]])
            row["first_lift_at"] = Figure(lifts.map(\.at).min())
            row["last_lift_at"] = Figure(lifts.map(\.at).max())
            row["lifts"] = Figure(lifts.count)
            row["net_g"] = Figure(lifts.reduce(0) { $0 + $1.netG })
            let estimated = lifts.filter { $0.mode == 6 }
            row["estimated_lifts"] = Figure(estimated.count)
            row["estimated_net_g"] = Figure(estimated.reduce(0) { $0 + $1.netG })
            return row
        }
    }

    func makeTrips() -> [Trip] {
        let (arrivals, lifted) = (arrivals, lifted)
        let left = left(lifted, arrivals)
        let tripDays = Set(arrivals.filter { $0.fromStation == 0 }.map { [$0.vehicle, $0.day] })
        return arrivals.map { arrival in
            let (first, day, vehicle) = (arrival.weighing.first, arrival.day, arrival.vehicle)
            var lifts: [ReceivedFacts.Lift] = []
            if arrival.fromStation == 0 {
                lifts = (lifted[[vehicle, day]] ?? []).filter { $0.at > arrival.begins && $0.at <= arrival.ends }
                if arrival.begins == .min {
                    // What no trip of the days between has taken.
                    for before in day - Self.carriedDays..<day
                    where !(before + 1..<day).contains(where: { tripDays.contains([vehicle, $0]) }) {
                        lifts += left[[vehicle, before]] ?? []
                    }
                }
            }
            var row = FigureRow(texts: [
                "service_date": "\(day)", "terminal_id": "\(first.terminal)", "recorded_at": "\(first.at)",
                "boot_no": "\(first.boot)", "seq": "\(first.seq)", "vehicle_id": "\(vehicle)",
                "carrier_id": "\(registry.carrier(of: vehicle, at: first.at) ?? 0)",
                "station_id": "\(arrival.mount.station ?? 0)",
                "disposal_facility_id": "\(arrival.mount.facility ?? 0)", "from_station_id": "\(arrival.fromStation)",
                "waste_type": "\(arrival.weighing.wasteType)",
            ])
            row.key["ticket"] = arrival.weighing.ticket ?? "-"
            row["first_lift_at"] = Figure(lifts.map(\.at).min())
            row["last_lift_at"] = Figure(lifts.map(\.at).max())
            row["left_at"] = Figure(arrival.leftAt)
            row["lifts"] = Figure(lifts.count)
            let net = lifts.reduce(0) { $0 + $1.netG }
            row["lifts_net_g"] = Figure(net)
            let estimated = lifts.filter { $0.mode == 6 }
            row["estimated_lifts"] = Figure(estimated.count)
            row["estimated_net_g"] = Figure(estimated.reduce(0) { $0 + $1.netG })
            let box = arrival.box.flatMap { $0.isDoubtful ? nil : $0.last.netG }
            row["box_net_g"] = Figure(box)
            row["site_net_g"] = Figure(arrival.siteNetG)
            let brought = arrival.fromStation == 0 ? net : box
            row["gap_g"] = Figure(arrival.siteNetG.flatMap { site in brought.map { site - $0 } })
            return Trip(row: row, day: day, vehicle: vehicle, isHauled: arrival.fromStation != 0)
        }
    }
}
