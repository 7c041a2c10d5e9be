/** What is said about booklets: their keys in kit.yaml, the folder of their chapters, and what is computed in them. */
import type { Finding } from "../finding.js";
import type { Weight } from "../kit.js";

const meant = (word: string | undefined): string | undefined =>
  word === undefined ? undefined : `Vouliez-vous dire « ${word} » ?`;

export const bookletOnly = (key: string): Finding => ({
  code: "booklet-only",
  message: `« ${key} » n’a de sens que pour un livret.`,
  hint: "Supprimez cette clé, ou écrivez « kind: booklet ».",
});

export const bookletDuplex = (): Finding => ({
  code: "booklet-duplex",
  message: "Un livret s’imprime toujours recto verso, pour être plié.",
  hint: "Possibles : long-edge, short-edge.",
});

export const thickPaper = (most: string): Finding => ({
  code: "paper-too-thick",
  message: `Une feuille de plus de ${most} ne se plie pas en livret.`,
  hint: "Un papier ordinaire de 80 g mesure 0.1mm.",
});

export const coverWeight = (): Finding => ({
  code: "no-cover",
  message: "Ce papier de couverture ne sert à rien : aucune couverture ne s’imprime à part.",
  hint: "Supprimez cette clé, ou écrivez « cover: separate » dans le livret.",
});

export const weightUpsideDown = (written: string): Finding => ({
  code: "bad-weight",
  message: `Le grammage « ${written} » commence par le plus lourd.`,
  hint: "Écrivez d’abord le plus léger : « 250-300 ».",
});

export const bookletOnPaper = (format: string): Finding => ({
  code: "booklet-without-size",
  message: `Le format « ${format} » est aussi grand que le papier : les pages d’un livret ont une taille à elles.`,
  hint: "Choisissez un format qui a « width » et « height », par exemple 148mm sur 210mm.",
});

export const bookletFormats = (first: string, other: string): Finding => ({
  code: "mixed-formats",
  message: `Toutes les pages d’un livret ont le même format : ce chapitre est en « ${other} », le premier en « ${first} ».`,
});

export const gangedBooklet = (): Finding => ({
  code: "ganged-booklet",
  message: "Un livret ne peut pas partager ses feuilles avec d’autres composants : elles se plient ensemble.",
  hint: "Retirez-le de cette planche.",
});

export const gangedBoard = (): Finding => ({
  code: "ganged-board",
  message:
    "Un plateau ou une matrice ne peut pas partager ses feuilles avec d’autres composants : chacune en porte un morceau.",
  hint: "Retirez-le de cette planche.",
});

const grams = ({ least, most }: Weight): string =>
  least === most ? `${most}\u00A0g/m²` : `${least} à ${most}\u00A0g/m²`;

interface Asked {
  readonly id: string;
  readonly weight: Weight;
}

export const gangedPapers = (one: Asked, other: Asked): Finding => ({
  code: "ganged-papers",
  severity: "warning",
  message: `Ces composants partagent leurs feuilles et demandent deux papiers : ${grams(one.weight)} pour « ${one.id} », ${grams(other.weight)} pour « ${other.id} ». Tous seront sur le plus lourd.`,
  hint: "Demandez le même papier pour tous, ou retirez l’un d’eux de cette planche.",
});

export const missingFolder = (path: string, suggestion: string | undefined): Finding => ({
  code: "missing-folder",
  message: `Le dossier « ${path} » n’existe pas.`,
  hint: meant(suggestion) ?? "Les chemins partent du dossier du kit ; majuscules et accents comptent.",
});

export const notChapters = (path: string): Finding => ({
  code: "not-chapters",
  message: `« ${path} » n’est ni un dossier de chapitres ni un fichier .md.`,
  hint: "Les chapitres d’un livret sont des fichiers .md : nommez leur dossier, par exemple cards/livret.",
});

export const noChapters = (path: string): Finding => ({
  code: "no-pieces",
  message: `Le dossier « ${path} » ne contient aucun chapitre.`,
  hint: "Ajoutez-y des fichiers .md, par exemple 01-bienvenue.md.",
});

export const badChapterName = (id: string, likely: string): Finding => ({
  code: "bad-id",
  message: `Le nom de ce fichier donne au chapitre l’identifiant « ${id} », qui n’est pas écrit comme il faut.`,
  hint:
    likely === ""
      ? "Nommez le fichier par un numéro, un tiret et des minuscules sans accent : 01-bienvenue.md."
      : `Renommez le fichier : « 01-${likely}.md » par exemple. Un identifiant n’a que des minuscules sans accent, des chiffres et des tirets.`,
});

export const duplicateChapter = (id: string, where: string): Finding => ({
  code: "duplicate-id",
  message: `L’identifiant « ${id} » est déjà celui d’un autre chapitre du livret, ${where}.`,
  hint: "Donnez un autre nom à l’un des deux fichiers : le numéro du début ne compte pas.",
});

export const duplicateAnchor = (name: string, where: string): Finding => ({
  code: "duplicate-anchor",
  message: `L’ancre « ${name} » est déjà prise dans ce livret, ${where}.`,
  hint: "Chapitres et ancres d’un livret ont tous des noms différents.",
});

export const noFrontMatter = (): Finding => ({
  code: "missing-front-matter",
  message: "Ce chapitre n’a pas d’en-tête.",
  hint: "Commencez le fichier par trois lignes : « --- », « template: … », « --- ».",
});

export const openFrontMatter = (): Finding => ({
  code: "unclosed-front-matter",
  message: "L’en-tête du chapitre n’est pas refermé.",
  hint: "Ajoutez une ligne « --- » entre l’en-tête et le texte.",
});

