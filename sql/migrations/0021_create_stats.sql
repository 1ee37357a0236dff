-- Daily statistics: what refreshes them, and the figures themselves.
--
-- A figure is made of what was received and of the registry, for one local day and kind at a time, and is made again whenever one of
-- the two changes: whoever changes something leaves a mark, a refresh takes exactly the marks that it saw and makes the day anew. Weights
-- are whole grams, distances whole metres, so that sums of sums stay exact. Areas and companies are those of the moment of the
-- lift; 0 stands for "none" or "not known" where a key needs a value.

CREATE SCHEMA stats;
COMMENT ON SCHEMA stats IS 'Statistics by day, kept right by qingyun-rollups (统计汇总)';

CREATE TABLE stats.kind (
    kind text NOT NULL,
    name text NOT NULL,
    note text NOT NULL,
    CONSTRAINT kind_pkey PRIMARY KEY (kind)
);
COMMENT ON TABLE stats.kind IS 'Kinds of daily statistics; each is refreshed by itself (统计类别)';
COMMENT ON COLUMN stats.kind.kind IS 'Stable word (类别)';
COMMENT ON COLUMN stats.kind.name IS 'Chinese name (名称)';
COMMENT ON COLUMN stats.kind.note IS 'Which tables it fills, and of what (说明)';
INSERT INTO stats.kind (kind, name, note) VALUES
    ('collection', '收运量', 'stats.collection_day, of lifts'),
    ('clearance', '日产日清', 'stats.clearance_day, of collection tasks'),
    ('track', '车辆轨迹', 'stats.track_day, of fixes'),
    ('record', '数据完整性', 'stats.record_day, of tag reads, load samples, lifts and weighings'),
    ('station', '站点进出', 'stats.station_day, of weighings at stations and plants'),
    ('trip', '趟次', 'stats.trip and stats.open_load, of lifts and weighings');

-- What must be made again. Written by many at once and never updated, so that nobody waits for anybody; a refresh deletes the rows
-- that it saw, and a row that is committed meanwhile is left for the next one.

CREATE TABLE stats.dirty_day (
    mark_id      bigint GENERATED ALWAYS AS IDENTITY,
    marked_at    timestamptz NOT NULL DEFAULT now(),
    service_date date NOT NULL,
    kind         text NOT NULL,
    cause        text NOT NULL DEFAULT 'ingest',
    CONSTRAINT dirty_day_pkey PRIMARY KEY (kind, service_date, mark_id)
);
COMMENT ON TABLE stats.dirty_day IS
    'A day of a kind whose statistics a committed change touched; gone once they are made again (待刷新日)';
COMMENT ON COLUMN stats.dirty_day.mark_id IS 'Its own: two marks of one day are two rows';
COMMENT ON COLUMN stats.dirty_day.marked_at IS 'When the transaction of the change began (标记时间)';
COMMENT ON COLUMN stats.dirty_day.service_date IS 'Local day (日期)';
COMMENT ON COLUMN stats.dirty_day.kind IS 'stats.kind (类别)';
COMMENT ON COLUMN stats.dirty_day.cause IS 'ingest, or the table that changed (原因)';

CREATE TABLE stats.dirty_range (
    mark_id   bigint GENERATED ALWAYS AS IDENTITY,
    marked_at timestamptz NOT NULL DEFAULT now(),
    days      datemultirange NOT NULL,
    kinds     text[] NOT NULL,
    cause     text NOT NULL,
    CONSTRAINT dirty_range_pkey PRIMARY KEY (mark_id)
);
COMMENT ON TABLE stats.dirty_range IS
    'Days that a change of the registry touched, also open ended; becomes marks in stats.dirty_day for those of them that have data '
    '(待刷新范围)';
COMMENT ON COLUMN stats.dirty_range.mark_id IS 'Its own';
COMMENT ON COLUMN stats.dirty_range.marked_at IS 'When the transaction of the change began (标记时间)';
COMMENT ON COLUMN stats.dirty_range.days IS 'Local days (日期范围)';
COMMENT ON COLUMN stats.dirty_range.kinds IS 'stats.kind of each (类别)';
COMMENT ON COLUMN stats.dirty_range.cause IS 'The table that changed (原因)';

