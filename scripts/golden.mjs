/** `npm run golden`: writes test/summary/golden anew, what every sheet calculates; read the diff before committing it. */
import { spawnSync } from "node:child_process";
import { ensurePackages } from "./setUp.mjs";

ensurePackages();
const { status } = spawnSync(
  process.execPath,
  ["node_modules/jest/bin/jest.js", "test/summary/goldenPlans.test.ts"],
  { stdio: "inherit", env: { ...process.env, CLV_RENEW_GOLDEN: "1" } },
);
process.exit(status ?? 1);
