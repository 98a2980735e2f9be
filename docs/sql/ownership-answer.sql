-- What each final owner surely has of each asset, through all chains and cross-holdings, and what it has at most: that, and all that nobody is known to have.
-- For a group of owners, add up 'least' and take 1 less what all others surely have.
CREATE TABLE integrated_ownership AS
SELECT k.asset, k.owner, SUM(k.part) AS least, SUM(k.part) + 1 - MAX(t.total) AS greatest
FROM kept k JOIN (SELECT asset, SUM(part) AS total FROM kept GROUP BY asset) t ON t.asset = k.asset
GROUP BY k.asset, k.owner;
