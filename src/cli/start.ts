/** What the `mallette` command runs: an old Node is told so, Ctrl-C leaves nothing half done. */
import { EXIT } from "./exit.js";
import { main } from "./main.js";

process.on("SIGINT", () => {
  process.stderr.write("\nInterrompu : les fichiers déjà là n’ont pas changé.\n");
  process.exit(EXIT.interrupted);
});

process.exitCode = await main(process.argv.slice(2));
