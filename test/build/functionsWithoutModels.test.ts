import path from "node:path";
import zlib from "node:zlib";
import webpack from "webpack";

/** The themes of the probability models, which issue 3 does not count: 4 (SBG) and 5 of the catalogue of functions. */
const MODELS = ["buyTillYouDie/index.ts", "contractual.ts"];

/** functions.js as webpack.config.js builds it, but for the themes of the models; kept in memory. */
async function functionsWithoutModels(): Promise<string> {
  const folder = path.resolve(__dirname, "../..");
  const compiler = webpack({
    mode: "production",
    context: folder,
    entry: "./src/functions/functions.ts",
    output: { path: "/", filename: "functions.js", publicPath: "" },
    resolve: {
      extensions: [".ts", ".js"],
      alias: Object.fromEntries(
        MODELS.map((file) => [path.join(folder, "src/functions", file), false as const]),
      ),
    },
    module: {
      rules: [
        {
          test: /\.ts$/,
          loader: "ts-loader",
          options: { transpileOnly: true, compilerOptions: { noEmit: false } },
        },
      ],
    },
    optimization: { splitChunks: false, runtimeChunk: false },
    performance: { hints: false },
  });
  let script = "";
  compiler.outputFileSystem = {
    ...compiler.outputFileSystem,
    mkdir: (...args: unknown[]) => (args.at(-1) as (error: null) => void)(null),
    stat: (...args: unknown[]) => (args.at(-1) as (error: Error) => void)(new Error("there is no file yet")),
    writeFile: (_: unknown, content: unknown, done: (error: null) => void) => {
      script = String(content);
      done(null);
    },
  } as unknown as webpack.OutputFileSystem;
  await new Promise<void>((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error || !stats || stats.hasErrors()) reject(error ?? new Error(stats?.toString("errors-only")));
      else compiler.close(() => resolve());
    });
  });
  return script;
}

test("functions.js of themes 1 to 4 and 6 to 14 is within 40 KB as it travels", async () => {
  const script = await functionsWithoutModels();
  expect(script).toContain("OPTIMAL.RETENTION");
  // 28.4 KB in November 2026.
  expect(zlib.gzipSync(script).length / 1024).toBeLessThan(40);
}, 120_000);
