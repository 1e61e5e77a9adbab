/** By problem code (src/excel/problem.ts): what is wrong, and what to do next. */
export const paneProblems = {
  noSelection: {
    title: "No cells are selected",
    help: "Click a cell in your list of orders, then press “Read the selection”.",
  },
  severalAreas: {
    title: "Several separate areas are selected",
    help: "Select one block of cells: one click in the list of orders is enough.",
  },
  chartSelected: {
    title: "A chart is selected",
    help: "Click a cell in your list of orders, then press “Read the selection”.",
  },
  shapeSelected: {
    title: "A picture or shape is selected",
    help: "Click a cell in your list of orders, then press “Read the selection”.",
  },
  notARange: {
    title: "The selection holds no cells that can be read",
    help: "Open the sheet with your orders, click a cell in the list and try again.",
  },
  emptySelection: {
    title: "The selected cells are empty",
    help: "Select the cells that hold your orders, with their headings.",
  },
  oneCell: {
    title: "Only one cell is filled here",
    help: "Select the whole list of orders: one row per order with a customer, a date and an amount.",
  },
  oneRow: {
    title: "Only one row is selected",
    help: "A summary needs a list: select all orders, with their headings.",
  },
  tooManyCells: {
    title: "The selection is too large to be read",
    help: "Select only the columns with customer, date and amount. At most {most} cells can be read.",
  },
  ownSheetSelected: {
    title: "“{sheet}” was made by this add-in",
    help: "Open the sheet with your own orders and select them there.",
  },
  sourceMissing: {
    title: "The orders are not where they were",
    help: "The sheet “{sheet}” or its table was deleted, renamed or emptied. Select the orders again.",
  },
  editMode: {
    title: "A cell is being edited",
    help: "Press Enter or Esc in the sheet to finish, then try again.",
  },
  protectedWorkbook: {
    title: "The workbook is protected",
    help: "No sheet can be added. Choose Review › Protect Workbook to lift the protection, then try again.",
  },
  protectedSheet: {
    title: "The sheet “{sheet}” is protected",
    help: "Open it, choose Review › Unprotect Sheet, then try again.",
  },
  protectedCells: {
    title: "A sheet is protected",
    help: "Open the protected sheet, choose Review › Unprotect Sheet, then try again.",
  },
  readOnlyWorkbook: {
    title: "The workbook can only be read",
    help: "Save a copy of your own, open it and try again.",
  },
  unsupportedExcel: {
    title: "This version of Excel cannot do this",
    help: "Update Excel, or open the workbook in Excel on the web.",
  },
  noExcel: {
    title: "Excel cannot be reached",
    help: "Open the pane inside Excel: Home › Customer value.",
  },
  busy: {
    title: "Excel is busy",
    help: "Wait until Excel has finished calculating, then try again.",
  },
  stillCalculating: {
    title: "A CLV formula is still being calculated",
    help: "{sheet}!{address} has no value yet. Wait a moment, then try again.",
  },
  payloadTooLarge: {
    title: "Excel refused the amount of data",
    help: "Select fewer columns or rows, or choose fewer sheets, then try again.",
  },
  valuesMissing: {
    title: "Excel gave no values for some cells",
    help: "Select only the columns with customer, date and amount, then try again.",
  },
  sheetMissing: {
    title: "A sheet has disappeared",
    help: "The sheet was deleted or renamed in the meantime. Try again.",
  },
  sheetExists: {
    title: "A sheet of that name is already there",
    help: "It was not made by this add-in, so it was left alone. Rename it, then try again.",
  },
  nameTaken: {
    title: "The name “{name}” is already used in this workbook",
    help: "Rename it under Formulas › Name Manager, then try again.",
  },
  tableTaken: {
    title: "A table named “{name}” is already there",
    help: "Rename it under Table Design, then try again.",
  },
  cellsInTheWay: {
    title: "Some cells are in the way",
    help: "On the sheet “{sheet}” there is something of yours at {address}. Move it, then try again.",
  },
  cellNotEmpty: {
    title: "The active cell is not empty",
    help: "Click an empty cell, then insert the function again.",
  },
  formulaRefused: {
    title: "Excel refused a formula",
    help: "Check whether the workbook opens without problems, then try again. If it happens again, choose fewer sheets.",
  },
  invalidPlan: {
    title: "The summary could not be put together",
    help: "This is a fault of the add-in. Please report it with the details below.",
  },
  connectionLost: {
    title: "The connection to Excel was lost",
    help: "Check your connection, wait a moment and try again. If it does not help, reload the workbook.",
  },
  cancelled: {
    title: "Cancelled",
    help: "The workbook is as it was.",
  },
  rollbackFailed: {
    title: "Not everything could be put back",
    help: "Look at the sheets that were just added and delete them by hand. Your orders were not touched.",
  },
  settingsTooLarge: {
    title: "There is too much to remember in this workbook",
    help: "The result itself is complete. Next time the settings may have to be chosen again.",
  },
  tooManyFormulas: {
    title: "There are too many CLV formulas to remember",
    help: "Save a copy of the workbook and paste the values there instead: Copy, then Paste Special › Values.",
  },
  unexpected: {
    title: "Something unexpected happened",
    help: "Try again. If it happens again, close the pane, open it and repeat the last step.",
  },
  columnMissing: {
    title: "The column “{heading}” is no longer among the orders",
    help: "Give the column its heading back on the sheet “{sheet}”, or select the orders again and choose the columns. Nothing was changed.",
  },
  columnTwice: {
    title: "Several columns are headed “{heading}”",
    help: "Give each column on the sheet “{sheet}” a heading of its own, or select the orders again and choose the columns. Nothing was changed.",
  },
  inputRefused: {
    title: "A typed value cannot be used",
    help: "“{label}” in {cell} is {value}. Allowed: {allowed}. Correct the cell, or empty it to have the value that it had by itself, then refresh. Nothing was changed.",
  },
  noOrders: {
    title: "Not one row can be read as an order",
    help: "Check which columns hold the customer, the date and the amount (step {step}).",
  },
  noRevenue: {
    title: "There is no revenue",
    help: "All rows are returns or zero. Check the column with the amount (step {step}).",
  },
  oneDay: {
    title: "All orders are of the same day",
    help: "A customer’s value needs orders over time. Check the column with the date (step {step}).",
  },
  engineFailed: {
    title: "The calculation stopped",
    help: "Close the pane, open it and try again. If it happens again, try with fewer sheets.",
  },
  languageNotLoaded: {
    title: "The words in {language} could not be loaded",
    help: "The pane stays in this language. Check your connection to the network, then choose the language again.",
  },
  catalogueNotLoaded: {
    title: "The list of functions could not be loaded",
    help: "Check your connection to the network, then try again. The functions themselves work in the cells all the same.",
  },
};