CREATE TABLE stats.refreshed_day (
    service_date date NOT NULL,
    kind         text NOT NULL,
    definition   integer NOT NULL,
    refreshed_at timestamptz NOT NULL,
    changed_at   timestamptz NOT NULL,
    verified_at  timestamptz,
    row_count    bigint NOT NULL,
    duration_ms  integer NOT NULL,
    CONSTRAINT refreshed_day_pkey PRIMARY KEY (kind, service_date),
    CONSTRAINT refreshed_day_kind_fkey FOREIGN KEY (kind) REFERENCES stats.kind (kind)
);
CREATE INDEX refreshed_day_service_date_idx ON stats.refreshed_day (service_date);
COMMENT ON TABLE stats.refreshed_day IS 'When the statistics of a day and kind were made: as of when its figures are (刷新记录)';
COMMENT ON COLUMN stats.refreshed_day.service_date IS 'Local day (日期)';
COMMENT ON COLUMN stats.refreshed_day.kind IS 'stats.kind (类别)';
COMMENT ON COLUMN stats.refreshed_day.definition IS 'Version of the rules by which they were made (口径版本)';
COMMENT ON COLUMN stats.refreshed_day.refreshed_at IS
    'They hold everything that was committed then: the time of the snapshot that they were made of (刷新时间)';
COMMENT ON COLUMN stats.refreshed_day.changed_at IS 'When a refresh last changed a figure (数据变更时间)';
COMMENT ON COLUMN stats.refreshed_day.verified_at IS
    'When they were last made again for comparison and were the same; null: not since they changed (核对时间)';
COMMENT ON COLUMN stats.refreshed_day.row_count IS 'Rows of the day (行数)';
COMMENT ON COLUMN stats.refreshed_day.duration_ms IS 'How long the last refresh took, milliseconds (耗时)';

CREATE TABLE stats.closed_day (
    service_date date NOT NULL,
    closed_at    timestamptz NOT NULL,
    refused      bigint NOT NULL DEFAULT 0,
    refused_at   timestamptz,
    CONSTRAINT closed_day_pkey PRIMARY KEY (service_date)
);
COMMENT ON TABLE stats.closed_day IS
    'Days whose telemetry was dropped: their statistics stay as they are and are never made again (已归档日)';
COMMENT ON COLUMN stats.closed_day.service_date IS 'Local day (日期)';
COMMENT ON COLUMN stats.closed_day.closed_at IS 'When its telemetry was dropped (归档时间)';
COMMENT ON COLUMN stats.closed_day.refused IS 'Marks that came since: changes that the statistics do not show (归档后变更数)';
COMMENT ON COLUMN stats.closed_day.refused_at IS 'When the last of them came (最近变更时间)';

-- The figures.

CREATE TABLE stats.collection_day (
    terminal_id         bigint NOT NULL,
    vehicle_id          bigint NOT NULL,
    carrier_id          bigint NOT NULL,
    collection_point_id bigint NOT NULL,
    responsible_unit_id bigint NOT NULL,
    community_id        bigint NOT NULL,
    street_id           bigint NOT NULL,
    first_lift_at       timestamptz NOT NULL,
    last_lift_at        timestamptz NOT NULL,
    gross_g             bigint NOT NULL,
    net_g               bigint NOT NULL,
    estimated_net_g     bigint NOT NULL,
    doubtful_net_g      bigint NOT NULL,
    accepted_net_g      bigint NOT NULL,
    contaminated_net_g  bigint NOT NULL,
    service_date        date NOT NULL,
    lifts               integer NOT NULL,
    weighed_lifts       integer NOT NULL,
    estimated_lifts     integer NOT NULL,
    doubtful_lifts      integer NOT NULL,
    zero_lifts          integer NOT NULL,
    accepted_lifts      integer NOT NULL,
    contaminated_lifts  integer NOT NULL,
    untagged_lifts      integer NOT NULL,
    unbound_lifts       integer NOT NULL,
    late_lifts          integer NOT NULL,
    waste_type          smallint NOT NULL,
    CONSTRAINT collection_day_pkey PRIMARY KEY (
        terminal_id, service_date, vehicle_id, carrier_id, collection_point_id, responsible_unit_id, community_id, street_id,
        waste_type)
);
CREATE INDEX collection_day_service_date_idx ON stats.collection_day (service_date);
CREATE INDEX collection_day_point_idx ON stats.collection_day (collection_point_id, service_date);
COMMENT ON TABLE stats.collection_day IS
    'What a vehicle lifted at a collection point of one type of waste in a day; lifts = weighed + estimated + doubtful (收运日统计)';
