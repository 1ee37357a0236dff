-- What is expected of a terminal whose clock was wrong.

DO $$
DECLARE
    figure regclass;
BEGIN
    FOR figure IN
        SELECT a.attrelid FROM pg_attribute AS a
        JOIN pg_class AS c ON c.oid = a.attrelid
        WHERE c.relnamespace = 'stats'::regnamespace AND c.relkind IN ('r', 'v') AND a.attname = 'expected_records'
    LOOP
        EXECUTE format(
            'COMMENT ON COLUMN %s.expected_records IS %L', figure,
            'Records that there must be: for each start of the terminal, from its first number of the day to its last, of the records with '
            'a time of their own; and each without one whose number lies outside (应收记录数)');
    END LOOP;
END;
$$;
