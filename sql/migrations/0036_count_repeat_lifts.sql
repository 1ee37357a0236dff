-- Bins that were shaken twice are two records of one bin: who is billed by bins is billed for one. Counted beside the lifts, so that bins
-- are the difference; of days whose telemetry was dropped before there is no count.

ALTER TABLE stats.collection_day
    ADD COLUMN repeat_lifts     integer NOT NULL DEFAULT 0,
    ADD COLUMN doubtful_repeats integer NOT NULL DEFAULT 0;
ALTER TABLE stats.collection_day ALTER COLUMN repeat_lifts DROP DEFAULT, ALTER COLUMN doubtful_repeats DROP DEFAULT;
ALTER TABLE stats.bin_day ADD COLUMN repeat_lifts integer NOT NULL DEFAULT 0;
ALTER TABLE stats.bin_day ALTER COLUMN repeat_lifts DROP DEFAULT;
COMMENT ON COLUMN stats.collection_day.repeat_lifts IS
    'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same '
    'terminal; bins are lifts - repeat_lifts (重复称重次数)';
COMMENT ON COLUMN stats.collection_day.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';
COMMENT ON COLUMN stats.bin_day.repeat_lifts IS
    'Lifts that are this bin shaken once more: below 2 kg, within 3 minutes after a heavier one by the same terminal (重复称重次数)';

-- The sums over the days once more, with these. A view takes no column in its middle, so all of them go, and come as 0022 made them.

CREATE TEMPORARY TABLE kept_definition AS
SELECT pg_get_viewdef('stats.month_figure'::regclass) AS month_figure;

DROP VIEW stats.month_figure;
DO $$
DECLARE
    period text;
    name   text;
BEGIN
    FOREACH period IN ARRAY ARRAY['year', 'quarter', 'month', 'week', 'day'] LOOP
        FOREACH name IN ARRAY ARRAY[
            'point', 'unit', 'community', 'street', 'waste', 'carrier', 'vehicle', 'terminal', 'site'
        ] LOOP
            EXECUTE format('DROP VIEW stats.%I', name || '_' || period);
        END LOOP;
    END LOOP;
END;
$$;

-- A column for each name in `measures` that one of the sources has, added up over rows with the same keys. Names say how: first_ and
-- least_ are minima, last_, longest_ and top_ maxima, all others sums.
CREATE FUNCTION pg_temp.add_up(
    name text, period text, about text, keys text[], sources text[], measures text[], extra text[] DEFAULT '{}'
) RETURNS void
    LANGUAGE plpgsql
AS $$
DECLARE
    parts   text;
    heads   text;
    columns text;
    added   record;
