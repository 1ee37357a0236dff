/// Turns the readings of one scale into weighings: empty, something put on, at rest, one weighing, empty again.
///
/// A pure state machine: readings and times go in, events come out. It belongs to the scale and not to the connection; kept
/// over a reconnect it knows the load that it weighed before. A clock that is set back counts as a gap.
///
/// - A load is weighed when it comes to rest, at once, not when it goes.
/// - When more is put on top, the heavier level is a new weighing that supersedes the first. A lighter level is the load going
///   in parts and makes none.
/// - The zero is followed only to tell loads from dirt. Weights stay as the indicator shows them.
/// - The empty scale may rest anywhere below the minimum, so that dirt left behind does not end the weighing for ever.
public struct WeighingCycle: Sendable {
    private struct Load {
        let startedAt: Moment
        let isArrivalSeen: Bool
        /// Level of the empty scale below it.
        let base: Int64
        var readings = 0
        var lowest: Int64?
        var peak: Int64?
        /// Since when the readings are as low as without a load.
        var lowSince: Moment?
        var levels = 0
        /// The current stretch was counted among ``levels``.
        var levelFrom: Moment?
        var weighing: (number: Int, grams: Int64)?
        var remarks: Weighing.Remarks = []
        var hasTimedOut = false
        /// Readings are missing since then.
        var loss: Loss?
    }

    /// How things stood at the last reading before a gap.
    private struct Loss {
        let at: Moment
        let readings: Int
        let peak: Int64?
    }

    private enum State {
        /// No reading yet that tells.
        case unknown
        case empty(base: Int64)
        case loaded(Load)
    }

    public let settings: WeighingSettings
    private var state = State.unknown
    private var level: LevelTracker
    private var lastReadingAt: Moment?
    /// The reading before this one is too old to belong to it.
    private var isAfterGap = true
    private var weighings = 0
    private var zero: Int64 = 0
    /// The level of rest that was said last.
    private var saidRest: Int64 = 0
    private var isRestBeyondLimit = false
    private var hasSaidUnderRange = false

    public init(_ settings: WeighingSettings) {
        self.settings = settings
        level = LevelTracker(settings)
    }

    /// Whether something lies on the scale, as far as is known.
    public var isLoaded: Bool { if case .loaded = state { true } else { false } }

    /// Takes one reading.
    /// - Returns: what follows from it, in order; nearly always nothing.
    public mutating func take(_ reading: ScaleReading, at now: Moment) -> [WeighingEvent] {
        guard reading.kind != .tare else { return [] }
        noteGap(before: now)
        var events: [WeighingEvent] = []
        let grams = reading.grossGrams ?? reading.weight?.grams
        if reading.range != .under { hasSaidUnderRange = false }
        switch reading.range {
        case .over: takeOverRange(at: now, &events)
        case .under: takeUnderRange(at: now, &events)
        case .within, .notSaid:
            if let grams, !reading.isInvalid {
                take(grams, reading, at: now, &events)
            } else {
                takeNothing(at: now, &events)
            }
        }
        isAfterGap = false
        lastReadingAt = now
        return events
    }

    private mutating func noteGap(before now: Moment) {
        guard let last = lastReadingAt,
            now.microseconds(since: last) > settings.longestGap.wholeMicroseconds || now < last
        else { return }
        isAfterGap = true
        level.reset()
        guard case .loaded(var load) = state else { return }
        load.loss = load.loss ?? Loss(at: last, readings: load.readings, peak: load.peak)
        load.lowSince = nil
        state = .loaded(load)
    }

    // MARK: Readings without a weight

    private mutating func takeOverRange(at now: Moment, _ events: inout [WeighingEvent]) {
        level.reset()
        var load = currentLoad(at: now, &events)
        load.readings += 1
        load.lowSince = nil
        if !load.remarks.contains(.wasOverRange) {
            load.remarks.insert(.wasOverRange)
            events.append(.overRange(at: now))
        }
        checkTimeout(of: &load, at: now, &events)
        state = .loaded(load)
    }

