-- The stakes that surely hold on a day, of an exported, perhaps partitioned, folder of Parquet (assay export parquet --out lake/).
--   ${lake}  where it lies
--   ${day}   the day, as 2024-06-30
-- DuckDB reads folders with read_parquet; Trino and Spark have the folder as a table 'stakes' of their catalog: there, put that in its place.

-- One row for each pair of owner and asset, as parts of one: what is held for sure and at most. Rows of one pair are added up.
CREATE TABLE stakes_of_day AS
SELECT owner, asset, interest,
       SUM(COALESCE(share_min, share_pct, 0)) / 100 AS low,
       SUM(COALESCE(share_max, share_pct, 100)) / 100 AS high
FROM read_parquet('${lake}/stakes/**/*.parquet', hive_partitioning = true)
WHERE status <> 'planned'
  AND owner <> asset
  AND sure_from <= '${day}'
  AND (sure_to IS NULL OR sure_to > '${day}')
GROUP BY owner, asset, interest;

-- Value follows capital. What sums to more than the whole is brought down to it: nobody knows which row is wrong (see 'excess').
CREATE TABLE excess AS
SELECT asset, SUM(low) AS total FROM stakes_of_day WHERE interest <> 'votes' GROUP BY asset HAVING SUM(low) > 1.000000000001;

CREATE TABLE capital AS
SELECT s.owner, s.asset, SUM(s.low / COALESCE(e.total, 1)) AS low
FROM stakes_of_day s LEFT JOIN excess e ON e.asset = s.asset
WHERE s.interest <> 'votes'
GROUP BY s.owner, s.asset;

-- Control follows votes: of an asset with rows of votes what they say, of every other its capital.
CREATE TABLE votes AS
SELECT s.owner, s.asset, SUM(s.low) AS low
FROM stakes_of_day s
WHERE (s.interest = 'votes') = (s.asset IN (SELECT asset FROM stakes_of_day WHERE interest = 'votes'))
GROUP BY s.owner, s.asset;

-- Final owners: those who own and are owned by nobody on record.
CREATE TABLE final_owner AS
SELECT DISTINCT owner AS entity FROM capital WHERE owner NOT IN (SELECT asset FROM capital);
