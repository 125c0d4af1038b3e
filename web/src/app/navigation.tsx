// The main menu: what this person's actions allow. The server decides again at each call.
import {
  ApartmentOutlined, AuditOutlined, FileTextOutlined, HomeOutlined, SafetyCertificateOutlined,
} from "@ant-design/icons";
import type { ReactNode } from "react";
import { NavLink } from "react-router";
import type { Action, Session } from "@/api/shapes";
import { useWords } from "@/messages";

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

export function Navigation({ session, folded = false, on_pick }: NavigationProps) {
  const words = useWords();
  const may = (entry: Entry) => !entry.needs || session.actions.includes(entry.needs);
  const work: Entry[] = [
    { to: "/", name: words.workbench.page, icon: <HomeOutlined />, needs: "see_tasks" },
    {
      to: "/documents", name: words.documents.page, icon: <FileTextOutlined />,
      needs: "see_documents",
    },
    { to: "/tree", name: words.tree.page, icon: <ApartmentOutlined />, needs: "see_tasks" },
    { to: "/ledger", name: words.ledger.page, icon: <AuditOutlined />, needs: "see_tasks" },
  ];
  const administration: Entry[] = [
    {
      to: "/administration/log", name: words.log.page, icon: <SafetyCertificateOutlined />,
      needs: "verify_log",
    },
  ];
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
  const managing = administration.filter(may);
  return (
    <nav className="shell-nav" aria-label={words.app.menu}>
      <ul>{work.filter(may).map(line)}</ul>
      {managing.length === 0 ? null : (
        <>
          <div className="shell-nav-group">{words.app.administration}</div>
          <ul>{managing.map(line)}</ul>
        </>
      )}
    </nav>
  );
}
