// The head of a page: its name, what it is for, what can be done here.
import { useEffect, type ReactNode } from "react";
import { useWords } from "@/messages";
import "./page-head.css";

/** Names the browser's tab. */
export function useTitle(title: string): void {
  const { app } = useWords();
  useEffect(() => {
    document.title = `${title} · ${app.name}`;
  }, [title, app.name]);
}

interface PageHeadProps {
  title: string;
  intro?: ReactNode;
  actions?: ReactNode;
}

export function PageHead({ title, intro, actions }: PageHeadProps) {
  useTitle(title);
  return (
    <header className="page-head">
      <div>
        <h1>{title}</h1>
        {intro ? <p>{intro}</p> : null}
      </div>
      {actions ? <div className="page-head-actions">{actions}</div> : null}
    </header>
  );
}
