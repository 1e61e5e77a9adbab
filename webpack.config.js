const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const StylePlugin = require("mini-css-extract-plugin");

/** Where the add-in is deployed: the one setting of a build. */
const ADDRESS = (process.env.CLV_ADDRESS ?? "https://localhost:3000").replace(/\/+$/, "");
const DEVELOPMENT_ADDRESS = /https:\/\/localhost:3000/g;

const atAddress = (content) => content.toString().replace(DEVELOPMENT_ADDRESS, ADDRESS);

module.exports = async (_env, argv) => {
  const { makeMetadata } = await import("./scripts/metadata.mjs");
  await makeMetadata(ADDRESS);
  const { referencePage } = await import("./scripts/reference.mjs");
  const development = argv?.mode === "development";
  return {
    mode: development ? "development" : "production",
    devtool: development ? "source-map" : false,
    entry: {
      functions: "./src/functions/functions.ts",
      taskpane: "./src/taskpane/taskpane.ts",
      worker: "./src/worker/worker.ts",
    },
    // No automatic public path: functions.js also runs where there is neither a document nor a self.
    output: { path: path.resolve(__dirname, "dist"), filename: "[name].js", publicPath: "", clean: true },
    resolve: { extensions: [".ts", ".js"] },
    module: {
      rules: [
        {
          test: /\.ts$/,
          loader: "ts-loader",
          options: { transpileOnly: true, compilerOptions: { noEmit: false } },
        },
        { test: /\.css$/, use: [StylePlugin.loader, { loader: "css-loader", options: { url: false } }] },
      ],
    },
    plugins: [
      new StylePlugin(),
      new HtmlPlugin({
        filename: "taskpane.html",
        template: "src/taskpane/taskpane.html",
        chunks: ["functions", "taskpane"],
        chunksSortMode: "manual",
        scriptLoading: "defer",
      }),
      new CopyPlugin({
        patterns: [
          { from: "assets", to: "assets" },
          { from: "generated/functions*.json", to: "[name][ext]" },
          { from: "generated/catalogue.*.json", to: "[name][ext]" },
          { from: "manifest.xml", to: "manifest.xml", transform: atAddress },
          {
            from: "generated/catalogue.json",
            to: "reference.html",
            transform: (json) => referencePage(JSON.parse(json)),
          },
        ],
      }),
    ],
    optimization: { splitChunks: false, runtimeChunk: false },
    performance: { hints: false },
    // What was remembered in another folder (a copy of this one) leads back there.
    cache: {
      type: "filesystem",
      cacheDirectory: path.resolve(__dirname, ".cache/webpack"),
      version: __dirname,
    },
    stats: "errors-warnings",
  };
};
