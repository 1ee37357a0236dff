import FleetSimulation
import Foundation
import JTT808
import Testing

@Suite("SimulatedVehicle")
struct SimulatedVehicleTests {
    static let start: Int64 = 1_764_000_000

    /// Haversine on a sphere of 6371.0088 km, written again: the simulation's own must not vouch for itself.
    private static func distanceM(_ a: (Double, Double), _ b: (Double, Double)) -> Double {
        let r = Double.pi / 180
        let h =
            pow(sin((b.0 - a.0) * r / 2), 2) + cos(a.0 * r) * cos(b.0 * r) * pow(sin((b.1 - a.1) * r / 2), 2)
        return 2 * 6_371_008.8 * asin(sqrt(h))
    }

    @Test("six hours of reports stay in the district, below 50 km/h, with what the road allows", arguments: 0..<12)
    func plausible(index: Int) {
        var vehicle = SimulatedVehicle(seed: 7, index: index)
        var previous = vehicle.reading(at: .reported(at: Self.start))
        var moving = 0
        var standing = 0
        for second in 1...21_600 {
            vehicle.advance(by: 1)
            let reading = vehicle.reading(at: .reported(at: Self.start + Int64(second)))
            let position = reading.position
            #expect(ChangpingDistrict.latitudes.contains(Double(position.latitudeE6) / 1e6))
            #expect(ChangpingDistrict.longitudes.contains(Double(position.longitudeE6) / 1e6))
            #expect(position.speedDkmh <= 500)
            #expect(position.courseDeg < 360)
            #expect(position.statusBits & ~0b01 == 0b10 | 1 << 18 | 1 << 19, "fixed, GPS and BeiDou, north and east")
            #expect(reading.recorderSpeedDkmh == position.speedDkmh)
            #expect(reading.odometerHm >= previous.odometerHm)
            #expect(reading.fuelDl <= 1800 && reading.fuelDl > 0)
            #expect(reading.signalStrength <= 31 && reading.satellites >= 4)
            if position.statusBits & 1 == 0 { #expect(position.speedDkmh == 0, "the engine is off") }
            let gain = Int(position.speedDkmh) - Int(previous.position.speedDkmh)
            #expect(gain <= 35, "faster by more than 3.5 km/h in a second")
            if position.speedDkmh > 0 { moving += 1 } else { standing += 1 }
            previous = reading
        }
        #expect(moving > 5000, "it drives most of the time")
        #expect(standing > 3000, "it stops to collect")
    }

    @Test("the odometer is the distance between the positions", arguments: 0..<6)
    func odometer(index: Int) {
        var vehicle = SimulatedVehicle(seed: 3, index: index)
        let before = vehicle.odometerM
        var last = (vehicle.location.latitude, vehicle.location.longitude)
        var sum = 0.0
        for _ in 0..<72_000 {
            vehicle.advance(by: 0.25)
            let here = (vehicle.location.latitude, vehicle.location.longitude)
            sum += Self.distanceM(last, here)
            last = here
        }
        let driven = vehicle.odometerM - before
        #expect(driven > 20_000)
        // Positions jump the last half metre to a stop, and corners are cut by a chord.
        #expect(abs(driven - sum) < 0.005 * sum)
    }

    @Test("the course is that of the movement")
    func course() {
        var vehicle = SimulatedVehicle(seed: 1, index: 1)
        var checked = 0
        for _ in 0..<7200 {
            let from = vehicle.location
            let courseBefore = vehicle.courseDeg
            vehicle.advance(by: 1)
            guard vehicle.speedMps > 2, vehicle.courseDeg == courseBefore else { continue }
            let difference = abs(from.bearingDeg(to: vehicle.location) - vehicle.courseDeg)
            #expect(min(difference, 360 - difference) < 2)
            checked += 1
        }
        #expect(checked > 1000)
    }

    @Test("the same seed drives the same way, another one another")
    func deterministic() {
        func way(seed: UInt64, index: Int) -> [VehicleReading] {
            var vehicle = SimulatedVehicle(seed: seed, index: index)
            return (0..<500).map { tick in
                vehicle.advance(by: 5)
                return vehicle.reading(at: .reported(at: Self.start + Int64(tick) * 5))
            }
        }
        #expect(way(seed: 1, index: 4) == way(seed: 1, index: 4))
        #expect(way(seed: 1, index: 4) != way(seed: 2, index: 4))
        #expect(way(seed: 1, index: 4) != way(seed: 1, index: 5))
    }
}
