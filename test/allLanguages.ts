/** The product loads a language when it is wanted; tests want all of them from the start. */
import { learn } from "../src/locales/language";
import { language as ar } from "../src/locales/languages/ar";
import { language as fa } from "../src/locales/languages/fa";
import { language as hy } from "../src/locales/languages/hy";
import { language as pl } from "../src/locales/languages/pl";

learn("fa", fa);
learn("ar", ar);
learn("pl", pl);
learn("hy", hy);
