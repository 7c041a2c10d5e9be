/** What is said about the Markdown of a chapter: what it may not hold, and what to write instead. */
import type { Finding } from "../finding.js";

export const noHtml = (): Finding => ({
  code: "raw-html",
  message: "Les balises HTML ne sont pas acceptées dans un chapitre.",
  hint: "Mettez en forme avec ** et *, ou faites un encart : « ::nom » et son modèle. Un simple « < » s’écrit « \\< ».",
});

export const noEntity = (entity: string): Finding => ({
  code: "html-entity",
  message: `« ${entity} » serait imprimé tel quel.`,
  hint: "Tapez le signe lui-même ; les espaces insécables du français se placent toutes seules.",
});

export const noImage = (): Finding => ({
  code: "image-in-text",
  message: "Une image ne peut pas être placée dans un texte.",
  hint: "Faites un encart dont le modèle a un champ de type « image » : « ::photo {picture: dessin.svg} ».",
});

export const noCode = (): Finding => ({
  code: "code-in-text",
  message: "Le code, entre accents graves, n’est pas accepté dans un chapitre.",
  hint: "Pour citer ce qu’on tape, utilisez les guillemets « » ; pour insister, le gras : **mot**.",
});

export const noIndentedCode = (): Finding => ({
  code: "indented-text",
  message: "Ce texte commence par une tabulation ou par quatre espaces : ce serait du code.",
  hint: "Supprimez les espaces du début ; sous un élément de liste, alignez le texte avec celui de l’élément.",
});

export const noRule = (): Finding => ({
  code: "rule-in-text",
  message: "Un trait de séparation n’est pas accepté dans un chapitre.",
  hint: "Commencez une partie par un titre : « ## Titre ». Un trait se dessine dans un modèle.",
});

export const noReference = (): Finding => ({
  code: "link-definition",
  message: "Une adresse écrite à part, comme ici, disparaîtrait.",
  hint: "Écrivez le lien dans la phrase : [mots](https://…), ou {address lien} avec un lien de cards/links.yaml.",
});

export const noBareAddress = (address: string): Finding => ({
  code: "bare-address",
  message: `L’adresse « ${address} » entre chevrons serait imprimée telle quelle.`,
  hint: "Écrivez [mots](adresse), ou {address lien} avec un lien de cards/links.yaml.",
});

export const refusedLink = (address: string): Finding => ({
  code: "bad-address",
  message:
    address === ""
      ? "Ce lien n’a pas d’adresse : seuls ses mots seraient imprimés."
      : `Un lien ne peut pas mener à « ${address} » : seuls ses mots seraient imprimés.`,
  hint: "Une adresse commence par https:// ou mailto: ; dans un livret, #ancre mène à une partie.",
});

export const headingTooDeep = (): Finding => ({
  code: "heading-too-deep",
  message: "Un titre a au plus quatre « # ».",
  hint: "Relevez ce titre, ou écrivez un paragraphe en gras.",
});

export const emptyHeading = (): Finding => ({
  code: "empty-heading",
  message: "Ce titre est vide.",
  hint: "Écrivez le titre après les « # », ou supprimez la ligne.",
});

export const gluedHeading = (): Finding => ({
  code: "glued-heading",
  message: "Il manque une espace entre les « # » et le titre.",
});

export const badAnchor = (name: string): Finding => ({
  code: "bad-anchor",
  message: `« ${name} » ne peut pas servir d’ancre.`,
  hint: "Une ancre commence par une lettre et ne contient que des lettres sans accent, des chiffres et des tirets : {#mes-prompts}.",
});

export const brokenTable = (): Finding => ({
  code: "broken-table",
  message: "Ce tableau n’en est pas un : la ligne de tirets n’a pas autant de colonnes que la ligne du dessus.",
  hint: "Écrivez un groupe de tirets par colonne : | --- | --- |.",
});

export const tooManyCells = (count: number, columns: number): Finding => ({
  code: "too-many-cells",
  message: `Cette ligne a ${count} cases, pour ${columns} colonne${columns > 1 ? "s" : ""} : celle-ci disparaîtrait.`,
  hint: "Ajoutez une colonne à la première ligne et à celle des tirets ; une barre dans un texte s’écrit « \\| ».",
});

export const rowWithoutBar = (): Finding => ({
  code: "row-without-bar",
  message: "Ce texte touche le tableau : il en deviendrait une ligne.",
  hint: "Laissez une ligne vide après le tableau.",
});

export const tooDeep = (): Finding => ({
  code: "too-deep",
  message: "Trop de listes, de citations ou d’encarts sont placés les uns dans les autres.",
});

export const strayFence = (): Finding => ({
  code: "stray-fence",
  message: "Cette ligne ne ferme aucun encart.",
  hint: "La fin d’un encart a autant de « : » que son début, et commence à la même colonne.",
});

export const boxWithoutName = (): Finding => ({
  code: "box-without-name",
  message: "Il manque le nom de l’encart après les « : ».",
  hint: "Écrivez le nom d’un modèle du kit, collé aux deux-points : « :::conseil ».",
});

export const unclosedBox = (name: string, colons: string): Finding => ({
  code: "unclosed-box",
  message: `L’encart « ${name} » n’est pas fermé.`,
  hint: `Ajoutez une ligne « ${colons} » à sa fin, à la même colonne ; sans texte, écrivez « ::${name} », avec deux « : ».`,
});

export const textAfterBox = (name: string): Finding => ({
  code: "text-after-box",
  message: `Après le nom de l’encart « ${name} », la ligne ne peut porter que des accolades.`,
  hint: "Mettez le texte sur la ligne suivante, ou dans un champ : {title: Mon titre}.",
});

export const openBraces = (): Finding => ({
  code: "unclosed-bracket",
  message: "Le signe « { » n’est pas refermé par « } » sur sa ligne.",
  hint: "Les champs d’un encart tiennent sur une ligne ; un texte long se place dans l’encart, sur les lignes suivantes.",
});
