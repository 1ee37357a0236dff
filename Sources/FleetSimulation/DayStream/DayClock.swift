import NIOCore

/// What second of the simulated day it is.
struct DayClock: Sendable {
    private let speed: DayConfiguration.Speed
    private let startedAt = NIODeadline.now()
    private let firstSecond: Int

    init(_ day: DayPlan, speed: DayConfiguration.Speed) {
        self.speed = speed
        firstSecond = day.vehicles.compactMap { $0.shifts.first?.startS }.min() ?? 0
    }

    var second: Int {
        switch speed {
        case .max: .max
        case .times(let times):
            firstSecond
                + Int(
                    min(
                        Double((NIODeadline.now() - startedAt).nanoseconds) / 1e9 * times,
                        Double(SimulatedDate.secondsOfDay)))
        }
    }
}
