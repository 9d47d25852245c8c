-- Utskrivningsklara dagar och medelvärden för varje kommun under ett år, ur den senaste revisionen av varje månad.
-- En månad som är dold för en kommun räknas i months_hidden och ingår inte i summorna.
WITH newest AS (
  SELECT month, max(revision) AS revision
  FROM figures
  WHERE region = '01' AND audience = 'all' AND month BETWEEN '2025-01' AND '2025-12'
  GROUP BY month
)
SELECT
  municipality,
  municipality_name,
  sum(discharged) AS discharged,
  sum(ready_days) AS ready_days,
  round(CAST(sum(ready_days) AS double) / nullif(sum(n_with_day_zero), 0), 2) AS mean_with_day_zero,
  round(CAST(sum(ready_days) AS double) / nullif(sum(n_without_day_zero), 0), 2) AS mean_without_day_zero,
  count(*) - count(ready_days) AS months_hidden
FROM figures
JOIN newest USING (month, revision)
WHERE region = '01' AND audience = 'all' AND month BETWEEN '2025-01' AND '2025-12'
  AND level = 'municipality' AND care_type = 'all'
GROUP BY municipality, municipality_name
ORDER BY ready_days DESC
