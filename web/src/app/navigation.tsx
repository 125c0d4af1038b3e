// The main menu: what this person's actions allow. The server decides again at each call.
import {
  ApartmentOutlined, AuditOutlined, ClockCircleOutlined, DashboardOutlined, EyeOutlined,
  FileTextOutlined, HomeOutlined, IdcardOutlined, PartitionOutlined, ReadOutlined,
  SafetyCertificateOutlined, TableOutlined, TeamOutlined, UnorderedListOutlined,
} from "@ant-design/icons";
import type { ReactNode } from "react";
import { NavLink } from "react-router";
import type { Action, Session } from "@/api/shapes";
import { useWords, type Words } from "@/messages";

interface Entry {
  to: string;
  name: string;
  icon: ReactNode;
  needs?: Action;
}

interface NavigationProps {
  session: Session;
  folded?: boolean;
  on_pick?: () => void;
}

function work_entries(words: Words): Entry[] {
  return [
    { to: "/", name: words.workbench.page, icon: <HomeOutlined />, needs: "see_tasks" },
    {
      to: "/documents", name: words.documents.page, icon: <FileTextOutlined />,
      needs: "see_documents",
    },
    { to: "/tree", name: words.tree.page, icon: <PartitionOutlined />, needs: "see_tasks" },
    { to: "/ledger", name: words.ledger.page, icon: <AuditOutlined />, needs: "see_tasks" },
    {
      to: "/problems", name: words.problems.page, icon: <UnorderedListOutlined />,
      needs: "see_tasks",
    },
    {
      to: "/sources", name: words.sources.page, icon: <ReadOutlined />, needs: "see_documents",
    },
    { to: "/late", name: words.reminders.page, icon: <ClockCircleOutlined />, needs: "see_tasks" },
    { to: "/load", name: words.reminders.load, icon: <DashboardOutlined />, needs: "see_tasks" },
    { to: "/tables", name: words.tables.page, icon: <TableOutlined />, needs: "see_tasks" },
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

export function Navigation({ session, folded = false, on_pick }: NavigationProps) {
  const words = useWords();
  const may = (entry: Entry) => !entry.needs || session.actions.includes(entry.needs);
  const line = ({ to, name, icon }: Entry) => (
    <li key={to}>
      <NavLink
        to={to}
        end={to === "/"}
        title={folded ? name : undefined}
        {...(on_pick ? { onClick: on_pick } : {})}
      >
        <span aria-hidden="true">{icon}</span>
        <span className={folded ? "visually-hidden" : ""}>{name}</span>
      </NavLink>
    </li>
  );
  const managing = administration_entries(words).filter(may);
  return (
    <nav className="shell-nav" aria-label={words.app.menu}>
      <ul>{work_entries(words).filter(may).map(line)}</ul>
      {managing.length === 0 ? null : (
        <>
          <div className="shell-nav-group">{words.app.administration}</div>
          <ul>{managing.map(line)}</ul>
        </>
      )}
    </nav>
  );
}
