-- One step: what is at a final owner stays there, all else goes to the owners of where it is. What no row gives to anybody is unknown and goes no further.
-- Again and again until 'ownership-rest.sql' is small enough.
INSERT INTO kept SELECT f.asset, f.entity, f.part FROM flow f JOIN final_owner o ON o.entity = f.entity;

CREATE TABLE flow_next AS
SELECT f.asset, c.owner AS entity, SUM(f.part * c.low) AS part
FROM flow f JOIN capital c ON c.asset = f.entity
GROUP BY f.asset, c.owner;

DROP TABLE flow;

ALTER TABLE flow_next RENAME TO flow;