    private mutating func takeUnderRange(at now: Moment, _ events: inout [WeighingEvent]) {
        level.reset()
        if !hasSaidUnderRange {
            hasSaidUnderRange = true
            events.append(.underRange(at: now))
        }
        guard case .loaded(var load) = state else { return }
        load.readings += 1
        if isCleared(&load, at: now) {
            finish(load, at: now, &events)
            state = .empty(base: load.base)
        } else {
            state = .loaded(load)
        }
    }

    /// In range, but no figure that can be used: a blank, newtons, an indicator that distrusts itself.
    private mutating func takeNothing(at now: Moment, _ events: inout [WeighingEvent]) {
        level.reset()
        guard case .loaded(var load) = state else { return }
        load.readings += 1
        load.lowSince = nil
        checkTimeout(of: &load, at: now, &events)
        state = .loaded(load)
    }

    // MARK: Weights

    private mutating func take(
        _ grams: Int64, _ reading: ScaleReading, at now: Moment, _ events: inout [WeighingEvent]
    ) {
        let grams = min(max(grams, -WeighingSettings.most), WeighingSettings.most)
        let isLevel = level.add(grams, reading.stability, at: now)
        switch state {
        case .unknown:
            if abs(grams) <= settings.emptyBandGrams {
                state = .empty(base: grams)
                if isLevel { rest(at: grams, now, &events) }
            } else if grams >= settings.minimumGrams {
                state = .loaded(currentLoad(at: now, &events))
                take(grams, isLevel: isLevel, reading, at: now, &events)
            } else if isLevel {
                rest(at: grams, now, &events)
            }
        case .empty(let base):
            if grams > base + settings.emptyBandGrams || grams - zero >= settings.minimumGrams {
                state = .loaded(currentLoad(at: now, &events))
                take(grams, isLevel: isLevel, reading, at: now, &events)
            } else if isLevel {
                rest(at: grams, now, &events)
            }
        case .loaded:
            take(grams, isLevel: isLevel, reading, at: now, &events)
        }
    }

    /// A weight while there is a load.
    private mutating func take(
        _ grams: Int64, isLevel: Bool, _ reading: ScaleReading, at now: Moment, _ events: inout [WeighingEvent]
    ) {
        guard case .loaded(var load) = state else { return }
        load.readings += 1
        load.lowest = min(load.lowest ?? grams, grams)
        load.peak = max(load.peak ?? grams, grams)
        if reading.isPrintRequested { load.remarks.insert(.printRequested) }
        let isHeavy = grams - zero >= settings.minimumGrams
        // A load that grew as slowly as drift has a base that is a load already: heavy is never low.
        if grams <= load.base + settings.emptyBandGrams, !isHeavy {
            if isCleared(&load, at: now) {
                finish(load, at: now, &events)
                state = .empty(base: load.base)
                if isLevel { rest(at: grams, now, &events) }
                return
            }
        } else {
            load.lowSince = nil
        }
        // Who presses PRINT on a stable display has decided that this is the weight.
        let isCaptured = reading.isPrintRequested && reading.stability == .stable && isHeavy
        if isLevel || isCaptured {
            guard isHeavy else {
                finish(load, at: now, &events)
                rest(at: grams, now, &events)
                return
            }
            settle(&load, at: grams, reading, now, &events)
        }
        checkTimeout(of: &load, at: now, &events)
        state = .loaded(load)
    }

