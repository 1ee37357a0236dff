import JTT808
import Testing

@testable import FleetSimulation

@Suite("DayPlan")
struct DayPlanTests {
    private static let date = SimulatedDate("2026-06-01")!
    private static let small = DayPlan(
        District(seed: 5, size: .small), on: date, seed: 5, rates: .frequent)
    private static let full = DayPlan(District(seed: 1), on: date, seed: 1)

    private static func messages(_ day: DayPlan) -> [[DayMessage]] {
        day.vehicles.indices.map { Array(VehicleDay(day, vehicle: $0)) }
            + day.sites.indices.map { Array(SiteDay(day, site: $0)) }
    }

    @Test("the same seed gives the same messages, another seed or day others")
    func deterministic() {
        let district = District(seed: 5, size: .small)
        let text = { (day: DayPlan) in "\(Self.messages(day))" }
        let first = text(Self.small)
        #expect(first == text(DayPlan(district, on: Self.date, seed: 5, rates: .frequent)))
        #expect(first != text(DayPlan(district, on: Self.date, seed: 6, rates: .frequent)))
        #expect(first != text(DayPlan(district, on: SimulatedDate("2026-06-02")!, seed: 5, rates: .frequent)))
    }

    @Test("the full day has its size: about a million reports and 15,000 lifts")
    func size() {
        let totals = DayTotals(Self.full)
        #expect((950_000...1_150_000).contains(totals.fixRows), "\(totals)")
        #expect((13_500...16_500).contains(totals.liftRows), "\(totals)")
    }

    @Test("the totals are what a count of the messages gives", arguments: [5, 6, 7, 8, 9, 10] as [UInt64])
    func totals(seed: UInt64) {
        for rates in [FaultRates.frequent, .all] {
            Self.expectTotals(of: DayPlan(District(seed: seed, size: .small), on: Self.date, seed: seed, rates: rates))
        }
    }

    private static func expectTotals(of day: DayPlan) {
        let totals = DayTotals(day)
        var reports: [VehicleReading] = []
        var records: [Record] = []
        for message in messages(day).joined() {
            switch message.content {
            case .report(let reading): reports.append(reading)
            case .backlog(let readings): reports += readings
            case .records(let some): records += some
            }
        }
        #expect(totals.fixRows == reports.count)
        #expect(totals.fixRowsWithoutDate == reports.count { $0.position.time.unixSeconds == nil })
        #expect(totals.fixRowsInFuture == reports.count { $0.position.time.digits.hasPrefix("99") })
        var lifts = 0
        var liftNet = 0
        var reads = 0
        var weighings = 0
        var weighingNet = 0
        for record in records {
            switch record.content {
            case .tagRead: reads += 1
            case .lift(let lift):
                lifts += 1
                liftNet += Int(lift.netG)
                #expect(lift.netG == lift.grossG - lift.tareG)
            case .stationWeighing(let weighing):
                weighings += 1
                weighingNet += Int(weighing.netG)
            case .loadSample: Issue.record("nobody asked for load samples")
            }
        }
        #expect(totals.liftRows == lifts && totals.liftNetG == liftNet && totals.tagReadRows == reads)
        #expect(totals.stationWeighingRows == weighings && totals.stationWeighingNetG == weighingNet)
    }

    @Test("no two reports of a terminal have time and content in common, and no two records their number")
    func keys() {
        for (index, messages) in Self.messages(Self.small).enumerated() {
            var reports: Set<String> = []
            var records: Set<String> = []
            var reportCount = 0
            var recordCount = 0
            for message in messages {
                switch message.content {
                case .report(let reading):
                    reports.insert("\(reading)")
                    reportCount += 1
                case .backlog(let readings):
                    reports.formUnion(readings.map { "\($0)" })
                    reportCount += readings.count
                case .records(let some):
                    records.formUnion(some.map { "\($0.head.bootNumber) \($0.head.sequence)" })
                    recordCount += some.count
                }
            }
            #expect(reports.count == reportCount, "terminal \(index)")
            #expect(records.count == recordCount, "terminal \(index)")
        }
    }

