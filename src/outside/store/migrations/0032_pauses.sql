-- While a task stands still no report is asked for: the days that the load meter leaves out of ask_period.
CREATE TABLE ask_pause (
  task {text} NOT NULL,
  from_day {text} NOT NULL,
  until_day {text} NOT NULL,
  PRIMARY KEY (task, from_day)
) {keyed};