COMMENT ON COLUMN stats.collection_day.terminal_id IS 'registry.terminal that sent the lifts (终端)';
COMMENT ON COLUMN stats.collection_day.service_date IS 'Local day (日期)';
COMMENT ON COLUMN stats.collection_day.vehicle_id IS 'registry.vehicle that carried the terminal; 0: none (车辆)';
COMMENT ON COLUMN stats.collection_day.carrier_id IS 'registry.carrier that ran the vehicle; 0: none (收运单位)';
COMMENT ON COLUMN stats.collection_day.collection_point_id IS
    'registry.collection_point where the tag''s bin stood; 0: no tag, or it was bound to nothing (收集点)';
COMMENT ON COLUMN stats.collection_day.responsible_unit_id IS 'registry.responsible_unit of the point; 0: none (责任主体)';
COMMENT ON COLUMN stats.collection_day.community_id IS 'registry.community of the point; 0: none (社区)';
COMMENT ON COLUMN stats.collection_day.street_id IS 'registry.street of the community; 0: none (街道)';
COMMENT ON COLUMN stats.collection_day.waste_type IS
    'As the terminal declared it, or else that of the bin, as in registry.waste_type; 0: not known (垃圾类别)';
COMMENT ON COLUMN stats.collection_day.first_lift_at IS 'Device time of the first lift (首次收运时间)';
COMMENT ON COLUMN stats.collection_day.last_lift_at IS 'Device time of the last lift (末次收运时间)';
COMMENT ON COLUMN stats.collection_day.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';
COMMENT ON COLUMN stats.collection_day.net_g IS 'Net weight of the weighed lifts, grams (净重)';
COMMENT ON COLUMN stats.collection_day.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';
COMMENT ON COLUMN stats.collection_day.doubtful_net_g IS
    'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';
COMMENT ON COLUMN stats.collection_day.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';
COMMENT ON COLUMN stats.collection_day.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';
COMMENT ON COLUMN stats.collection_day.lifts IS 'Lifts of every sort (收运次数)';
COMMENT ON COLUMN stats.collection_day.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';
COMMENT ON COLUMN stats.collection_day.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';
COMMENT ON COLUMN stats.collection_day.doubtful_lifts IS
    'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';
COMMENT ON COLUMN stats.collection_day.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';
COMMENT ON COLUMN stats.collection_day.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';
COMMENT ON COLUMN stats.collection_day.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';
COMMENT ON COLUMN stats.collection_day.untagged_lifts IS 'Lifts without a tag (无标签次数)';
COMMENT ON COLUMN stats.collection_day.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';
COMMENT ON COLUMN stats.collection_day.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

CREATE TABLE stats.clearance_day (
    collection_point_id bigint NOT NULL,
    responsible_unit_id bigint NOT NULL,
    community_id        bigint NOT NULL,
    street_id           bigint NOT NULL,
    service_date        date NOT NULL,
    due                 integer NOT NULL,
    on_time             integer NOT NULL,
    late                integer NOT NULL,
    missed              integer NOT NULL,
    unconfirmed         integer NOT NULL,
    excused             integer NOT NULL,
    pending             integer NOT NULL,
    cleared             integer NOT NULL,
    waste_type          smallint NOT NULL,
    CONSTRAINT clearance_day_pkey PRIMARY KEY (
        service_date, collection_point_id, waste_type, responsible_unit_id, community_id, street_id)
);
COMMENT ON TABLE stats.clearance_day IS
    'Collections that were due at a collection point in a day, and what became of them; due = on_time + late + missed + unconfirmed + '
    'pending (日产日清)';
COMMENT ON COLUMN stats.clearance_day.service_date IS 'Local day (日期)';
COMMENT ON COLUMN stats.clearance_day.collection_point_id IS 'registry.collection_point (收集点)';
COMMENT ON COLUMN stats.clearance_day.waste_type IS 'registry.waste_type (垃圾类别)';
COMMENT ON COLUMN stats.clearance_day.responsible_unit_id IS 'registry.responsible_unit of the point; 0: none (责任主体)';
COMMENT ON COLUMN stats.clearance_day.community_id IS 'registry.community of the point; 0: none (社区)';
COMMENT ON COLUMN stats.clearance_day.street_id IS 'registry.street of the community; 0: none (街道)';
COMMENT ON COLUMN stats.clearance_day.due IS 'Collections that were due (应收次数)';
COMMENT ON COLUMN stats.clearance_day.on_time IS 'Of these collected in time (按时次数)';
COMMENT ON COLUMN stats.clearance_day.late IS 'Of these collected late (迟收次数)';
COMMENT ON COLUMN stats.clearance_day.missed IS 'Of these not collected (漏收次数)';
COMMENT ON COLUMN stats.clearance_day.unconfirmed IS 'Of these not known, because the terminal was silent (待确认次数)';
COMMENT ON COLUMN stats.clearance_day.pending IS 'Of these not decided: their deadline has not passed (未到期次数)';
COMMENT ON COLUMN stats.clearance_day.excused IS 'Collections that were suspended, not among those due (免收次数)';
COMMENT ON COLUMN stats.clearance_day.cleared IS '1: something was due, and all of it was collected in the day; else 0 (日产日清达标)';

