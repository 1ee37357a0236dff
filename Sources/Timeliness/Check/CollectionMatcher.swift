import Postgres

/// Finds the lifts, and the reads of vehicles without scales, that complete tasks: set by set, by what tags stood for when they
/// were read.
///
/// A lift belongs to the task of its point and waste type whose window began last before it, so it completes one at most: in time
/// before the deadline, late until the next window begins. What is lighter than the rule's least weight does not count (a touch, a
/// negative net), nor does a second record of a bin within minutes with hardly any weight, nor a second read. A record without a
/// date of its own stands under the time of its receipt: nobody knows in which window it was made, and it does not count either. A volume estimate counts, and is
/// marked. A lift whose scale says that its sensor is broken counts too: its weight tells nothing. After the deadline nothing counts for a
/// task that was suspended: it is excused.
struct CollectionMatcher {
    let session: PostgresSession
    let settings: TimelinessSettings
    /// Rows that were known later do not exist yet.
    let at: String

    /// Which rows are looked at.
    enum Rows {
        /// Recorded in a range of instants.
        case recorded(from: String, to: String)
        /// The same, of those only what has come since: known later than `since`, or written by a transaction at most `age` old.
        case new(from: String, to: String, since: String, age: Int)
    }

    /// A weight of less than this, right after a lift of the same bin, is that lift shaken a second time.
    static let shakenG = 2_000
    static let shakenSeconds = 180
    /// A read so soon after another one of the same tag by the same terminal is that bin still near the antenna.
    static let readAgainSeconds = 900

    /// Fills `timeliness_found`: for each task, in time and late apart, the first record that completes it by its device, and the one that was
    /// known first (`told_...`, at `known_at`); and what had become of the task before.
    func find(_ rows: Rows) throws {
        try session.execute(
            """
            CREATE TEMP TABLE IF NOT EXISTS timeliness_found (
                service_date date, collection_point_id bigint, waste_type smallint, window_start timestamptz, is_in_time boolean,
                recorded_at timestamptz, terminal_id bigint, boot_no integer, seq bigint, evidence_kind text, known_at timestamptz,
                told_recorded_at timestamptz, told_terminal_id bigint, told_boot_no integer, told_seq bigint, told_kind text,
                outcome text
            ) ON COMMIT DELETE ROWS
            """)
        let range: (from: String, to: String)
        var isNew = { (_: String) in "" }
        var parameters: [PostgresValue]
        switch rows {
        case .recorded(let from, let to):
            range = (from, to)
            parameters = [.text(range.from), .text(range.to), .text(at)]
        case .new(let from, let to, let since, let age):
            range = (from, to)
            parameters = [.text(range.from), .text(range.to), .text(at), .text(since)]
            isNew = { alias in
                "AND (\(settings.known(alias)) > $4::timestamptz OR age(\(alias).xmin) <= \(age))"
            }
        }
        let inRange = { (alias: String) in
            """
            \(alias).recorded_at >= $1::timestamptz AND \(alias).recorded_at < $2::timestamptz
            AND \(settings.known(alias)) <= $3::timestamptz \(isNew(alias))
            """
        }
        try session.query(
            """
            INSERT INTO timeliness_found
            WITH record AS MATERIALIZED (
                SELECT
                    l.terminal_id, l.recorded_at, l.boot_no, l.seq, l.tag_tech, l.tag_id, l.net_g, \(settings.known("l")) AS known_at,
                    CASE WHEN l.weigh_mode = 6 THEN 'volume_estimate' ELSE 'lift' END AS evidence_kind,
                    l.weigh_mode = 6 OR l.weigh_flags & 256 <> 0 AS is_without_weight
                -- OFFSET has what is new sorted out first: the other rows, nearly all, need not be taken apart.
                FROM (SELECT n.* FROM telemetry.lift AS n WHERE \(inRange("n")) OFFSET 0) AS l
                WHERE l.tag_id IS NOT NULL AND l.time_quality = 0
                UNION ALL
                SELECT r.terminal_id, r.recorded_at, r.boot_no, r.seq, r.tag_tech, r.tag_id, NULL, \(settings.known("r")), 'tag_read', true
                FROM telemetry.tag_read AS r
                JOIN registry.terminal_mount AS m ON m.terminal_id = r.terminal_id AND m.valid @> r.recorded_at
                JOIN registry.vehicle AS v ON v.vehicle_id = m.vehicle_id AND NOT v.has_scale
                WHERE \(inRange("r")) AND r.time_quality = 0 AND NOT EXISTS (
                    SELECT FROM telemetry.tag_read AS s
                    WHERE s.terminal_id = r.terminal_id AND s.tag_id = r.tag_id AND s.time_quality = 0
                        AND s.recorded_at < r.recorded_at AND \(settings.known("s")) <= \(settings.known("r"))
                        AND s.recorded_at >= r.recorded_at - interval '\(Self.readAgainSeconds) seconds'
                        AND s.recorded_at >= $1::timestamptz - interval '\(Self.readAgainSeconds) seconds'
                        AND s.recorded_at < $2::timestamptz
                )
            ),
            placed AS (
                SELECT r.*, p.collection_point_id, b.waste_type
                FROM record AS r
                JOIN registry.tag_binding AS t ON t.tag_id = r.tag_id AND t.tag_tech = r.tag_tech AND t.valid @> r.recorded_at
                JOIN registry.bin AS b ON b.bin_id = t.bin_id
                JOIN registry.bin_placement AS p ON p.bin_id = b.bin_id AND p.valid @> r.recorded_at
            )
            SELECT DISTINCT ON (k.service_date, p.collection_point_id, p.waste_type, k.window_start, p.recorded_at < k.deadline)
                k.service_date, p.collection_point_id, p.waste_type, k.window_start, p.recorded_at < k.deadline,
                p.recorded_at, p.terminal_id, p.boot_no, p.seq, p.evidence_kind,
                first_value(p.known_at) OVER w, first_value(p.recorded_at) OVER w, first_value(p.terminal_id) OVER w,
                first_value(p.boot_no) OVER w, first_value(p.seq) OVER w, first_value(p.evidence_kind) OVER w,
                k.outcome
            FROM placed AS p
            CROSS JOIN LATERAL (
                SELECT t.service_date, t.window_start, t.deadline, t.least_net_g, t.outcome
                FROM ops.collection_task AS t
                WHERE t.collection_point_id = p.collection_point_id AND t.waste_type = p.waste_type
                    AND t.window_start <= p.recorded_at AND t.window_start > p.recorded_at - interval '\(settings.followedDays) days'
                ORDER BY t.window_start DESC
                LIMIT 1
            ) AS k
            WHERE p.is_without_weight OR p.net_g >= k.least_net_g AND NOT (
                p.net_g < \(Self.shakenG) AND EXISTS (
                    SELECT FROM telemetry.lift AS s
                    WHERE s.terminal_id = p.terminal_id AND s.tag_id = p.tag_id AND s.net_g > p.net_g
                        AND s.recorded_at < p.recorded_at AND s.recorded_at < $2::timestamptz
                        AND \(settings.known("s")) <= p.known_at
                        AND s.recorded_at >= $1::timestamptz - interval '\(Self.shakenSeconds) seconds'
                        AND s.recorded_at >= p.recorded_at - interval '\(Self.shakenSeconds) seconds'
                )
            )
            WINDOW w AS (
                PARTITION BY k.service_date, p.collection_point_id, p.waste_type, k.window_start, p.recorded_at < k.deadline
                ORDER BY p.known_at, p.recorded_at, p.terminal_id, p.boot_no, p.seq
            )
            ORDER BY
                k.service_date, p.collection_point_id, p.waste_type, k.window_start, p.recorded_at < k.deadline,
                p.recorded_at, p.terminal_id, p.boot_no, p.seq
            """, parameters)
        try session.execute("ANALYZE timeliness_found")
    }

