// Who is signed in, with the way out and, on demonstration data, to another role.
import { DownOutlined, KeyOutlined, LogoutOutlined, SwapOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { App, Button, Dropdown, type MenuProps } from "antd";
import { Link } from "react-router";
import { demo_query } from "@/api/queries";
import type { DemoRole, Session } from "@/api/shapes";
import { useWords } from "@/messages";
import { reasons_of } from "@/parts/failed";
import { useEnter, useLeave } from "./use-session";
import "./account-menu.css";

interface AccountMenuProps {
  session: Session;
  /** The desk has another person now, or none. */
  on_change: () => void;
}

function RoleLine({ role }: { role: DemoRole }) {
  return (
    <span className="account-role">
      <b>{role.post_title}</b>
      <span>
        {role.unit_name} {role.name}
      </span>
    </span>
  );
}

function Who({ session }: { session: Session }) {
  const words = useWords();
  return (
    <>
      <span className="visually-hidden">{words.session.account}</span>
      <span className="account-face" aria-hidden="true">
        {Array.from(session.name)[0]}
      </span>
      <span className="account-who">
        <b>{session.name}</b>
        <span>{session.post_title}</span>
      </span>
      <DownOutlined />
    </>
  );
}

export function AccountMenu({ session, on_change }: AccountMenuProps) {
  const words = useWords();
  const { notification } = App.useApp();
  const demo = useQuery({ ...demo_query(), enabled: session.demo });
  const tell = (error: Error) => {
    const reasons = reasons_of(error, words);
    notification.error({
      title: reasons.title,
      description: `${reasons.next_step ?? ""} (${reasons.code})`,
    });
  };
  const enter = useEnter(on_change);
  const leave = useLeave(on_change);
  const others = (demo.data?.roles ?? []).filter((role) => role.login !== session.login);
  const items: MenuProps["items"] = [
    ...(others.length === 0
      ? []
      : [
          {
            type: "group" as const,
            label: words.session.switch_role,
            children: others.map((role) => ({
              key: `role:${role.login}`,
              icon: <SwapOutlined />,
              label: <RoleLine role={role} />,
              onClick: () => enter.mutate({ login: role.login }, { onError: tell }),
            })),
          },
          { type: "divider" as const },
        ]),
    {
      key: "security",
      icon: <KeyOutlined />,
      label: <Link to="/security">{words.security.page}</Link>,
    },
    {
      key: "leave",
      icon: <LogoutOutlined />,
      label: words.session.sign_out,
      onClick: () => leave.mutate(undefined, { onError: tell }),
    },
  ];
  return (
    <Dropdown menu={{ items, className: "account-list" }} trigger={["click"]}>
      <Button
        type="text"
        className="account"
        loading={enter.isPending || leave.isPending}
        aria-haspopup="menu"
      >
        <Who session={session} />
      </Button>
    </Dropdown>
  );
}
