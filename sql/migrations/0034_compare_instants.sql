-- A signed report is compared by what its figures say: an instant is the same one in whatever time zone it was written down. Months that
-- were frozen before hold instants in the zone of whoever froze them.

CREATE OR REPLACE FUNCTION stats.frozen_difference(of_month date)
    RETURNS TABLE (subject text, key jsonb, figure text, frozen text, current text)
    LANGUAGE sql STABLE
    SET timezone = 'Asia/Shanghai'
AS $$
    SELECT coalesce(f.subject, n.subject), coalesce(f.key, n.key), d.figure, d.frozen, d.current
    FROM (SELECT * FROM stats.frozen_figure WHERE month = of_month) AS f
    FULL JOIN (SELECT * FROM stats.month_figure WHERE month = of_month) AS n USING (subject, key)
    CROSS JOIN LATERAL (
        SELECT t.figure,
            CASE WHEN t.is_instant THEN to_jsonb(t.frozen::timestamptz) #>> '{}' ELSE t.frozen END   AS frozen,
            CASE WHEN t.is_instant THEN to_jsonb(t.current::timestamptz) #>> '{}' ELSE t.current END AS current
        FROM (
            SELECT key AS figure, a.value AS frozen, b.value AS current, key LIKE '%\_at' AS is_instant
            FROM jsonb_each_text(f.figures) AS a
            FULL JOIN jsonb_each_text(n.figures) AS b USING (key)
        ) AS t
    ) AS d
    WHERE f.figures IS DISTINCT FROM n.figures AND d.frozen IS DISTINCT FROM d.current
    ORDER BY 1, 2, 3
$$;
COMMENT ON FUNCTION stats.frozen_difference(date) IS
    'What changed since a month was signed: each figure then and now, instants in local time, null where there is none; no row: nothing '
    'changed (定稿差异)';
