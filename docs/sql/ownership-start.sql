-- Integrated ownership, to begin with: the whole of each asset that is asked about is at the asset itself.
-- 'asked' is a table with a column 'asset', made before. Rows of 'flow' are parts of an asset on their way up, rows of 'kept' have arrived.
CREATE TABLE flow AS SELECT asset, asset AS entity, CAST(1 AS DOUBLE) AS part FROM asked;

CREATE TABLE kept (asset VARCHAR, owner VARCHAR, part DOUBLE);
