-- What analysts and streets read: views with kilograms, kilometres and local times, names as the registry binds them on the day of
-- the record, and comments in Chinese for the tools that show them.
--
-- Two roles, of the whole cluster, without login: people's own roles are made members by ops.grant_analyst and ops.grant_street.
-- qingyun_analyst reads everything but credentials and raw bodies. qingyun_street reads views of schema report alone, and in each of
-- them the rows of its own streets alone. Such a view runs with its owner's rights, asks once who reads, and is a security barrier:
-- functions in a reader's condition are given no other rows, unless they are marked LEAKPROOF, which superusers alone can do. How long
-- a query takes still tells something of how many rows there are. There is no policy on the tables below: a lift belongs to a street by its tag
-- and the binding of that moment, which a policy could find out by a subquery alone.

-- Another database of the cluster may have made them, or is making them at this moment.
DO $$
DECLARE
    reader text;
BEGIN
    FOREACH reader IN ARRAY ARRAY['qingyun_analyst', 'qingyun_street'] LOOP
        CONTINUE WHEN EXISTS (SELECT FROM pg_roles WHERE rolname = reader);
        BEGIN
            EXECUTE format('CREATE ROLE %I NOLOGIN', reader);
            EXECUTE format('ALTER ROLE %I SET default_transaction_read_only = on', reader);
            EXECUTE format('ALTER ROLE %I SET statement_timeout = ''60s''', reader);
        EXCEPTION
            WHEN duplicate_object OR unique_violation THEN
                NULL;
            WHEN insufficient_privilege THEN
                RAISE EXCEPTION 'role % is missing and % may not make it: have a superuser say CREATE ROLE % first, or '
                    'ALTER ROLE % CREATEROLE', reader, current_user, reader, current_user;
        END;
    END LOOP;
END;
$$;

CREATE TABLE ops.street_access (
    role_name  name NOT NULL,
    street_id  bigint NOT NULL,
    granted_by name NOT NULL,
    granted_at timestamptz NOT NULL,
    CONSTRAINT street_access_pkey PRIMARY KEY (role_name, street_id),
    CONSTRAINT street_access_street_fkey FOREIGN KEY (street_id) REFERENCES registry.street (street_id)
);
COMMENT ON TABLE ops.street_access IS 'Which streets a role sees; written by ops.grant_street (街镇数据权限)';
COMMENT ON COLUMN ops.street_access.role_name IS 'Role that logs in, a member of qingyun_street (数据库角色)';
COMMENT ON COLUMN ops.street_access.street_id IS 'Street whose rows it sees (街镇)';
COMMENT ON COLUMN ops.street_access.granted_by IS 'Who gave it (授权人)';
COMMENT ON COLUMN ops.street_access.granted_at IS 'When (授权时间)';

CREATE SCHEMA report;
COMMENT ON SCHEMA report IS 'What people read: views with human units, local days and names (统计查询)';

CREATE FUNCTION report.sees_all(reader name) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT coalesce(bool_or(
        r.rolsuper OR pg_has_role(r.oid, 'qingyun_analyst', 'USAGE')
            OR pg_has_role(r.oid, (SELECT nspowner FROM pg_namespace WHERE nspname = 'report'), 'USAGE')), false)
    FROM pg_roles AS r
    WHERE r.rolname = $1
$$;
COMMENT ON FUNCTION report.sees_all(name) IS
    'Whether a role sees every street: superusers, the schema''s owner and analysts do (是否可见全部街镇)';

CREATE FUNCTION report.streets_of(reader name) RETURNS bigint[]
    LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT coalesce(array_agg(a.street_id), '{}')
    FROM ops.street_access AS a
    JOIN pg_roles AS r ON r.rolname = a.role_name
    WHERE r.rolname = $1 AND pg_has_role(r.oid, 'qingyun_street', 'USAGE')
        -- Who is no member of that role learns nothing of it.
        AND pg_has_role(session_user, r.oid, 'MEMBER')
$$;
COMMENT ON FUNCTION report.streets_of(name) IS
    'The streets that were given to a role; none when the session''s user is no member of it (可见街镇)';

CREATE FUNCTION report.day_start(day date) RETURNS timestamptz
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN day::timestamp AT TIME ZONE 'Asia/Shanghai';
COMMENT ON FUNCTION report.day_start(date) IS
    'When a local day begins; conditions on recorded_at made with it read the partitions of those days alone (自然日起点)';

CREATE FUNCTION report.weigh_mode_name(weigh_mode smallint) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE weigh_mode
        WHEN 1 THEN '挂桶静态' WHEN 2 THEN '挂桶动态' WHEN 3 THEN '车身差值' WHEN 4 THEN '平台秤' WHEN 5 THEN '地磅'
        WHEN 6 THEN '容积估算' ELSE '未知'
    END;
COMMENT ON FUNCTION report.weigh_mode_name(smallint) IS 'Words for telemetry.lift.weigh_mode (称重方式名称)';

CREATE FUNCTION report.weigh_flag_names(weigh_flags integer) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN concat_ws('、',
        CASE WHEN weigh_flags & 1 = 0 THEN '不稳定' END, CASE WHEN weigh_flags & 4 <> 0 THEN '超量程' END,
        CASE WHEN weigh_flags & 8 <> 0 THEN '负值' END, CASE WHEN weigh_flags & 16 <> 0 THEN '欠量程' END,
        CASE WHEN weigh_flags & 32 <> 0 THEN '未置零' END, CASE WHEN weigh_flags & 64 <> 0 THEN '十倍显示' END,
        CASE WHEN weigh_flags & 128 <> 0 THEN '手工录入' END, CASE WHEN weigh_flags & 256 <> 0 THEN '传感器故障' END,
        CASE WHEN weigh_flags & 65536 <> 0 THEN '可能重复称重' END, CASE WHEN weigh_flags & 131072 <> 0 THEN '稳定过晚' END,
        CASE WHEN weigh_flags & 262144 <> 0 THEN '曾超量程' END, CASE WHEN weigh_flags & 2097152 <> 0 THEN '空秤超零点范围' END,
        CASE WHEN weigh_flags & 4194304 <> 0 THEN '读数缺失' END);
COMMENT ON FUNCTION report.weigh_flag_names(integer) IS
    'Words for what makes a weight doubtful in weigh_flags; empty: nothing (称重标志名称)';

-- Lifts.

