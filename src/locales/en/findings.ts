/** What was noted about rows of the orders: a short label, what it means, and what the user can do. */
export const findings = {
  mixedCurrencies: {
    label: "Several currencies",
    explanation: "The amounts are in more than one currency. They are never added up as if they were one.",
    action: "Choose the currency that counts, or enter a rate for each of the others.",
  },
  blankId: {
    label: "No customer",
    explanation:
      "The customer cell is empty or holds an error, so the order belongs to nobody. It is left out.",
    action: "Fill in the customer, or accept that these orders do not count.",
  },
  unreadableDate: {
    label: "Unreadable date",
    explanation:
      "The date cell is empty, or holds no date that exists in this column’s way of writing. The row is left out.",
    action:
      "Correct the date, or check how the dates of this column are written (day, month, year, calendar).",
  },
  futureDate: {
    label: "Date in the future",
    explanation: "The date lies after the last day that counts. The row is left out.",
    action: "Correct the date, or move the last day that counts.",
  },
  exchangedDate: {
    label: "Day and month perhaps exchanged",
    explanation:
      "Every true date in this column has a day up to 12, and every date left as text has a day beyond 12. That happens when Excel opens a list under another date setting: it exchanges day and month where it can. The rows count with the dates as they stand.",
    action:
      "Import the list again with its own date order (Data, From Text/CSV), or accept the dates as they stand.",
  },
  unreadableAmount: {
    label: "Unreadable amount",
    explanation:
      "The amount is empty, or is not a number in this column’s way of writing. The row is left out.",
    action: "Correct the amount, or check the decimal sign of this column.",
  },
  otherCurrency: {
    label: "Other currency",
    explanation: "The row is in a currency that was not chosen and has no rate. It is left out.",
    action: "Enter a rate for this currency if its orders should count.",
  },
  missingCurrency: {
    label: "No currency given",
    explanation:
      "The row names no currency. It counts if all other rows share one currency, and is left out if there are several.",
    action: "Fill in the currency.",
  },
  duplicate: {
    label: "Exact duplicate",
    explanation:
      "The row equals an earlier one in customer, date, amount and order number. With an order number it counts once; without one it may be a second purchase and counts.",
    action: "Look at the rows, and choose whether duplicates count.",
  },
  orderLine: {
    label: "Further line of an order",
    explanation:
      "The row has the order number and the customer of an earlier row: both are lines of one order. Its amount counts, but the order is counted once, on the date of its first line.",
    action: "Nothing, if one order may have several rows. If each row is an order of its own, choose so.",
  },
  return: {
    label: "Return",
    explanation:
      "The amount is negative. It is taken off the customer’s revenue, unless you chose to leave returns out.",
    action: "Nothing, if these are returns or credit notes.",
  },
  returnWithoutOrder: {
    label: "Return without an order",
    explanation:
      "The customer has only returns here: the purchase lies outside these rows. The row is left out.",
    action: "Include the earlier orders, or accept that this return does not count.",
  },
  zeroAmount: {
    label: "Amount of zero",
    explanation:
      "The amount is 0. It counts as a purchase without revenue, unless you chose to leave such rows out.",
    action: "Nothing, if these were gifts or free replacements.",
  },
  totalRow: {
    label: "Total row",
    explanation: "The row is a total of the rows above, not an order. It is left out.",
    action: "Nothing. Check the row if it is an order after all.",
  },
  emptyRow: {
    label: "Empty row",
    explanation: "The row holds nothing.",
    action: "Nothing.",
  },
  textAmount: {
    label: "Number stored as text",
    explanation:
      "The amount is a number written as text. It was read and counts, but Excel’s own SUM passes over it.",
    action: "Convert the cells to numbers, so that your own formulas count them too.",
  },
  similarId: {
    label: "Customer spelled differently",
    explanation:
      "The customer is written with other capitals, spaces or forms of letters (such as ي and ی) than before. Spaces never make another customer; capitals and forms do only if you chose so.",
    action: "Use one spelling, or choose that capitals tell customers apart.",
  },
  longId: {
    label: "Customer number of more than 15 digits",
    explanation:
      "Excel keeps 15 digits of a number and turns the rest into zeros, so that several customers may have become one.",
    action: "Bring the column in as text, with all its digits.",
  },
};

/** What became of the rows of a finding. */
export const findingTreatments = {
  excluded: "left out",
  kept: "counted",
  blocking: "awaiting your decision",
};

export type FindingWords = typeof findings;
export type FindingTreatmentWords = typeof findingTreatments;
