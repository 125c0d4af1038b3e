-- Rows of the registers that offices keep (decision 0020).
CREATE TABLE register_row (
  id {text} PRIMARY KEY,
  version {integer} NOT NULL,
  register {text} NOT NULL,
  division {text} NOT NULL,
  unit {text} NOT NULL,
  withdrawn {integer} NOT NULL,
  words {text} NOT NULL,
  body {text} NOT NULL,
  steps {text} NOT NULL
) {strict};
CREATE INDEX register_row_unit ON register_row (register, unit, id);
CREATE INDEX register_row_division ON register_row (register, division, id);
