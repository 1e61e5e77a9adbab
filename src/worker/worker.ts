import { expose } from "comlink";
import { createEngine } from "./createEngine";
import { answerFit } from "./fitRunner";

/** The pane's engine, and the fits of worksheet functions (each in a worker of its own). */
expose({ ...createEngine(), fit: answerFit });
