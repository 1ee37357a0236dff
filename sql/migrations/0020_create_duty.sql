-- Attendance at bin stations (桶站值守): who is to stand where and when, and whether the badge says so.
--
-- A badge (工牌) is a terminal whose fixes are in telemetry.fix. A duty is a window inside the fence of a post. A task is one duty on one
-- local day, made ahead by the job and judged by the fixes of the badge; what is wrong goes into the register of warnings under the
-- kinds duty_absent, duty_left_early and duty_short.

CREATE TABLE registry.supervisor (
    supervisor_id bigint GENERATED ALWAYS AS IDENTITY,
    community_id  bigint,
    code          text NOT NULL,
    name          text NOT NULL,
    phone         text,
    valid         daterange NOT NULL DEFAULT '(,)',
    note          text,
    CONSTRAINT supervisor_pkey PRIMARY KEY (supervisor_id),
    CONSTRAINT supervisor_community_fkey FOREIGN KEY (community_id) REFERENCES registry.community (community_id),
    CONSTRAINT supervisor_code_key UNIQUE (code),
    CONSTRAINT supervisor_code_check CHECK (registry.is_code(code)),
    CONSTRAINT supervisor_name_check CHECK (registry.is_name(name)),
    CONSTRAINT supervisor_valid_check CHECK (NOT isempty(valid))
);
CREATE INDEX supervisor_community_idx ON registry.supervisor (community_id);
COMMENT ON TABLE registry.supervisor IS 'Who stands at bin stations and helps to sort; personal data (桶站值守员, 督导员)';
COMMENT ON COLUMN registry.supervisor.supervisor_id IS 'Key; never reused';
COMMENT ON COLUMN registry.supervisor.community_id IS 'The community that employs or sends the person; null: not known (所属社区)';
COMMENT ON COLUMN registry.supervisor.code IS 'Stable code (编码)';
COMMENT ON COLUMN registry.supervisor.name IS 'Name, personal data (姓名)';
COMMENT ON COLUMN registry.supervisor.phone IS 'Personal data (电话)';
COMMENT ON COLUMN registry.supervisor.valid IS 'Local days on which the person works here (有效期)';
COMMENT ON COLUMN registry.supervisor.note IS 'For people (备注)';
SELECT registry.audit_table('registry.supervisor', 'supervisor_id');

CREATE TABLE registry.badge_binding (
    badge_binding_id bigint GENERATED ALWAYS AS IDENTITY,
    terminal_id      bigint NOT NULL,
    supervisor_id    bigint NOT NULL,
    valid            tstzrange NOT NULL,
    CONSTRAINT badge_binding_pkey PRIMARY KEY (badge_binding_id),
    CONSTRAINT badge_binding_terminal_fkey FOREIGN KEY (terminal_id) REFERENCES registry.terminal (terminal_id),
    CONSTRAINT badge_binding_supervisor_fkey FOREIGN KEY (supervisor_id) REFERENCES registry.supervisor (supervisor_id),
    CONSTRAINT badge_binding_valid_check CHECK (registry.is_period(valid)),
    CONSTRAINT badge_binding_one_wearer_excl EXCLUDE USING gist (terminal_id WITH =, valid WITH &&)
);
CREATE INDEX badge_binding_supervisor_idx ON registry.badge_binding (supervisor_id);
COMMENT ON TABLE registry.badge_binding IS 'Who wore a badge, from when to when; a badge has one wearer at a time (工牌佩戴)';
COMMENT ON COLUMN registry.badge_binding.badge_binding_id IS 'Key; never reused';
COMMENT ON COLUMN registry.badge_binding.terminal_id IS 'The badge: registry.terminal (工牌)';
COMMENT ON COLUMN registry.badge_binding.supervisor_id IS 'Who wore it (值守员)';
COMMENT ON COLUMN registry.badge_binding.valid IS 'From (inclusive) to (exclusive); no upper bound: still so (有效期)';
SELECT registry.audit_table('registry.badge_binding', 'badge_binding_id');

