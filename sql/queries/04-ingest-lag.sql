-- 04 接入时延与拒收
--
-- How far behind is ingest: of the fixes received in the last minutes, made with a sound clock and sent at once, the time from the device's
-- clock to receipt (half of them are faster than p50_s, 95 of 100 than p95_s); how many came as backfill, of those made within so many hours before; and what was refused, by reason and
-- device. What waits in gateways and journals is not in the database: qingyun_journal_bytes and qingyun_rows_in_flight of /metrics say that.
--
-- @param at moment now 时刻
-- @param minutes integer 60 分钟数
-- @param hours integer 2 补传回溯小时数
-- @column item 项目
-- @column terminal_no 终端号
-- @column plate_no 车牌号
-- @column reason 原因
-- @column row_count 条数
-- @column p50_s 时延中位数(秒)
-- @column p95_s 时延95分位(秒)
-- @column longest_s 最长时延(秒)
-- @column newest_at 最近接收时间
WITH recent AS (
    -- Seconds as a plain number, which sorts faster than an interval.
    SELECT f.is_backfill, f.received_at, tstzrange_subdiff(f.received_at, f.recorded_at) AS lag_s
    FROM telemetry.fix AS f
    WHERE f.received_at > (:'at'::timestamp - make_interval(mins => :'minutes'::integer)) AT TIME ZONE 'Asia/Shanghai'
        AND f.received_at <= :'at'::timestamp AT TIME ZONE 'Asia/Shanghai'
        AND f.recorded_at > (:'at'::timestamp - make_interval(hours => :'hours'::integer, mins => :'minutes'::integer))
            AT TIME ZONE 'Asia/Shanghai'
        -- A clock that is slightly fast makes fixes of the future.
        AND f.recorded_at <= (:'at'::timestamp + interval '10 minutes') AT TIME ZONE 'Asia/Shanghai'
        AND f.time_quality = 0
), lagging AS (
    SELECT
        CASE WHEN is_backfill THEN '补传' ELSE '实时' END AS item, count(*) AS row_count,
        percentile_disc(ARRAY[0.5, 0.95]) WITHIN GROUP (ORDER BY lag_s) AS quantiles, max(lag_s) AS longest, max(received_at) AS newest_at
    FROM recent
    GROUP BY 1
), refused AS (
    SELECT q.terminal_id, q.reason, count(*) AS row_count, max(q.received_at) AS newest_at
    FROM telemetry.quarantine AS q
    WHERE q.received_at > (:'at'::timestamp - make_interval(mins => :'minutes'::integer)) AT TIME ZONE 'Asia/Shanghai'
        AND q.received_at <= :'at'::timestamp AT TIME ZONE 'Asia/Shanghai'
    GROUP BY q.terminal_id, q.reason
)
SELECT
    item, NULL::text AS terminal_no, NULL::text AS plate_no, NULL::text AS reason, row_count,
    round(quantiles[1]::numeric, 1) AS p50_s, round(quantiles[2]::numeric, 1) AS p95_s, round(longest::numeric, 1) AS longest_s,
    newest_at AT TIME ZONE 'Asia/Shanghai' AS newest_at
FROM lagging
UNION ALL
SELECT '拒收', t.number, v.plate_no, r.reason, r.row_count, NULL, NULL, NULL, r.newest_at AT TIME ZONE 'Asia/Shanghai'
FROM refused AS r
LEFT JOIN registry.terminal AS t ON t.terminal_id = r.terminal_id
LEFT JOIN registry.terminal_mount AS m ON m.terminal_id = r.terminal_id AND m.valid @> r.newest_at
LEFT JOIN registry.vehicle AS v ON v.vehicle_id = m.vehicle_id
ORDER BY item, row_count DESC, terminal_no, reason;