CREATE VIEW report.vehicle_weighing WITH (security_barrier) AS
SELECT
    telemetry.local_day(l.recorded_at)                      AS service_date,
    l.recorded_at AT TIME ZONE telemetry.site_time_zone()   AS lifted_at,
    v.plate_no,
    ca.code                                                 AS carrier_code,
    ca.name                                                 AS carrier_name,
    s.code                                                  AS street_code,
    s.name                                                  AS street_name,
    c.name                                                  AS community_name,
    u.code                                                  AS unit_code,
    u.name                                                  AS unit_name,
    p.code                                                  AS point_code,
    p.name                                                  AS point_name,
    b.code                                                  AS bin_code,
    upper(encode(l.tag_id, 'hex'))                          AS tag,
    w.code                                                  AS waste_code,
    w.name                                                  AS waste_name,
    (l.gross_g / 1000.0)::numeric(12, 3)                    AS gross_kg,
    (l.tare_g / 1000.0)::numeric(12, 3)                     AS tare_kg,
    (l.net_g / 1000.0)::numeric(12, 3)                      AS net_kg,
    report.weigh_mode_name(l.weigh_mode)                    AS weigh_mode,
    l.weigh_mode = 6                                        AS is_estimated,
    report.weigh_flag_names(l.weigh_flags)                  AS weigh_flags,
    CASE l.quality WHEN 1 THEN '合格' WHEN 2 THEN '不合格' ELSE '未判定' END AS quality,
    (l.lon_e6 / 1000000.0)::numeric(10, 6)                  AS lon,
    (l.lat_e6 / 1000000.0)::numeric(10, 6)                  AS lat,
    l.received_at AT TIME ZONE telemetry.site_time_zone()   AS received_at,
    l.time_quality = 0                                      AS is_time_sound,
    t.number                                                AS terminal_no,
    l.boot_no,
    l.seq,
    l.recorded_at,
    l.terminal_id,
    c.street_id,
    l.xmin                                                  AS stored_in
FROM telemetry.lift AS l
LEFT JOIN registry.terminal AS t ON t.terminal_id = l.terminal_id
LEFT JOIN registry.terminal_mount AS m ON m.terminal_id = l.terminal_id AND m.valid @> l.recorded_at
LEFT JOIN registry.vehicle AS v ON v.vehicle_id = m.vehicle_id
LEFT JOIN registry.vehicle_assignment AS va ON va.vehicle_id = m.vehicle_id AND va.valid @> l.recorded_at
LEFT JOIN registry.carrier AS ca ON ca.carrier_id = va.carrier_id
LEFT JOIN registry.tag_binding AS tb
    ON tb.tag_id = l.tag_id AND tb.tag_tech = l.tag_tech AND tb.valid @> l.recorded_at
LEFT JOIN registry.bin AS b ON b.bin_id = tb.bin_id
LEFT JOIN registry.bin_placement AS bp ON bp.bin_id = tb.bin_id AND bp.valid @> l.recorded_at
LEFT JOIN registry.collection_point AS p ON p.collection_point_id = bp.collection_point_id
LEFT JOIN registry.point_affiliation AS pa
    ON pa.collection_point_id = bp.collection_point_id AND pa.valid @> l.recorded_at
LEFT JOIN registry.responsible_unit AS u ON u.responsible_unit_id = coalesce(tb.responsible_unit_id, pa.responsible_unit_id)
LEFT JOIN registry.community AS c ON c.community_id = coalesce(pa.community_id, u.community_id)
LEFT JOIN registry.street AS s ON s.street_id = c.street_id
LEFT JOIN registry.waste_type AS w ON w.waste_type = coalesce(nullif(l.waste_type, 0), b.waste_type)
WHERE (SELECT report.sees_all(current_user)) OR c.street_id = ANY ((SELECT report.streets_of(current_user))::bigint[]);
COMMENT ON VIEW report.vehicle_weighing IS
    'Every lift, with its weights and what its tag stood for at that moment. Conditions on recorded_at (with report.day_start) read the '
    'days asked for alone (车辆称重明细)';
COMMENT ON COLUMN report.vehicle_weighing.service_date IS 'Local day of the lift (业务日期)';
COMMENT ON COLUMN report.vehicle_weighing.lifted_at IS 'Local time of the lift by the terminal''s clock (收运时间)';
COMMENT ON COLUMN report.vehicle_weighing.plate_no IS 'Vehicle that carried the terminal then (车牌号)';
COMMENT ON COLUMN report.vehicle_weighing.carrier_code IS 'Code of the carrier that ran the vehicle then (收运单位编码)';
COMMENT ON COLUMN report.vehicle_weighing.carrier_name IS 'Its name (收运单位)';
COMMENT ON COLUMN report.vehicle_weighing.street_code IS 'Code of the street to which the point belonged then (街镇编码)';
COMMENT ON COLUMN report.vehicle_weighing.street_name IS 'Its name (街镇)';
COMMENT ON COLUMN report.vehicle_weighing.community_name IS 'Community or village (社区)';
COMMENT ON COLUMN report.vehicle_weighing.unit_code IS 'Code of the unit that answered for the point (责任主体编码)';
COMMENT ON COLUMN report.vehicle_weighing.unit_name IS 'Its name (责任主体)';
COMMENT ON COLUMN report.vehicle_weighing.point_code IS 'Code of the collection point where the bin stood (收集点编码)';
COMMENT ON COLUMN report.vehicle_weighing.point_name IS 'Its name (收集点)';
COMMENT ON COLUMN report.vehicle_weighing.bin_code IS 'Bin that carried the tag then; null: the tag is bound to none (垃圾桶编码)';
COMMENT ON COLUMN report.vehicle_weighing.tag IS 'Tag as read, hexadecimal; null: none was read (标签号)';
COMMENT ON COLUMN report.vehicle_weighing.waste_code IS 'Type of waste as the terminal declared it, else that of the bin (垃圾类别编码)';
COMMENT ON COLUMN report.vehicle_weighing.waste_name IS 'Its name (垃圾类别)';
COMMENT ON COLUMN report.vehicle_weighing.gross_kg IS 'Gross weight as sent, kg (毛重(千克))';
COMMENT ON COLUMN report.vehicle_weighing.tare_kg IS 'Tare weight as sent, kg (皮重(千克))';
COMMENT ON COLUMN report.vehicle_weighing.net_kg IS 'Net weight as sent, kg (净重(千克))';
COMMENT ON COLUMN report.vehicle_weighing.weigh_mode IS 'How it was weighed (称重方式)';
COMMENT ON COLUMN report.vehicle_weighing.is_estimated IS 'Estimated by volume, not weighed (是否估算)';
COMMENT ON COLUMN report.vehicle_weighing.weigh_flags IS 'What makes the weight doubtful; empty: nothing (称重标志)';
COMMENT ON COLUMN report.vehicle_weighing.quality IS 'Verdict on the sorting (分类质量)';
COMMENT ON COLUMN report.vehicle_weighing.lon IS 'Longitude, WGS-84 degrees (经度)';
COMMENT ON COLUMN report.vehicle_weighing.lat IS 'Latitude, WGS-84 degrees (纬度)';
COMMENT ON COLUMN report.vehicle_weighing.received_at IS 'Local time when the gateway received it (接收时间)';
COMMENT ON COLUMN report.vehicle_weighing.is_time_sound IS 'False: the time of receipt stands in for a clock that was wrong (时间是否可信)';
COMMENT ON COLUMN report.vehicle_weighing.terminal_no IS 'Number of the terminal; with recorded_at, boot_no and seq the record''s key (终端号)';
COMMENT ON COLUMN report.vehicle_weighing.boot_no IS 'Starts of the terminal (启动次数)';
COMMENT ON COLUMN report.vehicle_weighing.seq IS 'Records since that start (记录序号)';
COMMENT ON COLUMN report.vehicle_weighing.recorded_at IS 'The instant of lifted_at; conditions on it leave out other days'' partitions (记录时刻)';
COMMENT ON COLUMN report.vehicle_weighing.terminal_id IS 'registry.terminal (终端标识)';
COMMENT ON COLUMN report.vehicle_weighing.street_id IS 'registry.street (街镇标识)';
COMMENT ON COLUMN report.vehicle_weighing.stored_in IS 'Transaction that stored the row, its last 32 bits; see ops.full_xid (入库事务)';

