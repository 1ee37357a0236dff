-- 19 终端数据完整性
--
-- Of each terminal and day: the numbered records (tag reads, lifts, weighings) that there must be by their sequence, and that are there; places
-- at which numbers are missing; fixes, and per hour online; the share of fixes without a usable time, without a position, and late.
--
-- @param from date yesterday 起始日期
-- @param to date yesterday 截止日期
-- @column service_date 日期
-- @column terminal_no 终端号
-- @column place_name 车牌号或场站
-- @column expected_records 应收记录数
-- @column records 实收记录数
-- @column missing_records 缺失记录数
-- @column sequence_gaps 断号次数
-- @column fixes 定位数
-- @column fixes_per_hour 每小时定位数
-- @column bad_clock_percent 时钟异常占比(%)
-- @column unplaced_percent 无位置占比(%)
-- @column late_percent 迟到占比(%)
-- @column longest_gap_minutes 最长中断(分钟)
WITH figures AS (
    SELECT
        d.service_date, d.terminal_id, sum(d.expected) AS expected, sum(d.records) AS records, sum(d.sequence_gaps) AS sequence_gaps,
        sum(d.fixes) AS fixes, sum(d.online_s) AS online_s, sum(d.bad_clock) AS bad_clock, sum(d.unplaced) AS unplaced,
        sum(d.late) AS late, max(d.longest_gap_s) AS longest_gap_s
    FROM (
        SELECT r.service_date, r.terminal_id, r.expected_records AS expected, r.records, r.sequence_gaps, 0 AS fixes, 0 AS online_s,
            0 AS bad_clock, 0 AS unplaced, 0 AS late, 0 AS longest_gap_s
        FROM stats.record_day AS r
        WHERE r.service_date BETWEEN :'from'::date AND :'to'::date
        UNION ALL
        SELECT t.service_date, t.terminal_id, 0, 0, 0, t.fixes, t.online_s, t.bad_clock_fixes, t.unplaced_fixes, t.late_fixes,
            t.longest_gap_s
        FROM stats.track_day AS t
        WHERE t.service_date BETWEEN :'from'::date AND :'to'::date
    ) AS d
    GROUP BY d.service_date, d.terminal_id
)
SELECT
    f.service_date,
    t.number AS terminal_no,
    coalesce(v.plate_no, st.name, df.name) AS place_name,
    f.expected AS expected_records,
    f.records,
    f.expected - f.records AS missing_records,
    f.sequence_gaps,
    f.fixes,
    round(f.fixes * 3600.0 / nullif(f.online_s, 0), 1) AS fixes_per_hour,
    round(100.0 * f.bad_clock / nullif(f.fixes, 0), 2) AS bad_clock_percent,
    round(100.0 * f.unplaced / nullif(f.fixes, 0), 2) AS unplaced_percent,
    round(100.0 * f.late / nullif(f.fixes, 0), 2) AS late_percent,
    round(f.longest_gap_s / 60.0, 0) AS longest_gap_minutes
FROM figures AS f
JOIN registry.terminal AS t ON t.terminal_id = f.terminal_id
LEFT JOIN registry.terminal_mount AS m
    ON m.terminal_id = f.terminal_id AND m.valid @> report.day_start(f.service_date + 1) - interval '1 second'
LEFT JOIN registry.vehicle AS v ON v.vehicle_id = m.vehicle_id
LEFT JOIN registry.station AS st ON st.station_id = m.station_id
LEFT JOIN registry.disposal_facility AS df ON df.disposal_facility_id = m.disposal_facility_id
ORDER BY f.service_date, t.number;
