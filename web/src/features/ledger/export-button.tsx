// The ledger as a workbook, with the filters that are on the screen.
import { FileExcelOutlined } from "@ant-design/icons";
import { App, Button } from "antd";
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

export function ExportButton({ filter, as_of }: ExportButtonProps) {
  const words = useWords();
  const { notification } = App.useApp();
  const session = useQuery(session_query());
  const [busy, set_busy] = useState(false);
  if (!session.data?.actions.includes("export_ledger")) return null;
  const save = async () => {
    set_busy(true);
    const { state, document, overdue, q } = filter;
    try {
      await download("exportLedger", words.ledger.file(as_of ?? ""), {
        query: { state, document, overdue, q },
      });
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
    <Button icon={<FileExcelOutlined />} loading={busy} onClick={() => void save()}>
      {busy ? words.ledger.exporting : words.ledger.export}
    </Button>
  );
}