-- Fixes. A vehicle belongs to a carrier and drives through many streets, so streets do not read it.

CREATE VIEW report.vehicle_track AS
SELECT
    telemetry.local_day(f.recorded_at)                      AS service_date,
    f.recorded_at AT TIME ZONE telemetry.site_time_zone()   AS located_at,
    v.plate_no,
    ca.code                                                 AS carrier_code,
    ca.name                                                 AS carrier_name,
    (f.lon_e6 / 1000000.0)::numeric(10, 6)                  AS lon,
    (f.lat_e6 / 1000000.0)::numeric(10, 6)                  AS lat,
    (f.speed_dkmh / 10.0)::numeric(8, 1)                    AS speed_kmh,
    f.course_deg,
    f.altitude_m,
    (f.odometer_hm / 10.0)::numeric(12, 1)                  AS odometer_km,
    CASE WHEN f.fuel_dl < 32768 THEN (f.fuel_dl / 10.0)::numeric(8, 1) END AS fuel_l,
    f.status_bits & 1 = 1                                   AS is_ignition_on,
    f.status_bits & 2 = 2                                   AS is_positioned,
    f.alarm_bits,
    f.is_backfill,
    f.received_at AT TIME ZONE telemetry.site_time_zone()   AS received_at,
    f.time_quality = 0                                      AS is_time_sound,
    t.number                                                AS terminal_no,
    f.body_hash,
    f.recorded_at,
    f.terminal_id,
    f.xmin                                                  AS stored_in
FROM telemetry.fix AS f
LEFT JOIN registry.terminal AS t ON t.terminal_id = f.terminal_id
LEFT JOIN registry.terminal_mount AS m ON m.terminal_id = f.terminal_id AND m.valid @> f.recorded_at
LEFT JOIN registry.vehicle AS v ON v.vehicle_id = m.vehicle_id
LEFT JOIN registry.vehicle_assignment AS va ON va.vehicle_id = m.vehicle_id AND va.valid @> f.recorded_at
LEFT JOIN registry.carrier AS ca ON ca.carrier_id = va.carrier_id;
COMMENT ON VIEW report.vehicle_track IS
    'Every fix, with the vehicle that carried the terminal. Conditions on recorded_at (with report.day_start) read the days asked for '
    'alone; one on terminal_id besides uses the index (车辆轨迹)';
COMMENT ON COLUMN report.vehicle_track.service_date IS 'Local day of the fix (业务日期)';
COMMENT ON COLUMN report.vehicle_track.located_at IS 'Local time of the fix by the terminal''s clock (定位时间)';
COMMENT ON COLUMN report.vehicle_track.plate_no IS 'Vehicle that carried the terminal then (车牌号)';
COMMENT ON COLUMN report.vehicle_track.carrier_code IS 'Code of the carrier that ran the vehicle then (收运单位编码)';
COMMENT ON COLUMN report.vehicle_track.carrier_name IS 'Its name (收运单位)';
COMMENT ON COLUMN report.vehicle_track.lon IS 'Longitude, WGS-84 degrees (经度)';
COMMENT ON COLUMN report.vehicle_track.lat IS 'Latitude, WGS-84 degrees (纬度)';
COMMENT ON COLUMN report.vehicle_track.speed_kmh IS 'Ground speed, km/h (速度(千米/时))';
COMMENT ON COLUMN report.vehicle_track.course_deg IS 'Course, degrees clockwise from north (方向)';
COMMENT ON COLUMN report.vehicle_track.altitude_m IS 'Altitude, metres (高程(米))';
COMMENT ON COLUMN report.vehicle_track.odometer_km IS 'Odometer, km (里程(千米))';
COMMENT ON COLUMN report.vehicle_track.fuel_l IS 'Fuel, litres; null: not sent, or in a vendor''s own unit (油量(升))';
COMMENT ON COLUMN report.vehicle_track.is_ignition_on IS 'Ignition is on (ACC状态)';
COMMENT ON COLUMN report.vehicle_track.is_positioned IS 'The receiver had a fix; false: the place is an old one (是否定位)';
COMMENT ON COLUMN report.vehicle_track.alarm_bits IS 'Alarm word as sent (报警标志)';
COMMENT ON COLUMN report.vehicle_track.is_backfill IS 'Sent later, from the terminal''s store (是否补传)';
COMMENT ON COLUMN report.vehicle_track.received_at IS 'Local time when the gateway received it (接收时间)';
COMMENT ON COLUMN report.vehicle_track.is_time_sound IS 'False: the time of receipt stands in for a clock that was wrong (时间是否可信)';
COMMENT ON COLUMN report.vehicle_track.terminal_no IS 'Number of the terminal; with recorded_at and body_hash the record''s key (终端号)';
COMMENT ON COLUMN report.vehicle_track.body_hash IS 'Tells two fixes of one second apart (报文校验值)';
COMMENT ON COLUMN report.vehicle_track.recorded_at IS 'The instant of located_at; conditions on it leave out other days'' partitions (记录时刻)';
COMMENT ON COLUMN report.vehicle_track.terminal_id IS 'registry.terminal (终端标识)';
COMMENT ON COLUMN report.vehicle_track.stored_in IS 'Transaction that stored the row, its last 32 bits; see ops.full_xid (入库事务)';

