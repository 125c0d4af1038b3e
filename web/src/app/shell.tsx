// The frame around every page: menu, head with account and language, content.
import {
  ExclamationCircleFilled, MenuFoldOutlined, MenuOutlined, MenuUnfoldOutlined,
} from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Drawer } from "antd";
import { Suspense, useEffect, useState, type ReactNode } from "react";
import { Navigate, Outlet, useLocation, useNavigate } from "react-router";
import { follow_changes, type Line } from "@/api/changes";
import type { Session } from "@/api/shapes";
import { AccountMenu } from "@/features/session/account-menu";
import { useLanguage, useWords } from "@/messages";
import { Loading } from "@/parts/loaded";
import { useNarrow } from "@/parts/use-media";
import { Boundary } from "./boundary";
import { Navigation } from "./navigation";
import "./shell.css";

export function LanguageSwitch() {
  const { words, language, choose } = useLanguage();
  return (
    <Button
      type="text"
      lang={language === "en" ? "zh-CN" : "en"}
      title={words.app.language_label}
      onClick={() => choose(language === "en" ? "zh-CN" : "en")}
    >
      {words.app.language}
    </Button>
  );
}

export function DemoBanner({ children }: { children: ReactNode }) {
  const { app } = useWords();
  return (
    <div className="is-demo">
      <aside className="demo-banner" aria-label={app.notice}>
        <ExclamationCircleFilled aria-hidden="true" /> {app.demo}
      </aside>
      {children}
    </div>
  );
}

function Brand({ folded = false }: { folded?: boolean }) {
  const { app } = useWords();
  return (
    <div className="shell-brand">
      <span className="seal" aria-hidden="true">
        {app.seal}
      </span>
      {folded ? null : (
        <span>
          <b>{app.name}</b>
          <span>{app.subtitle}</span>
        </span>
      )}
    </div>
  );
}

interface SideProps {
  session: Session;
  folded: boolean;
  set_folded: (folded: boolean) => void;
}

function Side({ session, folded, set_folded }: SideProps) {
  const { app } = useWords();
  return (
    <aside className="shell-side" aria-label={app.name}>
      <Brand folded={folded} />
      <Navigation session={session} folded={folded} />
      <Button
        type="text"
        className="shell-fold"
        icon={folded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
        aria-label={folded ? app.unfold_menu : app.fold_menu}
        onClick={() => set_folded(!folded)}
      />
    </aside>
  );
}

const wide_enough = 1500;

/** Reading two texts side by side needs the room, so the menu folds there on smaller screens. */
function useFolded(): [boolean, (folded: boolean) => void] {
  const { pathname } = useLocation();
  const reading = /^\/documents\/./.test(pathname);
  const [chosen, set_chosen] = useState<{ reading: boolean; folded: boolean }>();
  const folded =
    chosen?.reading === reading ? chosen.folded : reading && window.innerWidth < wide_enough;
  return [folded, (value) => set_chosen({ reading, folded: value })];
}

function NarrowMenu({ session }: { session: Session }) {
  const { app } = useWords();
  const [open, set_open] = useState(false);
  return (
    <>
      <Button
        type="text"
        icon={<MenuOutlined />}
        aria-label={app.open_menu}
        onClick={() => set_open(true)}
      />
      <Drawer
        open={open}
        onClose={() => set_open(false)}
        placement="left"
        size={260}
        title={app.name}
        className="shell-drawer"
      >
        <Navigation session={session} on_pick={() => set_open(false)} />
      </Drawer>
    </>
  );
}

/** Whoever owes something to their account is told of no changes yet. */
function useLiveLine(session: Session): Line {
  const client = useQueryClient();
  const [line, set_line] = useState<Line>("open");
  const may = session.owes === null;
  useEffect(() => (may ? follow_changes(client, set_line) : undefined), [client, may]);
  return line;
}

export function Shell({ session }: { session: Session }) {
  const { app } = useWords();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const narrow = useNarrow();
  const line = useLiveLine(session);
  const [folded, set_folded] = useFolded();
  return (
    <>
      <a className="skip" href="#content">
        {app.skip}
      </a>
      <div className={folded ? "shell folded" : "shell"}>
        {narrow ? null : <Side session={session} folded={folded} set_folded={set_folded} />}
        <div>
          <header className="shell-head">
            {narrow ? <NarrowMenu session={session} /> : null}
            <div className="shell-unit">
              {session.unit_name}
              <span>{session.division_name}</span>
            </div>
            <div className="shell-gap" />
            <LanguageSwitch />
            <AccountMenu session={session} on_change={() => void navigate("/")} />
          </header>
          <main id="content" className="shell-content" tabIndex={-1}>
            {line === "lost" ? (
              <Alert type="warning" showIcon className="shell-line-lost" title={app.line_lost} />
            ) : null}
            <Boundary place={pathname}>
              <Suspense fallback={<Loading />}>
                {session.owes && pathname !== "/security" ? (
                  <Navigate to="/security" replace />
                ) : (
                  <Outlet />
                )}
              </Suspense>
            </Boundary>
          </main>
        </div>
      </div>
    </>
  );
}