CREATE TABLE stats.track_day (
    terminal_id       bigint NOT NULL,
    vehicle_id        bigint NOT NULL,
    carrier_id        bigint NOT NULL,
    first_fix_at      timestamptz,
    last_fix_at       timestamptz,
    first_odometer_hm bigint,
    last_odometer_hm  bigint,
    least_lag_ms      bigint,
    service_date      date NOT NULL,
    fixes             integer NOT NULL,
    late_fixes        integer NOT NULL,
    backfill_fixes    integer NOT NULL,
    bad_clock_fixes   integer NOT NULL,
    unplaced_fixes    integer NOT NULL,
    online_s          integer NOT NULL,
    odometer_m        integer NOT NULL,
    track_m           integer NOT NULL,
    jumps             integer NOT NULL,
    stops             integer NOT NULL,
    stop_s            integer NOT NULL,
    gaps              integer NOT NULL,
    gap_s             integer NOT NULL,
    longest_gap_s     integer NOT NULL,
    silent_hours      integer NOT NULL,
    top_speed_dkmh    integer NOT NULL,
    fuel_used_dl      integer,
    refuelled_dl      integer NOT NULL,
    CONSTRAINT track_day_pkey PRIMARY KEY (terminal_id, service_date, vehicle_id, carrier_id)
);
CREATE INDEX track_day_service_date_idx ON stats.track_day (service_date);
COMMENT ON TABLE stats.track_day IS 'The way of a terminal in a day, on the vehicle that carried it; of its fixes (轨迹日统计)';
COMMENT ON COLUMN stats.track_day.terminal_id IS 'registry.terminal (终端)';
COMMENT ON COLUMN stats.track_day.service_date IS 'Local day (日期)';
COMMENT ON COLUMN stats.track_day.vehicle_id IS 'registry.vehicle that carried the terminal; 0: none (车辆)';
COMMENT ON COLUMN stats.track_day.carrier_id IS 'registry.carrier that ran the vehicle; 0: none (收运单位)';
COMMENT ON COLUMN stats.track_day.first_fix_at IS 'Device time of the first fix; null: none with a time of its own (首次定位时间)';
COMMENT ON COLUMN stats.track_day.last_fix_at IS 'Device time of the last fix; null: none (末次定位时间)';
COMMENT ON COLUMN stats.track_day.first_odometer_hm IS 'First odometer reading, 0.1 km; null: none (起始里程)';
COMMENT ON COLUMN stats.track_day.last_odometer_hm IS 'Last odometer reading, 0.1 km; null: none (终止里程)';
COMMENT ON COLUMN stats.track_day.least_lag_ms IS
    'Least time from fix to receipt of what was not sent as stored, milliseconds: far from 0, the clock is wrong; null: none (最小时延)';
COMMENT ON COLUMN stats.track_day.fixes IS 'Fixes, with those of the next four (定位数)';
COMMENT ON COLUMN stats.track_day.late_fixes IS 'Fixes that arrived more than 10 minutes after they were made (迟到定位数)';
COMMENT ON COLUMN stats.track_day.backfill_fixes IS 'Fixes that were sent as stored while there was no link (补传定位数)';
COMMENT ON COLUMN stats.track_day.bad_clock_fixes IS
    'Fixes without a usable time, filed under that of their receipt; in no figure below (时钟异常定位数)';
COMMENT ON COLUMN stats.track_day.unplaced_fixes IS 'Fixes without a position; in no distance (无位置定位数)';
COMMENT ON COLUMN stats.track_day.online_s IS 'From the first to the last fix without the gaps, seconds (在线时长)';
COMMENT ON COLUMN stats.track_day.odometer_m IS
    'Distance by the odometer, metres; steps back and beyond 150 km/h left out (里程表里程)';
