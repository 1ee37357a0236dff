/// Lifts: by all that they are of, by bin, and those of nobody.
extension StatisticsTruth {
    private typealias Lift = ReceivedFacts.Lift

    private enum Sort {
        case weighed
        case estimated
        case doubtful
    }

    /// Doubtful: over range (4), negative (8), under range (16), sensor fault (256), or less than nothing.
    private func sort(_ lift: Lift) -> Sort {
        let isDoubtful = [4, 8, 16, 256].contains { lift.flags & $0 != 0 } || lift.netG < 0
        return isDoubtful ? .doubtful : lift.mode == 6 ? .estimated : .weighed
    }

    private func binding(_ lift: Lift) -> KnownRegistry.Binding? {
        registry.binding(tech: lift.tagTech, tag: lift.tag, at: lift.at)
    }

    struct LiftKey: Hashable {
        let terminal, at, boot, seq: Int

        init(_ lift: ReceivedFacts.Lift) {
            (terminal, at, boot, seq) = (lift.terminal, lift.at, lift.boot, lift.seq)
        }
    }

    /// Bins that were shaken once more: less than 2 kg on the scale, no three minutes after a heavier lift of the same tag by the same terminal.
    static func repeats(_ lifts: [ReceivedFacts.Lift]) -> Set<LiftKey> {
        var repeats: Set<LiftKey> = []
        let tagged = lifts.filter { $0.isSound && $0.tag != nil }
        for own in Dictionary(grouping: tagged, by: { "\($0.terminal) \($0.tagTech) \($0.tag ?? "")" }).values {
            for lift in own where lift.netG < 2_000 && lift.mode != 6 && lift.flags & 256 == 0 {
                let isRepeat = own.contains { earlier in
                    earlier.at < lift.at && earlier.at >= lift.at - 180 * ReceivedFacts.second
                        && earlier.netG > lift.netG
                }
                if isRepeat { repeats.insert(LiftKey(lift)) }
            }
        }
        return repeats
    }

    private func isRepeat(_ lift: Lift) -> Bool { repeats.contains(LiftKey(lift)) }

    /// Those of a sort, and their weight.
    private func of(_ sort: Sort, _ lifts: [Lift]) -> (count: Int, gross: Int, net: Int) {
        let own = lifts.filter { self.sort($0) == sort }
        return (own.count, own.reduce(0) { $0 + $1.grossG }, own.reduce(0) { $0 + $1.netG })
    }

    func makeCollectionDay() -> [FigureRow] {
        let groups = Dictionary(grouping: facts.lifts) { lift in
            let mount = registry.mount(of: lift.terminal, at: lift.at)
            let binding = binding(lift)
            let point = registry.point(of: binding?.bin, at: lift.at)
            let affiliation = registry.affiliation(of: point, at: lift.at)
            let community = affiliation?.community ?? registry.community(of: binding?.unit)
            return [
                "service_date": ReceivedFacts.day(of: lift.at), "terminal_id": lift.terminal,
                "vehicle_id": mount?.vehicle ?? 0,
                "carrier_id": registry.carrier(of: mount?.vehicle, at: lift.at) ?? 0,
                "collection_point_id": point ?? 0, "responsible_unit_id": binding?.unit ?? affiliation?.unit ?? 0,
                "community_id": community ?? 0, "street_id": registry.street(of: community) ?? 0,
                "waste_type": lift.wasteType != 0 ? lift.wasteType : registry.waste(of: binding?.bin) ?? 0,
            ]
        }
        return groups.map { key, lifts in
            var row = FigureRow(key)
            row["first_lift_at"] = Figure(lifts.map(\.at).min())
            row["last_lift_at"] = Figure(lifts.map(\.at).max())
            let (weighed, estimated, doubtful) = (
                of(.weighed, lifts), of(.estimated, lifts), of(.doubtful, lifts)
            )
            row["lifts"] = Figure(lifts.count)
            row["weighed_lifts"] = Figure(weighed.count)
            row["estimated_lifts"] = Figure(estimated.count)
            row["doubtful_lifts"] = Figure(doubtful.count)
            row["gross_g"] = Figure(weighed.gross)
            row["net_g"] = Figure(weighed.net)
            row["estimated_net_g"] = Figure(estimated.net)
            row["doubtful_net_g"] = Figure(doubtful.net)
            row["zero_lifts"] = Figure(lifts.count { sort($0) == .weighed && $0.netG == 0 })
            for (judged, quality) in [("accepted", 1), ("contaminated", 2)] {
                let own = lifts.filter { $0.quality == quality }
                row["\(judged)_lifts"] = Figure(own.count)
                row["\(judged)_net_g"] = Figure(of(.weighed, own).net)
            }
            row["untagged_lifts"] = Figure(lifts.count { $0.tag == nil })
            row["unbound_lifts"] = Figure(lifts.count { $0.tag != nil && binding($0) == nil })
            row["repeat_lifts"] = Figure(lifts.count { isRepeat($0) })
            row["doubtful_repeats"] = Figure(lifts.count { isRepeat($0) && sort($0) == .doubtful })
            row["late_lifts"] = Figure(lifts.count { ReceivedFacts.isLate($0.at, $0.receivedAt) })
            return row
        }
    }

