import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** By name: all of them walk on one server, and what is there from the start is counted first. */
class ByName extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((one, other) => one.moduleId.localeCompare(other.moduleId));
  }
}

// Whole ways through the pages in Chromium against a running server; its address is in ANMIN_URL.
export default defineConfig({
  test: {
    environment: "node",
    include: ["journeys/**/*.test.ts"],
    testTimeout: 180_000,
    hookTimeout: 60_000,
    fileParallelism: false,
    sequence: { sequencer: ByName },
    // Of a second by itself: less than a busy machine takes to draw a list.
    expect: { poll: { timeout: 20_000 } },
  },
});
