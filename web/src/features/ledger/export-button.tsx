// The tasks on the screen as files: the ledger, and the task book as workbook or document.
import { DownOutlined, FileExcelOutlined } from "@ant-design/icons";
import { Button, Dropdown, Space } from "antd";
import { useQuery } from "@tanstack/react-query";
import { download } from "@/api/call";
import { asked_of, session_query, type LedgerFilter } from "@/api/queries";
import { useWords } from "@/messages";
import { useSaving } from "@/parts/use-saving";

interface ExportButtonProps {
  filter: LedgerFilter;
  as_of: string | undefined;
}

type Kind = "exportLedger" | "exportBook" | "exportBookDocument";

export function ExportButton({ filter, as_of }: ExportButtonProps) {
  const words = useWords();
  const session = useQuery(session_query());
  const [busy, saving] = useSaving();
  if (!session.data?.actions.includes("export_ledger")) return null;
  const names: Record<Kind, string> = {
    exportLedger: words.ledger.file(as_of ?? ""),
    exportBook: words.ledger.book_file(as_of ?? "", "xlsx"),
    exportBookDocument: words.ledger.book_file(as_of ?? "", "docx"),
  };
  const save = async (kind: Kind) => {
    // All of it, as the page itself asks: a file that holds other rows than the page is a trap.
    await saving(() => download(kind, names[kind], { query: asked_of(filter) }));
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
