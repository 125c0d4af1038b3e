// The main menu: what this person's actions allow. The server decides again at each call.
import {
  ApartmentOutlined, AuditOutlined, BarChartOutlined, ClockCircleOutlined, DashboardOutlined,
  EyeOutlined, FileTextOutlined, HomeOutlined, IdcardOutlined, PartitionOutlined, ReadOutlined,
  SafetyCertificateOutlined, TableOutlined, TeamOutlined, UnorderedListOutlined,
} from "@ant-design/icons";
import { Fragment, type ReactNode } from "react";
import { NavLink, useLocation } from "react-router";
import type { Action, Session } from "@/api/shapes";
import { useWords, type Words } from "@/messages";

interface Entry {
  to: string;
  name: string;
  icon: ReactNode;
  needs?: Action;
  /** Where pages of it live that do not stand below it. */
  also?: string;
}

interface NavigationProps {
  session: Session;
  folded?: boolean;
  on_pick?: () => void;
}

interface Group {
  /** None for what stands first. */
  name?: string;
  entries: Entry[];
}

function task_entries(words: Words): Entry[] {
  return [
    {
      to: "/documents", name: words.documents.page, icon: <FileTextOutlined />,
      needs: "see_documents",
    },
    {
      to: "/sources", name: words.sources.page, icon: <ReadOutlined />, needs: "see_documents",
      also: "/conveyances",
    },
    { to: "/tree", name: words.tree.page, icon: <PartitionOutlined />, needs: "see_tasks" },
    { to: "/ledger", name: words.ledger.page, icon: <AuditOutlined />, needs: "see_tasks" },
    {
      to: "/problems", name: words.problems.page, icon: <UnorderedListOutlined />,
      needs: "see_tasks", also: "/field-work",
    },
  ];
}

function figure_entries({ reminders, tables }: Words): Entry[] {
  return [
    { to: "/late", name: reminders.page, icon: <ClockCircleOutlined />, needs: "see_tasks" },
    { to: "/load", name: reminders.load, icon: <DashboardOutlined />, needs: "see_tasks" },
    {
      to: "/indicators", name: reminders.indicators, icon: <BarChartOutlined />,
      needs: "see_tasks",
    },
    { to: "/tables", name: tables.page, icon: <TableOutlined />, needs: "see_tasks" },
  ];
}

function administration_entries(words: Words): Entry[] {
  return [
    {
      to: "/administration/divisions", name: words.divisions.page, icon: <ApartmentOutlined />,
      needs: "see_organisation",
    },
    {
      to: "/administration/staff", name: words.staff.page, icon: <TeamOutlined />,
      needs: "see_organisation",
    },
    {
      to: "/administration/accounts", name: words.accounts.page, icon: <IdcardOutlined />,
      needs: "manage_accounts",
    },
    {
      to: "/administration/audit", name: words.audit.page, icon: <EyeOutlined />,
      needs: "read_audit",
    },
    {
      to: "/administration/log", name: words.log.page, icon: <SafetyCertificateOutlined />,
      needs: "verify_log",
    },
  ];
}

const within = (pathname: string, place?: string): boolean =>
  place !== undefined && pathname.startsWith(place);

export function Navigation({ session, folded = false, on_pick }: NavigationProps) {
  const words = useWords();
  const may = (entry: Entry) => !entry.needs || session.actions.includes(entry.needs);
  const { pathname } = useLocation();
  const line = ({ to, name, icon, also }: Entry) => (
    <li key={to}>
      <NavLink
        to={to}
        end={to === "/"}
        className={({ isActive }) => (isActive || within(pathname, also) ? "active" : "")}
        title={folded ? name : undefined}
        {...(on_pick ? { onClick: on_pick } : {})}
      >
        <span aria-hidden="true">{icon}</span>
        <span className={folded ? "visually-hidden" : ""}>{name}</span>
      </NavLink>
    </li>
  );
  const groups: Group[] = [
    {
      entries: [
        { to: "/", name: words.workbench.page, icon: <HomeOutlined />, needs: "see_tasks" },
      ],
    },
    { name: words.app.group_tasks, entries: task_entries(words) },
    { name: words.app.group_figures, entries: figure_entries(words) },
    { name: words.app.administration, entries: administration_entries(words) },
  ];
  return (
    <nav className="shell-nav" aria-label={words.app.menu}>
      {groups
        .map(({ name, entries }) => ({ name, open: entries.filter(may) }))
        .filter(({ open }) => open.length > 0)
        .map(({ name, open }) => (
          <Fragment key={name ?? ""}>
            {name ? <div className="shell-nav-group">{name}</div> : null}
            <ul>{open.map(line)}</ul>
          </Fragment>
        ))}
    </nav>
  );
}