    private static let sameTask = """
        k.service_date = f.service_date AND k.collection_point_id = f.collection_point_id AND k.waste_type = f.waste_type
        AND k.window_start = f.window_start
        """
    private static let storedKey = "(k.collected_at, k.lift_terminal_id, k.lift_boot_no, k.lift_seq)"
    private static let foundKey = "(f.recorded_at, f.terminal_id, f.boot_no, f.seq)"
    /// When it was first known that a task is completed, and by which record.
    private static let storedToldColumns = """
        k.known_at, coalesce(k.told_recorded_at, k.collected_at), coalesce(k.told_terminal_id, k.lift_terminal_id),
        coalesce(k.told_boot_no, k.lift_boot_no), coalesce(k.told_seq, k.lift_seq), coalesce(k.told_kind, k.evidence_kind)
        """
    private static let storedTold = "(\(storedToldColumns))"
    private static let toldColumns =
        "(known_at, told_recorded_at, told_terminal_id, told_boot_no, told_seq, told_kind)"
    private static let foundTold =
        "(f.known_at, f.told_recorded_at, f.told_terminal_id, f.told_boot_no, f.told_seq, f.told_kind)"

    /// Adds what tasks tell of earlier checks to `timeliness_found`: of what was known before and what is known now, the first counts. A task that was
    /// late and is in time after all was known to be late before.
    private func recall() throws {
        try session.execute(
            """
            UPDATE timeliness_found AS f
            SET \(Self.toldColumns) = \(Self.storedTold)
            FROM ops.collection_task AS k
            WHERE \(Self.sameTask) AND f.outcome = CASE WHEN f.is_in_time THEN 'on_time' ELSE 'late' END
                AND \(Self.storedTold) < \(Self.foundTold);
            INSERT INTO timeliness_found
            SELECT
                k.service_date, k.collection_point_id, k.waste_type, k.window_start, false, k.collected_at, k.lift_terminal_id,
                k.lift_boot_no, k.lift_seq, k.evidence_kind, \(Self.storedToldColumns), f.outcome
            FROM timeliness_found AS f
            JOIN ops.collection_task AS k ON \(Self.sameTask)
            WHERE f.is_in_time AND f.outcome = 'late' AND NOT EXISTS (
                SELECT FROM timeliness_found AS o
                WHERE o.service_date = f.service_date AND o.collection_point_id = f.collection_point_id
                    AND o.waste_type = f.waste_type AND o.window_start = f.window_start AND NOT o.is_in_time
            )
            """)
    }