-- Weighings at stations and plants.

CREATE VIEW report.station_weighing WITH (security_barrier) AS
SELECT
    telemetry.local_day(r.recorded_at)                      AS service_date,
    r.recorded_at AT TIME ZONE telemetry.site_time_zone()   AS weighed_at,
    coalesce(st.code, df.code)                              AS site_code,
    coalesce(st.name, df.name)                              AS site_name,
    CASE WHEN df.disposal_facility_id IS NOT NULL THEN '末端处理厂'
         WHEN st.kind = 'transfer_station' THEN '转运站'
         WHEN st.kind = 'cleaning_station' THEN '密闭式清洁站' END AS site_kind,
    s.code                                                  AS street_code,
    s.name                                                  AS street_name,
    sc.code                                                 AS scale_code,
    r.scale_no,
    CASE r.direction WHEN 1 THEN '进' WHEN 2 THEN '出' ELSE '未知' END AS direction,
    r.ticket,
    coalesce(r.plate_no, tv.plate_no)                       AS plate_no,
    u.code                                                  AS unit_code,
    u.name                                                  AS unit_name,
    CASE r.identified_by WHEN 1 THEN '标签' WHEN 2 THEN '车牌识别' WHEN 3 THEN '人工' ELSE '未识别' END AS identified_by,
    upper(encode(r.tag_id, 'hex'))                          AS tag,
    w.code                                                  AS waste_code,
    w.name                                                  AS waste_name,
    (r.gross_g / 1000.0)::numeric(12, 3)                    AS gross_kg,
    (r.tare_g / 1000.0)::numeric(12, 3)                     AS tare_kg,
    (r.net_g / 1000.0)::numeric(12, 3)                      AS net_kg,
    CASE r.tare_source WHEN 1 THEN '实测' WHEN 2 THEN '存储' WHEN 3 THEN '预置' ELSE '无' END AS tare_source,
    report.weigh_flag_names(r.weigh_flags)                  AS weigh_flags,
    r.supersedes,
    r.received_at AT TIME ZONE telemetry.site_time_zone()   AS received_at,
    t.number                                                AS terminal_no,
    r.boot_no,
    r.seq,
    r.recorded_at,
    r.terminal_id,
    st.street_id,
    r.xmin                                                  AS stored_in
FROM telemetry.station_weighing AS r
LEFT JOIN registry.terminal AS t ON t.terminal_id = r.terminal_id
LEFT JOIN registry.scale AS sc ON sc.terminal_id = r.terminal_id
LEFT JOIN registry.terminal_mount AS m ON m.terminal_id = r.terminal_id AND m.valid @> r.recorded_at
LEFT JOIN registry.station AS st ON st.station_id = m.station_id
LEFT JOIN registry.disposal_facility AS df ON df.disposal_facility_id = m.disposal_facility_id
LEFT JOIN registry.street AS s ON s.street_id = st.street_id
LEFT JOIN registry.tag_binding AS tb
    ON tb.tag_id = r.tag_id AND tb.tag_tech = r.tag_tech AND tb.valid @> r.recorded_at
LEFT JOIN registry.vehicle AS tv ON tv.vehicle_id = tb.vehicle_id
LEFT JOIN registry.responsible_unit AS u ON u.responsible_unit_id = tb.responsible_unit_id
LEFT JOIN registry.waste_type AS w ON w.waste_type = r.waste_type
WHERE (SELECT report.sees_all(current_user)) OR st.street_id = ANY ((SELECT report.streets_of(current_user))::bigint[]);
COMMENT ON VIEW report.station_weighing IS
    'Every weighing at a station or plant, corrections as rows of their own. Conditions on recorded_at (with report.day_start) read the '
    'days asked for alone (站点称重明细)';
COMMENT ON COLUMN report.station_weighing.service_date IS 'Local day of the weighing (业务日期)';
COMMENT ON COLUMN report.station_weighing.weighed_at IS 'Local time of the weighing (过磅时间)';
COMMENT ON COLUMN report.station_weighing.site_code IS 'Code of the station or plant where the terminal stood then (场站编码)';
COMMENT ON COLUMN report.station_weighing.site_name IS 'Its name (场站)';
COMMENT ON COLUMN report.station_weighing.site_kind IS 'Cleaning station, transfer station or plant (场站类型)';
COMMENT ON COLUMN report.station_weighing.street_code IS 'Code of the street in which the station lies; null: a plant (街镇编码)';
COMMENT ON COLUMN report.station_weighing.street_name IS 'Its name (街镇)';
COMMENT ON COLUMN report.station_weighing.scale_code IS 'Code of the scale, of one that delivers by itself (地磅编码)';
COMMENT ON COLUMN report.station_weighing.scale_no IS 'Number of the scale at that terminal (地磅编号)';
COMMENT ON COLUMN report.station_weighing.direction IS 'In or out (进出方向)';
COMMENT ON COLUMN report.station_weighing.ticket IS 'Number of the weighing ticket (磅单号)';
COMMENT ON COLUMN report.station_weighing.plate_no IS 'Plate as told by the station, else of the vehicle whose tag was read (车牌号)';
COMMENT ON COLUMN report.station_weighing.unit_code IS 'Code of the unit whose card was read (责任主体编码)';
COMMENT ON COLUMN report.station_weighing.unit_name IS 'Its name (责任主体)';
COMMENT ON COLUMN report.station_weighing.identified_by IS 'How it was identified (识别方式)';
COMMENT ON COLUMN report.station_weighing.tag IS 'Tag as read, hexadecimal (标签号)';
COMMENT ON COLUMN report.station_weighing.waste_code IS 'Type of waste as declared (垃圾类别编码)';
COMMENT ON COLUMN report.station_weighing.waste_name IS 'Its name (垃圾类别)';
COMMENT ON COLUMN report.station_weighing.gross_kg IS 'Gross weight as sent, kg (毛重(千克))';
COMMENT ON COLUMN report.station_weighing.tare_kg IS 'Tare weight as sent, kg (皮重(千克))';
COMMENT ON COLUMN report.station_weighing.net_kg IS 'Net weight as sent, kg (净重(千克))';
COMMENT ON COLUMN report.station_weighing.tare_source IS 'Where the tare came from (皮重来源)';
COMMENT ON COLUMN report.station_weighing.weigh_flags IS 'What makes the weight doubtful; empty: nothing (称重标志)';
COMMENT ON COLUMN report.station_weighing.supersedes IS 'seq of the weighing of the same terminal and start that this one corrects (更正的记录)';
COMMENT ON COLUMN report.station_weighing.received_at IS 'Local time when the gateway received it (接收时间)';
COMMENT ON COLUMN report.station_weighing.terminal_no IS 'Number of the terminal; with recorded_at, boot_no and seq the record''s key (终端号)';
COMMENT ON COLUMN report.station_weighing.boot_no IS 'Starts of the terminal (启动次数)';
COMMENT ON COLUMN report.station_weighing.seq IS 'Records since that start (记录序号)';
COMMENT ON COLUMN report.station_weighing.recorded_at IS 'The instant of weighed_at; conditions on it leave out other days'' partitions (记录时刻)';
COMMENT ON COLUMN report.station_weighing.terminal_id IS 'registry.terminal (终端标识)';
COMMENT ON COLUMN report.station_weighing.street_id IS 'registry.street (街镇标识)';
COMMENT ON COLUMN report.station_weighing.stored_in IS 'Transaction that stored the row, its last 32 bits; see ops.full_xid (入库事务)';

