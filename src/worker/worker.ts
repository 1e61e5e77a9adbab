import { expose, type Endpoint } from "comlink";
import { createEngine } from "./createEngine";
import { serveFits } from "./fitRunner";

/** The pane's engine; and the fits of worksheet functions, each in a worker of its own. */
expose(createEngine());
serveFits(self as unknown as Endpoint);