COMMENT ON COLUMN stats.track_day.track_m IS 'Distance by the positions, metres; jumps left out (轨迹里程)';
COMMENT ON COLUMN stats.track_day.jumps IS 'Steps between positions beyond 150 km/h (漂移次数)';
COMMENT ON COLUMN stats.track_day.stops IS 'How often it stood for 60 seconds or more between two drives (停车次数)';
COMMENT ON COLUMN stats.track_day.stop_s IS 'How long in all, seconds (停车时长)';
COMMENT ON COLUMN stats.track_day.gaps IS 'Times of more than 10 minutes without a fix, between the first and the last (中断次数)';
COMMENT ON COLUMN stats.track_day.gap_s IS 'How long in all, seconds (中断时长)';
COMMENT ON COLUMN stats.track_day.longest_gap_s IS 'The longest of them, seconds (最长中断)';
COMMENT ON COLUMN stats.track_day.silent_hours IS
    'Hours of the clock without any fix, between that of the first and that of the last (静默小时数)';
COMMENT ON COLUMN stats.track_day.top_speed_dkmh IS 'Highest speed that a fix told, 0.1 km/h (最高速度)';
COMMENT ON COLUMN stats.track_day.fuel_used_dl IS 'Fuel used, 0.1 l, what was filled up allowed for; null: no gauge (油耗)';
COMMENT ON COLUMN stats.track_day.refuelled_dl IS 'Fuel filled up, 0.1 l: rises of 10 l and more (加油量)';

CREATE TABLE stats.record_day (
    terminal_id       bigint NOT NULL,
    first_record_at   timestamptz NOT NULL,
    last_record_at    timestamptz NOT NULL,
    least_lag_ms      bigint,
    expected_records  bigint NOT NULL,
    service_date      date NOT NULL,
    records           integer NOT NULL,
    tag_reads         integer NOT NULL,
    load_samples      integer NOT NULL,
    lifts             integer NOT NULL,
    weighings         integer NOT NULL,
    boots             integer NOT NULL,
    sequence_gaps     integer NOT NULL,
    late_records      integer NOT NULL,
    bad_clock_records integer NOT NULL,
    CONSTRAINT record_day_pkey PRIMARY KEY (terminal_id, service_date)
);
CREATE INDEX record_day_service_date_idx ON stats.record_day (service_date);
COMMENT ON TABLE stats.record_day IS 'Whether the numbered records of a terminal of a day are all there (记录完整性)';
COMMENT ON COLUMN stats.record_day.terminal_id IS 'registry.terminal (终端)';
COMMENT ON COLUMN stats.record_day.service_date IS 'Local day (日期)';
COMMENT ON COLUMN stats.record_day.first_record_at IS 'Device time of the first record (首条记录时间)';
COMMENT ON COLUMN stats.record_day.last_record_at IS 'Device time of the last record (末条记录时间)';
COMMENT ON COLUMN stats.record_day.least_lag_ms IS
    'Least time from record to receipt, milliseconds: below 0, the clock is fast; far above, it is slow or all came late; null: none has a '
    'time of its own (最小时延)';
COMMENT ON COLUMN stats.record_day.records IS 'Records that are there (实收记录数)';
COMMENT ON COLUMN stats.record_day.expected_records IS
    'Records that there must be: for each start of the terminal, from its first number of the day to its last (应收记录数)';
COMMENT ON COLUMN stats.record_day.tag_reads IS 'Of these tag reads (标签读取数)';
COMMENT ON COLUMN stats.record_day.load_samples IS 'Of these load samples (载重采样数)';
COMMENT ON COLUMN stats.record_day.lifts IS 'Of these lifts (收运数)';
COMMENT ON COLUMN stats.record_day.weighings IS 'Of these weighings, with corrections (过磅数)';
COMMENT ON COLUMN stats.record_day.boots IS 'Starts of the terminal that they belong to (启动次数)';
COMMENT ON COLUMN stats.record_day.sequence_gaps IS 'Places at which numbers are missing (断号次数)';
COMMENT ON COLUMN stats.record_day.late_records IS 'Records that arrived more than 10 minutes after they were made (迟到记录数)';
COMMENT ON COLUMN stats.record_day.bad_clock_records IS
    'Records without a usable time, filed under that of their receipt (时钟异常记录数)';