CREATE TABLE registry.duty_post (
    duty_post_id        bigint GENERATED ALWAYS AS IDENTITY,
    collection_point_id bigint NOT NULL,
    code                text NOT NULL,
    name                text NOT NULL,
    radius_m            integer NOT NULL DEFAULT 30,
    tolerance_m         integer NOT NULL DEFAULT 20,
    area                geometry(MultiPolygon, 4326),
    valid               daterange NOT NULL DEFAULT '(,)',
    note                text,
    CONSTRAINT duty_post_pkey PRIMARY KEY (duty_post_id),
    CONSTRAINT duty_post_point_fkey
        FOREIGN KEY (collection_point_id) REFERENCES registry.collection_point (collection_point_id),
    CONSTRAINT duty_post_code_key UNIQUE (code),
    CONSTRAINT duty_post_code_check CHECK (registry.is_code(code)),
    CONSTRAINT duty_post_name_check CHECK (registry.is_name(name)),
    CONSTRAINT duty_post_radius_m_check CHECK (radius_m BETWEEN 5 AND 2000),
    CONSTRAINT duty_post_tolerance_m_check CHECK (tolerance_m BETWEEN 0 AND 1000),
    CONSTRAINT duty_post_valid_check CHECK (NOT isempty(valid))
);
CREATE INDEX duty_post_point_idx ON registry.duty_post (collection_point_id);
COMMENT ON TABLE registry.duty_post IS 'Where somebody is to stand: a bin station and its fence (值守点)';
COMMENT ON COLUMN registry.duty_post.duty_post_id IS 'Key; never reused';
COMMENT ON COLUMN registry.duty_post.collection_point_id IS 'The bin station; its place is the centre of the fence (桶站)';
COMMENT ON COLUMN registry.duty_post.code IS 'Stable code (编码)';
COMMENT ON COLUMN registry.duty_post.name IS 'For people (名称)';
COMMENT ON COLUMN registry.duty_post.radius_m IS 'Who is no farther from the centre, metres, is inside; not used where there is an area (围栏半径)';
COMMENT ON COLUMN registry.duty_post.tolerance_m IS
    'Who came inside is outside again only when farther from the fence than this, metres: fixes scatter (围栏容差)';
COMMENT ON COLUMN registry.duty_post.area IS 'The fence, WGS-84 degrees; null: a circle round the bin station (电子围栏)';
COMMENT ON COLUMN registry.duty_post.valid IS 'Local days on which it is in use (有效期)';
COMMENT ON COLUMN registry.duty_post.note IS 'For people (备注)';
SELECT registry.audit_table('registry.duty_post', 'duty_post_id');

CREATE TABLE registry.duty (
    duty_id       bigint GENERATED ALWAYS AS IDENTITY,
    duty_post_id  bigint NOT NULL,
    supervisor_id bigint,
    terminal_id   bigint,
    code          text NOT NULL,
    windows       text NOT NULL,
    weekdays      text NOT NULL DEFAULT '1234567',
    holidays      text NOT NULL DEFAULT 'same',
    least_min     integer,
    late_min      integer NOT NULL DEFAULT 10,
    leave_min     integer NOT NULL DEFAULT 10,
    absence_min   integer NOT NULL DEFAULT 10,
    silence_min   integer NOT NULL DEFAULT 10,
    grace_min     integer NOT NULL DEFAULT 15,
    valid         daterange NOT NULL DEFAULT '(,)',
    note          text,
    CONSTRAINT duty_pkey PRIMARY KEY (duty_id),
    CONSTRAINT duty_post_fkey FOREIGN KEY (duty_post_id) REFERENCES registry.duty_post (duty_post_id),
    CONSTRAINT duty_supervisor_fkey FOREIGN KEY (supervisor_id) REFERENCES registry.supervisor (supervisor_id),
    CONSTRAINT duty_terminal_fkey FOREIGN KEY (terminal_id) REFERENCES registry.terminal (terminal_id),
    CONSTRAINT duty_code_key UNIQUE (code),
    CONSTRAINT duty_code_check CHECK (registry.is_code(code)),
    CONSTRAINT duty_one_wearer_check CHECK (num_nonnulls(supervisor_id, terminal_id) = 1),
    CONSTRAINT duty_windows_check CHECK (ops.is_windows(windows)),
    CONSTRAINT duty_weekdays_check CHECK (weekdays ~ '^1?2?3?4?5?6?7?$' AND weekdays <> ''),
    CONSTRAINT duty_holidays_check CHECK (holidays IN ('same', 'off', 'sunday', 'only')),
    CONSTRAINT duty_least_min_check CHECK (least_min BETWEEN 1 AND 1440),
    CONSTRAINT duty_late_min_check CHECK (late_min BETWEEN 0 AND 720),
    CONSTRAINT duty_leave_min_check CHECK (leave_min BETWEEN 0 AND 1440),
    CONSTRAINT duty_absence_min_check CHECK (absence_min BETWEEN 0 AND 240),
    CONSTRAINT duty_silence_min_check CHECK (silence_min BETWEEN 1 AND 240),
    CONSTRAINT duty_grace_min_check CHECK (grace_min BETWEEN 0 AND 720),
    CONSTRAINT duty_valid_check CHECK (NOT isempty(valid))
);
CREATE INDEX duty_post_idx ON registry.duty (duty_post_id);
COMMENT ON TABLE registry.duty IS 'Who is to stand at a post, in which windows and on which days (值守安排)';
COMMENT ON COLUMN registry.duty.duty_id IS 'Key; never reused';
COMMENT ON COLUMN registry.duty.duty_post_id IS 'Where (值守点)';
COMMENT ON COLUMN registry.duty.supervisor_id IS 'Who, by the badge that the person wears then; one of the two is set (值守员)';
COMMENT ON COLUMN registry.duty.terminal_id IS 'The badge, whoever wears it (工牌)';
COMMENT ON COLUMN registry.duty.code IS 'Stable code (编码)';
COMMENT ON COLUMN registry.duty.windows IS
    'From-to in local time, such as 07:00-09:00 18:00-20:00; 22:00-02:00 ends on the next day (值守时段)';
