-- Rights end with their role: one of the same name that is made later is another one, and has none of them.

ALTER TABLE ops.street_access ADD COLUMN role_oid oid;
UPDATE ops.street_access AS a SET role_oid = r.oid FROM pg_roles AS r WHERE r.rolname = a.role_name;
DELETE FROM ops.street_access WHERE role_oid IS NULL;
ALTER TABLE ops.street_access ALTER COLUMN role_oid SET NOT NULL;
COMMENT ON COLUMN ops.street_access.role_oid IS
    'Its oid in this cluster: the rights are those of that role alone, not of a later one with its name (角色标识)';

CREATE OR REPLACE FUNCTION report.streets_of(reader name) RETURNS bigint[]
    LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT coalesce(array_agg(a.street_id), '{}')
    FROM ops.street_access AS a
    JOIN pg_roles AS r ON r.rolname = a.role_name AND r.oid = a.role_oid
    WHERE r.rolname = $1 AND pg_has_role(r.oid, 'qingyun_street', 'USAGE')
        -- Who is no member of that role learns nothing of it.
        AND pg_has_role(session_user, r.oid, 'MEMBER')
$$;

CREATE OR REPLACE FUNCTION ops.grant_street(reader name, VARIADIC street_codes text[]) RETURNS void
    LANGUAGE plpgsql
AS $$
DECLARE
    missing text := (
        SELECT string_agg(c, ', ') FROM unnest(street_codes) AS c
        WHERE NOT EXISTS (SELECT FROM registry.street AS s WHERE s.code = c));
    own     oid := (SELECT r.oid FROM pg_roles AS r WHERE r.rolname = reader);
BEGIN
    IF missing IS NOT NULL THEN
        RAISE EXCEPTION 'no street has the code %', missing;
    END IF;
    IF pg_has_role(reader, 'qingyun_analyst', 'USAGE') THEN
        RAISE EXCEPTION '% sees every street: say ops.revoke_access(%) first', reader, quote_literal(reader);
    END IF;
    EXECUTE format('GRANT qingyun_street TO %I', reader);
    PERFORM ops.set_reader(reader);
    -- Of a role that is gone.
    DELETE FROM ops.street_access AS a WHERE a.role_name = reader AND a.role_oid <> own;
    INSERT INTO ops.street_access (role_name, street_id, granted_by, granted_at, role_oid)
    SELECT reader, s.street_id, session_user, now(), own
    FROM registry.street AS s
    WHERE s.code = ANY (street_codes)
    ON CONFLICT DO NOTHING;
END;
$$;