CREATE TABLE stats.station_day (
    terminal_id          bigint NOT NULL,
    station_id           bigint NOT NULL,
    disposal_facility_id bigint NOT NULL,
    first_weighing_at    timestamptz NOT NULL,
    last_weighing_at     timestamptz NOT NULL,
    in_net_g             bigint NOT NULL,
    out_net_g            bigint NOT NULL,
    received_net_g       bigint NOT NULL,
    dispatched_net_g     bigint NOT NULL,
    service_date         date NOT NULL,
    weighings            integer NOT NULL,
    in_weighings         integer NOT NULL,
    out_weighings        integer NOT NULL,
    carts                integer NOT NULL,
    deliveries           integer NOT NULL,
    boxes_out            integer NOT NULL,
    open_tickets         integer NOT NULL,
    corrected            integer NOT NULL,
    withdrawn            integer NOT NULL,
    doubtful             integer NOT NULL,
    not_zeroed           integer NOT NULL,
    scale_no             smallint NOT NULL,
    waste_type           smallint NOT NULL,
    CONSTRAINT station_day_pkey PRIMARY KEY (
        terminal_id, service_date, station_id, disposal_facility_id, scale_no, waste_type)
);
CREATE INDEX station_day_service_date_idx ON stats.station_day (service_date);
COMMENT ON TABLE stats.station_day IS
    'What a scale of a station or plant weighed in a day; a corrected weighing counts once, with its last figures, on the day of the '
    'first (站点日统计)';
COMMENT ON COLUMN stats.station_day.terminal_id IS 'registry.terminal that sent the weighings: a scale, or what it hangs on (终端)';
COMMENT ON COLUMN stats.station_day.service_date IS 'Local day (日期)';
COMMENT ON COLUMN stats.station_day.station_id IS 'registry.station where it stood; 0: none (清洁站)';
COMMENT ON COLUMN stats.station_day.disposal_facility_id IS 'registry.disposal_facility where it stood; 0: none (末端处理厂)';
COMMENT ON COLUMN stats.station_day.scale_no IS 'Number of the scale at the terminal (地磅编号)';
COMMENT ON COLUMN stats.station_day.waste_type IS 'As sent, as in registry.waste_type; 0: not said (垃圾类别)';
COMMENT ON COLUMN stats.station_day.first_weighing_at IS 'Device time of the first weighing (首次过磅时间)';
COMMENT ON COLUMN stats.station_day.last_weighing_at IS 'Device time of the last weighing (末次过磅时间)';
COMMENT ON COLUMN stats.station_day.in_net_g IS 'Net weight of the weighings with direction "in", grams (进站净重)';
COMMENT ON COLUMN stats.station_day.out_net_g IS
    'Net weight of the weighings with direction "out", grams; a plant''s gate tells a load''s net weight there (出站净重)';
COMMENT ON COLUMN stats.station_day.received_net_g IS
    'Net weight that was brought: of "in", and of "out" on a ticket that an "in" of the same scale opened, grams (收入净重)';
COMMENT ON COLUMN stats.station_day.dispatched_net_g IS 'Net weight that was taken away: of every other "out", grams (运出净重)';
COMMENT ON COLUMN stats.station_day.weighings IS 'Weighings that count: neither corrected by another nor withdrawn (过磅次数)';
COMMENT ON COLUMN stats.station_day.in_weighings IS 'Of these "in" (进站次数)';
COMMENT ON COLUMN stats.station_day.out_weighings IS 'Of these "out" (出站次数)';
COMMENT ON COLUMN stats.station_day.carts IS 'Of these "in" without a vehicle (手推车次数)';
COMMENT ON COLUMN stats.station_day.deliveries IS 'Of these "in" by a vehicle (车辆进站次数)';
COMMENT ON COLUMN stats.station_day.boxes_out IS 'Of these "out" on a ticket that no "in" of the same scale opened (出站箱数)';
COMMENT ON COLUMN stats.station_day.open_tickets IS
    'Tickets that an "in" without a net weight opened and no "out" has closed within 12 hours (未完成磅单数)';
COMMENT ON COLUMN stats.station_day.corrected IS 'Weighings whose figures come from a correction (更正次数)';
COMMENT ON COLUMN stats.station_day.withdrawn IS
    'Weighings that do not count, because a correction without any weight withdrew them (作废次数)';
COMMENT ON COLUMN stats.station_day.doubtful IS
    'Weighings over or under range, negative or of a faulty sensor: counted, in no weight (存疑次数)';
