import { defineConfig } from "vitest/config";

// Whole ways through the pages in Chromium against a running server; its address is in ANMIN_URL.
export default defineConfig({
  test: {
    environment: "node",
    include: ["journeys/**/*.test.ts"],
    testTimeout: 180_000,
    hookTimeout: 60_000,
    fileParallelism: false,
    // Of a second by itself: less than a busy machine takes to draw a list.
    expect: { poll: { timeout: 20_000 } },
  },
});