-- Places, due collections, warnings, and the daily figures with names.

CREATE VIEW report.point WITH (security_barrier) AS
SELECT
    p.code AS point_code,
    p.name AS point_name,
    CASE p.kind WHEN 'bin_station' THEN '桶站' WHEN 'central_point' THEN '集中收集点' WHEN 'docking_point' THEN '桶车对接点'
        ELSE '上门收集点' END AS point_kind,
    p.is_direct_haul,
    s.code AS street_code,
    s.name AS street_name,
    c.name AS community_name,
    u.code AS unit_code,
    u.name AS unit_name,
    ST_X(p.place)::numeric(10, 6) AS lon,
    ST_Y(p.place)::numeric(10, 6) AS lat,
    p.collection_point_id,
    c.street_id
FROM registry.collection_point AS p
LEFT JOIN registry.point_affiliation AS pa ON pa.collection_point_id = p.collection_point_id AND pa.valid @> now()
LEFT JOIN registry.community AS c ON c.community_id = pa.community_id
LEFT JOIN registry.responsible_unit AS u ON u.responsible_unit_id = pa.responsible_unit_id
LEFT JOIN registry.street AS s ON s.street_id = c.street_id
WHERE (SELECT report.sees_all(current_user)) OR c.street_id = ANY ((SELECT report.streets_of(current_user))::bigint[]);
COMMENT ON VIEW report.point IS
    'A collection point with what it belongs to today (收集点)';
COMMENT ON COLUMN report.point.point_code IS 'Code of the collection point (收集点编码)';
COMMENT ON COLUMN report.point.point_name IS 'Its name (收集点)';
COMMENT ON COLUMN report.point.point_kind IS 'What it is (类型)';
COMMENT ON COLUMN report.point.is_direct_haul IS 'Its waste goes straight to the plant (是否直收直运)';
COMMENT ON COLUMN report.point.street_code IS 'Code of the street; null: none is known (街镇编码)';
COMMENT ON COLUMN report.point.street_name IS 'Its name (街镇)';
COMMENT ON COLUMN report.point.community_name IS 'Community or village (社区)';
COMMENT ON COLUMN report.point.unit_code IS 'Code of the unit that answers for the point (责任主体编码)';
COMMENT ON COLUMN report.point.unit_name IS 'Name of the unit that answers for the point (责任主体)';
COMMENT ON COLUMN report.point.lon IS 'Longitude, WGS-84 degrees (经度)';
COMMENT ON COLUMN report.point.lat IS 'Latitude, WGS-84 degrees (纬度)';
COMMENT ON COLUMN report.point.collection_point_id IS 'registry.collection_point (收集点标识)';
COMMENT ON COLUMN report.point.street_id IS 'registry.street (街镇标识)';

CREATE VIEW report.collection WITH (security_barrier) AS
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
    d.street_id
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
COMMENT ON VIEW report.collection IS
    'What a vehicle lifted at a collection point in a day, of one type of waste (收运日统计)';
COMMENT ON COLUMN report.collection.service_date IS 'Local day (日期)';
COMMENT ON COLUMN report.collection.street_code IS 'Code of the street; null: none is known (街镇编码)';
COMMENT ON COLUMN report.collection.street_name IS 'Its name (街镇)';
COMMENT ON COLUMN report.collection.community_name IS 'Community or village (社区)';
COMMENT ON COLUMN report.collection.unit_code IS 'Code of the unit that answers for the point (责任主体编码)';
COMMENT ON COLUMN report.collection.unit_name IS 'Name of the unit that answers for the point (责任主体)';
COMMENT ON COLUMN report.collection.point_code IS 'Code of the collection point (收集点编码)';
COMMENT ON COLUMN report.collection.point_name IS 'Its name (收集点)';
COMMENT ON COLUMN report.collection.waste_code IS 'Code of the type of waste (垃圾类别编码)';
COMMENT ON COLUMN report.collection.waste_name IS 'Type of waste (垃圾类别)';
COMMENT ON COLUMN report.collection.plate_no IS 'Vehicle (车牌号)';
COMMENT ON COLUMN report.collection.carrier_code IS 'Code of the carrier (收运单位编码)';
COMMENT ON COLUMN report.collection.carrier_name IS 'Carrier (收运单位)';
COMMENT ON COLUMN report.collection.lifts IS 'Lifts of every sort (收运次数)';
COMMENT ON COLUMN report.collection.weighed_lifts IS 'Of these weighed (称重次数)';
COMMENT ON COLUMN report.collection.estimated_lifts IS 'Of these estimated by volume (估算次数)';
COMMENT ON COLUMN report.collection.doubtful_lifts IS 'Of these with a weight that does not count (存疑次数)';
COMMENT ON COLUMN report.collection.net_kg IS 'Net weight of the weighed lifts, kg (称重净重(千克))';
COMMENT ON COLUMN report.collection.estimated_kg IS 'Net weight of the estimated lifts, kg (估算净重(千克))';
COMMENT ON COLUMN report.collection.doubtful_kg IS 'Net weight as sent of the doubtful lifts, kg, in no other sum (存疑净重(千克))';
COMMENT ON COLUMN report.collection.contaminated_lifts IS 'Lifts judged as contaminated (混装次数)';
COMMENT ON COLUMN report.collection.late_lifts IS 'Lifts that arrived more than ten minutes late (迟到次数)';
COMMENT ON COLUMN report.collection.as_of IS 'Everything committed before is in the figures (数据截至)';
COMMENT ON COLUMN report.collection.street_id IS 'registry.street (街镇标识)';