COMMENT ON COLUMN stats.station_day.not_zeroed IS 'Weighings of a scale that was not at zero (未置零次数)';

CREATE TABLE stats.trip (
    terminal_id          bigint NOT NULL,
    recorded_at          timestamptz NOT NULL,
    seq                  bigint NOT NULL,
    vehicle_id           bigint NOT NULL,
    carrier_id           bigint NOT NULL,
    station_id           bigint NOT NULL,
    disposal_facility_id bigint NOT NULL,
    from_station_id      bigint NOT NULL,
    first_lift_at        timestamptz,
    last_lift_at         timestamptz,
    left_at              timestamptz,
    lifts_net_g          bigint NOT NULL,
    estimated_net_g      bigint NOT NULL,
    box_net_g            bigint,
    site_net_g           bigint,
    gap_g                bigint GENERATED ALWAYS AS (site_net_g - coalesce(box_net_g, lifts_net_g)) STORED,
    boot_no              integer NOT NULL,
    service_date         date NOT NULL,
    lifts                integer NOT NULL,
    estimated_lifts      integer NOT NULL,
    waste_type           smallint NOT NULL,
    ticket               text,
    CONSTRAINT trip_pkey PRIMARY KEY (terminal_id, service_date, recorded_at, boot_no, seq)
);
CREATE INDEX trip_service_date_idx ON stats.trip (service_date);
CREATE INDEX trip_vehicle_idx ON stats.trip (vehicle_id, service_date);
COMMENT ON TABLE stats.trip IS
    'A load that a vehicle brought to a station or plant, weighed there, against its lifts since the load before, or against the '
    'box''s weight when it left its station (趟次)';
COMMENT ON COLUMN stats.trip.terminal_id IS 'registry.terminal of the scale where it arrived; with recorded_at, boot_no and seq the weighing (终端)';
COMMENT ON COLUMN stats.trip.service_date IS 'Local day of the arrival (日期)';
COMMENT ON COLUMN stats.trip.recorded_at IS 'When it was weighed on arrival (到达过磅时间)';
COMMENT ON COLUMN stats.trip.boot_no IS 'Of that weighing (启动次数)';
COMMENT ON COLUMN stats.trip.seq IS 'Of that weighing (记录序号)';
COMMENT ON COLUMN stats.trip.vehicle_id IS 'registry.vehicle, told by tag or plate (车辆)';
COMMENT ON COLUMN stats.trip.carrier_id IS 'registry.carrier that ran it; 0: none (收运单位)';
COMMENT ON COLUMN stats.trip.station_id IS 'registry.station that it came to; 0: a plant (到达清洁站)';
COMMENT ON COLUMN stats.trip.disposal_facility_id IS 'registry.disposal_facility that it came to; 0: a station (到达处理厂)';
COMMENT ON COLUMN stats.trip.from_station_id IS
    'registry.station where its box was weighed out, on the same ticket; 0: what it brought is what it lifted (来源清洁站)';
COMMENT ON COLUMN stats.trip.waste_type IS 'As weighed; 0: not said (垃圾类别)';
COMMENT ON COLUMN stats.trip.ticket IS 'Number of the weighing ticket; null: none (磅单号)';
COMMENT ON COLUMN stats.trip.first_lift_at IS 'Its first lift since the load before; null: none (首次收运时间)';
COMMENT ON COLUMN stats.trip.last_lift_at IS 'Its last lift; null: none (末次收运时间)';
COMMENT ON COLUMN stats.trip.left_at IS 'When it was weighed on leaving; null: it was weighed once (离开过磅时间)';
COMMENT ON COLUMN stats.trip.lifts IS 'Lifts since the load before, of every sort (收运次数)';
COMMENT ON COLUMN stats.trip.lifts_net_g IS 'Their net weight as sent, grams, doubtful and estimated ones with it (收运净重)';
COMMENT ON COLUMN stats.trip.estimated_lifts IS 'Of the lifts those estimated by volume (估算次数)';
COMMENT ON COLUMN stats.trip.estimated_net_g IS 'Their part of the net weight, grams (估算净重)';
COMMENT ON COLUMN stats.trip.box_net_g IS 'Net weight of the box when it left its station, grams; null: no box (出站净重)';
COMMENT ON COLUMN stats.trip.site_net_g IS
    'Net weight as weighed where it arrived, grams; null: not weighed on leaving yet (到场净重)';