    /// Completes tasks with what was found, whatever was found before: the first record stays the first.
    /// - Returns: tasks that changed; their keys are added to `timeliness_touched`.
    func merge() throws -> Int {
        try recall()
        // In time counts more than late, so it goes last.
        return try merge(
            "late", isInTime: false, weaker: "k.outcome NOT IN ('on_time', 'late') AND (\(TaskJudge.suspended)) IS NULL"
        )
            + merge("on_time", isInTime: true, weaker: "k.outcome <> 'on_time'")
    }

    private func merge(_ outcome: String, isInTime: Bool, weaker: String) throws -> Int {
        try session.query(
            """
            WITH \(Self.carried),
            best AS (
                SELECT f.*, i.is_first, CASE WHEN i.is_first THEN f.vehicle_id ELSE k.vehicle_id END AS came,
                    CASE WHEN i.is_news THEN f.known_at ELSE coalesce(k.first_known_at, k.known_at) END AS first_at,
                    CASE WHEN i.is_news THEN f.told_vehicle_id ELSE \(Self.firstVehicle) END AS first_by
                FROM found AS f
                -- OFFSET keeps it a probe of the key: outcomes change faster than the statistics about them.
                CROSS JOIN LATERAL (SELECT k.* FROM ops.collection_task AS k WHERE \(Self.sameTask) OFFSET 0) AS k
                CROSS JOIN LATERAL (
                    SELECT \(weaker) OR \(Self.foundKey) < \(Self.storedKey) AS is_first,
                        k.collected_at IS NULL OR f.known_at < coalesce(k.first_known_at, k.known_at) AS is_news
                ) AS i
                WHERE f.is_in_time = \(isInTime)
                    AND (\(weaker) OR k.outcome = '\(outcome)' AND (\(Self.foundKey) < \(Self.storedKey)
                        OR \(Self.foundTold) < \(Self.storedTold)))
            ),
            changed AS (
                UPDATE ops.collection_task AS k
                SET outcome = '\(outcome)', cause = NULL, known_at = f.known_at,
                    first_known_at = \(Self.first("f.first_at", "f.came")), first_vehicle_id = \(Self.first("f.first_by", "f.came")),
                    \(Self.assignments("f.is_first"))
                FROM best AS f
                WHERE \(Self.sameTask)
                RETURNING k.service_date, k.collection_point_id, k.waste_type, k.window_start
            ),
            noted AS (INSERT INTO timeliness_touched SELECT * FROM changed RETURNING 1)
            SELECT count(*) AS n FROM noted
            """)[0].int("n")
    }

    /// The vehicle that was first known to have come, of a stored task: it is kept apart only where it is not the one that counts.
    static let firstVehicle = "CASE WHEN k.first_known_at IS NULL THEN k.vehicle_id ELSE k.first_vehicle_id END"

    /// A value to keep of who was first known to have come; null where that is `came` at `known_at`.
    private static func first(_ value: String, _ came: String) -> String {
        "CASE WHEN (f.first_at, f.first_by) IS DISTINCT FROM (f.known_at, \(came)) THEN \(value) END"
    }

    /// `found`: what was found, with the vehicle that came, who ran it, and the vehicle that was known first. Materialized, since how many there
    /// are is known only here.
    private static let carried = """
        found AS MATERIALIZED (
            SELECT f.*, m.vehicle_id, a.carrier_id, t.vehicle_id AS told_vehicle_id
            FROM timeliness_found AS f
            LEFT JOIN registry.terminal_mount AS m ON m.terminal_id = f.terminal_id AND m.valid @> f.recorded_at
            LEFT JOIN registry.vehicle_assignment AS a ON a.vehicle_id = m.vehicle_id AND a.valid @> f.recorded_at
            LEFT JOIN registry.terminal_mount AS t ON t.terminal_id = f.told_terminal_id AND t.valid @> f.told_recorded_at
        )
        """

