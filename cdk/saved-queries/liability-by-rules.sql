-- Dagar med betalningsansvar och belopp, månad för månad, efter de regler som gällde i månaden och efter en och samma version.
-- Serien ligger under sin sista månad och har tolv månader; det som inte kan avgöras eller är dolt räknas i rows_unknown.
WITH newest AS (
  SELECT max(revision) AS revision
  FROM series
  WHERE region = '01' AND audience = 'all' AND last_month = '2025-12'
)
SELECT
  month,
  municipality,
  municipality_name,
  sum(CASE WHEN basis = 'in-force' THEN liable_days END) AS liable_days_in_force,
  sum(CASE WHEN basis = 'fixed' THEN liable_days END) AS liable_days_fixed,
  sum(CASE WHEN basis = 'in-force' THEN amount END) AS amount_in_force,
  sum(CASE WHEN basis = 'fixed' THEN amount END) AS amount_fixed,
  count(*) - count(amount) AS rows_unknown
FROM series
JOIN newest USING (revision)
WHERE region = '01' AND audience = 'all' AND last_month = '2025-12'
  AND level = 'municipality' AND care_type = 'all'
GROUP BY month, municipality, municipality_name
ORDER BY month, municipality