export const chapterWithoutTemplate = (): Finding => ({
  code: "missing-template",
  message: "Aucun modèle n’est indiqué pour ce chapitre.",
  hint: "Écrivez « template: … » dans son en-tête.",
});

export const idOfChapter = (): Finding => ({
  code: "chapter-id",
  message: "L’identifiant d’un chapitre est le nom de son fichier.",
  hint: "Supprimez cette ligne ; pour changer l’identifiant, renommez le fichier.",
});

export const copiesOfChapter = (): Finding => ({
  code: "chapter-copies",
  message: "Un chapitre n’a pas d’exemplaires à lui : le livret s’imprime en entier.",
  hint: "Supprimez cette ligne ; le nombre de livrets s’écrit dans kit.yaml.",
});

export const flowWithoutPage = (): Finding => ({
  code: "flow-without-page",
  message: "Ce modèle fait courir un texte sans dire sur quelles pages.",
  hint: 'Nommez le modèle de la page : <flow page="livret-page">.',
});

export const severalPages = (first: string, other: string): Finding => ({
  code: "several-page-templates",
  message: `Un livret n’a qu’un modèle de page : « ${first} » ailleurs, « ${other} » ici.`,
  hint: "Nommez le même dans tous les modèles de chapitres ; il peut tenir compte de page.first et page.side.",
});

export const openPlaceholder = (): Finding => ({
  code: "unclosed-brace",
  message: "Cette accolade n’est pas refermée.",
  hint: "Ajoutez « } » ; une simple accolade s’écrit « \\{ ».",
});

export const emptyPlaceholder = (): Finding => ({
  code: "empty-braces",
  message: "Il n’y a rien entre ces accolades.",
  hint: "De simples accolades s’écrivent « \\{\\} ».",
});

export const badPlaceholder = (): Finding => ({
  code: "placeholder-syntax",
  message: "Ce qui est entre ces accolades ne peut pas être calculé.",
  hint: "On y écrit un nom puis des mots, par exemple {page sequence-1} ; une simple accolade s’écrit « \\{ ».",
});

export const strayAnchor = (): Finding => ({
  code: "stray-anchor",
  message: "Une ancre ne se place qu’à la fin d’un titre.",
  hint: "Déplacez-la : « ## Mon titre {#mon-titre} ».",
});

export const unknownPlaceholder = (name: string, suggestion: string | undefined, known: string): Finding => ({
  code: "unknown-placeholder",
  message: `« {${name} …} » n’est pas une valeur que l’on sait calculer.`,
  hint: [meant(suggestion), `Possibles : ${known}. Une simple accolade s’écrit « \\{ ».`].filter(Boolean).join(" "),
});

export const strangeHole = (written: string, suggestion: string | undefined, known: readonly string[]): Finding => ({
  code: "unknown-placeholder",
  message: `« ${written} » ne peut pas être rempli dans ce texte.`,
  hint:
    known.length === 0
      ? "Ce texte n’a pas d’accolades ; une simple accolade s’écrit « \\{ »."
      : (meant(suggestion && `{${suggestion}}`) ?? `Possibles : ${known.map((name) => `{${name}}`).join(", ")}.`),
});

export const missingHole = (name: string, example: string): Finding => ({
  code: "missing-placeholder",
  message: `Il manque « {${name}} » : ce texte ne dirait pas tout.`,
  hint: `Écrivez-le à sa place dans la phrase, comme dans « ${example} ».`,
});

export const placeholderWords = (name: string, example: string): Finding => ({
  code: "placeholder-words",
  message: `« {${name} …} » n’a pas le bon nombre de mots.`,
  hint: `Écrivez par exemple ${example}.`,
});

export const placeholderFilter = (name: string): Finding => ({
  code: "placeholder-filter",
  message: `« {${name} …} » ne trie rien : « = » n’y a pas de sens.`,
  hint: "Seul {count …} trie les pièces, par exemple {count donnees answer=share}.",
});

export const unfitFilter = (field: string): Finding => ({
  code: "unfit-filter",
  message: `Les pièces ne se comptent pas d’après leur champ « ${field} » : c’est un texte, une liste ou un groupe.`,
  hint: "Comptez d’après le modèle (template=…) ou un champ à choix.",
});

export const badPieceName = (written: string): Finding => ({
  code: "bad-piece-name",
  message: `« ${written} » ne désigne pas une pièce.`,
  hint: "Écrivez « composant/pièce », par exemple {text donnees/definition definition}.",
});

export const noTextIn = (name: string, field: string): Finding => ({
  code: "no-text",
  message: `Le champ « ${field} » de « ${name} » n’est pas un texte, ou il est vide.`,
});

export const untitled = (id: string): Finding => ({
  code: "untitled-chapter",
  message: `Le chapitre « ${id} » n’a pas de titre.`,
  hint: "Son titre est le champ « title » de son en-tête.",
});

export const noDuration = (id: string): Finding => ({
  code: "no-duration",
  message: `Le chapitre « ${id} » n’a pas de durée.`,
  hint: "Sa durée, en minutes, est le champ « duration » de son en-tête.",
});

export const strayChapter = (id: string, under: string): Finding => ({
  code: "stray-chapter",
  message: `Le chapitre « ${id} » ne peut pas être rangé sous « ${under} » : il ne le suit pas.`,
  hint: `Placez-le juste après « ${under} », ou après un chapitre rangé sous lui.`,
});

export const halfASize = (): Finding => ({
  code: "half-a-size",
  message: "Ce produit n’a que la moitié d’une taille : il faut « width » et « height », ou aucune des deux.",
  hint: "Sans taille, le produit accepte tous les formats du kit.",
});
