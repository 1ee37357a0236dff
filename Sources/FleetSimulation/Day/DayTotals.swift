/// What the tables must hold after a day, with nothing sent twice counted twice. Computed from the plan, not from the messages.
package struct DayTotals: Equatable, Sendable, Encodable {
    package var fixRows = 0
    /// Of these, under the time of receipt: without a date, and with one in the future.
    package var fixRowsWithoutDate = 0
    package var fixRowsInFuture = 0
    package var liftRows = 0
    package var liftNetG = 0
    package var tagReadRows = 0
    package var stationWeighingRows = 0
    package var stationWeighingNetG = 0

    package init(_ day: DayPlan) {
        for plan in day.vehicles {
            fixRows += plan.reports
            let undated = plan.undatedReports
            switch plan.faults.clockAtPowerUp {
            case .unset: fixRowsWithoutDate += undated
            case .future: fixRowsInFuture += undated
            case nil: break
            }
            for lift in plan.lifts where plan.faults.sentAt(lift.atMs / 1000) != nil {
                if !lift.isReadOnly {
                    liftRows += 1
                    liftNetG += lift.netG
                }
                if lift.tag != nil { tagReadRows += 1 }
            }
        }
        for weighing in day.weighings.joined() {
            stationWeighingRows += 1
            stationWeighingNetG += weighing.netG
        }
    }
}
