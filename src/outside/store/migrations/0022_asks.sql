-- What is asked of townships and villages, and what tasks are marked with beside their state (decision 0017).
CREATE TABLE ask (
  month {text} NOT NULL,
  division {text} NOT NULL,
  kind {text} NOT NULL,
  ref {text} NOT NULL,
  place {integer} NOT NULL,
  cause {text} NOT NULL,
  on_day {text} NOT NULL,
  title {text} NOT NULL,
  PRIMARY KEY (month, division, kind, ref, place)
) {keyed};

-- A standing period report: asked once in each period from the one day to the other.
CREATE TABLE ask_period (
  division {text} NOT NULL,
  task {text} NOT NULL,
  cause {text} NOT NULL,
  period {text} NOT NULL,
  from_day {text} NOT NULL,
  until_day {text} NOT NULL,
  PRIMARY KEY (division, task)
) {keyed};
CREATE INDEX ask_period_task ON ask_period (task);

CREATE TABLE task_mark (
  mark {text} NOT NULL,
  on_day {text} NOT NULL,
  task {text} NOT NULL,
  division {text} NOT NULL,
  owner_division {text} NOT NULL,
  PRIMARY KEY (mark, on_day, task)
) {keyed};
