-- Sessions that end when idle; second factors; what is folded from an account's events (decision 0012).
ALTER TABLE session ADD COLUMN idle_until {integer} NOT NULL DEFAULT 0;

CREATE TABLE second_factor (
  account {text} PRIMARY KEY,
  sealed_secret {text} NOT NULL,
  confirmed {integer} NOT NULL,
  last_step {integer} NOT NULL
) {keyed};

CREATE TABLE recovery_code (
  account {text} NOT NULL,
  digest {text} NOT NULL,
  PRIMARY KEY (account, digest)
) {keyed};

CREATE TABLE account_guard (
  account {text} PRIMARY KEY,
  locked_until {integer} NOT NULL,
  reason {text} NOT NULL
) {keyed};

CREATE TABLE glass (
  account {text} NOT NULL,
  seq {integer} NOT NULL,
  division {text} NOT NULL,
  until {integer} NOT NULL,
  PRIMARY KEY (account, seq)
) {keyed};

CREATE TABLE audit (
  seq {integer} PRIMARY KEY,
  at {integer} NOT NULL,
  kind {text} NOT NULL,
  login {text} NOT NULL,
  actor {text} NOT NULL,
  division {text} NOT NULL,
  detail {text} NOT NULL
) {strict};
CREATE INDEX audit_login ON audit (login, seq);
CREATE INDEX audit_kind ON audit (kind, seq);
