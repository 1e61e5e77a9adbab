import tseslint from "typescript-eslint";
import officeAddins from "eslint-plugin-office-addins";

/** Who may import whom, downwards only (docs/decisions/0002-layers.md). A folder always may import itself. */
const LAYERS = {
  numerics: [],
  orders: [],
  locales: ["numerics"],
  measures: ["numerics"],
  models: ["numerics"],
  summary: ["numerics", "measures", "models", "orders", "locales"],
  excel: ["summary", "orders"],
  functions: ["numerics", "measures", "models", "orders", "locales", "worker"],
  worker: ["numerics", "models", "orders", "summary", "locales"],
  taskpane: ["numerics", "excel", "summary", "orders", "worker", "locales", "measures"],
  workbench: ["orders", "summary", "functions"],
};

const layerRules = Object.entries(LAYERS).map(([layer, allowed]) => ({
  files: [`src/${layer}/**/*.ts`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: Object.keys(LAYERS)
          .filter((other) => other !== layer && !allowed.includes(other))
          .map((other) => ({
            regex: `^(\\.\\./)+${other}(/|$)`,
            message: `src/${layer} may not import src/${other} (docs/decisions/0002-layers.md).`,
          })),
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ["dist/", "generated/", ".cache/", "node_modules/", "test-output/"] },
  ...tseslint.configs.recommended,
  {
    files: ["**/*.ts"],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      eqeqeq: "error",
      "no-console": "error",
      "max-lines": ["warn", { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ["src/excel/**/*.ts", "src/taskpane/**/*.ts"],
    plugins: { "office-addins": officeAddins },
    rules: officeAddins.configs.recommended.rules ?? {},
  },
  ...layerRules,
  { files: ["src/workbench/**/*.ts", "test/**/*.ts"], rules: { "no-console": "off" } },
  { files: ["**/*.js", "**/*.mjs"], rules: { "@typescript-eslint/no-require-imports": "off" } },
);