COMMENT ON COLUMN registry.duty.weekdays IS 'Days on which a window begins: 1 Monday to 7 Sunday, such as 135 (星期)';
COMMENT ON COLUMN registry.duty.holidays IS
    'same: a holiday is as its weekday; off: no duty on a holiday; sunday: a holiday is as a Sunday; only: on holidays alone. Save for '
    'same and only, a weekend day that is worked in exchange is a duty when any of Monday to Friday is (节假日)';
COMMENT ON COLUMN registry.duty.least_min IS 'Minutes of presence asked for in a window; null: the window without late_min and leave_min (最少在岗)';
COMMENT ON COLUMN registry.duty.late_min IS 'Who comes so many minutes late is not late (迟到容差)';
COMMENT ON COLUMN registry.duty.leave_min IS 'Who goes so many minutes before the end does not leave early; 1440: leaving early is not looked at (早退容差)';
COMMENT ON COLUMN registry.duty.absence_min IS 'Who is outside for less, minutes, and comes back was there (离岗容差)';
COMMENT ON COLUMN registry.duty.silence_min IS 'Two fixes that are farther apart, minutes, say nothing about the time between them (无数据容差)';
COMMENT ON COLUMN registry.duty.grace_min IS 'Minutes after the window at which it is judged: fixes need time to arrive (判定延时)';
COMMENT ON COLUMN registry.duty.valid IS 'Local days on which it holds (有效期)';
COMMENT ON COLUMN registry.duty.note IS 'For people (备注)';
SELECT registry.audit_table('registry.duty', 'duty_id');

CREATE TABLE ops.duty_task (
    duty_id             bigint NOT NULL,
    window_start        timestamptz NOT NULL,
    window_end          timestamptz NOT NULL,
    deadline            timestamptz NOT NULL,
    duty_post_id        bigint NOT NULL,
    collection_point_id bigint NOT NULL,
    street_id           bigint,
    community_id        bigint,
    supervisor_id       bigint,
    terminal_id         bigint,
    arrived_at          timestamptz,
    left_at             timestamptz,
    known_at            timestamptz,
    service_date        date NOT NULL,
    fixes_hash          bigint,
    lon_e6              integer,
    lat_e6              integer,
    radius_m            integer NOT NULL,
    tolerance_m         integer NOT NULL,
    least_s             integer NOT NULL,
    late_s              integer NOT NULL,
    leave_s             integer NOT NULL,
    absence_s           integer NOT NULL,
    silence_s           integer NOT NULL,
    present_s           integer,
    silent_s            integer,
    fixes               integer,
    outcome             text NOT NULL DEFAULT 'pending',
    cause               text,
    area                geometry(MultiPolygon, 4326),
    CONSTRAINT duty_task_pkey PRIMARY KEY (service_date, duty_id, window_start),
    CONSTRAINT duty_task_window_check CHECK (window_start < window_end AND window_end <= deadline),
    CONSTRAINT duty_task_outcome_check
        CHECK (outcome IN ('pending', 'present', 'left_early', 'short', 'absent', 'unconfirmed')),
    CONSTRAINT duty_task_cause_check
        CHECK (cause IN ('not_seen', 'left_early', 'short_presence', 'terminal_offline', 'no_badge', 'no_place')),
    CONSTRAINT duty_task_caused_check CHECK ((outcome IN ('pending', 'present')) = (cause IS NULL)),
    CONSTRAINT duty_task_judged_check
        CHECK ((outcome = 'pending') = (known_at IS NULL) AND num_nulls(known_at, present_s, silent_s, fixes, fixes_hash) IN (0, 5)),
    CONSTRAINT duty_task_seen_check CHECK ((arrived_at IS NULL) = (left_at IS NULL) AND arrived_at < left_at)
);
CREATE INDEX duty_task_pending_idx ON ops.duty_task (deadline) WHERE outcome = 'pending';
COMMENT ON TABLE ops.duty_task IS
    'One duty on one local day and what became of it. Made ahead; while its window has not begun it follows the duty, and from then on it '
    'keeps what it was made by (值守任务)';
