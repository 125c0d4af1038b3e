// Units with their posts and terms; people with their numbers masked.
import { useQuery } from "@tanstack/react-query";
import { Tabs } from "antd";
import { session_query } from "@/api/queries";
import { useWords } from "@/messages";
import { PageHead } from "@/parts/page-head";
import { People } from "./people";
import { StaffWorkbook } from "./staff-workbook";
import { Units } from "./units";
import "./administration.css";

export default function StaffPage() {
  const { staff } = useWords();
  const session = useQuery(session_query());
  if (!session.data) return null;
  const manages = session.data.actions.includes("manage_staff");
  const units = <Units own={session.data.division} manages={manages} />;
  return (
    <>
      <PageHead
        title={staff.page}
        intro={staff.intro}
        actions={manages ? <StaffWorkbook /> : null}
      />
      {manages ? (
        <Tabs
          items={[
            { key: "units", label: staff.units, children: units },
            {
              key: "people",
              label: staff.people,
              children: (
                <People
                  division={session.data.division}
                  reveals={session.data.actions.includes("reveal_sealed")}
                />
              ),
            },
          ]}
        />
      ) : (
        units
      )}
    </>
  );
}
