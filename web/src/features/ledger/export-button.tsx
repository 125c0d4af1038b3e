// The tasks on the screen as files: the ledger, and the task book as workbook or document.
import { DownOutlined, FileExcelOutlined } from "@ant-design/icons";
import { App, Button, Dropdown, Space } from "antd";
import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { download } from "@/api/call";
import { session_query, type LedgerFilter } from "@/api/queries";
import { useWords } from "@/messages";
import { reasons_of } from "@/parts/failed";

interface ExportButtonProps {
  filter: LedgerFilter;
  as_of: string | undefined;
}

type Kind = "exportLedger" | "exportBook" | "exportBookDocument";

export function ExportButton({ filter, as_of }: ExportButtonProps) {
  const words = useWords();
  const { notification } = App.useApp();
  const session = useQuery(session_query());
  const [busy, set_busy] = useState(false);
  if (!session.data?.actions.includes("export_ledger")) return null;
  const names: Record<Kind, string> = {
    exportLedger: words.ledger.file(as_of ?? ""),
    exportBook: words.ledger.book_file(as_of ?? "", "xlsx"),
    exportBookDocument: words.ledger.book_file(as_of ?? "", "docx"),
  };
  const save = async (kind: Kind) => {
    set_busy(true);
    const { state, document, mine, overdue, q } = filter;
    try {
      await download(kind, names[kind], { query: { state, document, mine, overdue, q } });
    } catch (error) {
      const reasons = reasons_of(error, words);
      notification.error({
        title: reasons.title,
        description: `${reasons.next_step ?? ""} (${reasons.code})`,
      });
    }
    set_busy(false);
  };
  return (
    <Space.Compact>
      <Button
        icon={<FileExcelOutlined />}
        loading={busy}
        onClick={() => void save("exportLedger")}
      >
        {busy ? words.ledger.exporting : words.ledger.export}
      </Button>
      <Dropdown
        trigger={["click"]}
        menu={{
          items: [
            { key: "exportBook", label: words.ledger.export_book },
            { key: "exportBookDocument", label: words.ledger.export_document },
          ],
          onClick: ({ key }) => void save(key as Kind),
        }}
      >
        <Button icon={<DownOutlined />} aria-label={words.ledger.export_more} />
      </Dropdown>
    </Space.Compact>
  );
}