COMMENT ON COLUMN ops.duty_task.duty_id IS 'The duty that it was made of: registry.duty; times and tolerances stand here (值守安排)';
COMMENT ON COLUMN ops.duty_task.window_start IS 'When it begins (时段开始)';
COMMENT ON COLUMN ops.duty_task.window_end IS 'When it ends (时段结束)';
COMMENT ON COLUMN ops.duty_task.deadline IS 'When it is judged for the first time: the end and the grace (判定时间)';
COMMENT ON COLUMN ops.duty_task.duty_post_id IS 'Where: registry.duty_post (值守点)';
COMMENT ON COLUMN ops.duty_task.collection_point_id IS 'Its bin station (桶站)';
COMMENT ON COLUMN ops.duty_task.street_id IS 'Street of the bin station when the window began; null: not known (街镇)';
COMMENT ON COLUMN ops.duty_task.community_id IS 'Its community then (社区)';
COMMENT ON COLUMN ops.duty_task.supervisor_id IS 'Who; of a duty that names a badge: null (值守员)';
COMMENT ON COLUMN ops.duty_task.terminal_id IS 'The badge; of a duty that names a person: null, the badges are those of registry.badge_binding (工牌)';
COMMENT ON COLUMN ops.duty_task.arrived_at IS 'Begin of the first presence within the window; null: never seen (到岗时间)';
COMMENT ON COLUMN ops.duty_task.left_at IS 'End of the last presence within the window (离岗时间)';
COMMENT ON COLUMN ops.duty_task.known_at IS
    'Deadline, or receipt of the last fix that the outcome rests on, whichever is later; null: not judged yet (判定依据时间)';
COMMENT ON COLUMN ops.duty_task.service_date IS 'The local day on which the window begins (作业日)';
COMMENT ON COLUMN ops.duty_task.lon_e6 IS 'Centre of the fence, 1e-6 degree WGS-84; null: the bin station has no place (经度)';
COMMENT ON COLUMN ops.duty_task.lat_e6 IS 'Centre of the fence (纬度)';
COMMENT ON COLUMN ops.duty_task.radius_m IS 'Radius of the fence, metres (围栏半径)';
COMMENT ON COLUMN ops.duty_task.tolerance_m IS 'Beyond the fence, metres, before one is outside (围栏容差)';
COMMENT ON COLUMN ops.duty_task.least_s IS 'Presence asked for, seconds (最少在岗)';
COMMENT ON COLUMN ops.duty_task.late_s IS 'Tolerance for coming, seconds (迟到容差)';
COMMENT ON COLUMN ops.duty_task.leave_s IS 'Tolerance for going, seconds (早退容差)';
COMMENT ON COLUMN ops.duty_task.absence_s IS 'Shorter times outside are none, seconds (离岗容差)';
COMMENT ON COLUMN ops.duty_task.silence_s IS 'Longest distance of two fixes that says something, seconds (无数据容差)';
COMMENT ON COLUMN ops.duty_task.present_s IS 'Time inside, seconds, short absences included; null: not judged yet (在岗时长)';
COMMENT ON COLUMN ops.duty_task.silent_s IS 'Time about which nothing is known, seconds (无数据时长)';
COMMENT ON COLUMN ops.duty_task.fixes IS 'How many fixes it rests on, those within silence_s before and after the window included (定位数)';
COMMENT ON COLUMN ops.duty_task.fixes_hash IS
    'Which fixes these are, and of which badge worn from when to when: tells when others take their place (定位校验)';
COMMENT ON COLUMN ops.duty_task.outcome IS
    'pending: not judged yet (待判); present: as asked for (在岗); left_early (早退); short: too few minutes (时长不足); absent: never inside '
    '(缺勤); unconfirmed: what is known does not decide it (未确认) (结果)';
COMMENT ON COLUMN ops.duty_task.cause IS
    'not_seen: outside all the time; left_early; short_presence; terminal_offline: the badge was silent (工牌无数据); no_badge: the person wore '
    'none; no_place: the bin station has no place (原因)';
COMMENT ON COLUMN ops.duty_task.area IS 'The fence, where it is no circle (电子围栏)';
