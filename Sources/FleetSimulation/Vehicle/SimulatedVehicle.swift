import Foundation
package import JTT808

/// A collection vehicle that drives its rounds: a pure value, moved by ``advance(by:)`` and nothing else.
///
/// The same seed gives the same way on every machine. Speeds stay below 50 km/h, the course is that of the movement, the
/// odometer grows by exactly the distance driven.
package struct SimulatedVehicle: Sendable {
    /// Longest step of the integration in seconds.
    static let stepS = 1.0
    /// Accelerations in m/s2 that a loaded truck reaches.
    private static let acceleration = 0.8
    private static let deceleration = 1.0
    /// Speed in m/s around a corner.
    private static let cornerMps = 4.0
    private static let tankL = 180.0

    private enum Activity: Sendable {
        case driving
        case collecting(secondsLeft: Double)
        case resting(secondsLeft: Double)
    }

    /// A straight stretch between two waypoints, prepared so that a step costs one square root.
    private struct Leg: Sendable {
        var start: GeoPoint
        var end: GeoPoint
        var lengthM: Double
        var coveredM = 0.0
        var cruiseMps: Double
        /// Speed in m/s at which the end is reached: 0 for a stop.
        var endMps: Double
    }

    package private(set) var location: GeoPoint
    package private(set) var speedMps = 0.0
    /// 0 ..< 360, north 0, clockwise; at a stop the one it arrived with.
    package private(set) var courseDeg = 0.0
    package private(set) var odometerM: Double
    package private(set) var fuelL: Double
    private var isBraking = false
    private var activity: Activity
    private var leg: Leg
    private var round: CollectionRound
    private var nextWaypoint = 0
    private let station: GeoPoint
    private let home: Int
    private let salt: UInt64
    private var random: SplitMix64

    /// - Parameters:
    ///   - seed: that of the whole fleet.
    ///   - index: which of its vehicles.
    package init(seed: UInt64, index: Int) {
        var random = SplitMix64(seed: seed, stream: index)
        home = random.integer(0...ChangpingDistrict.towns.count - 1)
        station = CollectionRound.scatter(around: ChangpingDistrict.towns[home].centre, radiusM: 600, random: &random)
        salt = random.next()
        odometerM = random.uniform(5e6..<2e8)
        fuelL = random.uniform(60..<Self.tankL)
        round = CollectionRound(from: station, station: station, home: home, random: &random)
        location = station
        // Nobody has left the station yet; the fleet leaves it over a minute, not at one stroke.
        activity = .collecting(secondsLeft: random.uniform(0..<60))
        leg = Leg(start: station, end: station, lengthM: 0, cruiseMps: 0, endMps: 0)
        self.random = random
    }

    package var isIgnitionOn: Bool {
        if case .resting = activity { false } else { true }
    }

    /// Moves it on by so many seconds.
    package mutating func advance(by seconds: Double) {
        var left = seconds
        while left > 0 {
            let step = min(left, Self.stepS)
            left -= step
            switch activity {
            case .driving: drive(step)
            case .collecting(let secondsLeft):
                burn(litres: 3 * step / 3600)
                if secondsLeft > step { activity = .collecting(secondsLeft: secondsLeft - step) } else { depart() }
            case .resting(let secondsLeft):
                if secondsLeft > step { activity = .resting(secondsLeft: secondsLeft - step) } else { depart() }
            }
        }
    }

    private mutating func drive(_ seconds: Double) {
        let ahead = leg.lengthM - leg.coveredM
        let allowed = (leg.endMps * leg.endMps + 2 * Self.deceleration * ahead).squareRoot()
        let speed = min(speedMps + Self.acceleration * seconds, leg.cruiseMps, allowed)
        isBraking = speed < speedMps
        speedMps = speed
        let way = min(speed * seconds, ahead)
        odometerM += way
        burn(litres: way * 35e-5)
        if ahead - way < 0.5 {
            odometerM += ahead - way
            arrive()
        } else {
            leg.coveredM += way
            let part = leg.coveredM / leg.lengthM
            location.latitude = leg.start.latitude + (leg.end.latitude - leg.start.latitude) * part
            location.longitude = leg.start.longitude + (leg.end.longitude - leg.start.longitude) * part
        }
    }

    private mutating func arrive() {
        location = leg.end
        switch round.waypoints[nextWaypoint].stop {
        case .corner:
            depart()
            return
        case .collection(let seconds): activity = .collecting(secondsLeft: seconds)
        case .rest(let seconds):
            activity = .resting(secondsLeft: seconds)
            if fuelL < 40 { fuelL = Self.tankL }
        }
        speedMps = 0
        isBraking = false
        nextWaypoint += 1
    }

    /// Takes the next leg; a new round when this one is done.
    private mutating func depart() {
        if case .driving = activity { nextWaypoint += 1 }
        activity = .driving
        if nextWaypoint >= round.waypoints.count {
            round = CollectionRound(from: location, station: station, home: home, random: &random)
            nextWaypoint = 0
        }
        let waypoint = round.waypoints[nextWaypoint]
        let length = location.distanceM(to: waypoint.point)
        if length > 0 { courseDeg = location.bearingDeg(to: waypoint.point) }
        var endMps = 0.0
        if case .corner = waypoint.stop { endMps = Self.cornerMps }
        leg = Leg(
            start: location, end: waypoint.point, lengthM: length,
            cruiseMps: random.uniform(7.5..<13.5), endMps: endMps)
    }

    private mutating func burn(litres: Double) { fuelL = max(0, fuelL - litres) }

    /// What its terminal would report now, stamped with `time`.
    package func reading(at time: TerminalTime) -> VehicleReading {
        var status: UInt32 = 0b10 | 1 << 18 | 1 << 19
        if isIgnitionOn { status |= 0b01 }
        let speedDkmh = UInt16((speedMps * 36).rounded())
        let noise = SplitMix64.mix(salt ^ time.bcd)
        var signals: UInt32 = isIgnitionOn ? 1 << 7 : 0
        if isBraking { signals |= 1 << 4 }
        return VehicleReading(
            position: Position(
                statusBits: status,
                latitudeE6: UInt32((location.latitude * 1e6).rounded()),
                longitudeE6: UInt32((location.longitude * 1e6).rounded()),
                altitudeM: UInt16(ChangpingDistrict.altitudeM(at: location)),
                speedDkmh: speedDkmh, courseDeg: UInt16(courseDeg.rounded()) % 360, time: time),
            odometerHm: UInt32(odometerM / 100), fuelDl: UInt16(fuelL * 10), recorderSpeedDkmh: speedDkmh,
            vehicleSignalBits: signals, signalStrength: UInt8(18 + noise % 14),
            satellites: UInt8(12 + (noise >> 32) % 17))
    }
}
