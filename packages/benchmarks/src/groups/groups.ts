import { calls } from "./calls.js";
import { csv } from "./csv.js";
import type { Group } from "./group.js";
import { help } from "./help.js";
import { ledger } from "./ledger.js";
import { network } from "./network.js";
import { statement } from "./statement.js";
import { workers } from "./workers.js";
import { xlsx } from "./xlsx.js";

/** Every group, in the order in which they are measured. */
export const groups: Readonly<Record<string, Group>> = { csv, xlsx, statement, ledger, network, calls, help, workers };
