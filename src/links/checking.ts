/** All that asks addresses over the network, and what is said of their answers. */
export { askAll } from "./ask-all.js";
export { hasAnswered, isOffline, problemsOf } from "./judge.js";
export { openNetwork } from "./network.js";
