// One task beside the ledger: what it is, how it went, what comes next.
import { useQuery } from "@tanstack/react-query";
import { Drawer } from "antd";
import { useLocation, useNavigate, useParams, useSearchParams } from "react-router";
import { session_query, task_query } from "@/api/queries";
import { useWords } from "@/messages";
import { Loaded, Loading } from "@/parts/loaded";
import { useNarrow } from "@/parts/use-media";
import { goes_back } from "@/parts/way-back";
import { TaskView } from "./task-view";
import "./task.css";

const width = 720;

export default function TaskDrawer() {
  const { id = "" } = useParams();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const narrow = useNarrow();
  const { task } = useWords();
  const query = useQuery(task_query(id));
  const session = useQuery(session_query());
  const { state } = useLocation();
  const close = () =>
    void (goes_back(state)
      ? navigate(-1)
      : navigate({ pathname: "/ledger", search: search.toString() }));
  return (
    <Drawer
      open
      size={narrow ? "100%" : width}
      title={task.title}
      onClose={close}
      className="task-drawer"
    >
      <Loaded query={query} waiting={<Loading rows={8} />}>
        {({ data }) => <TaskView key={id} task={data} login={session.data?.login ?? ""} />}
      </Loaded>
    </Drawer>
  );
}
