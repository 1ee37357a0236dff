-- The whole of a report is signed: its points, its types of waste in the district, its terminals and every load too. A month says which
-- rows were kept of it, so that what nobody kept then is no change of today.

CREATE OR REPLACE VIEW stats.month_figure AS
SELECT m.month, 'street_month' AS subject, jsonb_build_object('street_id', m.street_id, 'waste_type', m.waste_type) AS key,
    to_jsonb(m) - ARRAY['month', 'street_id', 'waste_type'] AS figures
FROM stats.street_month AS m
UNION ALL
SELECT m.month, 'community_month', jsonb_build_object('community_id', m.community_id, 'street_id', m.street_id, 'waste_type', m.waste_type),
    to_jsonb(m) - ARRAY['month', 'community_id', 'street_id', 'waste_type']
FROM stats.community_month AS m
UNION ALL
SELECT m.month, 'unit_month', jsonb_build_object('responsible_unit_id', m.responsible_unit_id, 'waste_type', m.waste_type),
    to_jsonb(m) - ARRAY['month', 'responsible_unit_id', 'waste_type']
FROM stats.unit_month AS m
UNION ALL
SELECT m.month, 'carrier_month', jsonb_build_object('carrier_id', m.carrier_id, 'waste_type', m.waste_type),
    to_jsonb(m) - ARRAY['month', 'carrier_id', 'waste_type']
FROM stats.carrier_month AS m
UNION ALL
SELECT m.month, 'vehicle_month', jsonb_build_object('vehicle_id', m.vehicle_id, 'carrier_id', m.carrier_id),
    to_jsonb(m) - ARRAY['month', 'vehicle_id', 'carrier_id']
FROM stats.vehicle_month AS m
UNION ALL
SELECT m.month, 'site_month', jsonb_build_object(
        'station_id', m.station_id, 'disposal_facility_id', m.disposal_facility_id, 'waste_type', m.waste_type),
    to_jsonb(m) - ARRAY['month', 'station_id', 'disposal_facility_id', 'waste_type']
FROM stats.site_month AS m
UNION ALL
SELECT m.month, 'point_month', jsonb_build_object(
        'collection_point_id', m.collection_point_id, 'responsible_unit_id', m.responsible_unit_id, 'community_id', m.community_id,
        'street_id', m.street_id, 'waste_type', m.waste_type),
    to_jsonb(m) - ARRAY['month', 'collection_point_id', 'responsible_unit_id', 'community_id', 'street_id', 'waste_type']
FROM stats.point_month AS m
UNION ALL
SELECT m.month, 'waste_month', jsonb_build_object('waste_type', m.waste_type), to_jsonb(m) - ARRAY['month', 'waste_type']
FROM stats.waste_month AS m
UNION ALL
SELECT m.month, 'terminal_month', jsonb_build_object('terminal_id', m.terminal_id), to_jsonb(m) - ARRAY['month', 'terminal_id']
FROM stats.terminal_month AS m
UNION ALL
-- In local time, since whoever asks has a time zone, and a key must not.
SELECT date_trunc('month', t.service_date::timestamp)::date, 'trip', jsonb_build_object(
        'terminal_id', t.terminal_id, 'recorded_at', t.recorded_at AT TIME ZONE telemetry.site_time_zone(), 'boot_no', t.boot_no,
        'seq', t.seq),
    to_jsonb(t) - ARRAY['terminal_id', 'recorded_at', 'boot_no', 'seq']
FROM stats.trip AS t;

ALTER TABLE stats.frozen_month ADD COLUMN subjects text[] NOT NULL
    DEFAULT ARRAY['street_month', 'community_month', 'unit_month', 'carrier_month', 'vehicle_month', 'site_month'];
ALTER TABLE stats.frozen_month ALTER COLUMN subjects SET
    DEFAULT ARRAY[
        'street_month', 'community_month', 'unit_month', 'carrier_month', 'vehicle_month', 'site_month', 'point_month', 'waste_month',
        'terminal_month', 'trip'];
COMMENT ON COLUMN stats.frozen_month.subjects IS
    'Of which subjects rows were kept, as in stats.month_figure: all that there were then (定稿内容)';
COMMENT ON COLUMN stats.frozen_figure.subject IS 'The view whose row it is, such as street_month, or trip (统计对象)';
COMMENT ON COLUMN stats.month_figure.subject IS 'The view whose row it is, or trip (统计对象)';

CREATE OR REPLACE FUNCTION stats.frozen_difference(of_month date)
    RETURNS TABLE (subject text, key jsonb, figure text, frozen text, current text)
    LANGUAGE sql STABLE
    SET timezone = 'Asia/Shanghai'
AS $$
    SELECT coalesce(f.subject, n.subject), coalesce(f.key, n.key), d.figure, d.frozen, d.current
    FROM (SELECT * FROM stats.frozen_figure WHERE month = of_month) AS f
    FULL JOIN (
        SELECT r.*
        FROM stats.month_figure AS r
        JOIN stats.frozen_month AS m ON m.month = of_month AND r.subject = ANY (m.subjects)
        WHERE r.month = of_month
    ) AS n USING (subject, key)
    CROSS JOIN LATERAL (
        SELECT t.figure,
            CASE WHEN t.is_instant THEN to_jsonb(t.frozen::timestamptz) #>> '{}' ELSE t.frozen END   AS frozen,
            CASE WHEN t.is_instant THEN to_jsonb(t.current::timestamptz) #>> '{}' ELSE t.current END AS current
        FROM (
            SELECT key AS figure, a.value AS frozen, b.value AS current, key LIKE '%\_at' AS is_instant
            FROM jsonb_each_text(f.figures) AS a
            FULL JOIN jsonb_each_text(n.figures) AS b USING (key)
            -- One that there was not when the row was kept is no change of it.
            WHERE (f.figures ? key) IS NOT FALSE
        ) AS t
    ) AS d
    WHERE f.figures IS DISTINCT FROM n.figures AND d.frozen IS DISTINCT FROM d.current
    ORDER BY 1, 2, 3
$$;
COMMENT ON FUNCTION stats.frozen_difference(date) IS
    'What changed since a month was signed, of what was kept then: each figure then and now, instants in local time, null where there is '
    'none; no row: nothing changed, or the month was not signed (定稿差异)';
