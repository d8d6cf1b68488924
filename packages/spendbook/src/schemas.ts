/** What the JSON Schemas beside the package are generated from. */
export { z } from "zod";
export { mappingSchema } from "./books/mapping-schema.js";
export { configSchema } from "./config/config-schema.js";
