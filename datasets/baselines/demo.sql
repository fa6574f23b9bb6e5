/* What the demo's run comes to: a row a headline of a published table, so that a change of the code shows what it changed.
   Verdicts, counts and exact sums only: nothing that rounds otherwise on another machine. */
WITH last_closed AS (SELECT max(period_end) AS period_end FROM gold.sla_compliance WHERE is_closed)
SELECT 'gold.sla_compliance' AS dataset, concat_ws('/', agreement_id, objective_id, period_start, in_force_from) AS item,
  status || ', ' || excluded_seconds || ' s excluded' AS verdict
FROM gold.sla_compliance JOIN last_closed USING (period_end)
UNION ALL
SELECT 'gold.sla_compliance', 'closed periods ' || status, count(*) || ' rows'
FROM gold.sla_compliance WHERE is_closed GROUP BY status
UNION ALL
SELECT 'gold.sla_exception', coalesce(reason_not_excluded, 'excluded'), count(*) || ' rows'
FROM gold.sla_exception GROUP BY reason_not_excluded
UNION ALL
SELECT 'gold.breach_attribution', concat_ws('/', agreement_id, objective_id, period_start, in_force_from),
  array_join(array_sort(collect_list(party_kind || ' ' || party_id || ' ' || bad_seconds || ' s')), ', ')
FROM gold.breach_attribution JOIN last_closed USING (period_end)
WHERE bad_seconds > 0 GROUP BY agreement_id, objective_id, period_start, in_force_from
UNION ALL
SELECT 'gold.sla_credit', concat_ws('/', agreement_id, period_start), due || ' ' || currency
FROM gold.sla_credit WHERE due > 0
UNION ALL
SELECT 'gold.error_budget', objective_id, 'used up'
FROM gold.error_budget WHERE consumed_ratio >= 1 AND day = (SELECT max(day) FROM gold.error_budget)
UNION ALL
SELECT 'gold.uptime_reconciliation', service_id, count_if(agrees) || ' of ' || count(agrees) || ' months agree'
FROM gold.uptime_reconciliation GROUP BY service_id
UNION ALL
SELECT 'gold.escalation_outcome', outcome, count(*) || ' rows' FROM gold.escalation_outcome GROUP BY outcome
UNION ALL
SELECT 'gold.definition_conformance', concat_ws('/', objective_id, standard_id),
  concat_ws(', ', status, array_join(deviations.field, ' '))
FROM gold.definition_conformance WHERE status <> 'NO_STANDARD'
UNION ALL
SELECT 'gold.service_benchmark', subject_kind || ' ' || subject_id, verdict
FROM gold.service_benchmark
WHERE verdict <> 'NO_PEERS' AND as_of = (SELECT max(as_of) FROM gold.service_benchmark)
UNION ALL
SELECT 'gold.vendor_scorecard', concat_ws('/', vendor_id, quarter_start),
  'rank ' || rank || ', on record ' || array_join(dimensions_on_record, ' ')
FROM gold.vendor_scorecard WHERE as_of = (SELECT max(as_of) FROM gold.vendor_scorecard)
UNION ALL
SELECT 'gold.retirement_candidate', agreement_id,
  array_join(array_prepend(concat(hard_signals, corroborating_signals), action || ':'), ' ')
FROM gold.retirement_candidate
WHERE action <> 'leave' AND as_of = (SELECT max(as_of) FROM gold.retirement_candidate)
UNION ALL
SELECT 'gold.capacity_plan', status, count(*) || ' rows'
FROM gold.capacity_plan WHERE as_of = (SELECT max(as_of) FROM gold.capacity_plan) GROUP BY status
UNION ALL
SELECT 'gold.sla_risk', concat_ws('/', agreement_id, objective_id), status
FROM gold.sla_risk WHERE as_of = (SELECT max(as_of) FROM gold.sla_risk)
UNION ALL
SELECT 'gold.maturity_practice', practice_id, rating || ', ' || evidence_rows || ' rows'
FROM gold.maturity_practice
WHERE scope_kind = 'enterprise' AND as_of = (SELECT max(as_of) FROM gold.maturity_practice)
UNION ALL
SELECT 'gold.maturity_score', scope_kind || ' ' || scope_id,
  'level ' || staged_level || ', ' || evidenced_practices || ' of ' || practices || ' evidenced'
FROM gold.maturity_score
WHERE area = 'all' AND as_of = (SELECT max(as_of) FROM gold.maturity_score)
ORDER BY dataset, item, verdict
