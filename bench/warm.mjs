/** Times an edit of one card in a warm process, by the API that a preview uses: `node warm.mjs FOLDER COUNT`. */
import { openWorkshop } from "../lib/api.mjs";
import { writeCards } from "./kit.mjs";

const [folder, count] = process.argv.slice(2);
const workshop = await openWorkshop(folder);
const request = { components: [], targets: ["shop"], papers: ["A4"], duplex: undefined, copies: 1 };
const build = () => workshop.build({ request, ticket: false, out: `${folder}/dist` });
await build();
/** An editor makes many: the first few only teach V8 what to optimise. */
const EDITS = 31;
const times = [];
for (let round = 0; round < EDITS; round++) {
  writeCards(folder, Number(count), ` Mot ${round}`);
  const start = process.hrtime.bigint();
  const result = await build();
  times.push(Number(process.hrtime.bigint() - start) / 1e6);
  if (!result.ok) throw new Error(JSON.stringify(result.problems[0].message));
}
console.log(JSON.stringify({ edit: times.sort((a, b) => a - b)[EDITS >> 1] }));
