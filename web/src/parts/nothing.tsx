// There is really nothing here, why, and what could be done about it.
import { InboxOutlined } from "@ant-design/icons";
import type { ReactNode } from "react";
import "./nothing.css";

interface NothingProps {
  title: string;
  more?: string;
  icon?: ReactNode;
  action?: ReactNode;
}

export function Nothing({ title, more, icon, action }: NothingProps) {
  return (
    <div className="nothing">
      <div className="nothing-icon" aria-hidden="true">
        {icon ?? <InboxOutlined />}
      </div>
      <p className="nothing-title">{title}</p>
      {more ? <p className="nothing-more">{more}</p> : null}
      {action}
    </div>
  );
}
