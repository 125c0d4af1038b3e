import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const source = fileURLToPath(new URL("./src", import.meta.url));

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "@": source } },
  // Nothing is inlined as data:, so that the content security policy can stay at 'self'.
  build: { outDir: "dist", assetsInlineLimit: 0, sourcemap: false, chunkSizeWarningLimit: 1200 },
  server: { proxy: { "/api": process.env["ANMIN_URL"] ?? "http://127.0.0.1:8420" } },
});
