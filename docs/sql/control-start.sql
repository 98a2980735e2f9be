-- Who controls whom, to begin with: nobody anybody.
CREATE TABLE control (controller VARCHAR, entity VARCHAR);
