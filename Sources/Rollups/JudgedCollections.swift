/// Which days the collections of are not judged to the end: conditions over a local day `d.day`, for whoever signs or closes days.
enum JudgedCollections {
    /// Its tasks were never made, although collections were checked before: every day is due from the first one that was planned when it came.
    static let isUnplanned = """
        (
            NOT EXISTS (SELECT FROM ops.collection_day AS p WHERE p.service_date = d.day::date)
            AND d.day::date > (
                SELECT min(p.service_date) FROM ops.collection_day AS p
                WHERE telemetry.local_day(p.planned_at) <= p.service_date)
        )
        """

    /// It has tasks whose outcome is not known.
    static let isPending =
        "EXISTS (SELECT FROM ops.collection_task AS k WHERE k.service_date = d.day::date AND k.outcome = 'pending')"

    /// What was corrected may have made other ones of its collections.
    static let isCorrected = "EXISTS (SELECT FROM ops.recheck_waiting AS w WHERE w.service_date = d.day::date)"
}