CREATE VIEW report.clearance WITH (security_barrier) AS
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
    d.due,
    d.on_time,
    d.late,
    d.missed,
    d.unconfirmed,
    d.excused,
    d.pending,
    d.cleared = 1 AS is_cleared,
    r.refreshed_at AT TIME ZONE telemetry.site_time_zone() AS as_of,
    d.street_id
FROM stats.clearance_day AS d
LEFT JOIN registry.street AS s ON s.street_id = d.street_id
LEFT JOIN registry.community AS c ON c.community_id = d.community_id
LEFT JOIN registry.responsible_unit AS u ON u.responsible_unit_id = d.responsible_unit_id
LEFT JOIN registry.collection_point AS p ON p.collection_point_id = d.collection_point_id
LEFT JOIN registry.waste_type AS w ON w.waste_type = d.waste_type
LEFT JOIN stats.refreshed_day AS r ON r.kind = 'clearance' AND r.service_date = d.service_date
WHERE (SELECT report.sees_all(current_user)) OR d.street_id = ANY ((SELECT report.streets_of(current_user))::bigint[]);
COMMENT ON VIEW report.clearance IS
    'Collections due at a collection point in a day, and what became of them (日产日清)';
COMMENT ON COLUMN report.clearance.service_date IS 'Local day (日期)';
COMMENT ON COLUMN report.clearance.street_code IS 'Code of the street; null: none is known (街镇编码)';
COMMENT ON COLUMN report.clearance.street_name IS 'Its name (街镇)';
COMMENT ON COLUMN report.clearance.community_name IS 'Community or village (社区)';
COMMENT ON COLUMN report.clearance.unit_code IS 'Code of the unit that answers for the point (责任主体编码)';
COMMENT ON COLUMN report.clearance.unit_name IS 'Name of the unit that answers for the point (责任主体)';
COMMENT ON COLUMN report.clearance.point_code IS 'Code of the collection point (收集点编码)';
COMMENT ON COLUMN report.clearance.point_name IS 'Its name (收集点)';
COMMENT ON COLUMN report.clearance.waste_code IS 'Code of the type of waste (垃圾类别编码)';
COMMENT ON COLUMN report.clearance.waste_name IS 'Type of waste (垃圾类别)';
COMMENT ON COLUMN report.clearance.due IS 'Collections that were due (应收次数)';
COMMENT ON COLUMN report.clearance.on_time IS 'Of these in time (及时次数)';
COMMENT ON COLUMN report.clearance.late IS 'Of these late (迟收次数)';
COMMENT ON COLUMN report.clearance.missed IS 'Of these not collected (漏收次数)';
COMMENT ON COLUMN report.clearance.unconfirmed IS 'Of these not known, because a terminal was silent (待确认次数)';
COMMENT ON COLUMN report.clearance.excused IS 'Suspended, not among those due (免收次数)';
COMMENT ON COLUMN report.clearance.pending IS 'Of these not decided yet (未到期次数)';
COMMENT ON COLUMN report.clearance.is_cleared IS 'Something was due, and all of it was collected in the day (是否日产日清)';
COMMENT ON COLUMN report.clearance.as_of IS 'Everything committed before is in the figures (数据截至)';
COMMENT ON COLUMN report.clearance.street_id IS 'registry.street (街镇标识)';

CREATE VIEW report.task WITH (security_barrier) AS
SELECT
    t.service_date,
    s.code AS street_code,
    s.name AS street_name,
    c.name AS community_name,
    u.name AS unit_name,
    p.code AS point_code,
    p.name AS point_name,
    w.name AS waste_name,
    t.window_start AT TIME ZONE telemetry.site_time_zone() AS window_start,
    t.window_end AT TIME ZONE telemetry.site_time_zone() AS window_end,
    t.deadline AT TIME ZONE telemetry.site_time_zone() AS deadline,
    t.outcome,
    t.cause,
    t.collected_at AT TIME ZONE telemetry.site_time_zone() AS collected_at,
    t.known_at AT TIME ZONE telemetry.site_time_zone() AS known_at,
    v.plate_no,
    ca.name AS carrier_name,
    t.street_id
FROM ops.collection_task AS t
LEFT JOIN registry.street AS s ON s.street_id = t.street_id
LEFT JOIN registry.community AS c ON c.community_id = t.community_id
LEFT JOIN registry.responsible_unit AS u ON u.responsible_unit_id = t.responsible_unit_id
LEFT JOIN registry.collection_point AS p ON p.collection_point_id = t.collection_point_id
LEFT JOIN registry.waste_type AS w ON w.waste_type = t.waste_type
LEFT JOIN registry.vehicle AS v ON v.vehicle_id = coalesce(t.vehicle_id, t.usual_vehicle_id)
LEFT JOIN registry.carrier AS ca ON ca.carrier_id = coalesce(t.carrier_id, t.usual_carrier_id)
WHERE (SELECT report.sees_all(current_user)) OR t.street_id = ANY ((SELECT report.streets_of(current_user))::bigint[]);
COMMENT ON VIEW report.task IS
    'A due collection and what became of it, as it stands now (收运任务)';
