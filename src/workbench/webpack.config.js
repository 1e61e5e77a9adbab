const path = require("node:path");
const StylePlugin = require("mini-css-extract-plugin");

const ROOT = path.resolve(__dirname, "../..");

/**
 * The workbench's page. A development build on purpose: minifying the grid takes two minutes and serves nobody. It
 * lies in .cache and is never part of dist/.
 */
module.exports = {
  mode: "development",
  devtool: false,
  context: ROOT,
  entry: { workbench: "./src/workbench/page/workbench.ts" },
  output: { path: path.join(ROOT, ".cache/workbench"), filename: "[name].js", clean: true },
  resolve: { extensions: [".ts", ".js", ".mjs"] },
  module: {
    rules: [
      {
        test: /\.ts$/,
        loader: "ts-loader",
        options: { transpileOnly: true, compilerOptions: { noEmit: false } },
      },
      { test: /\.css$/, use: [StylePlugin.loader, "css-loader"] },
    ],
  },
  plugins: [new StylePlugin()],
  optimization: { splitChunks: false },
  performance: { hints: false },
  // What was remembered in another folder (a copy of this one) leads back there.
  cache: { type: "filesystem", cacheDirectory: path.join(ROOT, ".cache/webpack-workbench"), version: ROOT },
  stats: "errors-warnings",
};
