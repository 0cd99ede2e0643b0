-- 第十三条 as set operations, for the default options: pay the part left, the budget year's cap, set aside.
-- Up to the claim that exhausts the budget, what an enterprise has taken of its cap is what its earlier claims
-- asked for, at most the cap; after it nobody takes anything. So two running sums give every award, and a third
-- gives the cap left.
CREATE OR REPLACE TEMP TABLE plan AS
WITH queued AS (
  SELECT id, enterprise, outstanding, ready,
         row_number() OVER (ORDER BY insured, received, insurer, policy) AS place
  FROM claim
),
asked AS (
  SELECT id, enterprise, place, outstanding, ready, coalesce(fen, 0) AS before,
         CAST(coalesce(sum(outstanding) OVER earlier, 0) AS BIGINT) AS asked_before
  FROM queued LEFT JOIN awarded USING (enterprise)
  WINDOW earlier AS (PARTITION BY enterprise ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
),
fundable AS (
  SELECT *, least(outstanding, greatest(0, $cap - before - asked_before)) AS fundable
  FROM asked
),
budgeted AS (
  SELECT *, greatest(0, $budget - CAST(coalesce(sum(fundable) OVER earlier, 0) AS BIGINT)) AS budget_left
  FROM fundable
  WINDOW earlier AS (ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
),
decided AS (
  SELECT *, least(fundable, budget_left) AS would
  FROM budgeted
),
capped AS (
  SELECT *, greatest(0, $cap - before - CAST(coalesce(sum(would) OVER earlier, 0) AS BIGINT)) AS cap_left,
         CASE WHEN ready THEN would ELSE 0 END AS award
  FROM decided
  WINDOW earlier AS (PARTITION BY enterprise ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
)
SELECT id, cap_left, budget_left, award,
       CASE WHEN NOT ready THEN 'SET_ASIDE'
            WHEN award = outstanding THEN 'FUNDED'
            WHEN cap_left = 0 THEN 'CAP_EXHAUSTED'
            WHEN award = 0 THEN 'WAITLISTED'
            WHEN award = cap_left THEN 'REDUCED_BY_CAP'
            ELSE 'REDUCED_BY_BUDGET' END AS outcome
FROM capped
ORDER BY place
