/*
 * The only file that touches what office.js does not document (PLATFORM.md, section 6). It is served to the pane
 * right after office.js, which itself is never altered, and it must work with the strict content security policy.
 *
 *   seam 0  Office.onReady and Office.context   there is no Office that would answer them
 *   seam 1  OfficeExtension.HostBridge          batches of Excel.run, and the custom-functions runtime
 *
 * It expects `window.parent.__clvHost`:
 *   info: { displayLanguage, contentLanguage, dark, apiVersion }
 *   execute(request, { delayForCellEdit }): Promise<string>
 *   fromRuntime(actions): what the custom-functions runtime says; the results of functions
 *   onSelectionChanged(listener): called back after each change of the selection
 *   onCalculated(listener): called back after sheets were calculated
 *   connected({ window, invoke, describe }): called once
 */
(function (w) {
  "use strict";
  const host = w.parent.__clvHost;
  const DELAY_FOR_CELL_EDIT = 64;
  const FUNCTION_CALLS = 1;
  const INVOKE = 1000;
  const EVENTS = 65536;
  const SELECTION_CHANGED = 2;
  const CALCULATED = 16;
  const LATEST_API = {
    CustomFunctionsRuntime: "1.4",
    DelayForCellEdit: "1.1",
    DialogApi: "1.2",
    ExcelApi: "1.19",
    RibbonApi: "1.2",
    RichApiRuntime: "1.2",
    SharedRuntime: "1.2",
  };

  function isSetSupported(name, version) {
    const supported = name === "ExcelApi" ? host.info.apiVersion || LATEST_API.ExcelApi : LATEST_API[name];
    // 1.10 is later than 1.9: compare as two numbers.
    const parts = (number) =>
      String(number || "1.1")
        .split(".")
        .map(Number);
    if (supported === undefined) return false;
    const [major, minor = 0] = parts(supported);
    const [wantedMajor, wantedMinor = 0] = parts(version);
    return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
  }

  function describeHost() {
    const dark = Boolean(host.info.dark);
    const theme = dark
      ? {
          bodyBackgroundColor: "#292929",
          bodyForegroundColor: "#ffffff",
          controlBackgroundColor: "#3d3d3d",
          controlForegroundColor: "#ffffff",
          isDarkTheme: true,
        }
      : {
          bodyBackgroundColor: "#ffffff",
          bodyForegroundColor: "#242424",
          controlBackgroundColor: "#f5f5f5",
          controlForegroundColor: "#242424",
          isDarkTheme: false,
        };
    const context = w.Office.context || (w.Office.context = {});
    const described = {
      displayLanguage: host.info.displayLanguage,
      contentLanguage: host.info.contentLanguage || host.info.displayLanguage,
      host: "Excel",
      platform: "OfficeOnline",
      officeTheme: theme,
      diagnostics: { host: "Excel", platform: "OfficeOnline", version: "16.0.0.0" },
      requirements: { isSetSupported },
    };
    for (const [name, value] of Object.entries(described)) {
      Object.defineProperty(context, name, { value, configurable: true, writable: true });
    }
  }

  function connect() {
    const bridge = {
      onMessageFromHost: null,
      sendMessageToHost(text) {
        const message = JSON.parse(text);
        if (message.type !== 1 && message.type !== 2) return;
        const answer = (statusCode, body) => {
          const head = { id: message.id, type: message.type, flags: 0 };
          bridge.onMessageFromHost(
            JSON.stringify({ ...head, message: { headers: {}, body, statusCode, status: statusCode } }),
          );
        };
        // Every exception must be answered too, or the add-in waits for ever.
        respond(message).then(
          (body) => answer(200, body),
          (error) =>
            answer(
              error.code === "GeneralException" || !error.code ? 500 : 400,
              JSON.stringify({
                error: { code: error.code || "GeneralException", message: String(error.message || error) },
              }),
            ),
        );
      },
    };
    w.OfficeExtension.HostBridge.init(bridge);
    const tell = (entries) => bridge.onMessageFromHost(JSON.stringify({ type: 3, message: { entries } }));
    host.onSelectionChanged(() => {
      tell([{ messageCategory: EVENTS, messageType: SELECTION_CHANGED, targetId: "", message: "{}" }]);
    });
    host.onCalculated(() => {
      tell([{ messageCategory: EVENTS, messageType: CALCULATED, targetId: "Workbook", message: "{}" }]);
    });
    host.connected({
      window: w,
      /** Describes the host anew, after `info` changed. */
      describe: describeHost,
      /** The function behind an id of functions.json. */
      functionOf: (id) => w.CustomFunctions._association.mappings[id.toUpperCase()],
      /** Calls functions through the real runtime: { id, name, args, address }. */
      invoke(calls) {
        const entry = ({ id, name, args, address }) => ({
          messageCategory: FUNCTION_CALLS,
          messageType: INVOKE,
          message: [id, name, args, address, 0],
        });
        tell(calls.map(entry));
      },
    });
  }

  async function respond(message) {
    const sent = message.message.body;
    const body = typeof sent === "string" ? JSON.parse(sent) : sent || {};
    const actions = body.Actions || [];
    const ofRuntime = actions.some((action) =>
      /^_?SetInvocation|^_GetEnabledFeatures|^_SetOsf/.test(action.Name),
    );
    if (!ofRuntime) {
      return host.execute(JSON.stringify(body), {
        delayForCellEdit: (message.flags & DELAY_FOR_CELL_EDIT) !== 0,
      });
    }
    host.fromRuntime(actions);
    return JSON.stringify({ Results: actions.map((action) => ({ ActionId: action.Id, Value: null })) });
  }

  const info = { host: "Excel", platform: "OfficeOnline", addin: null };
  // In a test this file comes after the page.
  let hasScripts = w.document.readyState !== "loading";
  w.document.addEventListener("DOMContentLoaded", () => (hasScripts = true));
  const ready = new Promise((resolve) => {
    // office.js loads its parts by script tags: wait until all of them are there, and the page's own scripts, which
    // bind the functions.
    const look = () => {
      if (!(
        hasScripts &&
        w.Excel &&
        w.OfficeExtension &&
        w.OfficeExtension.HostBridge &&
        w.CustomFunctions &&
        w.OSF &&
        w.OSF.DDA
      )) {
        w.setTimeout(look, 4);
        return;
      }
      describeHost();
      connect();
      resolve(info);
    };
    look();
  });
  w.Office.onReady = (callback) => ready.then((answer) => (callback ? (callback(answer), answer) : answer));
})(window);