BEGIN
    SELECT string_agg(
        format('SELECT s.service_date, %s FROM stats.%I AS s', (
            SELECT string_agg(
                CASE
                    WHEN own.attname IS NOT NULL THEN format('s.%I', wanted.name)
                    WHEN wanted.name = ANY (keys) THEN format('0::%s AS %I', kept.type, wanted.name)
                    ELSE format('NULL::%s AS %I', kept.type, wanted.name)
                END, ', ' ORDER BY wanted.number)
            FROM unnest(keys || measures) WITH ORDINALITY AS wanted (name, number)
            LEFT JOIN pg_attribute AS own
                ON own.attrelid = format('stats.%I', source)::regclass AND own.attname = wanted.name AND own.attnum > 0
            CROSS JOIN LATERAL (
                SELECT format_type(a.atttypid, a.atttypmod) AS type
                FROM unnest(sources) WITH ORDINALITY AS o (relation, number)
                JOIN pg_attribute AS a ON a.attrelid = format('stats.%I', o.relation)::regclass AND a.attname = wanted.name
                ORDER BY o.number
                LIMIT 1
            ) AS kept
        ), source), ' UNION ALL ' ORDER BY place)
    INTO parts
    FROM unnest(sources) WITH ORDINALITY AS s (source, place);

    heads := CASE WHEN period IS NULL THEN 'u.service_date'
        ELSE format('date_trunc(%L, u.service_date::timestamp)::date', period) END;
    SELECT string_agg(
        CASE
            WHEN m ~ '^(first|least)_' THEN format('min(u.%1$I) AS %1$I', m)
            WHEN m ~ '^(last|longest|top)_' THEN format('max(u.%1$I) AS %1$I', m)
            -- Without a gauge nothing is known, which is not nothing.
            WHEN m = 'fuel_used_dl' THEN format('sum(u.%1$I)::bigint AS %1$I', m)
            ELSE format('coalesce(sum(u.%1$I), 0)::bigint AS %1$I', m)
        END, ', ' ORDER BY number)
    INTO columns
    FROM unnest(measures) WITH ORDINALITY AS t (m, number);
    SELECT columns || coalesce(string_agg(format(', %s AS %I', e[2], e[1]), '' ORDER BY number), '')
    INTO columns
    FROM (SELECT string_to_array(x, '|') AS e, number FROM unnest(extra) WITH ORDINALITY AS t (x, number)) AS extras;

    EXECUTE format(
        'CREATE VIEW stats.%I AS SELECT %s AS %I, %s, %s FROM (%s) AS u GROUP BY %s, %s',
        name, heads, coalesce(period, 'service_date'), (SELECT string_agg(format('u.%I', k), ', ') FROM unnest(keys) AS k), columns,
        parts, heads, (SELECT string_agg(format('u.%I', k), ', ') FROM unnest(keys) AS k));
    EXECUTE format('COMMENT ON VIEW stats.%I IS %L', name, about);
    FOR added IN
        SELECT a.attname, coalesce(
            (SELECT split_part(x, '|', 3) FROM unnest(extra) AS x WHERE split_part(x, '|', 1) = a.attname),
            (
                SELECT col_description(b.attrelid, b.attnum)
                FROM unnest(sources) WITH ORDINALITY AS o (relation, number)
                JOIN pg_attribute AS b ON b.attrelid = format('stats.%I', o.relation)::regclass AND b.attname = a.attname
                ORDER BY o.number
                LIMIT 1
            ),
            CASE a.attname
                WHEN 'week' THEN 'Its Monday (周)' WHEN 'month' THEN 'Its first day (月)'
                WHEN 'quarter' THEN 'Its first day (季度)' WHEN 'year' THEN 'Its first day (年)' ELSE 'Local day (日期)'
            END) AS about
        FROM pg_attribute AS a
        WHERE a.attrelid = format('stats.%I', name)::regclass AND a.attnum > 0
    LOOP
        EXECUTE format('COMMENT ON COLUMN stats.%I.%I IS %L', name, added.attname, added.about);
    END LOOP;
END;
$$;

-- The day view `name`_day, which alone has `day_only`, and its four periods.
CREATE FUNCTION pg_temp.add_up_all(
    name text, about text, keys text[], sources text[], measures text[], day_extra text[], extra text[],
    day_only text[] DEFAULT '{}'
) RETURNS void
    LANGUAGE plpgsql
AS $$
DECLARE
    period record;
BEGIN
    PERFORM pg_temp.add_up(name || '_day', NULL, about || ', by day', keys, sources, measures, day_extra || extra || day_only);
    FOR period IN SELECT * FROM unnest(ARRAY['week', 'month', 'quarter', 'year']) AS p (word)
    LOOP
        PERFORM pg_temp.add_up(
            name || '_' || period.word, period.word, about || ', by ' || period.word, keys, ARRAY[name || '_day'],
            measures || (SELECT coalesce(array_agg(split_part(x, '|', 1)), '{}') FROM unnest(day_extra) AS x), extra);
    END LOOP;
END;
$$;

DO $$
DECLARE
    collected text[] := ARRAY[
        'lifts', 'repeat_lifts', 'weighed_lifts', 'estimated_lifts', 'doubtful_lifts', 'doubtful_repeats', 'zero_lifts', 'accepted_lifts',
        'contaminated_lifts', 'untagged_lifts', 'unbound_lifts', 'late_lifts', 'gross_g', 'net_g', 'estimated_net_g', 'doubtful_net_g',
        'accepted_net_g', 'contaminated_net_g'];
    cleared   text[] := ARRAY['due', 'on_time', 'late', 'missed', 'unconfirmed', 'pending', 'excused', 'cleared'];
    clearable text[] := ARRAY[
        'clearable|count(*) FILTER (WHERE u.due > 0)|Points and types of waste for which something was due: what cleared is a part of '
        '(应日产日清数)'];
    trips     text[] := ARRAY['trips', 'plant_trips', 'open_trips', 'brought_net_g', 'plant_net_g', 'direct_net_g'];
    tracked   text[] := ARRAY[
        'first_fix_at', 'last_fix_at', 'fixes', 'late_fixes', 'backfill_fixes', 'bad_clock_fixes', 'unplaced_fixes', 'online_s',
        'odometer_m', 'track_m', 'jumps', 'stops', 'stop_s', 'gaps', 'gap_s', 'longest_gap_s', 'silent_hours', 'top_speed_dkmh',
        'fuel_used_dl', 'refuelled_dl'];
