-- Collection tasks of the day by what became of them. A window over midnight belongs to the day on which it begins, and what was
-- collected in it belongs to it too. What is cleared is said in one place, for the job's report too.
SELECT
    t.collection_point_id,
    coalesce(t.responsible_unit_id, 0)                                          AS responsible_unit_id,
    coalesce(t.community_id, 0)                                                 AS community_id,
    coalesce(t.street_id, 0)                                                    AS street_id,
    t.service_date,
    (count(*) FILTER (WHERE t.outcome <> 'excused'))::integer                   AS due,
    (count(*) FILTER (WHERE t.outcome = 'on_time'))::integer                    AS on_time,
    (count(*) FILTER (WHERE t.outcome = 'late'))::integer                       AS late,
    (count(*) FILTER (WHERE t.outcome = 'missed'))::integer                     AS missed,
    (count(*) FILTER (WHERE t.outcome = 'unconfirmed'))::integer                AS unconfirmed,
    (count(*) FILTER (WHERE t.outcome = 'excused'))::integer                    AS excused,
    (count(*) FILTER (WHERE t.outcome = 'pending'))::integer                    AS pending,
    (count(*) FILTER (WHERE t.is_cleared))::integer                             AS cleared,
    t.waste_type
FROM ops.collection_clearance AS t
WHERE t.service_date = {day}
GROUP BY
    t.service_date, t.collection_point_id, t.waste_type, coalesce(t.responsible_unit_id, 0), coalesce(t.community_id, 0),
    coalesce(t.street_id, 0)
