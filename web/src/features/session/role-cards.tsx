// One card per role of the demonstration: who, where, and the way there is to go.
import { ArrowRightOutlined } from "@ant-design/icons";
import { Button, Tag } from "antd";
import type { DemoRole } from "@/api/shapes";
import { useLanguage } from "@/messages";

interface RoleCardProps {
  role: DemoRole;
  busy: boolean;
  on_take: (login: string) => void;
}

function RoleCard({ role, busy, on_take }: RoleCardProps) {
  const { words, language } = useLanguage();
  return (
    <li className="role-card">
      <div className="role-card-head">
        <span className="role-card-face" aria-hidden="true">
          {Array.from(role.name)[0]}
        </span>
        <div>
          <h3>{role.post_title}</h3>
          <p>{role.unit_name}</p>
          <p>{role.name}</p>
        </div>
      </div>
      <div className="role-card-tags">
        <Tag>{role.division_name}</Tag>
        {role.roles.map((name) => (
          <Tag key={name} color="blue">
            {words.roles[name]}
          </Tag>
        ))}
      </div>
      <p className="role-card-story">{language === "en" ? role.story_en : role.story_zh}</p>
      <Button
        type="primary"
        block
        loading={busy}
        icon={<ArrowRightOutlined />}
        iconPlacement="end"
        aria-label={words.session.take(`${role.post_title} ${role.name}`)}
        onClick={() => on_take(role.login)}
      >
        {words.session.enter}
      </Button>
    </li>
  );
}

interface RoleCardsProps {
  roles: readonly DemoRole[];
  /** Login of the role that is being taken. */
  busy: string;
  on_take: (login: string) => void;
}

export function RoleCards({ roles, busy, on_take }: RoleCardsProps) {
  const { words } = useLanguage();
  return (
    <section aria-labelledby="role-cards">
      <h2 id="role-cards" className="entrance-choose">
        {words.session.choose}
        <small>{words.session.choose_more}</small>
      </h2>
      <ul className="role-cards">
        {roles.map((role) => (
          <RoleCard key={role.login} role={role} busy={busy === role.login} on_take={on_take} />
        ))}
      </ul>
    </section>
  );
}
