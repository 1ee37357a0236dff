-- When waste is due, what became of it, and the register of warnings (收运及时性, 预警).
--
-- Three sorts of tables. A rule says when collections are due; people keep it as they keep the registry. A task is one due collection,
-- made ahead by the job for each local day and judged by the data. A warning is written for ever: who it concerns stands in
-- ops.warning, what became of it in ops.warning_event, and neither is ever changed; what holds now is ops.warning_now.
--
-- Tasks and warnings have no foreign keys: 100,000 points have 300,000 tasks a day, and a warning outlives what it is about.

CREATE FUNCTION ops.is_windows(windows text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT
        CASE WHEN windows ~ '^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)( ([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00))*$'
        THEN (
            SELECT
                bool_and(w.starts <> w.ends AND (w.next_starts IS NULL OR w.next_starts >= w.ends))
                AND max(w.ends) - 1440 <= min(w.starts)
            FROM (
                SELECT
                    b.starts,
                    CASE WHEN b.ends < b.starts THEN b.ends + 1440 ELSE b.ends END AS ends,
                    lead(b.starts) OVER (ORDER BY b.number) AS next_starts
                FROM (
                    SELECT
                        p.number,
                        left(p.part, 2)::int * 60 + substr(p.part, 4, 2)::int     AS starts,
                        substr(p.part, 7, 2)::int * 60 + right(p.part, 2)::int    AS ends
                    FROM regexp_split_to_table(windows, ' ') WITH ORDINALITY AS p (part, number)
                ) AS b
            ) AS w
        )
        ELSE false END
$$;
COMMENT ON FUNCTION ops.is_windows(text) IS
    'Form of the windows of a rule: 04:00-07:00 19:00-22:00, in order, apart, each shorter than a day; one whose end is before its '
    'start, the last at most, ends on the next day (时段格式)';

CREATE FUNCTION ops.windows_of(windows text) RETURNS TABLE (starts time, ends time, is_overnight boolean)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 2
AS $$
    SELECT left(p.part, 5)::time, right(p.part, 5)::time, right(p.part, 5)::time < left(p.part, 5)::time
    FROM regexp_split_to_table(windows, ' ') AS p (part)
$$;
COMMENT ON FUNCTION ops.windows_of(text) IS 'The windows of a rule, a row each, in local time (时段)';

CREATE FUNCTION ops.windows_on(day date, windows text, grace_min integer, zone text)
    RETURNS TABLE (window_start timestamptz, window_end timestamptz, deadline timestamptz)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 2
AS $$
    SELECT b.starts_at, b.ends_at, greatest(b.ends_at, least(b.ends_at + make_interval(mins => grace_min), b.next_starts_at))
    FROM (
        SELECT
            i.starts_at,
            -- A window that lies in the hour that summer time leaves out keeps its length.
            CASE WHEN i.ends_at > i.starts_at THEN i.ends_at ELSE i.starts_at + i.length END AS ends_at,
            coalesce(
                lead(i.starts_at) OVER (ORDER BY i.starts_at),
                (day + 1 + min(i.starts) OVER ()) AT TIME ZONE zone
            ) AS next_starts_at
        FROM (
            SELECT
                w.starts,
                (day + w.starts) AT TIME ZONE zone                                                            AS starts_at,
                (day + w.ends + make_interval(days => w.is_overnight::int)) AT TIME ZONE zone                 AS ends_at,
                (day + w.ends + make_interval(days => w.is_overnight::int)) - (day + w.starts)                AS length
            FROM ops.windows_of(windows) AS w
        ) AS i
    ) AS b
$$;
COMMENT ON FUNCTION ops.windows_on(date, text, integer, text) IS
    'The windows of a rule that begin on a local day, as instants; a deadline is the end and the grace, but never later than the '
    'beginning of the rule''s next window (当日时段)';

CREATE FUNCTION ops.rule_fits(weekdays text, holidays text, day date, holiday text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE
        WHEN holidays = 'only' AND holiday IS DISTINCT FROM 'holiday' THEN false
        WHEN holidays = 'off' AND holiday = 'holiday' THEN false
        WHEN holidays = 'sunday' AND holiday = 'holiday' THEN strpos(weekdays, '7') > 0
        WHEN holidays <> 'same' AND holiday = 'workday' THEN weekdays ~ '[1-5]'
        ELSE strpos(weekdays, extract(isodow FROM day)::text) > 0
    END;
COMMENT ON FUNCTION ops.rule_fits(text, text, date, text) IS
    'Whether a rule with such weekdays and holidays makes windows on a day; holiday: registry.holiday.kind of the day or null (规则适用)';

CREATE TABLE ops.collection_rule (
    collection_rule_id  bigint GENERATED ALWAYS AS IDENTITY,
    code                text NOT NULL,
    name                text NOT NULL,
    street_id           bigint,
    community_id        bigint,
    responsible_unit_id bigint,
    collection_point_id bigint,
    waste_type          smallint,
    windows             text NOT NULL,
    weekdays            text NOT NULL DEFAULT '1234567',
    holidays            text NOT NULL DEFAULT 'same',
    grace_min           integer NOT NULL DEFAULT 0,
    least_net_g         integer NOT NULL DEFAULT 1000,
    valid               daterange NOT NULL DEFAULT '(,)',
    note                text,
    specificity         smallint NOT NULL GENERATED ALWAYS AS (
        CASE
            WHEN collection_point_id IS NOT NULL THEN 8
            WHEN responsible_unit_id IS NOT NULL THEN 6
            WHEN community_id IS NOT NULL THEN 4
            WHEN street_id IS NOT NULL THEN 2
            ELSE 0
        END + CASE WHEN waste_type IS NULL THEN 0 ELSE 1 END
    ) STORED,
    CONSTRAINT collection_rule_pkey PRIMARY KEY (collection_rule_id),
    CONSTRAINT collection_rule_code_key UNIQUE (code),
    CONSTRAINT collection_rule_street_fkey FOREIGN KEY (street_id) REFERENCES registry.street (street_id),
    CONSTRAINT collection_rule_community_fkey FOREIGN KEY (community_id) REFERENCES registry.community (community_id),
    CONSTRAINT collection_rule_unit_fkey
        FOREIGN KEY (responsible_unit_id) REFERENCES registry.responsible_unit (responsible_unit_id),
    CONSTRAINT collection_rule_point_fkey
        FOREIGN KEY (collection_point_id) REFERENCES registry.collection_point (collection_point_id),
    CONSTRAINT collection_rule_waste_type_fkey FOREIGN KEY (waste_type) REFERENCES registry.waste_type (waste_type),
    CONSTRAINT collection_rule_code_check CHECK (registry.is_code(code)),
    CONSTRAINT collection_rule_name_check CHECK (registry.is_name(name)),
    CONSTRAINT collection_rule_one_scope_check
        CHECK (num_nonnulls(street_id, community_id, responsible_unit_id, collection_point_id) <= 1),
    CONSTRAINT collection_rule_windows_check CHECK (ops.is_windows(windows)),
    CONSTRAINT collection_rule_weekdays_check CHECK (weekdays ~ '^1?2?3?4?5?6?7?$' AND weekdays <> ''),
    CONSTRAINT collection_rule_holidays_check CHECK (holidays IN ('same', 'off', 'sunday', 'only')),
    CONSTRAINT collection_rule_grace_min_check CHECK (grace_min BETWEEN 0 AND 720),
    CONSTRAINT collection_rule_least_net_g_check CHECK (least_net_g BETWEEN 0 AND 10000000),
    CONSTRAINT collection_rule_valid_check CHECK (NOT isempty(valid))
);
COMMENT ON TABLE ops.collection_rule IS
    'When waste is due. For a point, waste type and local day the rules of the greatest specificity that are valid count, and of these '
    'the one whose weekdays and holidays fit the day; where none of them fits, nothing is due (收运规则)';
COMMENT ON COLUMN ops.collection_rule.collection_rule_id IS 'Key; never reused';
COMMENT ON COLUMN ops.collection_rule.code IS 'Stable code (编码)';
COMMENT ON COLUMN ops.collection_rule.name IS 'For people (名称)';
COMMENT ON COLUMN ops.collection_rule.street_id IS 'For all points of this street; one of the four at most, none: for all points (街镇)';
COMMENT ON COLUMN ops.collection_rule.community_id IS 'For all points of this community (社区)';
COMMENT ON COLUMN ops.collection_rule.responsible_unit_id IS 'For all points of this unit (责任主体)';
COMMENT ON COLUMN ops.collection_rule.collection_point_id IS 'For this point (收集点)';
COMMENT ON COLUMN ops.collection_rule.waste_type IS 'For this type; null: for every type that the point has a bin for (垃圾类别)';
COMMENT ON COLUMN ops.collection_rule.windows IS
    'From-to in local time, such as 04:00-07:00 19:00-22:00; 22:00-02:00 ends on the next day (收运时段)';
COMMENT ON COLUMN ops.collection_rule.weekdays IS 'Days on which a window begins: 1 Monday to 7 Sunday, such as 135 (星期)';
COMMENT ON COLUMN ops.collection_rule.holidays IS
    'same: a holiday is as its weekday; off: nothing is due on a holiday; sunday: a holiday is as a Sunday; only: for holidays alone, '
    'where it goes before the others of its specificity. Save for same, a weekend day that is worked in exchange is due when any of '
    'Monday to Friday is (节假日)';
COMMENT ON COLUMN ops.collection_rule.grace_min IS 'Minutes after the window that still count as on time (宽限)';
COMMENT ON COLUMN ops.collection_rule.least_net_g IS 'Least net weight of a lift that counts, grams; less is a touch (最小有效净重)';
COMMENT ON COLUMN ops.collection_rule.valid IS 'Local days on which it holds (有效期)';
COMMENT ON COLUMN ops.collection_rule.note IS 'For people (备注)';
COMMENT ON COLUMN ops.collection_rule.specificity IS
    'Point 8, unit 6, community 4, street 2, everywhere 0; and 1 when it names a waste type. The greatest counts (优先级)';

CREATE TABLE ops.collection_suspension (
    collection_suspension_id bigint GENERATED ALWAYS AS IDENTITY,
    code                     text NOT NULL,
    reason                   text NOT NULL,
    street_id                bigint,
    community_id             bigint,
    responsible_unit_id      bigint,
    collection_point_id      bigint,
    waste_type               smallint,
    valid                    tstzrange NOT NULL,
    note                     text,
    CONSTRAINT collection_suspension_pkey PRIMARY KEY (collection_suspension_id),
    CONSTRAINT collection_suspension_street_fkey FOREIGN KEY (street_id) REFERENCES registry.street (street_id),
    CONSTRAINT collection_suspension_community_fkey FOREIGN KEY (community_id) REFERENCES registry.community (community_id),
    CONSTRAINT collection_suspension_unit_fkey
        FOREIGN KEY (responsible_unit_id) REFERENCES registry.responsible_unit (responsible_unit_id),
    CONSTRAINT collection_suspension_point_fkey
        FOREIGN KEY (collection_point_id) REFERENCES registry.collection_point (collection_point_id),
    CONSTRAINT collection_suspension_waste_type_fkey FOREIGN KEY (waste_type) REFERENCES registry.waste_type (waste_type),
    CONSTRAINT collection_suspension_code_check CHECK (registry.is_code(code)),
    CONSTRAINT collection_suspension_reason_check CHECK (registry.is_name(reason)),
    CONSTRAINT collection_suspension_one_scope_check
        CHECK (num_nonnulls(street_id, community_id, responsible_unit_id, collection_point_id) <= 1),
    CONSTRAINT collection_suspension_valid_check CHECK (registry.is_period(valid)),
    CONSTRAINT collection_suspension_one_excl EXCLUDE USING gist (code WITH =, valid WITH &&)
);
COMMENT ON TABLE ops.collection_suspension IS
    'Times in which nobody can be blamed: a road is dug up, a unit is shut. A window that it touches and in which nothing was collected '
    'is excused (暂停收运)';
COMMENT ON COLUMN ops.collection_suspension.collection_suspension_id IS 'Key; never reused';
COMMENT ON COLUMN ops.collection_suspension.code IS 'Stable code; one that comes again has several periods (编码)';
COMMENT ON COLUMN ops.collection_suspension.reason IS 'Why, for people (原因)';
COMMENT ON COLUMN ops.collection_suspension.street_id IS 'For all points of this street; one of the four at most, none: for all points (街镇)';
COMMENT ON COLUMN ops.collection_suspension.community_id IS 'For all points of this community (社区)';
COMMENT ON COLUMN ops.collection_suspension.responsible_unit_id IS 'For all points of this unit (责任主体)';
COMMENT ON COLUMN ops.collection_suspension.collection_point_id IS 'For this point (收集点)';
COMMENT ON COLUMN ops.collection_suspension.waste_type IS 'For this type; null: for all (垃圾类别)';
COMMENT ON COLUMN ops.collection_suspension.valid IS 'From (inclusive) to (exclusive); no upper bound: until further notice (有效期)';
COMMENT ON COLUMN ops.collection_suspension.note IS 'For people (备注)';

-- People keep both as they keep the registry, so the same log says who changed what.
SELECT registry.audit_table('ops.collection_rule', 'collection_rule_id');
SELECT registry.audit_table('ops.collection_suspension', 'collection_suspension_id');
COMMENT ON TABLE registry.audit IS 'Every change to a row of the registry, and of the rules and suspensions of collections (操作日志)';
COMMENT ON COLUMN registry.audit.table_name IS
    'Table in schema registry; collection_rule and collection_suspension are in schema ops (表)';

CREATE TABLE ops.collection_day (
    service_date date NOT NULL,
    planned_at   timestamptz NOT NULL,
    tasks        integer NOT NULL,
    fingerprint  text NOT NULL,
    CONSTRAINT collection_day_pkey PRIMARY KEY (service_date)
);
COMMENT ON TABLE ops.collection_day IS 'Local days whose tasks were made (收运计划日)';
COMMENT ON COLUMN ops.collection_day.service_date IS 'Local day (作业日)';
COMMENT ON COLUMN ops.collection_day.planned_at IS 'When its tasks were last made, by the clock of the job (计划时间)';
COMMENT ON COLUMN ops.collection_day.tasks IS 'How many it has (任务数)';
COMMENT ON COLUMN ops.collection_day.fingerprint IS 'Of rules, holidays and registry as they were then: another one has the tasks made anew';

CREATE TABLE ops.collection_task (
    collection_point_id bigint NOT NULL,
    window_start        timestamptz NOT NULL,
    window_end          timestamptz NOT NULL,
    deadline            timestamptz NOT NULL,
    collection_rule_id  bigint NOT NULL,
    street_id           bigint,
    community_id        bigint,
    responsible_unit_id bigint,
    collected_at        timestamptz,
    known_at            timestamptz,
    lift_terminal_id    bigint,
    lift_seq            bigint,
    vehicle_id          bigint,
    carrier_id          bigint,
    usual_vehicle_id    bigint,
    usual_carrier_id    bigint,
    service_date        date NOT NULL,
    lift_boot_no        integer,
    least_net_g         integer NOT NULL,
    waste_type          smallint NOT NULL,
    rule_specificity    smallint NOT NULL,
    rule_code           text NOT NULL,
    outcome             text NOT NULL DEFAULT 'pending',
    cause               text,
    evidence_kind       text,
    CONSTRAINT collection_task_pkey PRIMARY KEY (service_date, collection_point_id, waste_type, window_start),
    CONSTRAINT collection_task_window_check CHECK (window_start < window_end AND window_end <= deadline),
    CONSTRAINT collection_task_outcome_check
        CHECK (outcome IN ('pending', 'on_time', 'late', 'missed', 'unconfirmed', 'excused')),
    CONSTRAINT collection_task_cause_check CHECK (cause IN ('no_visit', 'visit_no_read', 'terminal_offline')),
    CONSTRAINT collection_task_evidence_kind_check CHECK (evidence_kind IN ('lift', 'volume_estimate', 'tag_read')),
    CONSTRAINT collection_task_collected_check
        CHECK (
            (outcome IN ('on_time', 'late')) = (collected_at IS NOT NULL)
            AND num_nulls(collected_at, lift_terminal_id, lift_seq, lift_boot_no, evidence_kind) IN (0, 5)
        ),
    CONSTRAINT collection_task_known_check CHECK ((outcome = 'pending') = (known_at IS NULL)),
    CONSTRAINT collection_task_uncollected_check CHECK ((outcome IN ('missed', 'unconfirmed')) = (cause IS NOT NULL))
);
CREATE INDEX collection_task_point_idx ON ops.collection_task (collection_point_id, waste_type, window_start);
CREATE INDEX collection_task_pending_idx ON ops.collection_task (deadline) WHERE outcome = 'pending';
CREATE INDEX collection_task_late_idx ON ops.collection_task (deadline) WHERE outcome = 'late';
CREATE INDEX collection_task_unconfirmed_idx ON ops.collection_task (service_date) WHERE outcome = 'unconfirmed';
COMMENT ON TABLE ops.collection_task IS
    'A due collection: a point, a waste type and a window, and what became of it. Made ahead for each local day; while its window has '
    'not begun it follows the rules, and from then on it keeps those that it was made by (收运任务)';
COMMENT ON COLUMN ops.collection_task.collection_point_id IS 'registry.collection_point (收集点)';
COMMENT ON COLUMN ops.collection_task.window_start IS 'When its window begins (时段开始)';
COMMENT ON COLUMN ops.collection_task.window_end IS 'When its window ends (时段结束)';
COMMENT ON COLUMN ops.collection_task.deadline IS 'The end of the window and the grace: what comes before is on time (截止时间)';
COMMENT ON COLUMN ops.collection_task.collection_rule_id IS 'The rule that it was made by: ops.collection_rule; window, deadline and least weight stand here (规则)';
COMMENT ON COLUMN ops.collection_task.street_id IS 'Street of the point when the window began; null: not known (街镇)';
COMMENT ON COLUMN ops.collection_task.community_id IS 'Its community then (社区)';
COMMENT ON COLUMN ops.collection_task.responsible_unit_id IS 'Its unit then (责任主体)';
COMMENT ON COLUMN ops.collection_task.collected_at IS
    'Device time of the first lift or read that completes it, recorded_at of its key; null: not collected (收运时间)';
COMMENT ON COLUMN ops.collection_task.known_at IS
    'Since when the outcome has been known, by the receipt of what it rests on; null: pending (判定时间)';
COMMENT ON COLUMN ops.collection_task.lift_terminal_id IS 'terminal_id of the key of that lift or read';
COMMENT ON COLUMN ops.collection_task.lift_seq IS 'seq of that key';
COMMENT ON COLUMN ops.collection_task.vehicle_id IS 'The vehicle that came; null: none, or its terminal was mounted nowhere (车辆)';
COMMENT ON COLUMN ops.collection_task.carrier_id IS 'Who ran it then (收运单位)';
COMMENT ON COLUMN ops.collection_task.usual_vehicle_id IS
    'The vehicle that mostly served the point in the weeks before; filled in where the outcome is not on_time; null: none is known (常用车辆)';
COMMENT ON COLUMN ops.collection_task.usual_carrier_id IS 'Who ran that one when the window began (常用收运单位)';
COMMENT ON COLUMN ops.collection_task.service_date IS 'The local day on which the window begins (作业日)';
COMMENT ON COLUMN ops.collection_task.lift_boot_no IS 'boot_no of that key';
COMMENT ON COLUMN ops.collection_task.least_net_g IS 'Least net weight of a lift that counts, grams, by the rule (最小有效净重)';
COMMENT ON COLUMN ops.collection_task.waste_type IS 'registry.waste_type (垃圾类别)';
COMMENT ON COLUMN ops.collection_task.rule_specificity IS 'specificity of the rule as it was then: for whom it was (规则优先级)';
COMMENT ON COLUMN ops.collection_task.rule_code IS 'code of the rule as it was then (规则编码)';
COMMENT ON COLUMN ops.collection_task.outcome IS
    'pending: not judged yet (待判); on_time: collected before the deadline (及时); late: after it, and before the next window of the same '
    'point and type (迟收); missed: not collected (漏收); unconfirmed: nothing came, and a terminal was silent (未确认); excused: not '
    'collected, and suspended (免责) (结果)';
COMMENT ON COLUMN ops.collection_task.cause IS
    'Of missed and unconfirmed: no_visit (未到), visit_no_read: a vehicle stood there, and neither tag nor weight came (到点未读), '
    'terminal_offline: the terminal of the usual vehicle was silent (终端离线) (原因)';
COMMENT ON COLUMN ops.collection_task.evidence_kind IS
    'What completes it: lift, weighed (称重); volume_estimate: a lift without a scale (按容积估算); tag_read: a read by a vehicle without '
    'a scale (读卡) (依据)';

CREATE TABLE ops.warning (
    warning_id               bigint GENERATED ALWAYS AS IDENTITY,
    kind                     text NOT NULL,
    subject                  text NOT NULL,
    raised_at                timestamptz NOT NULL,
    service_date             date NOT NULL,
    collection_point_id      bigint,
    waste_type               smallint,
    window_start             timestamptz,
    window_end               timestamptz,
    deadline                 timestamptz,
    street_id                bigint,
    community_id             bigint,
    responsible_unit_id      bigint,
    carrier_id               bigint,
    vehicle_id               bigint,
    terminal_id              bigint,
    carrier_qualification_id bigint,
    CONSTRAINT warning_pkey PRIMARY KEY (warning_id),
    CONSTRAINT warning_subject_key UNIQUE (kind, subject),
    CONSTRAINT warning_kind_check CHECK (kind ~ '^[a-z][a-z_]{0,39}$'),
    CONSTRAINT warning_subject_check CHECK (subject <> '')
);
CREATE INDEX warning_day_idx ON ops.warning (service_date, kind);
CREATE INDEX warning_point_idx ON ops.warning (collection_point_id, service_date);
COMMENT ON TABLE ops.warning IS
    'What a warning is about; its row is written once and never changed or deleted. What became of it: ops.warning_event (预警)';
COMMENT ON COLUMN ops.warning.warning_id IS 'Number of the warning, for people; never reused (预警编号)';
COMMENT ON COLUMN ops.warning.kind IS
    'late_collection (收集不及时), qualification_expiry: a carrier''s licence ends (资质到期), scale_verification_expiry (检定到期), '
    'and duties by their own names (类型)';
COMMENT ON COLUMN ops.warning.subject IS
    'Natural key of what it is about; with kind unique, so that nothing is warned of twice. late_collection: '
    'point/waste type/beginning of the window in UTC, such as 17/1/2026-05-31T20:00:00Z (预警对象)';
COMMENT ON COLUMN ops.warning.raised_at IS 'The moment that it is about: the deadline that passed, the day of warning before an expiry (预警时间)';
COMMENT ON COLUMN ops.warning.service_date IS 'Local day that it belongs to; of a window over midnight the day on which it begins (作业日)';
COMMENT ON COLUMN ops.warning.collection_point_id IS 'registry.collection_point; null where it is about none (收集点)';
COMMENT ON COLUMN ops.warning.waste_type IS 'registry.waste_type; null where it is about none (垃圾类别)';
COMMENT ON COLUMN ops.warning.window_start IS 'Beginning of the window or duty (时段开始)';
COMMENT ON COLUMN ops.warning.window_end IS 'Its end (时段结束)';
COMMENT ON COLUMN ops.warning.deadline IS 'Its end and the grace; the end of a licence or verification (截止时间)';
COMMENT ON COLUMN ops.warning.street_id IS 'Street concerned, as of that time (街镇)';
COMMENT ON COLUMN ops.warning.community_id IS 'Community concerned (社区)';
COMMENT ON COLUMN ops.warning.responsible_unit_id IS 'Unit concerned (责任主体)';
COMMENT ON COLUMN ops.warning.carrier_id IS 'Carrier concerned; of late_collection: who ran the usual vehicle (收运单位)';
COMMENT ON COLUMN ops.warning.vehicle_id IS 'Vehicle concerned; of late_collection: the usual one (车辆)';
COMMENT ON COLUMN ops.warning.terminal_id IS 'Terminal or scale concerned; of late_collection: the usual vehicle''s (终端, 衡器)';
COMMENT ON COLUMN ops.warning.carrier_qualification_id IS 'Licence concerned: registry.carrier_qualification (资质)';

-- Events are numbered in the order of their commits, so that a reader may keep the last number that it saw: the default takes the
-- lock before it draws the number, and the lock is held to the end of the transaction. A sequence alone gives numbers in another
-- order than they become visible.
CREATE SEQUENCE ops.warning_event_number;
COMMENT ON SEQUENCE ops.warning_event_number IS 'Numbers of ops.warning_event; drawn by ops.next_warning_event() alone';

CREATE FUNCTION ops.next_warning_event() RETURNS bigint
    LANGUAGE plpgsql
AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('ops.warning_event', 0));
    RETURN nextval('ops.warning_event_number');
END;
$$;
COMMENT ON FUNCTION ops.next_warning_event() IS
    'Number of the next event; from the first one on the transaction is the only one that writes events until it ends. Who must read '
    'before it writes takes the same advisory lock, hashtextextended(''ops.warning_event'', 0), in a statement before (事件编号)';

CREATE TABLE ops.warning_event (
    event_id   bigint NOT NULL DEFAULT ops.next_warning_event(),
    warning_id bigint NOT NULL,
    at         timestamptz NOT NULL,
    written_at timestamptz NOT NULL DEFAULT now(),
    street_id  bigint,
    seq        integer NOT NULL,
    action     text NOT NULL,
    state      text NOT NULL,
    cause      text,
    actor      text NOT NULL DEFAULT coalesce(nullif(current_setting('qingyun.actor', true), ''), session_user),
    reason     text,
    evidence   jsonb NOT NULL DEFAULT '{}',
    CONSTRAINT warning_event_pkey PRIMARY KEY (warning_id, seq),
    CONSTRAINT warning_event_event_id_key UNIQUE (event_id),
    CONSTRAINT warning_event_seq_check CHECK (seq >= 1),
    CONSTRAINT warning_event_action_check
        CHECK (action IN ('raise', 'acknowledge', 'handle', 'close', 'dismiss', 'withdraw', 'collect', 'resolve', 'revise', 'remark')),
    CONSTRAINT warning_event_state_check
        CHECK (
            state IN (
                'raised', 'unconfirmed', 'acknowledged', 'handled', 'closed', 'dismissed', 'withdrawn', 'collected_late', 'resolved'
            )
        ),
    CONSTRAINT warning_event_cause_check CHECK (cause ~ '^[a-z][a-z_]{0,39}$'),
    CONSTRAINT warning_event_first_check CHECK ((seq = 1) = (action = 'raise')),
    CONSTRAINT warning_event_reason_check CHECK (action NOT IN ('handle', 'dismiss', 'remark') OR (reason IS NOT NULL AND registry.is_name(reason))),
    CONSTRAINT warning_event_evidence_check CHECK (jsonb_typeof(evidence) = 'object')
);
COMMENT ON TABLE ops.warning_event IS
    'Every step of every warning, with who, when and why; rows are added and never changed or deleted (预警处理记录)';
COMMENT ON COLUMN ops.warning_event.event_id IS
    'Number of the event, in the order of commits: a reader that keeps the greatest number it saw misses none (事件编号)';
COMMENT ON COLUMN ops.warning_event.warning_id IS 'ops.warning (预警编号)';
COMMENT ON COLUMN ops.warning_event.at IS
    'When it happened: the deadline, the receipt of the data that moved it, or when somebody acted (时间)';
COMMENT ON COLUMN ops.warning_event.written_at IS 'When the row was written; later than at when a job caught up (写入时间)';
COMMENT ON COLUMN ops.warning_event.street_id IS 'As in ops.warning, so that a street sees its own events alone (街镇)';
COMMENT ON COLUMN ops.warning_event.seq IS 'Counts the events of a warning from 1 (序号)';
COMMENT ON COLUMN ops.warning_event.action IS
    'raise (发出), acknowledge (知悉), handle: something was done (处理), close (关闭), dismiss: a false alarm (误报), withdraw: late data '
    'or a correction disprove it (撤销), collect: collected late (迟收), resolve: what it warned of is gone (消除), revise: state or cause '
    'by newer data (更正), remark: state unchanged (备注) (动作)';
COMMENT ON COLUMN ops.warning_event.state IS
    'State after it: raised (已发出), unconfirmed: a terminal was silent (未确认), acknowledged (已知悉), handled (已处理), closed (已关闭), '
    'dismissed (误报), withdrawn (已撤销), collected_late (已迟收), resolved (已消除) (状态)';
COMMENT ON COLUMN ops.warning_event.cause IS
    'Cause as then known: no_visit, visit_no_read, terminal_offline; expiring, expired; duties have their own (原因)';
COMMENT ON COLUMN ops.warning_event.actor IS
    'Who: timeliness for the job, else the person: the setting qingyun.actor, or the role that logged in (操作人)';
COMMENT ON COLUMN ops.warning_event.reason IS 'Why, in words; what was done, for handle (说明)';
COMMENT ON COLUMN ops.warning_event.evidence IS
    'What it rests on: vehicles that were near and when, the terminal that was silent and since when, the lift that came (证据)';

CREATE VIEW ops.warning_now AS
SELECT
    w.warning_id, w.kind, w.subject, w.raised_at, w.service_date, w.collection_point_id, w.waste_type, w.window_start, w.window_end,
    w.deadline, w.street_id, w.community_id, w.responsible_unit_id, w.carrier_id, w.vehicle_id, w.terminal_id,
    w.carrier_qualification_id,
    e.event_id, e.seq, e.at, e.action, e.state, e.cause, e.actor, e.reason,
    coalesce((
        SELECT v.evidence FROM ops.warning_event AS v WHERE v.warning_id = w.warning_id AND v.evidence <> '{}' ORDER BY v.seq DESC LIMIT 1
    ), '{}') AS evidence,
    e.state IN ('raised', 'unconfirmed', 'acknowledged', 'handled') AS is_open
FROM ops.warning AS w
CROSS JOIN LATERAL (
    SELECT v.event_id, v.seq, v.at, v.action, v.state, v.cause, v.actor, v.reason
    FROM ops.warning_event AS v
    WHERE v.warning_id = w.warning_id
    ORDER BY v.seq DESC
    LIMIT 1
) AS e;
COMMENT ON VIEW ops.warning_now IS 'Every warning as it stands: its row and its last event (预警现状)';
COMMENT ON COLUMN ops.warning_now.warning_id IS 'As in ops.warning';
COMMENT ON COLUMN ops.warning_now.kind IS 'As in ops.warning';
COMMENT ON COLUMN ops.warning_now.subject IS 'As in ops.warning';
COMMENT ON COLUMN ops.warning_now.raised_at IS 'As in ops.warning';
COMMENT ON COLUMN ops.warning_now.service_date IS 'As in ops.warning';
COMMENT ON COLUMN ops.warning_now.collection_point_id IS 'As in ops.warning';
COMMENT ON COLUMN ops.warning_now.waste_type IS 'As in ops.warning';
COMMENT ON COLUMN ops.warning_now.window_start IS 'As in ops.warning';
COMMENT ON COLUMN ops.warning_now.window_end IS 'As in ops.warning';
COMMENT ON COLUMN ops.warning_now.deadline IS 'As in ops.warning';
COMMENT ON COLUMN ops.warning_now.street_id IS 'As in ops.warning';
COMMENT ON COLUMN ops.warning_now.community_id IS 'As in ops.warning';
COMMENT ON COLUMN ops.warning_now.responsible_unit_id IS 'As in ops.warning';
COMMENT ON COLUMN ops.warning_now.carrier_id IS 'As in ops.warning';
COMMENT ON COLUMN ops.warning_now.vehicle_id IS 'As in ops.warning';
COMMENT ON COLUMN ops.warning_now.terminal_id IS 'As in ops.warning';
COMMENT ON COLUMN ops.warning_now.carrier_qualification_id IS 'As in ops.warning';
COMMENT ON COLUMN ops.warning_now.event_id IS 'Of the last event';
COMMENT ON COLUMN ops.warning_now.seq IS 'Of the last event: how many there are';
COMMENT ON COLUMN ops.warning_now.at IS 'Of the last event: since when it stands so';
COMMENT ON COLUMN ops.warning_now.action IS 'Of the last event';
COMMENT ON COLUMN ops.warning_now.state IS 'Of the last event: the state now (状态)';
COMMENT ON COLUMN ops.warning_now.cause IS 'Of the last event: the cause as known now (原因)';
COMMENT ON COLUMN ops.warning_now.actor IS 'Of the last event';
COMMENT ON COLUMN ops.warning_now.reason IS 'Of the last event';
COMMENT ON COLUMN ops.warning_now.evidence IS 'Of the last event that has any: people''s steps have none';
COMMENT ON COLUMN ops.warning_now.is_open IS 'Somebody still has something to do (未结)';

CREATE TABLE ops.timeliness_watermark (
    name       text NOT NULL,
    reached_at timestamptz NOT NULL,
    written_at timestamptz NOT NULL,
    snapshot   xid8 NOT NULL,
    CONSTRAINT timeliness_watermark_pkey PRIMARY KEY (name)
);
COMMENT ON TABLE ops.timeliness_watermark IS 'How far the job has come (处理进度)';
COMMENT ON COLUMN ops.timeliness_watermark.name IS 'Of what (名称)';
COMMENT ON COLUMN ops.timeliness_watermark.reached_at IS 'Everything received before is in the tasks (已处理到)';
COMMENT ON COLUMN ops.timeliness_watermark.written_at IS 'When that was written (写入时间)';
COMMENT ON COLUMN ops.timeliness_watermark.snapshot IS
    'Oldest transaction that was still running then: rows of it and of younger ones may not have been seen, whenever they were received';

-- The register is added to, never edited: not even its owner may, until a person grants that again on purpose.
REVOKE UPDATE, DELETE, TRUNCATE ON ops.warning, ops.warning_event FROM CURRENT_USER;
