-- Lifts of the day, with what terminal and tag stood for at that moment.
SELECT
    l.terminal_id,
    coalesce(mount.vehicle_id, 0)                                                             AS vehicle_id,
    coalesce(assignment.carrier_id, 0)                                                        AS carrier_id,
    coalesce(placement.collection_point_id, 0)                                                AS collection_point_id,
    coalesce(tag.responsible_unit_id, affiliation.responsible_unit_id, 0)                     AS responsible_unit_id,
    coalesce(community.community_id, 0)                                                       AS community_id,
    coalesce(community.street_id, 0)                                                          AS street_id,
    min(l.recorded_at)                                                                        AS first_lift_at,
    max(l.recorded_at)                                                                        AS last_lift_at,
    coalesce(sum(l.gross_g) FILTER (WHERE l.sort = 'w'), 0)::bigint                           AS gross_g,
    coalesce(sum(l.net_g) FILTER (WHERE l.sort = 'w'), 0)::bigint                             AS net_g,
    coalesce(sum(l.net_g) FILTER (WHERE l.sort = 'e'), 0)::bigint                             AS estimated_net_g,
    coalesce(sum(l.net_g) FILTER (WHERE l.sort = 'd'), 0)::bigint                             AS doubtful_net_g,
    coalesce(sum(l.net_g) FILTER (WHERE l.sort = 'w' AND l.quality = 1), 0)::bigint           AS accepted_net_g,
    coalesce(sum(l.net_g) FILTER (WHERE l.sort = 'w' AND l.quality = 2), 0)::bigint           AS contaminated_net_g,
    {day}                                                                                     AS service_date,
    count(*)::integer                                                                         AS lifts,
    (count(*) FILTER (WHERE l.sort = 'w'))::integer                                           AS weighed_lifts,
    (count(*) FILTER (WHERE l.sort = 'e'))::integer                                           AS estimated_lifts,
    (count(*) FILTER (WHERE l.sort = 'd'))::integer                                           AS doubtful_lifts,
    (count(*) FILTER (WHERE l.sort = 'w' AND l.net_g = 0))::integer                           AS zero_lifts,
    (count(*) FILTER (WHERE l.quality = 1))::integer                                          AS accepted_lifts,
    (count(*) FILTER (WHERE l.quality = 2))::integer                                          AS contaminated_lifts,
    (count(*) FILTER (WHERE l.tag_id IS NULL))::integer                                       AS untagged_lifts,
    (count(*) FILTER (WHERE l.tag_id IS NOT NULL AND tag.tag_binding_id IS NULL))::integer    AS unbound_lifts,
    (count(*) FILTER (WHERE l.received_at > l.recorded_at + interval '10 minutes'))::integer  AS late_lifts,
    (count(*) FILTER (WHERE l.is_repeat))::integer                                            AS repeat_lifts,
    (count(*) FILTER (WHERE l.is_repeat AND l.sort = 'd'))::integer                           AS doubtful_repeats,
    coalesce(nullif(l.waste_type, 0), bin.waste_type, 0)::smallint                            AS waste_type
FROM (
    {lift}
) AS l
LEFT JOIN registry.terminal_mount AS mount ON mount.terminal_id = l.terminal_id AND mount.valid @> l.recorded_at
LEFT JOIN registry.vehicle_assignment AS assignment
    ON assignment.vehicle_id = mount.vehicle_id AND assignment.valid @> l.recorded_at
LEFT JOIN registry.tag_binding AS tag
    ON tag.tag_id = l.tag_id AND tag.tag_tech = l.tag_tech AND tag.valid @> l.recorded_at
LEFT JOIN registry.bin AS bin ON bin.bin_id = tag.bin_id
LEFT JOIN registry.bin_placement AS placement ON placement.bin_id = tag.bin_id AND placement.valid @> l.recorded_at
LEFT JOIN registry.point_affiliation AS affiliation
    ON affiliation.collection_point_id = placement.collection_point_id AND affiliation.valid @> l.recorded_at
LEFT JOIN registry.responsible_unit AS unit ON unit.responsible_unit_id = tag.responsible_unit_id
LEFT JOIN registry.community AS community
    ON community.community_id = coalesce(affiliation.community_id, unit.community_id)
GROUP BY
    l.terminal_id, coalesce(mount.vehicle_id, 0), coalesce(assignment.carrier_id, 0),
    coalesce(placement.collection_point_id, 0), coalesce(tag.responsible_unit_id, affiliation.responsible_unit_id, 0),
    coalesce(community.community_id, 0), coalesce(community.street_id, 0),
    coalesce(nullif(l.waste_type, 0), bin.waste_type, 0)
