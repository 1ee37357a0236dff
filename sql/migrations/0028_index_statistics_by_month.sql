-- A month of the views over days (`stats.street_month WHERE month = …`, a signed report and its differences) reads the days of that month
-- instead of all history: the condition is passed down to the days, where it is this expression.

CREATE INDEX collection_day_month_idx ON stats.collection_day ((date_trunc('month', service_date::timestamp)::date));
CREATE INDEX clearance_day_month_idx ON stats.clearance_day ((date_trunc('month', service_date::timestamp)::date));
CREATE INDEX track_day_month_idx ON stats.track_day ((date_trunc('month', service_date::timestamp)::date));
CREATE INDEX record_day_month_idx ON stats.record_day ((date_trunc('month', service_date::timestamp)::date));
CREATE INDEX station_day_month_idx ON stats.station_day ((date_trunc('month', service_date::timestamp)::date));
CREATE INDEX trip_month_idx ON stats.trip ((date_trunc('month', service_date::timestamp)::date));
