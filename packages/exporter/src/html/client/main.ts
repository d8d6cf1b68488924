import { startLines } from "./start-lines.js";

void startLines(document);
