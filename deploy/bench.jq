# Makes the one object of deploy/bench from its rounds. A ratio is made in each round and then summed up, so that both sides
# of it saw the same minute.

# Of numbers: their median, smallest and largest.
def summary:
    sort
    | { median: ((.[(length - 1) / 2 | floor] + .[length / 2 | floor]) / 2), min: .[0], max: .[-1] };

# Of two lists, round by round.
def ratio($ours; $ceiling): [$ours, $ceiling] | transpose | map(.[0] / .[1]) | summary;

def latencies: {
    p50: map(.latency_ms.p50) | summary,
    p90: map(.latency_ms.p90) | summary,
    p99: map(.latency_ms.p99) | summary,
    p999: map(.latency_ms.p999) | summary,
    max: map(.latency_ms.max) | summary
};

def generator: {
    cpu_share: map(.generator_cpu_share) | summary,
    lag_p99_ms: map(.generator_lag_ms.p99 // 0) | summary,
    fell_behind: any(.fell_behind)
};

def open_loop($rate): {
    what: ($rate + ", latency from the moment when a report was due"), $terminals, $in_flight,
    asked_per_second: map(.asked_per_second) | summary,
    latency_ms: latencies,
    generator: generator,
    ceiling: {
        what: "as for one in flight",
        p50_ms: $commit | map(.commit_p50_ms) | summary,
        p99_ms: $commit | map(.commit_p99_ms) | summary
    },
    times_ceiling_p50: ratio(map(.latency_ms.p50); $commit | map(.commit_p50_ms)),
    times_ceiling_p99: ratio(map(.latency_ms.p99); $commit | map(.commit_p99_ms))
};

($copy_one | map(.rows_per_second)) as $one_stream
| ($copy_two | map(.rows_per_second)) as $two_streams
| ($saturated | map(.acknowledged_per_second)) as $acknowledged
| ($commit | map(.commit_p50_ms)) as $commit_p50
| ($commit | map(.commit_p99_ms)) as $commit_p99
| {
    started: $started, commit: $commit_name, $quick, rounds: ($decode | length), $machine,
    decode: {
        what: "a 0x0200 with three additional items, from its bytes to its COPY row, on one core",
        nanoseconds: $decode | map(.row_ns.median) | summary,
        frames_per_second: $decode | map(.rows_per_second) | summary,
        allocations_a_frame: $decode | map(.allocations_per_frame) | max,
        stages_nanoseconds: {
            parse: $decode | map(.parse_ns.median) | summary,
            parse_and_decode: $decode | map(.parse_and_decode_ns.median) | summary
        },
        ceiling: {
            what: "copying the same frames in and the same rows out",
            nanoseconds: $decode | map(.floor_ns.median) | summary
        },
        times_ceiling: $decode | map(.ratio_to_floor) | summary
    },
    saturation: {
        what: "durable acknowledged frames, closed loop", $terminals, $in_flight,
        frames_per_second: $acknowledged | summary,
        latency_ms: $saturated | latencies,
        generator: $saturated | generator,
        ceiling: {
            what: "COPY of exactly these rows, in binary, into the same table while it is empty",
            rows: $copy_one | map(.rows) | summary,
            one_stream_rows_per_second: $one_stream | summary,
            two_streams_rows_per_second: $two_streams | summary
        },
        of_one_stream: ratio($acknowledged; $one_stream),
        of_two_streams: ratio($acknowledged; $two_streams)
    },
    marks: {
        what: "batches of the size that they had under saturation, with the mark that makes the day's statistics stale",
        batch_rows: $marks | map(.batch_rows) | summary,
        milliseconds: $marks | map(.with_marks_ms) | summary,
        ceiling: {
            what: "the same without marks, in turns over the same connection",
            milliseconds: $marks | map(.without_ms) | summary
        },
        loss_share: $marks | map(.loss_share) | summary,
        allowed_loss_share: 0.03
    },
    lifts: {
        what: "durable acknowledged lifts with tag and weights, one in a frame, closed loop", $terminals, $in_flight,
        lifts_per_second: $lifts | map(.acknowledged_per_second) | summary,
        latency_ms: $lifts | latencies,
        generator: $lifts | generator,
        ceiling: {
            what: "COPY of exactly these rows, in binary, one stream, into the same table while it is empty",
            rows_per_second: $copy_lifts | map(.rows_per_second) | summary
        },
        of_ceiling: ratio($lifts | map(.acknowledged_per_second); $copy_lifts | map(.rows_per_second))
    },
    one_in_flight: {
        what: "the same with one unacknowledged frame a terminal, closed loop", $terminals,
        frames_per_second: $one_in_flight | map(.acknowledged_per_second) | summary,
        latency_ms: $one_in_flight | latencies,
        generator: $one_in_flight | generator,
        ceiling: {
            what: "one row, one COPY, one commit, one connection, nothing else running",
            p50_ms: $commit_p50 | summary,
            p99_ms: $commit_p99 | summary
        },
        times_ceiling_p50: ratio($one_in_flight | map(.latency_ms.p50); $commit_p50),
        times_ceiling_p99: ratio($one_in_flight | map(.latency_ms.p99); $commit_p99)
    },
    open_loop_half: $open_half | open_loop("half of the saturated rate"),
    open_loop_tenth: $open_tenth | open_loop("a tenth of the saturated rate"),
    idle_memory: {
        what: "resident memory that a connected, authenticated, silent terminal adds", terminals: $idle_terminals,
        bytes_a_terminal: $idle | map(.bytes_a_terminal) | summary,
        resident_before_bytes: $idle | map(.resident_before_bytes) | summary,
        resident_after_bytes: $idle | map(.resident_after_bytes) | summary,
        ceiling: {
            what: "a bare SwiftNIO server with the same socket options",
            bytes_a_terminal: $idle_bare | map(.bytes_a_terminal) | summary
        },
        times_ceiling: ratio($idle | map(.bytes_a_terminal); $idle_bare | map(.bytes_a_terminal))
    },
    journal_drain: {
        what: "a journal filled while PostgreSQL was away, from its first drained batch on",
        rows: $journal_drain | map(.rows) | summary,
        rows_per_second: $journal_drain | map(.rows_per_second) | summary,
        seconds: $journal_drain | map(.seconds) | summary,
        seconds_until_first_batch: $journal_drain | map(.seconds_until_first_batch) | summary,
        filled: {
            frames_per_second: $journal_fill | map(.acknowledged_per_second) | summary,
            latency_ms: $journal_fill | latencies
        },
        ceiling: {
            what: "COPY of exactly these rows, in binary, one stream, into the same table while it is empty",
            rows_per_second: $journal_copy | map(.rows_per_second) | summary
        },
        of_ceiling: ratio($journal_drain | map(.rows_per_second); $journal_copy | map(.rows_per_second))
    },
    rollups: {
        what: "all statistics of a day of 1,000,200 fixes, 15,000 lifts and 4,000 due collections, from nothing: processor time of PostgreSQL",
        milliseconds: $rollups | map(.first_ms) | summary,
        without_a_change_milliseconds: $rollups | map(.again_ms) | summary,
        ceiling: {
            what: "the plain GROUP BYs over the same day: what needs no order, written nowhere",
            milliseconds: $rollups | map(.plain_ms) | summary
        },
        times_ceiling: ratio($rollups | map(.first_ms); $rollups | map(.plain_ms)),
        allowed_times_ceiling: 3
    }
}
