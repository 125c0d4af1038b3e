// Documents as a table.
import { WarningFilled } from "@ant-design/icons";
import { Table, type TableColumnsType } from "antd";
import { Link } from "react-router";
import type { DocumentSummary } from "@/api/shapes";
import { useWords, type Words } from "@/messages";
import { moment_of, size_of } from "@/parts/figures";

interface ProposalsProps {
  row: DocumentSummary;
  /** Where no heading says what the three figures are. */
  in_words?: boolean;
}

export function Proposals({ row, in_words = false }: ProposalsProps) {
  const { documents } = useWords();
  const words = documents.proposals_short(row.proposed, row.confirmed, row.rejected);
  const all = row.proposed + row.confirmed + row.rejected;
  const share = (part: number) => ({ flexGrow: part });
  return (
    <span className="proposals" title={words}>
      {in_words ? null : <span className="visually-hidden">{words}</span>}
      <span className="proposals-bar" aria-hidden="true">
        {all === 0 ? null : (
          <>
            <i className="proposals-confirmed" style={share(row.confirmed)} />
            <i className="proposals-rejected" style={share(row.rejected)} />
            <i className="proposals-open" style={share(row.proposed)} />
          </>
        )}
      </span>
      {in_words ? (
        <span className="number">{words}</span>
      ) : (
        <span className="number" aria-hidden="true">
          <b>{row.proposed}</b> / {row.confirmed} / {row.rejected}
        </span>
      )}
    </span>
  );
}

export function Quality({ row }: { row: DocumentSummary }) {
  const { documents } = useWords();
  return (
    <span className={`quality quality-${row.quality}`}>
      {documents.quality_words[row.quality]}
      {row.warnings > 0 ? (
        <span className="quality-warnings">
          <WarningFilled aria-hidden="true" /> {documents.warnings(row.warnings)}
        </span>
      ) : null}
    </span>
  );
}

function columns_of({ documents }: Words): TableColumnsType<DocumentSummary> {
  return [
    {
      title: documents.title,
      key: "title",
      render: (_, row) => (
        <>
          <Link to={`/documents/${row.id}`} className="document-title">
            {row.title}
          </Link>
          <div className="document-file">
            {row.file_name} · {size_of(row.bytes)}
            {row.parts > 1 ? ` · ${documents.parts(row.parts)}` : ""}
          </div>
        </>
      ),
    },
    { title: documents.kind, dataIndex: "kind", width: 100 },
    {
      title: documents.event_date,
      width: 116,
      render: (_, row) => (
        <span className="number">{row.event_date ?? documents.no_date}</span>
      ),
    },
    {
      title: documents.proposals,
      width: 220,
      render: (_, row) => <Proposals row={row} />,
    },
    { title: documents.quality, width: 130, render: (_, row) => <Quality row={row} /> },
    {
      title: documents.received_at,
      width: 166,
      render: (_, row) => <span className="number">{moment_of(row.received)}</span>,
    },
  ];
}

export function DocumentTable({ rows }: { rows: DocumentSummary[] }) {
  const words = useWords();
  return (
    <Table<DocumentSummary>
      className="document-table"
      rowKey="id"
      columns={columns_of(words)}
      dataSource={rows}
      pagination={false}
      scroll={{ x: 1000 }}
    />
  );
}
