/** The browser tests: the production build in Chromium, in the workbench. Started by `npm run test:browser`. */
module.exports = {
  ...require("./jest.config.js"),
  testMatch: ["<rootDir>/test/browser/**/*.browser.ts"],
  testTimeout: 300000,
  // A browser that does not end must not hold the run.
  forceExit: true,
};