COMMENT ON COLUMN report.task.service_date IS 'Local day on which the window begins (作业日)';
COMMENT ON COLUMN report.task.street_code IS 'Code of the street; null: none is known (街镇编码)';
COMMENT ON COLUMN report.task.street_name IS 'Its name (街镇)';
COMMENT ON COLUMN report.task.community_name IS 'Community or village (社区)';
COMMENT ON COLUMN report.task.unit_name IS 'Name of the unit that answers for the point (责任主体)';
COMMENT ON COLUMN report.task.point_code IS 'Code of the collection point (收集点编码)';
COMMENT ON COLUMN report.task.point_name IS 'Its name (收集点)';
COMMENT ON COLUMN report.task.waste_name IS 'Type of waste (垃圾类别)';
COMMENT ON COLUMN report.task.window_start IS 'Local beginning of the window (时段开始)';
COMMENT ON COLUMN report.task.window_end IS 'Its end (时段结束)';
COMMENT ON COLUMN report.task.deadline IS 'Its end and the grace (截止时间)';
COMMENT ON COLUMN report.task.outcome IS 'pending, on_time, late, missed, unconfirmed, excused (结果)';
COMMENT ON COLUMN report.task.cause IS 'no_visit, visit_no_read, terminal_offline (原因)';
COMMENT ON COLUMN report.task.collected_at IS 'Local time of the lift that completes it (收运时间)';
COMMENT ON COLUMN report.task.known_at IS 'Since when the outcome is known (判定时间)';
COMMENT ON COLUMN report.task.plate_no IS 'Vehicle that came, else the usual one (车牌号)';
COMMENT ON COLUMN report.task.carrier_name IS 'Carrier that ran it (收运单位)';
COMMENT ON COLUMN report.task.street_id IS 'registry.street (街镇标识)';

CREATE VIEW report.warning WITH (security_barrier) AS
SELECT
    e.warning_id,
    e.kind,
    e.service_date,
    e.raised_at AT TIME ZONE telemetry.site_time_zone() AS raised_at,
    s.code AS street_code,
    s.name AS street_name,
    c.name AS community_name,
    u.name AS unit_name,
    p.code AS point_code,
    p.name AS point_name,
    w.name AS waste_name,
    e.window_start AT TIME ZONE telemetry.site_time_zone() AS window_start,
    e.deadline AT TIME ZONE telemetry.site_time_zone() AS deadline,
    e.state,
    e.cause,
    e.is_open,
    e.at AT TIME ZONE telemetry.site_time_zone() AS changed_at,
    e.actor,
    e.reason,
    v.plate_no,
    ca.name AS carrier_name,
    e.street_id
FROM ops.warning_now AS e
LEFT JOIN registry.street AS s ON s.street_id = e.street_id
LEFT JOIN registry.community AS c ON c.community_id = e.community_id
LEFT JOIN registry.responsible_unit AS u ON u.responsible_unit_id = e.responsible_unit_id
LEFT JOIN registry.collection_point AS p ON p.collection_point_id = e.collection_point_id
LEFT JOIN registry.waste_type AS w ON w.waste_type = e.waste_type
LEFT JOIN registry.vehicle AS v ON v.vehicle_id = e.vehicle_id
LEFT JOIN registry.carrier AS ca ON ca.carrier_id = e.carrier_id
WHERE (SELECT report.sees_all(current_user)) OR e.street_id = ANY ((SELECT report.streets_of(current_user))::bigint[]);
COMMENT ON VIEW report.warning IS
    'Every warning as it stands (预警)';
COMMENT ON COLUMN report.warning.warning_id IS 'Number of the warning (预警编号)';
COMMENT ON COLUMN report.warning.kind IS 'What it is about (类型)';
COMMENT ON COLUMN report.warning.service_date IS 'Local day that it belongs to (作业日)';
COMMENT ON COLUMN report.warning.raised_at IS 'Local time that it is about (预警时间)';
COMMENT ON COLUMN report.warning.street_code IS 'Code of the street; null: none is known (街镇编码)';
COMMENT ON COLUMN report.warning.street_name IS 'Its name (街镇)';
COMMENT ON COLUMN report.warning.community_name IS 'Community or village (社区)';
COMMENT ON COLUMN report.warning.unit_name IS 'Name of the unit that answers for the point (责任主体)';
COMMENT ON COLUMN report.warning.point_code IS 'Code of the collection point (收集点编码)';
COMMENT ON COLUMN report.warning.point_name IS 'Its name (收集点)';
COMMENT ON COLUMN report.warning.waste_name IS 'Type of waste (垃圾类别)';
COMMENT ON COLUMN report.warning.window_start IS 'Local beginning of the window (时段开始)';
COMMENT ON COLUMN report.warning.deadline IS 'Its end and the grace (截止时间)';
COMMENT ON COLUMN report.warning.state IS 'raised, unconfirmed, acknowledged, handled, closed, dismissed, withdrawn, collected_late, resolved (状态)';
COMMENT ON COLUMN report.warning.cause IS 'Cause as known now (原因)';
COMMENT ON COLUMN report.warning.is_open IS 'Somebody still has something to do (是否未结)';
COMMENT ON COLUMN report.warning.changed_at IS 'Local time of the last event (变更时间)';
COMMENT ON COLUMN report.warning.actor IS 'Who acted last (操作人)';
COMMENT ON COLUMN report.warning.reason IS 'Why, or what was done (说明)';
COMMENT ON COLUMN report.warning.plate_no IS 'Vehicle concerned (车牌号)';
COMMENT ON COLUMN report.warning.carrier_name IS 'Carrier concerned (收运单位)';
COMMENT ON COLUMN report.warning.street_id IS 'registry.street (街镇标识)';

-- Changes of the registry, without what opens a door.

CREATE VIEW report.registry_change AS
SELECT
    a.at AT TIME ZONE telemetry.site_time_zone() AS changed_at,
    a.table_name || ' ' || CASE a.action WHEN 'insert' THEN '新增' WHEN 'update' THEN '修改' ELSE '删除' END AS what,
    a.actor,
    a.application,
    a.table_name,
    a.row_key,
    a.before - ARRAY['authentication', 'registration', 'heartbeat', 'source_network', 'imei', 'contact_phone', 'phone'] AS before,
    a.after - ARRAY['authentication', 'registration', 'heartbeat', 'source_network', 'imei', 'contact_phone', 'phone'] AS after,
    a.at
FROM registry.audit AS a
WHERE a.table_name <> 'authentication_key';
COMMENT ON VIEW report.registry_change IS
    'Every change to a row of the registry, credentials and telephone numbers left out (基础数据变更)';
COMMENT ON COLUMN report.registry_change.changed_at IS 'Local time of the change (变更时间)';
COMMENT ON COLUMN report.registry_change.what IS 'Table, and whether a row was added, changed or deleted (变更内容)';
COMMENT ON COLUMN report.registry_change.actor IS 'Who (操作人)';
COMMENT ON COLUMN report.registry_change.application IS 'With which program (程序)';
COMMENT ON COLUMN report.registry_change.table_name IS 'Table in schema registry (表)';
COMMENT ON COLUMN report.registry_change.row_key IS 'Primary key of the row (主键)';
COMMENT ON COLUMN report.registry_change.before IS 'The row before (变更前)';
COMMENT ON COLUMN report.registry_change.after IS 'The row after (变更后)';
COMMENT ON COLUMN report.registry_change.at IS 'The instant of changed_at (变更时刻)';

