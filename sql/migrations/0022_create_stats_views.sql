-- Sums over the daily figures: by area, company, vehicle, terminal and station, for days, weeks, months, quarters and years.
--
-- Each view is a sum of daily rows, made when it is asked for: it is as fresh as its days, and a day that is made again is in all of
-- them. A period is named by its first day; a week begins on Monday. The views are alike, so they are written by a function that is gone
-- when this migration is done, and their columns are explained by the comments of the columns that they sum.

CREATE VIEW stats.trip_day AS
SELECT
    t.service_date, t.vehicle_id, t.carrier_id, t.waste_type,
    count(*)::bigint                                                          AS trips,
    count(*) FILTER (WHERE t.disposal_facility_id <> 0)::bigint               AS plant_trips,
    count(DISTINCT nullif(t.disposal_facility_id, 0))::bigint                 AS plants,
    count(*) FILTER (WHERE t.site_net_g IS NULL)::bigint                      AS open_trips,
    coalesce(sum(t.site_net_g), 0)::bigint                                    AS brought_net_g,
    coalesce(sum(t.site_net_g) FILTER (WHERE t.disposal_facility_id <> 0), 0)::bigint AS plant_net_g,
    coalesce(sum(t.site_net_g) FILTER (WHERE t.disposal_facility_id <> 0 AND t.from_station_id = 0), 0)::bigint
                                                                              AS direct_net_g,
    coalesce(sum(t.gap_g), 0)::bigint                                         AS gap_g
FROM stats.trip AS t
GROUP BY t.service_date, t.vehicle_id, t.carrier_id, t.waste_type;
COMMENT ON VIEW stats.trip_day IS 'The trips of a vehicle in a day (趟次日统计)';
COMMENT ON COLUMN stats.trip_day.service_date IS 'Local day (日期)';
COMMENT ON COLUMN stats.trip_day.vehicle_id IS 'registry.vehicle (车辆)';
COMMENT ON COLUMN stats.trip_day.carrier_id IS 'registry.carrier; 0: none (收运单位)';
COMMENT ON COLUMN stats.trip_day.waste_type IS 'As weighed; 0: not said (垃圾类别)';
COMMENT ON COLUMN stats.trip_day.trips IS 'Loads that were brought to stations and plants (趟次)';
COMMENT ON COLUMN stats.trip_day.plant_trips IS 'Of these to plants (到处理厂趟次)';
COMMENT ON COLUMN stats.trip_day.plants IS 'Different plants that it came to, for this type of waste (到达处理厂数)';
COMMENT ON COLUMN stats.trip_day.open_trips IS 'Loads that were not weighed on leaving (未完成趟次)';
COMMENT ON COLUMN stats.trip_day.brought_net_g IS 'Net weight as weighed where they arrived, grams (到场净重)';
COMMENT ON COLUMN stats.trip_day.plant_net_g IS 'Of this at plants, grams (进厂净重)';
COMMENT ON COLUMN stats.trip_day.direct_net_g IS 'Of this past the stations, grams (直收直运净重)';
COMMENT ON COLUMN stats.trip_day.gap_g IS 'Sum of the reconciliation gaps, grams (核对差值)';

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
        'lifts', 'weighed_lifts', 'estimated_lifts', 'doubtful_lifts', 'zero_lifts', 'accepted_lifts', 'contaminated_lifts',
        'untagged_lifts', 'unbound_lifts', 'late_lifts', 'gross_g', 'net_g', 'estimated_net_g', 'doubtful_net_g',
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

-- The signed figures against today's.

CREATE VIEW stats.month_figure AS
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
FROM stats.site_month AS m;
COMMENT ON VIEW stats.month_figure IS 'The figures of each month''s report as they are now (当前月报数据)';
COMMENT ON COLUMN stats.month_figure.month IS 'First day of the month (月份)';
COMMENT ON COLUMN stats.month_figure.subject IS 'The view whose row it is (统计对象)';
COMMENT ON COLUMN stats.month_figure.key IS 'Its key columns (维度)';
COMMENT ON COLUMN stats.month_figure.figures IS 'Its other columns (指标)';

CREATE FUNCTION stats.frozen_difference(of_month date)
    RETURNS TABLE (subject text, key jsonb, figure text, frozen text, current text)
    LANGUAGE sql STABLE
AS $$
    SELECT coalesce(f.subject, n.subject), coalesce(f.key, n.key), d.figure, d.frozen, d.current
    FROM (SELECT * FROM stats.frozen_figure WHERE month = of_month) AS f
    FULL JOIN (SELECT * FROM stats.month_figure WHERE month = of_month) AS n USING (subject, key)
    CROSS JOIN LATERAL (
        SELECT coalesce(a.key, b.key) AS figure, a.value AS frozen, b.value AS current
        FROM jsonb_each_text(f.figures) AS a
        FULL JOIN jsonb_each_text(n.figures) AS b USING (key)
        WHERE a.value IS DISTINCT FROM b.value
    ) AS d
    WHERE f.figures IS DISTINCT FROM n.figures
    ORDER BY 1, 2, 3
$$;
COMMENT ON FUNCTION stats.frozen_difference(date) IS
    'What changed since a month was signed: each figure then and now, null where there is none; no row: nothing changed (定稿差异)';
