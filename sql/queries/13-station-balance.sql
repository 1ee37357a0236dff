-- 13 清洁站进出平衡
--
-- For each day and station: kilograms in and out and what they leave, boxes that went out and are not weighed in anywhere yet, and tickets
-- of that day with a first weighing that are open for so many hours at the moment asked for. Weighings have their last figures; those that were
-- withdrawn are left out.
--
-- @param from date yesterday 起始日期
-- @param to date yesterday 截止日期
-- @param at moment now 时刻
-- @param hours integer 4 未完成小时数
-- @param street text - 街镇编码，空为全部
-- @column service_date 日期
-- @column street_name 街镇
-- @column site_code 场站编码
-- @column site_name 场站
-- @column weighings 过磅次数
-- @column in_kg 进站净重(千克)
-- @column out_kg 出站净重(千克)
-- @column balance_kg 结余(千克)
-- @column boxes_out 出站箱数
-- @column boxes_outstanding 未到场箱数
-- @column open_tickets 未完成磅单数
-- @column open_ticket_numbers 未完成磅单号
WITH RECURSIVE day AS (
    SELECT
        d.service_date, d.station_id, d.disposal_facility_id, sum(d.weighings) AS weighings, sum(d.received_net_g) AS in_g,
        sum(d.dispatched_net_g) AS out_g, sum(d.boxes_out) AS boxes_out
    FROM stats.station_day AS d
    WHERE d.service_date BETWEEN :'from'::date AND :'to'::date
    GROUP BY d.service_date, d.station_id, d.disposal_facility_id
), correction AS MATERIALIZED (
    SELECT c.terminal_id, c.boot_no, c.seq, c.supersedes, c.direction, c.ticket, c.gross_g, c.tare_g, c.net_g, c.tare_source
    FROM telemetry.station_weighing AS c
    -- What corrects itself, or a later one, is a weighing.
    WHERE c.supersedes < c.seq
        AND c.recorded_at >= (:'from'::date - 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
        AND c.recorded_at < (:'to'::date + 62)::timestamp AT TIME ZONE 'Asia/Shanghai'
), chain AS (
    -- Corrections and the weighings that they lead back to; they count as long as in the statistics.
    SELECT c.terminal_id, c.boot_no, c.supersedes AS first_seq, c.seq, c.direction, c.ticket, c.gross_g, c.tare_g, c.net_g, c.tare_source,
        1 AS depth
    FROM correction AS c
    UNION ALL
    SELECT k.terminal_id, k.boot_no, k.first_seq, c.seq, c.direction, coalesce(c.ticket, k.ticket), c.gross_g, c.tare_g,
        c.net_g, c.tare_source, k.depth + 1
    FROM chain AS k
    JOIN correction AS c ON c.terminal_id = k.terminal_id AND c.boot_no = k.boot_no AND c.supersedes = k.seq
    WHERE k.depth < 100
), latest AS (
    SELECT DISTINCT ON (k.terminal_id, k.boot_no, k.first_seq)
        k.*, coalesce(k.gross_g, 0) = 0 AND coalesce(k.tare_g, 0) = 0 AND coalesce(k.net_g, 0) = 0 AS is_withdrawn
    FROM chain AS k
    ORDER BY k.terminal_id, k.boot_no, k.first_seq, k.depth DESC, k.seq DESC
), ticketed AS MATERIALIZED (
    -- What the same scale weighed on the same ticket before and after, by the last figures, at the time of the first.
    SELECT
        r.terminal_id, r.recorded_at, r.station_id, r.disposal_facility_id, r.direction, r.ticket, r.net_g, r.tare_source,
        lag(r.direction) OVER w AS direction_before, lag(r.recorded_at) OVER w AS at_before,
        lead(r.direction) OVER w AS direction_after, lead(r.recorded_at) OVER w AS at_after
    FROM (
        SELECT w.terminal_id, w.recorded_at, m.station_id, m.disposal_facility_id, coalesce(l.direction, w.direction) AS direction,
            coalesce(l.ticket, w.ticket) COLLATE "C" AS ticket, CASE WHEN l.seq IS NULL THEN w.net_g ELSE l.net_g END AS net_g,
            coalesce(l.tare_source, w.tare_source) AS tare_source
        FROM telemetry.station_weighing AS w
        LEFT JOIN registry.terminal_mount AS m ON m.terminal_id = w.terminal_id AND m.valid @> w.recorded_at
        LEFT JOIN latest AS l ON l.terminal_id = w.terminal_id AND l.boot_no = w.boot_no AND l.first_seq = w.seq
        WHERE w.recorded_at >= (:'from'::date - 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
            AND w.recorded_at < (:'to'::date + 2)::timestamp AT TIME ZONE 'Asia/Shanghai'
            AND w.ticket IS NOT NULL AND w.supersedes IS NULL
            -- All zeros withdraw a weighing.
            AND l.is_withdrawn IS NOT TRUE
    ) AS r
    WINDOW w AS (PARTITION BY r.terminal_id, r.ticket ORDER BY r.recorded_at)
), outstanding AS (
    SELECT b.service_date, b.station_id, count(*) AS boxes
    FROM (
        SELECT telemetry.local_day(t.recorded_at) AS service_date, t.station_id, t.ticket
        FROM ticketed AS t
        WHERE t.direction = 2 AND t.station_id IS NOT NULL
            AND t.recorded_at >= :'from'::date::timestamp AT TIME ZONE 'Asia/Shanghai'
            AND t.recorded_at < (:'to'::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
            AND (t.direction_before = 1 AND t.at_before >= t.recorded_at - interval '12 hours') IS NOT TRUE
        EXCEPT
        -- It may arrive on the day after.
        SELECT t.service_date - n, t.from_station_id, t.ticket
        FROM stats.trip AS t
        CROSS JOIN generate_series(0, 1) AS n
        WHERE t.service_date BETWEEN :'from'::date AND :'to'::date + 1 AND t.from_station_id <> 0
    ) AS b
    GROUP BY b.service_date, b.station_id
), opened AS (
    SELECT o.service_date, coalesce(o.station_id, 0) AS station_id, coalesce(o.disposal_facility_id, 0) AS disposal_facility_id,
        count(*) AS tickets, string_agg(o.ticket, '、' ORDER BY o.recorded_at) AS numbers
    FROM (
        SELECT t.*, telemetry.local_day(t.recorded_at) AS service_date, :'at'::timestamp AT TIME ZONE 'Asia/Shanghai' AS counted_at
        FROM ticketed AS t
        -- With a tare that is known one weighing is enough.
        WHERE t.direction = 1 AND coalesce(t.net_g, 0) = 0 AND t.tare_source = 0
            AND t.recorded_at >= :'from'::date::timestamp AT TIME ZONE 'Asia/Shanghai'
            AND t.recorded_at < (:'to'::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
    ) AS o
    WHERE o.recorded_at <= o.counted_at - make_interval(hours => :'hours'::integer)
        AND (o.direction_after = 2 AND o.at_after <= o.counted_at) IS NOT TRUE
    GROUP BY o.service_date, o.station_id, o.disposal_facility_id
)
SELECT
    d.service_date,
    s.name AS street_name,
    coalesce(st.code, df.code) AS site_code,
    coalesce(st.name, df.name) AS site_name,
    d.weighings,
    (d.in_g / 1000.0)::numeric(14, 3) AS in_kg,
    (d.out_g / 1000.0)::numeric(14, 3) AS out_kg,
    ((d.in_g - d.out_g) / 1000.0)::numeric(14, 3) AS balance_kg,
    d.boxes_out,
    CASE WHEN d.station_id <> 0 THEN coalesce(a.boxes, 0) END AS boxes_outstanding,
    coalesce(o.tickets, 0) AS open_tickets,
    o.numbers AS open_ticket_numbers
FROM day AS d
LEFT JOIN registry.station AS st ON st.station_id = d.station_id
LEFT JOIN registry.disposal_facility AS df ON df.disposal_facility_id = d.disposal_facility_id
LEFT JOIN registry.street AS s ON s.street_id = st.street_id
LEFT JOIN outstanding AS a ON a.service_date = d.service_date AND a.station_id = d.station_id AND d.station_id <> 0
LEFT JOIN opened AS o
    ON o.service_date = d.service_date AND o.station_id = d.station_id AND o.disposal_facility_id = d.disposal_facility_id
WHERE :'street' = '' OR s.code = :'street'
ORDER BY d.service_date, site_code;
