/** The themes of the worksheet functions, named by their files in src/functions, in the order of the catalogue. */
export const themes = {
  base: "Base measures",
  retention: "Discounted and retention models",
  migration: "Migration between states",
  survival: "Cohorts and survival",
  contractual: "Contractual customers (probability models)",
  buyTillYouDie: "Customers free to come and go (probability models)",
  acquisition: "Acquisition economics",
  equity: "Customer equity",
  sensitivity: "Sensitivity and what-if",
  segments: "Recency, frequency, spending (RFM); concentration",
  subscription: "Subscription",
  service: "Contact centre and retention offers",
  referral: "Referral and other value",
  trend: "Trend, dates, budget",
  review: "For reviewers",
};
