// Joins the features: language, look, server state, routes.
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { App as Widgets, ConfigProvider } from "antd";
import english from "antd/locale/en_US";
import chinese from "antd/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { lazy, useMemo, useState, type ReactNode } from "react";
import { BrowserRouter, Route, Routes } from "react-router";
import { Unreached } from "@/api/failure";
import { LanguageProvider, useLanguage } from "@/messages";
import { useStill } from "@/parts/use-media";
import { Gate } from "./gate";
import { Home } from "./home";
import { Lost } from "./lost";
import { theme } from "./theme";
import "./theme.css";

const WorkbenchPage = lazy(() => import("@/features/workbench/workbench-page"));
const DocumentsPage = lazy(() => import("@/features/documents/documents-page"));
const ReviewPage = lazy(() => import("@/features/review/review-page"));
const LedgerPage = lazy(() => import("@/features/ledger/ledger-page"));
const TaskDrawer = lazy(() => import("@/features/task/task-drawer"));
const TreePage = lazy(() => import("@/features/task-tree/tree-page"));
const OrdersPage = lazy(() => import("@/features/task-tree/orders-page"));
const ProblemsPage = lazy(() => import("@/features/problems/problems-page"));
const ListPage = lazy(() => import("@/features/problems/list-page"));
const ProblemPage = lazy(() => import("@/features/problems/problem-page"));
const FigurePage = lazy(() => import("@/features/problems/figure-page"));
const FieldWorkPage = lazy(() => import("@/features/field-work/field-work-page"));
const SourcesPage = lazy(() => import("@/features/sources/sources-page"));
const ConveyancesPage = lazy(() => import("@/features/sources/conveyances-page"));
const ConveyancePage = lazy(() => import("@/features/sources/conveyance-page"));
const SourcePage = lazy(() => import("@/features/sources/source-page"));
const LatePage = lazy(() => import("@/features/follow/late-page"));
const BriefingPage = lazy(() => import("@/features/follow/briefing-page"));
const LoadPage = lazy(() => import("@/features/follow/load-page"));
const LoadRowsPage = lazy(() => import("@/features/follow/load-rows-page"));
const IndicatorsPage = lazy(() => import("@/features/follow/indicators-page"));
const TablesPage = lazy(() => import("@/features/tables/tables-page"));
const DivisionsPage = lazy(() => import("@/features/administration/divisions-page"));
const StaffPage = lazy(() => import("@/features/administration/staff-page"));
const AccountsPage = lazy(() => import("@/features/administration/accounts-page"));
const AuditPage = lazy(() => import("@/features/administration/audit-page"));
const SecurityPage = lazy(() => import("@/features/administration/security-page"));
const LogPage = lazy(() => import("@/features/log/log-page"));

export function create_client(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // A refusal will not change by asking again; silence may.
        retry: (failures, error) => error instanceof Unreached && failures < 1,
      },
      mutations: { retry: false },
    },
  });
}

function Look({ children }: { children: ReactNode }) {
  const { language } = useLanguage();
  const still = useStill();
  const look = useMemo(
    () => (still ? { ...theme, token: { ...theme.token, motion: false } } : theme),
    [still],
  );
  dayjs.locale(language === "en" ? "en" : "zh-cn");
  return (
    <ConfigProvider
      theme={look}
      locale={language === "en" ? english : chinese}
      button={{ autoInsertSpace: false }}
    >
      <Widgets message={{ top: 64, maxCount: 2 }}>{children}</Widgets>
    </ConfigProvider>
  );
}

export function Pages() {
  return (
    <Routes>
      <Route element={<Gate />}>
        <Route index element={<Home bench={<WorkbenchPage />} />} />
        <Route path="documents" element={<DocumentsPage />} />
        <Route path="documents/:id" element={<ReviewPage />} />
        <Route path="ledger" element={<LedgerPage />}>
          <Route path=":id" element={<TaskDrawer />} />
        </Route>
        <Route path="tree" element={<OrdersPage />} />
        <Route path="tree/:id" element={<TreePage />} />
        <Route path="problems" element={<ProblemsPage />} />
        <Route path="problems/rows" element={<ListPage />} />
        <Route path="problems/lists/:id" element={<ListPage />} />
        <Route path="problems/figures/:id/:name" element={<FigurePage />} />
        <Route path="problems/:id" element={<ProblemPage />} />
        <Route path="field-work/:id" element={<FieldWorkPage />} />
        <Route path="sources" element={<SourcesPage />} />
        <Route path="sources/:kind/:id" element={<SourcePage />} />
        <Route path="conveyances" element={<ConveyancesPage />} />
        <Route path="conveyances/:id" element={<ConveyancePage />} />
        <Route path="late" element={<LatePage />} />
        <Route path="briefing" element={<BriefingPage />} />
        <Route path="load" element={<LoadPage />} />
        <Route path="load/:code" element={<LoadRowsPage />} />
        <Route path="indicators" element={<IndicatorsPage />} />
        <Route path="indicators/:id" element={<IndicatorsPage />} />
        <Route path="tables" element={<TablesPage />} />
        <Route path="administration/log" element={<LogPage />} />
        <Route path="administration/divisions" element={<DivisionsPage />} />
        <Route path="administration/staff" element={<StaffPage />} />
        <Route path="administration/accounts" element={<AccountsPage />} />
        <Route path="administration/audit" element={<AuditPage />} />
        <Route path="security" element={<SecurityPage />} />
        <Route path="*" element={<Lost />} />
      </Route>
    </Routes>
  );
}

export function App() {
  const [client] = useState(create_client);
  return (
    <LanguageProvider>
      <Look>
        <QueryClientProvider client={client}>
          <BrowserRouter>
            <Pages />
          </BrowserRouter>
        </QueryClientProvider>
      </Look>
    </LanguageProvider>
  );
}