BEGIN
    PERFORM pg_temp.add_up_all(
        'point', 'A collection point and type of waste (收集点统计)',
        ARRAY['collection_point_id', 'responsible_unit_id', 'community_id', 'street_id', 'waste_type'],
        ARRAY['collection_day', 'clearance_day'], collected || cleared, clearable, '{}');
    PERFORM pg_temp.add_up_all(
        'unit', 'A responsible unit and type of waste (责任主体统计)', ARRAY['responsible_unit_id', 'waste_type'],
        ARRAY['collection_day', 'clearance_day'], collected || cleared, clearable, '{}');
    PERFORM pg_temp.add_up_all(
        'community', 'A community and type of waste (社区统计)', ARRAY['community_id', 'street_id', 'waste_type'],
        ARRAY['collection_day', 'clearance_day'], collected || cleared, clearable, '{}');
    PERFORM pg_temp.add_up_all(
        'street', 'A street and type of waste (街道统计)', ARRAY['street_id', 'waste_type'],
        ARRAY['collection_day', 'clearance_day'], collected || cleared, clearable, '{}');
    PERFORM pg_temp.add_up_all(
        'waste', 'A type of waste in the whole district (垃圾类别统计)', ARRAY['waste_type'],
        ARRAY['collection_day', 'clearance_day', 'trip_day'], collected || cleared || trips, clearable, '{}');
    PERFORM pg_temp.add_up_all(
        'carrier', 'A carrier and type of waste; 0 as type has its distances (收运单位统计)', ARRAY['carrier_id', 'waste_type'],
        ARRAY['collection_day', 'trip_day', 'track_day'],
        collected || trips || ARRAY['odometer_m', 'track_m', 'online_s', 'fuel_used_dl'], '{}', '{}');
    PERFORM pg_temp.add_up_all(
        'vehicle', 'A vehicle (车辆统计)', ARRAY['vehicle_id', 'carrier_id'],
        ARRAY['track_day', 'collection_day', 'trip_day'], tracked || collected || trips, '{}',
        ARRAY[
            'litres_per_100_km|round(sum(u.fuel_used_dl) * 10000.0 '
            '/ nullif(sum(u.odometer_m) FILTER (WHERE u.fuel_used_dl IS NOT NULL), 0), 1)|Fuel used for 100 km by the odometer, '
            'litres, of days with a gauge; null: none, or it did not move (百公里油耗)'],
        ARRAY[
            'plants|(SELECT count(DISTINCT t.disposal_facility_id) FROM stats.trip AS t WHERE t.service_date = u.service_date AND '
            't.vehicle_id = u.vehicle_id AND t.carrier_id = u.carrier_id AND t.disposal_facility_id <> 0)|Different plants that it '
            'came to (到达处理厂数)']);
    PERFORM pg_temp.add_up_all(
        'terminal', 'A terminal: what came of it, and what is missing (终端数据完整性)', ARRAY['terminal_id'],
        ARRAY['track_day', 'record_day'],
        ARRAY[
            'first_fix_at', 'last_fix_at', 'fixes', 'late_fixes', 'backfill_fixes', 'bad_clock_fixes', 'unplaced_fixes', 'online_s',
            'gaps', 'gap_s', 'longest_gap_s', 'silent_hours', 'least_lag_ms', 'records', 'expected_records', 'tag_reads',
            'load_samples', 'lifts', 'weighings', 'boots', 'sequence_gaps', 'late_records', 'bad_clock_records'], '{}', '{}');
    PERFORM pg_temp.add_up_all(
        'site', 'A station or plant and type of waste (站点统计)', ARRAY['station_id', 'disposal_facility_id', 'waste_type'],
        ARRAY['station_day'],
        ARRAY[
            'first_weighing_at', 'last_weighing_at', 'weighings', 'in_weighings', 'out_weighings', 'in_net_g', 'out_net_g',
            'received_net_g', 'dispatched_net_g', 'carts', 'deliveries', 'boxes_out', 'open_tickets', 'corrected', 'withdrawn',
            'doubtful', 'not_zeroed'], '{}', '{}');
