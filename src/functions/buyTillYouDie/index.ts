/** The theme, file by file in the order of the catalogue. */
export * from "./history";
export * from "./bgNbd";
export * from "./mbgNbd";
export * from "./paretoNbd";
export * from "./gammaGamma";
export * from "./bgBb";
export * from "./bgCnbdK";
export * from "./mbgCnbdK";
export * from "./predict";
export * from "./compare";
export * from "./manyFits";
export * from "./outlook";
