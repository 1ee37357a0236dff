-- A check with a null in it holds. So those that compare two settings of a scale's weighing cycle said nothing when only one of
-- them was entered, and the gateway refused the row afterwards. What is not entered is now what the kind of scale gives.
--
-- Rows that are there already are not looked at (NOT VALID): the gateway's log names those that it does not use.

CREATE FUNCTION registry.scale_grams(entered integer, kind text, platform integer, weighbridge integer) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN coalesce(entered, CASE kind WHEN 'weighbridge' THEN weighbridge ELSE platform END);
COMMENT ON FUNCTION registry.scale_grams(integer, text, integer, integer) IS
    'A setting of a weighing cycle, grams: as entered, or as the kind of scale gives it, which the gateway knows too (称重参数)';

ALTER TABLE registry.scale
    DROP CONSTRAINT scale_empty_band_g_check,
    DROP CONSTRAINT scale_tolerance_g_check,
    DROP CONSTRAINT scale_least_addition_g_check,
    DROP CONSTRAINT scale_zero_limit_g_check,
    ADD CONSTRAINT scale_empty_band_g_check CHECK (
        registry.scale_grams(empty_band_g, kind, 2000, 100000)
            BETWEEN 0 AND registry.scale_grams(minimum_g, kind, 5000, 500000) - 1
    ) NOT VALID,
    ADD CONSTRAINT scale_tolerance_g_check CHECK (
        registry.scale_grams(tolerance_g, kind, 1000, 40000)
            BETWEEN 0 AND registry.scale_grams(minimum_g, kind, 5000, 500000) - 1
    ) NOT VALID,
    ADD CONSTRAINT scale_least_addition_g_check CHECK (
        coalesce(least_addition_g, registry.scale_grams(minimum_g, kind, 5000, 500000))
            BETWEEN registry.scale_grams(tolerance_g, kind, 1000, 40000)::bigint + 1 AND 1000000000
    ) NOT VALID,
    ADD CONSTRAINT scale_zero_limit_g_check CHECK (
        registry.scale_grams(zero_limit_g, kind, 3000, 300000)
            BETWEEN 0 AND registry.scale_grams(minimum_g, kind, 5000, 500000) - 1
    ) NOT VALID;
