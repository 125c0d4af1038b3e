// What can come back instead of an answer.
import type { Problem } from "./shapes";

/** The server said no, and why. */
export class Refusal extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`${problem.code} ${problem.title}`);
    this.name = "Refusal";
    this.problem = problem;
  }
}

/** No answer of ours came: the server or the network is down, or something between them spoke. */
export class Unreached extends Error {
  readonly status: number;
  constructor(status: number) {
    super(status === 0 ? "no answer" : `unreadable answer, status ${status}`);
    this.name = "Unreached";
    this.status = status;
  }
}

export function problem_of(error: unknown): Problem | undefined {
  return error instanceof Refusal ? error.problem : undefined;
}

/** HTTP status of a refusal, 0 when there was none. */
export function status_of(error: unknown): number {
  if (error instanceof Refusal) return error.problem.status;
  return error instanceof Unreached ? error.status : 0;
}

function is_problem(value: unknown): value is Problem {
  return (
    typeof value === "object" && value !== null && "code" in value && "title" in value &&
    typeof value.code === "string" && typeof value.title === "string"
  );
}

/** Reads the body of an answer that is not 2xx. */
export function failure_of(status: number, body: string): Error {
  try {
    const value: unknown = JSON.parse(body);
    if (is_problem(value)) return new Refusal({ ...value, status });
  } catch {
    // Not JSON: a proxy's page, or nothing at all.
  }
  return new Unreached(status);
}
