// A document open for review: original, clean text, drafted tasks; picking in one shows in all.
import { Alert, Segmented } from "antd";
import { useState } from "react";
import { status_of } from "@/api/failure";
import type { Document } from "@/api/shapes";
import { useWords } from "@/messages";
import { Failed } from "@/parts/failed";
import { useSingleKeys } from "@/parts/keys";
import { useNarrow } from "@/parts/use-media";
import { CandidateList } from "./candidate-list";
import { DeskHead } from "./desk-head";
import { Facts } from "./facts";
import { CleanPane, OriginalPane } from "./panes";
import { useDesk, type Desk } from "./use-desk";
import "./review.css";

type View = "original" | "clean" | "tasks";

const room_for_three = 1200;

function Refused({ desk }: { desk: Desk }) {
  const words = useWords().review;
  const { error, reset } = desk.work.failed;
  if (!error) return null;
  return (
    <div className="desk-refused">
      {status_of(error) === 412 ? (
        <Alert type="warning" showIcon role="alert" title={words.changed} />
      ) : null}
      <Failed error={error} on_close={reset} />
    </div>
  );
}

function ViewSwitch({ view, set_view }: { view: View; set_view: (view: View) => void }) {
  const { review } = useWords();
  return (
    <Segmented<View>
      block
      value={view}
      onChange={set_view}
      options={[
        { value: "tasks", label: review.tasks },
        { value: "clean", label: review.clean },
        { value: "original", label: review.original },
      ]}
    />
  );
}

interface PanesProps {
  desk: Desk;
  shows: (view: View) => boolean;
  draft_key: string;
}

function Panes({ desk, shows, draft_key }: PanesProps) {
  const words = useWords().review;
  const { review, part, original, proposals, draw, reveal, work } = desk;
  const { active, mode } = review;
  const choosing = active !== undefined && mode === "edit";
  return (
    <div className="desk-panes">
      {shows("original") ? (
        <OriginalPane
          document={review.document}
          part={part}
          original={original}
          proposals={proposals}
          marked={draw}
          active={active}
          handle={reveal.original}
        />
      ) : null}
      {shows("clean") ? (
        <CleanPane
          key={review.part}
          text={desk.text}
          draw={draw}
          active={active}
          handle={reveal.clean}
          aimed={reveal.aimed}
          on_pick={desk.pick}
          on_select={
            choosing
              ? (span) => review.edit(active, { ...review.edit_of(active), span })
              : undefined
          }
        />
      ) : null}
      {shows("tasks") ? (
        <section className="pane pane-tasks" aria-label={words.tasks}>
          <CandidateList
            review={review}
            acts={work.acts}
            characters={desk.text.characters}
            busy={work.busy}
            confirm_ticked={work.confirm_ticked}
            draft_key={draft_key}
          />
        </section>
      ) : null}
    </div>
  );
}

interface ReadingDeskProps {
  document: Document;
  /** Whose drafts these are. */
  login: string;
}

export function ReadingDesk({ document, login }: ReadingDeskProps) {
  const narrow = useNarrow();
  const [keys_on, set_keys_on] = useSingleKeys();
  const [beside, set_beside] = useState(window.innerWidth >= room_for_three);
  const [view, set_view] = useState<View>("tasks");
  const on_show = () => set_view("clean");
  const desk = useDesk({ document, login, keys_on, on_show });
  return (
    <div className={`desk ${beside && !narrow ? "desk-three" : ""}`}>
      <DeskHead
        review={desk.review}
        beside={narrow ? undefined : beside}
        set_beside={set_beside}
        keys_on={keys_on}
        set_keys_on={set_keys_on}
      />
      <Facts document={document} part={desk.part} on_show={desk.show} />
      <Refused desk={desk} />
      {narrow ? <ViewSwitch view={view} set_view={set_view} /> : null}
      <Panes
        desk={desk}
        draft_key={`${login}.review.${document.summary.id}`}
        shows={(one) => (narrow ? view === one : one !== "original" || beside)}
      />
    </div>
  );
}