    func makeBinDay() -> [FigureRow] {
        var groups: [[String: Int]: [Lift]] = [:]
        for lift in facts.lifts {
            guard let bin = binding(lift)?.bin else { continue }
            groups[["service_date": ReceivedFacts.day(of: lift.at), "bin_id": bin], default: []].append(lift)
        }
        return groups.map { key, lifts in
            var row = FigureRow(key)
            let (weighed, estimated) = (of(.weighed, lifts), of(.estimated, lifts))
            row["last_lift_at"] = Figure(lifts.map(\.at).max())
            row["net_g"] = Figure(weighed.net)
            row["estimated_net_g"] = Figure(estimated.net)
            row["lifts"] = Figure(lifts.count)
            row["weighed_lifts"] = Figure(weighed.count)
            row["estimated_lifts"] = Figure(estimated.count)
            row["doubtful_lifts"] = Figure(of(.doubtful, lifts).count)
            row["zero_lifts"] = Figure(lifts.count { $0.netG == 0 })
            row["repeat_lifts"] = Figure(lifts.count { isRepeat($0) })
            let times = lifts.map(\.at).sorted()
            row["rapid_lifts"] = Figure(
                zip(times, times.dropFirst(3)).count { $1 - $0 <= 600 * ReceivedFacts.second })
            return row
        }
    }

    func makeUnboundTagDay() -> [FigureRow] {
        let nobodys = facts.lifts.filter { binding($0) == nil }
        let groups = Dictionary(grouping: nobodys) { lift in
            [
                "service_date": "\(ReceivedFacts.day(of: lift.at))", "terminal_id": "\(lift.terminal)",
                "tag_tech": "\(lift.tag == nil ? 0 : lift.tagTech)", "tag_id": lift.tag ?? "",
            ]
        }
        return groups.map { key, lifts in
            var row = FigureRow(texts: key)
            row["first_lift_at"] = Figure(lifts.map(\.at).min())
            row["last_lift_at"] = Figure(lifts.map(\.at).max())
            row["net_g"] = Figure(of(.weighed, lifts).net)
            row["estimated_net_g"] = Figure(of(.estimated, lifts).net)
            row["lifts"] = Figure(lifts.count)
            row["doubtful_lifts"] = Figure(of(.doubtful, lifts).count)
            let last = lifts.max { ($0.at, $0.seq) < ($1.at, $1.seq) }
            row["last_lon_e6"] = Figure(last?.lon)
            row["last_lat_e6"] = Figure(last?.lat)
            return row
        }
    }
}
