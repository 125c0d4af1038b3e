-- Where each task hangs in the tree of its order, with what is summed over subtrees. A path has five figures
-- for each level, so that a subtree is one range of the key.
CREATE TABLE task_node (
  root {text} NOT NULL,
  path {text} NOT NULL,
  task {text} NOT NULL,
  parent {text},
  leaf {integer} NOT NULL,
  owned {integer} NOT NULL,
  state {text} NOT NULL,
  due {text} NOT NULL,
  target {integer},
  done {integer} NOT NULL,
  PRIMARY KEY (root, path)
) {keyed};
CREATE INDEX task_node_parent ON task_node (parent, path);
CREATE INDEX task_node_order ON task_node (root) WHERE path = '' AND leaf = 0;

-- How many tasks a division holds by due date and state: figures of any size without counting rows.
CREATE TABLE task_count (
  division {text} NOT NULL,
  due {text} NOT NULL,
  state {text} NOT NULL,
  tasks {integer} NOT NULL,
  PRIMARY KEY (division, due, state)
) {keyed};