    private static func assignments(_ isFirst: String) -> String {
        [
            ("collected_at", "f.recorded_at"), ("lift_terminal_id", "f.terminal_id"), ("lift_boot_no", "f.boot_no"),
            ("lift_seq", "f.seq"), ("evidence_kind", "f.evidence_kind"), ("vehicle_id", "f.vehicle_id"),
            ("carrier_id", "f.carrier_id"),
        ].map { column, value in "\(column) = CASE WHEN \(isFirst) THEN \(value) ELSE k.\(column) END" }
            .joined(separator: ", ") + ", " + told(isFirst)
    }

    /// Null where the record that completes the task is the one that was known first.
    private static func told(_ isFirst: String) -> String {
        let told = "(f.told_recorded_at, f.told_terminal_id, f.told_boot_no, f.told_seq)"
        let isSame = "CASE WHEN \(isFirst) THEN \(told) = \(foundKey) ELSE \(told) = \(storedKey) END"
        return ["told_recorded_at", "told_terminal_id", "told_boot_no", "told_seq", "told_kind"].map { column in
            "\(column) = CASE WHEN \(isSame) THEN NULL ELSE f.\(column) END"
        }.joined(separator: ", ")
    }

    /// Sets the tasks of a day to what was found and nothing else: what completed a task before and does not any more is forgotten.
    /// - Returns: tasks that changed.
    func replace(_ day: String) throws -> Int {
        try session.query(
            """
            WITH \(Self.carried),
            best AS (
                SELECT DISTINCT ON (f.service_date, f.collection_point_id, f.waste_type, f.window_start) f.*,
                    first_value(f.known_at) OVER w AS first_at, first_value(f.told_vehicle_id) OVER w AS first_by
                FROM found AS f
                WHERE f.service_date = $1::date
                WINDOW w AS (
                    PARTITION BY f.service_date, f.collection_point_id, f.waste_type, f.window_start ORDER BY f.known_at, f.is_in_time
                )
                ORDER BY f.service_date, f.collection_point_id, f.waste_type, f.window_start, f.is_in_time DESC
            ),
            truth AS (
                SELECT
                    k.service_date, k.collection_point_id, k.waste_type, k.window_start, f.recorded_at, f.terminal_id, f.boot_no,
                    f.seq, f.evidence_kind, f.vehicle_id, f.carrier_id, f.told_recorded_at, f.told_terminal_id, f.told_boot_no, f.told_seq,
                    f.told_kind,
                    -- What came late for a suspended one does not count.
                    CASE WHEN f.first_at < f.known_at AND (\(TaskJudge.suspended)) IS NOT NULL THEN f.known_at ELSE f.first_at END AS first_at,
                    CASE WHEN f.first_at < f.known_at AND (\(TaskJudge.suspended)) IS NOT NULL THEN f.told_vehicle_id
                        ELSE f.first_by END AS first_by,
                    CASE WHEN f.is_in_time THEN 'on_time' WHEN NOT f.is_in_time THEN 'late'
                        WHEN k.collected_at IS NOT NULL THEN 'pending' ELSE k.outcome END AS outcome,
                    CASE WHEN f.is_in_time IS NULL AND k.collected_at IS NULL THEN k.known_at ELSE f.known_at END AS known_at,
                    CASE WHEN f.is_in_time IS NULL AND k.collected_at IS NULL THEN k.cause END AS cause
                FROM ops.collection_task AS k
                LEFT JOIN best AS f ON \(Self.sameTask) AND (f.is_in_time OR (\(TaskJudge.suspended)) IS NULL)
                WHERE k.service_date = $1::date AND (k.known_at IS NULL OR k.known_at <= $2::timestamptz)
            ),
            changed AS (
                UPDATE ops.collection_task AS k
                SET outcome = f.outcome, cause = f.cause, known_at = f.known_at,
                    first_known_at = \(Self.first("f.first_at", "f.vehicle_id")),
                    first_vehicle_id = \(Self.first("f.first_by", "f.vehicle_id")), \(Self.assignments("true"))
                FROM truth AS f
                WHERE \(Self.sameTask)
                    AND ((k.outcome, k.collected_at, k.lift_terminal_id, k.lift_boot_no, k.lift_seq, k.vehicle_id, k.carrier_id,
                            k.first_known_at, k.first_vehicle_id)
                        IS DISTINCT FROM (f.outcome, f.recorded_at, f.terminal_id, f.boot_no, f.seq, f.vehicle_id, f.carrier_id,
                            \(Self.first("f.first_at", "f.vehicle_id")), \(Self.first("f.first_by", "f.vehicle_id")))
                        OR \(Self.storedTold) IS DISTINCT FROM \(Self.foundTold))
                RETURNING 1
            )
            SELECT count(*) AS n FROM changed
            """, [.text(day), .text(at)])[0].int("n")
    }
}
