-- What was lifted of each bin in a day, and of tags that are bound to nothing: a month of lifts is half a million rows, too many to be gone
-- through for a question. Both are of the kind `collection`.

CREATE TABLE stats.bin_day (
    bin_id          bigint NOT NULL,
    last_lift_at    timestamptz NOT NULL,
    net_g           bigint NOT NULL,
    estimated_net_g bigint NOT NULL,
    service_date    date NOT NULL,
    lifts           integer NOT NULL,
    weighed_lifts   integer NOT NULL,
    estimated_lifts integer NOT NULL,
    doubtful_lifts  integer NOT NULL,
    zero_lifts      integer NOT NULL,
    rapid_lifts     integer NOT NULL,
    CONSTRAINT bin_day_pkey PRIMARY KEY (service_date, bin_id)
);
COMMENT ON TABLE stats.bin_day IS
    'Lifts of a bin in a day, by the tag that it carried then; lifts = weighed + estimated + doubtful (垃圾桶日统计)';
COMMENT ON COLUMN stats.bin_day.bin_id IS 'registry.bin (垃圾桶)';
COMMENT ON COLUMN stats.bin_day.last_lift_at IS 'Device time of the last lift (末次收运时间)';
COMMENT ON COLUMN stats.bin_day.net_g IS 'Net weight of the weighed lifts, grams (净重)';
COMMENT ON COLUMN stats.bin_day.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';
COMMENT ON COLUMN stats.bin_day.service_date IS 'Local day (日期)';
COMMENT ON COLUMN stats.bin_day.lifts IS 'Lifts of every sort (收运次数)';
COMMENT ON COLUMN stats.bin_day.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';
COMMENT ON COLUMN stats.bin_day.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';
COMMENT ON COLUMN stats.bin_day.doubtful_lifts IS
    'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';
COMMENT ON COLUMN stats.bin_day.zero_lifts IS 'Lifts of every sort with a net weight of 0 (零重次数)';
COMMENT ON COLUMN stats.bin_day.rapid_lifts IS
    'Lifts that were the fourth or a later one of the day within 10 minutes (十分钟内第四次及以后收运次数)';

CREATE TABLE stats.unbound_tag_day (
    terminal_id     bigint NOT NULL,
    first_lift_at   timestamptz NOT NULL,
    last_lift_at    timestamptz NOT NULL,
    net_g           bigint NOT NULL,
    estimated_net_g bigint NOT NULL,
    service_date    date NOT NULL,
    lifts           integer NOT NULL,
    doubtful_lifts  integer NOT NULL,
    last_lon_e6     integer,
    last_lat_e6     integer,
    tag_tech        smallint NOT NULL,
    tag_id          bytea NOT NULL,
    CONSTRAINT unbound_tag_day_pkey PRIMARY KEY (terminal_id, service_date, tag_tech, tag_id)
);
CREATE INDEX unbound_tag_day_service_date_idx ON stats.unbound_tag_day (service_date);
COMMENT ON TABLE stats.unbound_tag_day IS
    'Lifts of a terminal in a day with a tag that was bound to nothing then, or without a tag (未绑定标签日统计)';
COMMENT ON COLUMN stats.unbound_tag_day.terminal_id IS 'registry.terminal that sent the lifts (终端)';
COMMENT ON COLUMN stats.unbound_tag_day.first_lift_at IS 'Device time of the first lift (首次收运时间)';
COMMENT ON COLUMN stats.unbound_tag_day.last_lift_at IS 'Device time of the last lift (末次收运时间)';
COMMENT ON COLUMN stats.unbound_tag_day.net_g IS 'Net weight of the weighed lifts, grams (净重)';
COMMENT ON COLUMN stats.unbound_tag_day.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';
COMMENT ON COLUMN stats.unbound_tag_day.service_date IS 'Local day (日期)';
COMMENT ON COLUMN stats.unbound_tag_day.lifts IS 'Lifts of every sort (收运次数)';
COMMENT ON COLUMN stats.unbound_tag_day.doubtful_lifts IS
    'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';
COMMENT ON COLUMN stats.unbound_tag_day.last_lon_e6 IS 'Where the last lift was, 1e-6 degree, WGS-84; null: not known (经度)';
COMMENT ON COLUMN stats.unbound_tag_day.last_lat_e6 IS 'Where the last lift was, 1e-6 degree, WGS-84; null: not known (纬度)';
COMMENT ON COLUMN stats.unbound_tag_day.tag_tech IS 'As in telemetry.lift; 0 where there is no tag (标签类型)';
COMMENT ON COLUMN stats.unbound_tag_day.tag_id IS 'Bytes of the tag''s id; empty: none was read (标签号)';

UPDATE stats.kind SET note = 'stats.collection_day, stats.bin_day and stats.unbound_tag_day, of lifts' WHERE kind = 'collection';

GRANT SELECT ON stats.bin_day, stats.unbound_tag_day TO qingyun_analyst;