    /// A load is at rest at `grams`.
    private mutating func settle(
        _ load: inout Load, at grams: Int64, _ reading: ScaleReading, _ now: Moment, _ events: inout [WeighingEvent]
    ) {
        let from = level.from ?? now
        if let before = load.weighing, let loss = load.loss {
            if abs(grams - before.grams) > settings.toleranceGrams {
                // Another load than before the gap: nobody saw the first one go.
                var next = Load(startedAt: from, isArrivalSeen: false, base: load.base)
                next.remarks = .arrivalUnseen
                next.readings = load.readings - loss.readings
                next.lowest = grams
                next.peak = grams
                load.readings = loss.readings
                load.peak = loss.peak
                finish(load, at: loss.at, isDepartureSeen: false, &events)
                load = next
            }
            load.loss = nil
        }
        if load.levelFrom != from {
            load.levelFrom = from
            load.levels += 1
        }
        if let before = load.weighing, grams < before.grams + settings.leastAdditionGrams { return }
        weighings += 1
        var remarks = load.remarks
        if load.loss != nil { remarks.insert(.interrupted) }
        if load.hasTimedOut { remarks.insert(.settledLate) }
        if reading.stability == .notSaid { remarks.insert(.stabilityInferred) }
        if isRestBeyondLimit { remarks.insert(.zeroBeyondLimit) }
        events.append(
            .weighed(
                Weighing(
                    number: weighings, supersedes: load.weighing?.number,
                    shown: reading.weight ?? Weight(digits: grams, exponent: 0, unit: .gram),
                    grossGrams: reading.grossGrams, tareGrams: reading.tare?.grams, netGrams: reading.netGrams,
                    flags: reading.flags.union(.stable), remarks: remarks, startedAt: load.startedAt, levelFrom: from,
                    completedAt: now, readings: load.readings, zeroGrams: zero)))
        load.weighing = (weighings, grams)
        load.loss = nil
    }

    // MARK: Beginnings and ends

    /// The load that is there, or a new one.
    private func currentLoad(at now: Moment, _ events: inout [WeighingEvent]) -> Load {
        switch state {
        case .loaded(let load):
            return load
        case .unknown:
            events.append(.loaded(at: now))
            var load = Load(startedAt: now, isArrivalSeen: false, base: 0)
            load.remarks = .arrivalUnseen
            return load
        case .empty(let base):
            events.append(.loaded(at: now))
            var load = Load(startedAt: now, isArrivalSeen: !isAfterGap, base: base)
            if isAfterGap { load.remarks = .arrivalUnseen }
            return load
        }
    }

    /// Notes a reading as low as without a load; true when that has lasted long enough.
    private func isCleared(_ load: inout Load, at now: Moment) -> Bool {
        let since = load.lowSince ?? now
        load.lowSince = since
        return now.microseconds(since: since) >= settings.clearDuration.wholeMicroseconds
    }

    private func finish(
        _ load: Load, at now: Moment, isDepartureSeen: Bool = true, _ events: inout [WeighingEvent]
    ) {
        let occupancy = Occupancy(
            startedAt: load.startedAt, isArrivalSeen: load.isArrivalSeen, endedAt: load.lowSince ?? now,
            isDepartureSeen: isDepartureSeen, readings: load.readings, peakGrams: load.peak, levels: load.levels,
            weighing: load.weighing?.number, wasOverRange: load.remarks.contains(.wasOverRange),
            hasTimedOut: load.hasTimedOut)
        if load.weighing != nil {
            events.append(.cleared(occupancy))
        } else if isHeavy(load) {
            events.append(.removedUnsettled(occupancy))
        } else {
            events.append(.tooLight(occupancy))
        }
    }

    private func isHeavy(_ load: Load) -> Bool {
        load.remarks.contains(.wasOverRange) || load.peak.map { $0 - zero >= settings.minimumGrams } ?? false
    }

    private func checkTimeout(of load: inout Load, at now: Moment, _ events: inout [WeighingEvent]) {
        guard load.weighing == nil, !load.hasTimedOut, isHeavy(load),
            now.microseconds(since: load.startedAt) >= settings.settlingTimeout.wholeMicroseconds
        else { return }
        load.hasTimedOut = true
        var range: ClosedRange<Int64>?
        if let lowest = load.lowest, let peak = load.peak { range = lowest...peak }
        events.append(
            .neverSettles(
                .init(
                    startedAt: load.startedAt, at: now, readings: load.readings, rangeGrams: range,
                    wasOverRange: load.remarks.contains(.wasOverRange))))
    }

    /// The scale is at rest without a load: it is empty, and this is its level now.
    private mutating func rest(at grams: Int64, _ now: Moment, _ events: inout [WeighingEvent]) {
        state = .empty(base: grams)
        let limit = settings.zeroLimitGrams
        zero = min(max(grams, -limit), limit)
        isRestBeyondLimit = abs(grams) > limit
        if abs(grams - saidRest) > settings.emptyBandGrams {
            saidRest = grams
            events.append(.zeroDrift(grams: grams, isBeyondLimit: isRestBeyondLimit, at: now))
        }
    }
}
