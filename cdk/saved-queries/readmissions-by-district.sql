-- Andel utskrivna 65 år och äldre som skrevs in oplanerat igen inom 7 och 30 dagar, för varje stadsdel i Stockholm.
-- Bara månader vars uppföljning är klar och inte dold ingår; months säger hur många de är.
WITH newest AS (
  SELECT month, max(revision) AS revision
  FROM figures
  WHERE region = '01' AND audience = 'all' AND month BETWEEN '2025-01' AND '2025-12'
  GROUP BY month
)
SELECT
  district,
  district_name,
  count(*) AS months,
  sum(index_stays) AS index_stays,
  sum(readmitted_7) AS readmitted_7,
  round(100.0 * sum(readmitted_7) / nullif(sum(index_stays), 0), 1) AS percent_7,
  sum(readmitted_30) AS readmitted_30,
  round(100.0 * sum(readmitted_30) / nullif(sum(index_stays), 0), 1) AS percent_30,
  sum(unknown_7) AS unknown_7,
  sum(unknown_30) AS unknown_30
FROM figures
JOIN newest USING (month, revision)
WHERE region = '01' AND audience = 'all' AND month BETWEEN '2025-01' AND '2025-12'
  AND level = 'district' AND care_type = 'all'
  AND readmitted_7 IS NOT NULL AND readmitted_30 IS NOT NULL
GROUP BY district, district_name
ORDER BY district
