/** Unit, property and host tests. The browser tests are started by `npm run test:browser`. */
module.exports = {
  testEnvironment: "node",
  // Ends a test that hangs; no test is a measure of speed.
  testTimeout: 60000,
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/.cache/"],
  cacheDirectory: "<rootDir>/.cache/jest",
  setupFiles: ["<rootDir>/test/allLanguages.ts"],
  moduleNameMapper: { "\\.css$": "<rootDir>/test/emptyStyle.ts" },
  // Looked up in the sandbox of a test file, a global costs many times what it costs in a plain program.
  sandboxInjectedGlobals: [
    "Array",
    "Float64Array",
    "JSON",
    "Map",
    "Math",
    "Number",
    "Object",
    "Set",
    "String",
  ],
  transform: {
    "^.+\\.(ts|js|mjs)$": [
      "ts-jest",
      {
        tsconfig: {
          module: "commonjs",
          moduleResolution: "node10",
          ignoreDeprecations: "6.0",
          allowJs: true,
          esModuleInterop: true,
          target: "ES2022",
          resolveJsonModule: true,
          isolatedModules: true,
        },
        diagnostics: false,
      },
    ],
  },
  // Packages published as ES modules only.
  transformIgnorePatterns: [
    "/node_modules/(?!(?:.*/)?(?:strip-bom|uuid|node-fetch|fetch-blob|formdata-polyfill|data-uri-to-buffer|hucre|comlink" +
      // What Univer, the workbench's grid, needs of them.
      "|cjk-regex|collapse-white-space|fast-diff|flatqueue|franc-min|kdbush|lodash-es|n-gram|nanoid|numfmt|opentype.js|ot-json1" +
      "|quickselect|rbush|regexp-util|trigram-utils|unicode-regex|unicount)/)",
  ],
};