COMMENT ON COLUMN stats.trip.gap_g IS
    'Reconciliation gap, grams: what arrived less the box, or else the lifts; null: not known yet (核对差值)';

CREATE TABLE stats.open_load (
    vehicle_id      bigint NOT NULL,
    first_lift_at   timestamptz NOT NULL,
    last_lift_at    timestamptz NOT NULL,
    net_g           bigint NOT NULL,
    estimated_net_g bigint NOT NULL,
    service_date    date NOT NULL,
    lifts           integer NOT NULL,
    estimated_lifts integer NOT NULL,
    CONSTRAINT open_load_pkey PRIMARY KEY (vehicle_id, service_date)
);
CREATE INDEX open_load_service_date_idx ON stats.open_load (service_date);
COMMENT ON TABLE stats.open_load IS
    'What a vehicle lifted in a day after its last trip: it belongs to its first trip of the next seven days (在途未卸)';
COMMENT ON COLUMN stats.open_load.vehicle_id IS 'registry.vehicle (车辆)';
COMMENT ON COLUMN stats.open_load.service_date IS 'Local day of the lifts (日期)';
COMMENT ON COLUMN stats.open_load.first_lift_at IS 'The first of the lifts (首次收运时间)';
COMMENT ON COLUMN stats.open_load.last_lift_at IS 'The last of the lifts (末次收运时间)';
COMMENT ON COLUMN stats.open_load.lifts IS 'How many (收运次数)';
COMMENT ON COLUMN stats.open_load.net_g IS 'Their net weight as sent, grams (净重)';
COMMENT ON COLUMN stats.open_load.estimated_lifts IS 'Of the lifts those estimated by volume (估算次数)';
COMMENT ON COLUMN stats.open_load.estimated_net_g IS 'Their part of the net weight, grams (估算净重)';

-- Signed reports.

CREATE TABLE stats.frozen_month (
    month     date NOT NULL,
    frozen_at timestamptz NOT NULL,
    frozen_by text NOT NULL,
    note      text,
    CONSTRAINT frozen_month_pkey PRIMARY KEY (month),
    CONSTRAINT frozen_month_first_day_check CHECK (extract(day FROM month) = 1)
);
COMMENT ON TABLE stats.frozen_month IS 'A month whose report was signed (已定稿月报)';
COMMENT ON COLUMN stats.frozen_month.month IS 'Its first day (月份)';
COMMENT ON COLUMN stats.frozen_month.frozen_at IS 'When its figures were kept: as of then they are right (定稿时间)';
COMMENT ON COLUMN stats.frozen_month.frozen_by IS 'By whom (定稿人)';
COMMENT ON COLUMN stats.frozen_month.note IS 'For people (备注)';

CREATE TABLE stats.frozen_figure (
    month   date NOT NULL,
    subject text NOT NULL,
    key     jsonb NOT NULL,
    figures jsonb NOT NULL,
    CONSTRAINT frozen_figure_pkey PRIMARY KEY (month, subject, key)
);
COMMENT ON TABLE stats.frozen_figure IS 'The figures of a signed month as they were; never changed (定稿数据)';
COMMENT ON COLUMN stats.frozen_figure.month IS 'stats.frozen_month (月份)';
COMMENT ON COLUMN stats.frozen_figure.subject IS 'The view whose row it is, such as street_month (统计对象)';
COMMENT ON COLUMN stats.frozen_figure.key IS 'What the row is of: its key columns (维度)';
COMMENT ON COLUMN stats.frozen_figure.figures IS 'Its other columns (指标)';

-- What was signed is never changed; the owner may give itself the right back, but not by mistake. So there is no foreign key between the
-- two: its check locks the month, which takes a right to change it.
REVOKE UPDATE, DELETE, TRUNCATE ON stats.frozen_month, stats.frozen_figure FROM CURRENT_USER;

-- Corrections are few; without this a refresh would look for them in all weighings since.
CREATE INDEX station_weighing_supersedes_idx ON telemetry.station_weighing (terminal_id, boot_no, supersedes)
    WHERE supersedes IS NOT NULL;

-- Days that are there already have never been refreshed.
INSERT INTO stats.dirty_day (service_date, kind, cause)
SELECT DISTINCT d.day, k.kind, 'stats'
FROM telemetry.day_partition AS d
CROSS JOIN stats.kind AS k
WHERE d.day <= telemetry.local_day(now());
