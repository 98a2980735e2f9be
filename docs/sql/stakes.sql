-- The stakes that surely hold on a day, of an exported, perhaps partitioned, folder of Parquet (assay export parquet --out lake/).
--   ${lake}  where it lies
--   ${day}   the day, as 2024-06-30
-- DuckDB reads folders with read_parquet; Trino and Spark have the folder as a table 'stakes' of their catalog: there, put that in its place.

-- One row for each pair of owner and asset, and for capital and votes, as parts of one: what is held for sure, and what those rows give at most. Rows of one
-- pair are parts that add up; where one of them is imported they may also be one fact told twice, or told anew, and the least of them is what is sure.
CREATE TABLE stakes_of_day AS
SELECT owner, asset, interest,
       CASE WHEN MAX(imported) = 1 THEN MIN(low) ELSE SUM(low) END AS low,
       LEAST(SUM(high), 1) AS high,
       MAX(imported) AS imported
FROM (
    SELECT owner, asset,
           CASE WHEN interest = 'votes' THEN 'votes' ELSE 'capital' END AS interest,
           COALESCE(share_min, share_pct, 0) / 100 AS low,
           COALESCE(share_max, share_pct, 100) / 100 AS high,
           CASE WHEN imported = 'true' THEN 1 ELSE 0 END AS imported
    FROM read_parquet('${lake}/stakes/**/*.parquet', hive_partitioning = true)
    WHERE status <> 'planned'
      AND owner <> asset
      AND sure_from <= '${day}'
      AND (sure_to IS NULL OR sure_to > '${day}')
) held
GROUP BY owner, asset, interest;

-- What sums to more than the whole. Made by hand it is brought down to it: percentages are rounded. Of imported rows that make more than 100.5 % nobody
-- knows which is wrong: nobody surely has them.
CREATE TABLE excess AS
SELECT asset, interest, SUM(low) AS total, CASE WHEN MAX(imported) = 1 AND SUM(low) > 1.005000000001 THEN 1 ELSE 0 END AS contradicts
FROM stakes_of_day
GROUP BY asset, interest
HAVING SUM(low) > 1.000000000001;

-- Value follows capital.
CREATE TABLE capital AS
SELECT s.owner, s.asset, CASE WHEN e.contradicts = 1 THEN 0 ELSE s.low / COALESCE(e.total, 1) END AS low
FROM stakes_of_day s LEFT JOIN excess e ON e.asset = s.asset AND e.interest = s.interest
WHERE s.interest = 'capital';

-- Control follows votes: of an asset with rows of votes what they say, of every other its capital.
CREATE TABLE votes AS
SELECT s.owner, s.asset, CASE WHEN e.contradicts = 1 THEN 0 ELSE s.low END AS low
FROM stakes_of_day s LEFT JOIN excess e ON e.asset = s.asset AND e.interest = s.interest
WHERE (s.interest = 'votes') = (s.asset IN (SELECT asset FROM stakes_of_day WHERE interest = 'votes'));

-- Final owners: those who own and are owned by nobody on record.
CREATE TABLE final_owner AS
SELECT DISTINCT owner AS entity FROM capital WHERE owner NOT IN (SELECT asset FROM capital);
