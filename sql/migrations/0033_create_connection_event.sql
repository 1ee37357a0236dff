-- When terminals came and went, and from where: two devices under one number, and those that connect again and again, show in nothing else.

CREATE TABLE telemetry.connection_event (
    terminal_id bigint NOT NULL,
    happened_at timestamptz NOT NULL,
    event       smallint NOT NULL,
    peer        text NOT NULL,
    reason      text,
    CONSTRAINT connection_event_pkey PRIMARY KEY (terminal_id, happened_at, event, peer),
    CONSTRAINT connection_event_event_check CHECK (event IN (1, 2)),
    CONSTRAINT connection_event_reason_check CHECK ((event = 2) = (reason IS NOT NULL))
) PARTITION BY RANGE (happened_at);
COMMENT ON TABLE telemetry.connection_event IS
    'A terminal came or went on a connection of its own, by the gateway; not kept: terminals of a forwarding platform that need not '
    'authenticate, and what was under way when a gateway died (终端上下线记录)';
COMMENT ON COLUMN telemetry.connection_event.terminal_id IS 'registry.terminal';
COMMENT ON COLUMN telemetry.connection_event.happened_at IS 'By the gateway''s clock (发生时间)';
COMMENT ON COLUMN telemetry.connection_event.event IS '1 came: the first data that were taken, 2 went (上线/下线)';
COMMENT ON COLUMN telemetry.connection_event.peer IS 'Address and port of the other end (来源地址)';
COMMENT ON COLUMN telemetry.connection_event.reason IS
    'Why it went: peer, the other end closed or the network broke; superseded, the terminal came on another connection meanwhile; stopped, the '
    'gateway was; or why the gateway closed it, as in its metric qingyun_connections_closed_total (下线原因)';

GRANT SELECT ON telemetry.connection_event TO qingyun_analyst;

-- Days that have partitions get those of the new table too.
SELECT telemetry.ensure_day(day) FROM (SELECT DISTINCT day FROM telemetry.day_partition) AS existing;
