export { answer } from "./answer.js";
export { serve } from "./serve.js";
