-- The most that is still on its way of any one asset. All shares are from 0 to 1 and those of one asset sum to 1 at most, so that no bound below is off by more.
SELECT COALESCE(MAX(rest), 0) FROM (SELECT SUM(part) AS rest FROM flow GROUP BY asset) AS rests;
