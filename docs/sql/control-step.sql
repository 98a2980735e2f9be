-- One step: an entity controls another if it, and what it is known to control, together hold more than half of the votes.
-- Again and again until the number of rows stays the same; it never falls.
CREATE TABLE control_next AS
SELECT h.controller, v.asset AS entity
FROM (SELECT controller, entity AS holder FROM control UNION SELECT owner, owner FROM votes) h
JOIN votes v ON v.owner = h.holder
WHERE v.asset <> h.controller
GROUP BY h.controller, v.asset
HAVING SUM(v.low) > 0.500000000001;

DROP TABLE control;

ALTER TABLE control_next RENAME TO control;