-- Who may read what. Of a partitioned table the right on the parent is enough.

GRANT USAGE ON SCHEMA report, registry, telemetry, ops, stats TO qingyun_analyst;
GRANT SELECT ON ALL TABLES IN SCHEMA report, stats TO qingyun_analyst;

-- Columns that an analyst must not see: what authenticates a device, what it is commanded, and raw bodies, in which both may stand.
DO $$
DECLARE
    hidden   jsonb := '{
        "registry.terminal": ["authentication", "imei"],
        "registry.scale": ["registration", "heartbeat", "source_network"],
        "telemetry.message": ["body"],
        "telemetry.quarantine": ["raw"],
        "telemetry.fix": ["extra", "raw_body"],
        "telemetry.tag_read": ["extra", "raw"],
        "telemetry.load_sample": ["extra", "raw"],
        "telemetry.lift": ["extra", "raw"],
        "telemetry.station_weighing": ["extra", "raw"],
        "ops.command": ["arguments", "answer", "answer_body"]
    }';
    closed   text[] := ARRAY['registry.authentication_key', 'registry.audit'];
    -- Named one by one: where messages are sent to is a secret too.
    open_ops text[] := ARRAY[
        'command', 'collection_rule', 'collection_suspension', 'collection_day', 'collection_task', 'warning', 'warning_event',
        'warning_now', 'timeliness_watermark', 'export_cursor', 'export_file', 'export_window'];
    readable record;
BEGIN
    FOR readable IN
        SELECT format('%I.%I', n.nspname, c.relname) AS name, (
            SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)
            FROM pg_attribute AS a
            WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                AND NOT coalesce(hidden -> format('%s.%s', n.nspname, c.relname) ? a.attname, false)
        ) AS columns
        FROM pg_class AS c
        JOIN pg_namespace AS n ON n.oid = c.relnamespace
        WHERE n.nspname IN ('registry', 'telemetry', 'ops') AND c.relkind IN ('r', 'p', 'v') AND NOT c.relispartition
            AND format('%s.%s', n.nspname, c.relname) <> ALL (closed)
            AND (n.nspname <> 'ops' OR c.relname = ANY (open_ops))
    LOOP
        IF hidden ? readable.name THEN
            EXECUTE format('GRANT SELECT (%s) ON %s TO qingyun_analyst', readable.columns, readable.name);
        ELSE
            EXECUTE format('GRANT SELECT ON %s TO qingyun_analyst', readable.name);
        END IF;
    END LOOP;
END;
$$;

GRANT USAGE ON SCHEMA report TO qingyun_street;
GRANT SELECT ON
    report.vehicle_weighing, report.station_weighing, report.point, report.collection, report.clearance, report.task, report.warning
TO qingyun_street;

-- People's roles. Settings do not come with a membership, so they are given to the role itself; for all databases, since it can read and
-- load whatever others of the cluster leave open to it as well.
CREATE FUNCTION ops.set_reader(reader name) RETURNS void
    LANGUAGE plpgsql
AS $$
DECLARE
    setting text;
BEGIN
    FOREACH setting IN ARRAY ARRAY[
        'default_transaction_read_only = on', 'statement_timeout = ''60s''', 'idle_in_transaction_session_timeout = ''10min''',
        'timezone = ''Asia/Shanghai''', 'jit = off', 'work_mem = ''64MB'''
    ] LOOP
        EXECUTE format('ALTER ROLE %I SET %s', reader, setting);
    END LOOP;
END;
$$;
COMMENT ON FUNCTION ops.set_reader(name) IS
    'Settings of a role that reads: read-only, statements end after 60 s, local times (查询账号设置)';

CREATE FUNCTION ops.grant_analyst(reader name) RETURNS void
    LANGUAGE plpgsql
AS $$
BEGIN
    EXECUTE format('GRANT qingyun_analyst TO %I', reader);
    PERFORM ops.set_reader(reader);
END;
$$;
COMMENT ON FUNCTION ops.grant_analyst(name) IS 'Lets a role that logs in read as an analyst does (授予分析权限)';

CREATE FUNCTION ops.grant_street(reader name, VARIADIC street_codes text[]) RETURNS void
    LANGUAGE plpgsql
AS $$
DECLARE
    missing text := (
        SELECT string_agg(c, ', ') FROM unnest(street_codes) AS c
        WHERE NOT EXISTS (SELECT FROM registry.street AS s WHERE s.code = c));
BEGIN
    IF missing IS NOT NULL THEN
        RAISE EXCEPTION 'no street has the code %', missing;
    END IF;
    IF pg_has_role(reader, 'qingyun_analyst', 'USAGE') THEN
        RAISE EXCEPTION '% sees every street: say ops.revoke_access(%) first', reader, quote_literal(reader);
    END IF;
    EXECUTE format('GRANT qingyun_street TO %I', reader);
    PERFORM ops.set_reader(reader);
    INSERT INTO ops.street_access (role_name, street_id, granted_by, granted_at)
    SELECT reader, s.street_id, session_user, now()
    FROM registry.street AS s
    WHERE s.code = ANY (street_codes)
    ON CONFLICT DO NOTHING;
END;
$$;
COMMENT ON FUNCTION ops.grant_street(name, text[]) IS
    'Lets a role that logs in read what belongs to streets, named by their codes, besides those that it has (授予街镇权限)';

CREATE FUNCTION ops.revoke_access(reader name) RETURNS void
    LANGUAGE plpgsql
AS $$
BEGIN
    EXECUTE format('REVOKE qingyun_analyst, qingyun_street FROM %I', reader);
    DELETE FROM ops.street_access WHERE role_name = reader;
END;
$$;
COMMENT ON FUNCTION ops.revoke_access(name) IS 'Takes from a role everything that the two functions gave (收回权限)';

REVOKE EXECUTE ON FUNCTION
    ops.set_reader(name), ops.grant_analyst(name), ops.grant_street(name, text[]), ops.revoke_access(name)
FROM PUBLIC;

-- What late data took back over night is asked every morning.
CREATE INDEX warning_event_written_idx ON ops.warning_event (written_at);