    @Test("messages of a terminal leave in order of time, and within the day")
    func order() {
        for messages in Self.messages(Self.small) {
            let times = messages.map(\.sentAt)
            #expect(times == times.sorted())
            #expect(times.allSatisfy { (0..<86_400).contains($0) })
        }
    }

    @Test("a stop on time was visited inside its window, a late one after it, by the true clock and the vehicle's")
    func windows() {
        var outcomes: Set<String> = []
        for day in [Self.small, Self.full] {
            for stop in day.stops {
                outcomes.insert("\(stop.outcome) \(stop.cause.map { "\($0)" } ?? "")")
                let offset = stop.vehicle.map { day.vehicles[$0].faults.clockOffsetS } ?? 0
                switch stop.outcome {
                case .onTime, .late:
                    guard let visit = stop.visit, stop.lifts > 0 else {
                        Issue.record("collected without a visit: \(stop)")
                        continue
                    }
                    for clock in [0, offset] {
                        if stop.outcome == .onTime {
                            #expect(visit.lowerBound + clock >= stop.window.opensAt)
                            #expect(visit.upperBound + clock < stop.window.closesAt)
                        } else {
                            #expect(visit.lowerBound + clock > stop.window.closesAt)
                        }
                    }
                    #expect(stop.cause == nil)
                case .missed:
                    #expect(stop.lifts == 0 && stop.cause != nil)
                    if stop.cause == .noVisit { #expect(stop.visit == nil) }
                    if stop.cause == .visitNoRead { #expect(stop.visit != nil) }
                }
            }
        }
        #expect(outcomes == ["onTime ", "late ", "missed noVisit", "missed visitNoRead", "missed terminalOffline"])
    }

    @Test("every point, waste type and window is due once")
    func due() {
        let day = Self.full
        let due = Set(day.stops.map { "\($0.point) \($0.waste) \($0.window.opensAt)" })
        #expect(due.count == day.stops.count)
        var expected = 0
        for point in day.district.points {
            for waste in Set(day.district.bins[point.bins].map(\.waste)) { expected += waste.windows.count }
        }
        #expect(due.count == expected)
    }

    @Test(
        "rates are kept: late, missed and unread stops of the full day within a fifth and some more of what was asked for"
    )
    func rates() {
        let day = Self.full
        let share = { (count: Int) in count * 10_000 / day.stops.count }
        let causes = { (cause: PlannedStop.Cause) in share(day.stops.count { $0.cause == cause }) }
        #expect((110...190).contains(share(day.stops.count { $0.outcome == .late })))
        #expect((70...130).contains(causes(.noVisit)))
        #expect((45...95).contains(causes(.visitNoRead)))
        let none = DayPlan(day.district, on: Self.date, seed: 1, rates: .none)
        // Where towns are far apart, the last stops of a round are not reached in time.
        #expect(share(none.stops.count { $0.outcome != .onTime }) < 50)
        #expect(none.vehicles.allSatisfy { $0.faults == TerminalFaults() })
    }

    @Test(
        "reports lie on the way: never further apart than the odometer says, never faster than 50 km/h, inside the district"
    )
    func way() {
        for index in Self.small.vehicles.indices {
            var last: VehicleReading?
            for message in VehicleDay(Self.small, vehicle: index) {
                let readings: [VehicleReading] =
                    switch message.content {
                    case .report(let reading): [reading]
                    case .backlog(let readings): readings
                    case .records: []
                    }
                for reading in readings {
                    let position = reading.position
                    #expect((40_030_000...40_390_000).contains(position.latitudeE6))
                    #expect((115_830_000...116_490_000).contains(position.longitudeE6))
                    #expect(position.speedDkmh <= 500)
                    #expect(position.courseDeg < 360)
                    if let last {
                        #expect(reading.odometerHm >= last.odometerHm)
                        #expect(reading.fuelDl <= last.fuelDl)
                    }
                    last = reading
                }
            }
        }
    }

    @Test("what goes into the stations and does not come out is still there")
    func balance() {
        let day = Self.full
        for station in day.district.stations.indices {
            let into = day.weighings[station].filter { $0.direction == 1 }.reduce(0) { $0 + $1.trueNetG }
            let out = day.weighings[station].filter { $0.direction == 2 }.reduce(0) { $0 + $1.trueNetG }
            #expect(out <= into && out > 0)
        }
        let hauled = day.trips.filter { $0.station != nil }
        #expect(!hauled.isEmpty)
        for trip in day.trips {
            // A plant weighs in steps of 20 kg, in and out.
            if trip.site >= day.district.stations.count { #expect(abs(trip.netG - trip.trueNetG) <= 20_000) }
        }
    }

    @Test(
        "touches, washed bins, estimates, dead scales and vehicles without one are what their truth says",
        arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
    func oddities(seed: UInt64) {
        let district = District(
            seed: seed, size: DistrictSize(communities: 22, points: 40, vehicles: 12, stations: 2))
        let day = DayPlan(district, on: Self.date, seed: seed, rates: .all)
        for plan in day.vehicles {
            var lifts: [Lift] = []
            for message in VehicleDay(day, vehicle: plan.vehicle) {
                guard case .records(let records) = message.content else { continue }
                lifts += records.compactMap { if case .lift(let lift) = $0.content { lift } else { nil } }
            }
            if !plan.hasScale { #expect(lifts.isEmpty && plan.lifts.allSatisfy(\.isReadOnly)) }
            // A bin of 120 litres counts 110 kg, one of 240 twice that.
            #expect(lifts.filter { $0.mode == 6 }.allSatisfy { [110_000, 220_000].contains($0.netG) && $0.tareG == 0 })
            #expect(lifts.allSatisfy { ($0.netG < 0) == $0.flags.contains(.negative) })
            for (lift, next) in zip(plan.lifts, plan.lifts.dropFirst()) {
                #expect(lift.atMs < next.atMs)
                guard lift.fault == .negative else { continue }
                #expect(next.bin == lift.bin && next.completes && next.atMs - lift.atMs <= 12_000)
                #expect((-3_000 ... -500).contains(lift.netG))
            }
        }
        for (index, stop) in day.stops.enumerated() {
            let lifts = stop.vehicle.map { day.vehicles[$0].lifts.filter { $0.stop == index } } ?? []
            let only = Set(lifts.map(\.fault))
            if only == [.touch] {
                #expect(lifts.allSatisfy { $0.netG < 1_000 && $0.trueNetG == 0 })
                #expect([.visitNoRead, .terminalOffline].contains(stop.cause))
            }
            if only == [.noWeight] { #expect([.visitNoRead, .terminalOffline].contains(stop.cause)) }
            #expect((stop.evidence != nil) == (stop.outcome != .missed))
        }
    }

    @Test("what only `all` has happens, and without it a day is the same to the last byte")
    func onlyInAll() {
        var faults: Set<PlannedLift.Fault> = []
        var evidence: Set<PlannedStop.Evidence> = []
        for seed in [1, 2, 3, 4, 5, 6] as [UInt64] {
            let district = District(seed: seed, size: .small)
            var rates = FaultRates.all
            let day = DayPlan(district, on: Self.date, seed: seed, rates: rates)
            faults.formUnion(day.vehicles.flatMap(\.lifts).compactMap(\.fault))
            evidence.formUnion(day.stops.compactMap(\.evidence))
            (rates.touch, rates.noWeight, rates.negativeNet, rates.estimate, rates.noScale) = (0, 0, 0, 0, 0)
            let without = DayPlan(district, on: Self.date, seed: seed, rates: rates)
            let frequent = DayPlan(district, on: Self.date, seed: seed, rates: .frequent)
            #expect(Self.messages(without).map { "\($0)" } == Self.messages(frequent).map { "\($0)" })
        }
        #expect(faults.isSuperset(of: [.touch, .noWeight, .negative, .estimate]))
        #expect(evidence == [.lift, .volumeEstimate, .tagRead])
    }
}
