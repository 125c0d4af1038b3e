// Who signed in, who was refused, who looked: newest first, for the audit administrator.
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Input, Select, Table, Tag, type TableColumnsType } from "antd";
import { useState } from "react";
import type { AuditEntry } from "@/api/shapes";
import { useWords, type Words } from "@/messages";
import { moment_of } from "@/parts/figures";
import { Loaded } from "@/parts/loaded";
import { PageHead } from "@/parts/page-head";
import { audit_query } from "./queries";
import "./administration.css";

const grave = new Set(["access_denied", "glass_broken", "account_locked", "sealed_revealed"]);

const columns_of = (audit: Words["audit"]): TableColumnsType<AuditEntry> => [
  {
    title: audit.at,
    width: 160,
    render: (_, one) => <span className="number">{moment_of(one.at)}</span>,
  },
  {
    title: audit.kind,
    width: 150,
    render: (_, one) => (
      <Tag {...(grave.has(one.kind) ? { className: "tag-grave" } : {})}>
        {audit.kinds[one.kind] ?? one.kind}
      </Tag>
    ),
  },
  { title: audit.login, width: 160, dataIndex: "login" },
  { title: audit.actor, width: 240, dataIndex: "actor" },
  { title: audit.detail, dataIndex: "detail" },
];

export default function AuditPage() {
  const { audit, administration } = useWords();
  const [login, set_login] = useState("");
  const [kind, set_kind] = useState("");
  const query = useInfiniteQuery(audit_query(login, kind));
  return (
    <>
      <PageHead title={audit.page} intro={audit.intro} />
      <div className="administration-bar" role="search">
        <Input.Search
          allowClear
          style={{ width: 240 }}
          aria-label={audit.filter_login}
          placeholder={audit.filter_login}
          onSearch={(text) => set_login(text.trim())}
        />
        <Select
          style={{ width: 200 }}
          aria-label={audit.kind}
          value={kind}
          onChange={set_kind}
          options={[
            { value: "", label: audit.all_kinds },
            ...Object.entries(audit.kinds).map(([value, label]) => ({ value, label })),
          ]}
        />
      </div>
      <Loaded query={query}>
        {({ pages }) => (
          <div className="table-card">
            <Table<AuditEntry>
              rowKey="seq"
              size="small"
              scroll={{ x: 800 }}
              pagination={false}
              locale={{ emptyText: administration.none }}
              dataSource={pages.flatMap((page) => page.items)}
              columns={columns_of(audit)}
            />
            {query.hasNextPage ? (
              <Button
                block
                type="text"
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {administration.more}
              </Button>
            ) : null}
          </div>
        )}
      </Loaded>
    </>
  );
}
