/** What is said about lines that YAML cannot read, or reads otherwise than a person means. */
import type { Finding } from "../finding.js";

const QUOTES = "Mettez tout le texte entre guillemets droits, ou écrivez-le sur la ligne suivante après « >- ».";

export const colonInText = (): Finding => ({
  code: "colon-in-text",
  message: "Ce texte contient « : », qui annonce une nouvelle clé.",
  hint: QUOTES,
});

export const apostropheInQuotes = (): Finding => ({
  code: "apostrophe-in-quotes",
  message: "Une apostrophe se trouve dans un texte placé entre apostrophes.",
  hint: "Utilisez des guillemets droits autour du texte, ou l’apostrophe courbe « ’ ».",
});

export const quoteInQuotes = (): Finding => ({
  code: "quote-in-quotes",
  message: "Des guillemets droits se trouvent dans un texte placé entre guillemets droits.",
  hint: "À l’intérieur du texte, utilisez plutôt les guillemets « ».",
});

export const textAfterQuote = (): Finding => ({
  code: "text-after-quote",
  message: "Il y a du texte après le guillemet fermant.",
  hint: "Mettez tout le texte entre guillemets, ou utilisez les guillemets « » pour la citation.",
});

export const unclosedQuote = (mark: string): Finding => ({
  code: "unclosed-quote",
  message: `Le guillemet ${mark} du début n’est jamais refermé.`,
  hint: "Ajoutez le guillemet fermant à la fin du texte.",
});

export const backslashInQuotes = (): Finding => ({
  code: "backslash-in-quotes",
  message: "La barre « \\ » a un sens particulier entre guillemets droits.",
  hint: "Doublez-la : « \\\\ ».",
});

export const starAtStart = (): Finding => ({
  code: "star-at-start",
  message: "Un texte ne peut pas commencer par « * » sans guillemets.",
  hint: QUOTES,
});

export const bracesAtStart = (): Finding => ({
  code: "braces-at-start",
  message: "Un texte ne peut pas commencer par « { » sans guillemets.",
  hint: QUOTES,
});

export const bracketAtStart = (): Finding => ({
  code: "bracket-at-start",
  message: "Un texte ne peut pas commencer par « [ » sans guillemets.",
  hint: QUOTES,
});

export const tagAtStart = (): Finding => ({
  code: "tag-at-start",
  message: "Un texte ne peut pas commencer par « ! » sans guillemets.",
  hint: QUOTES,
});

export const anchorAtStart = (): Finding => ({
  code: "anchor-at-start",
  message: "Un texte ne peut pas commencer par « & » sans guillemets.",
  hint: QUOTES,
});

export const dashAtStart = (): Finding => ({
  code: "dash-at-start",
  message: "Un texte ne peut pas commencer par un tiret suivi d’une espace, sauf entre guillemets.",
  hint: `${QUOTES} Pour une liste, allez à la ligne avant le premier tiret.`,
});

export const specialAtStart = (sign: string): Finding => ({
  code: "special-at-start",
  message: `Un texte ne peut pas commencer par « ${sign} » sans guillemets.`,
  hint: QUOTES,
});

export const aliasUsed = (name: string): Finding => ({
  code: "alias-used",
  message: `Les renvois comme « *${name} » ne sont pas acceptés.`,
  hint: "Recopiez la valeur ; si c’est un texte, mettez-le entre guillemets.",
});

export const cutByHash = (lost: string): Finding => ({
  code: "cut-by-hash",
  message: `Le signe « # » coupe le texte ici : « ${lost} » serait perdu.`,
  hint: QUOTES,
});

export const maybeCutByHash = (lost: string): Finding => ({
  code: "maybe-cut-by-hash",
  severity: "warning",
  message: `Ce qui suit « # » n’est pas imprimé : « ${lost} ».`,
  hint: "Pour une simple remarque, laissez deux espaces devant « # » ; sinon, mettez le texte entre guillemets.",
});

export const noSpaceAfterColon = (key: string): Finding => ({
  code: "no-space-after-colon",
  message: `Il manque une espace ordinaire après « ${key}: ».`,
});

export const tabIndent = (): Finding => ({
  code: "tab-indent",
  message: "Cette ligne commence par une tabulation.",
  hint: "Décalez les lignes avec des espaces ordinaires.",
});

export const oddIndent = (): Finding => ({
  code: "odd-indent",
  message: "Cette ligne commence par une espace insécable.",
  hint: "Décalez les lignes avec des espaces ordinaires.",
});

export const badIndent = (): Finding => ({
  code: "bad-indent",
  message: "Cette ligne n’est pas alignée avec celles qui vont avec elle.",
  hint: "Les clés d’un même élément commencent toutes à la même colonne.",
});

export const missingColon = (key: string): Finding => ({
  code: "missing-colon",
  message: `Il manque « : » après « ${key} ».`,
});

export const textNotIndented = (): Finding => ({
  code: "text-not-indented",
  message: "La suite d’un texte doit être décalée par rapport à sa clé.",
  hint: "Ajoutez des espaces au début de la ligne.",
});

export const duplicateKey = (key: string, line: number): Finding => ({
  code: "duplicate-key",
  message: `La clé « ${key} » est écrite deux fois : elle est déjà à la ligne ${line}.`,
  hint: "Gardez une seule des deux lignes.",
});

export const unclosedBracket = (open: string, close: string): Finding => ({
  code: "unclosed-bracket",
  message: `Le signe « ${open} » n’est pas refermé par « ${close} ».`,
});

export const flowSyntax = (): Finding => ({
  code: "flow-syntax",
  message: "Ce qui est entre accolades ou crochets n’est pas bien écrit.",
  hint: "Séparez les éléments par des virgules et mettez les textes entre guillemets droits.",
});

export const severalDocuments = (): Finding => ({
  code: "several-documents",
  message: "Une ligne « --- » coupe le fichier en deux.",
  hint: "Supprimez-la, ou mettez le texte entre guillemets.",
});

export const yamlSyntax = (): Finding => ({
  code: "yaml-syntax",
  message: "Cette ligne ne peut pas être lue.",
  hint: "Vérifiez son alignement et sa ponctuation ; en cas de doute, mettez le texte entre guillemets droits.",
});

export const tooDeep = (): Finding => ({
  code: "too-deep",
  message: "Ce fichier emboîte trop d’éléments les uns dans les autres.",
});

export const listAfterValue = (key: string): Finding => ({
  code: "list-after-value",
  message: `Une liste commence ici, mais « ${key} » a déjà une valeur sur la ligne du dessus.`,
  hint: "Laissez la clé seule sur sa ligne, ou décalez la liste sous la clé à laquelle elle appartient.",
});

export const lineTooLong = (): Finding => ({
  code: "line-too-long",
  message: "Cette ligne est trop longue pour être lue.",
  hint: "Écrivez les longs textes sur plusieurs lignes après « >- ».",
});