END;
$$;

DROP FUNCTION pg_temp.add_up_all(text, text, text[], text[], text[], text[], text[], text[]);
DROP FUNCTION pg_temp.add_up(text, text, text, text[], text[], text[], text[]);

DO $$
BEGIN
    EXECUTE 'CREATE VIEW stats.month_figure AS ' || (SELECT k.month_figure FROM kept_definition AS k);
END;
$$;
DROP TABLE kept_definition;
COMMENT ON VIEW stats.month_figure IS 'The figures of each month''s report as they are now (当前月报数据)';
COMMENT ON COLUMN stats.month_figure.month IS 'First day of the month (月份)';
COMMENT ON COLUMN stats.month_figure.subject IS 'The view whose row it is (统计对象)';
COMMENT ON COLUMN stats.month_figure.key IS 'Its key columns (维度)';
COMMENT ON COLUMN stats.month_figure.figures IS 'Its other columns (指标)';

-- As 0029 says it.
DO $$
DECLARE
    figure regclass;
BEGIN
    FOR figure IN
        SELECT a.attrelid FROM pg_attribute AS a
        JOIN pg_class AS c ON c.oid = a.attrelid
        WHERE c.relnamespace = 'stats'::regnamespace AND c.relkind = 'v' AND a.attname = 'cleared'
    LOOP
        EXECUTE format(
            'COMMENT ON COLUMN %s.cleared IS %L', figure,
            'Points and types of waste whose last due collection of the day was made in the day (日产日清达标数)');
    END LOOP;
END;
$$;

GRANT SELECT ON ALL TABLES IN SCHEMA stats TO qingyun_analyst;

-- What a street and a settlement sheet ask for: bins, not records.
CREATE OR REPLACE VIEW report.collection WITH (security_barrier) AS
SELECT
    d.service_date,
    s.code AS street_code,
    s.name AS street_name,
    c.name AS community_name,
    u.code AS unit_code,
    u.name AS unit_name,
    p.code AS point_code,
    p.name AS point_name,
    w.code AS waste_code,
    w.name AS waste_name,
    v.plate_no,
    ca.code AS carrier_code,
    ca.name AS carrier_name,
    d.lifts,
    d.weighed_lifts,
    d.estimated_lifts,
    d.doubtful_lifts,
    (d.net_g / 1000.0)::numeric(14, 3) AS net_kg,
    (d.estimated_net_g / 1000.0)::numeric(14, 3) AS estimated_kg,
    (d.doubtful_net_g / 1000.0)::numeric(14, 3) AS doubtful_kg,
    d.contaminated_lifts,
    d.late_lifts,
    r.refreshed_at AT TIME ZONE telemetry.site_time_zone() AS as_of,
    d.street_id,
    d.lifts - d.repeat_lifts AS bins
FROM stats.collection_day AS d
LEFT JOIN registry.street AS s ON s.street_id = d.street_id
LEFT JOIN registry.community AS c ON c.community_id = d.community_id
LEFT JOIN registry.responsible_unit AS u ON u.responsible_unit_id = d.responsible_unit_id
LEFT JOIN registry.collection_point AS p ON p.collection_point_id = d.collection_point_id
LEFT JOIN registry.waste_type AS w ON w.waste_type = d.waste_type
LEFT JOIN registry.vehicle AS v ON v.vehicle_id = d.vehicle_id
LEFT JOIN registry.carrier AS ca ON ca.carrier_id = d.carrier_id
LEFT JOIN stats.refreshed_day AS r ON r.kind = 'collection' AND r.service_date = d.service_date
WHERE (SELECT report.sees_all(current_user)) OR d.street_id = ANY ((SELECT report.streets_of(current_user))::bigint[]);
COMMENT ON COLUMN report.collection.bins IS 'Bins that were emptied: a bin that was shaken twice counts once (桶数)';
