/** The words of job tickets, in the order in which they are read: how they are said where a kit does not say them, and why. */
import type { PrintWord } from "./print-words.js";

const FOLDING =
  "pliées en deux, les plis l’un dans l’autre, la première feuille dehors ; deux agrafes dans le pli, à {first} et {second} mm du haut";

/** What is counted stands behind its word, so that no language needs a plural. */
export const TICKET_WORDS = {
  ticket: { text: "Bon d’impression", note: "Titre du bon" },
  "ticket-shop": { text: "Pour l’imprimeur", note: "Sous-titre du bon : pour qui il est" },
  "ticket-home": { text: "Pour imprimer soi-même", note: "Sous-titre du bon : pour qui il est" },
  "ticket-edition": { text: "version {version} du {date}", note: "Quelle édition du kit" },
  "ticket-proof": {
    text: "Épreuve : à relire, pas à distribuer",
    note: "En tête du bon d’une langue en cours de traduction",
  },
  "ticket-scale": { text: "100 %, ne pas ajuster à la page", note: "La règle qui compte le plus : en grand" },
  "ticket-scale-how": {
    text: "Dans la fenêtre d’impression : « Taille réelle » ou « 100 % ». Le bord que l’imprimante n’atteint pas reste blanc : c’est prévu.",
    note: "Comment la suivre",
  },
  "ticket-ruler": {
    text: "Tirez d’abord la feuille {n} de {file} et mesurez sa règle : elle doit faire {length} mm.",
    note: "La suite : comment le vérifier, sur la première feuille qui porte une règle",
  },
  "ticket-once": {
    text: "Chaque fichier s’imprime une seule fois, en entier : il contient déjà tous les exemplaires. Gardez les feuilles dans l’ordre où elles sortent.",
    note: "Règle générale",
  },
  "ticket-matt": {
    text: "Papier blanc, mat de préférence : on y écrit, et les codes QR s’y lisent mieux.",
    note: "Règle générale",
  },
  "ticket-client": { text: "Client, téléphone, date de retrait", note: "Au-dessus de lignes à remplir au comptoir" },
  "ticket-sheets": { text: "Feuilles", note: "Avant un nombre" },
  "ticket-files": { text: "Fichiers", note: "Avant un nombre" },
  "ticket-faces-color": {
    text: "Faces en couleur",
    note: "Avant un nombre : les côtés imprimés, que l’imprimeur facture",
  },
  "ticket-faces-gray": {
    text: "Faces en noir et blanc",
    note: "Avant un nombre : les côtés imprimés, que l’imprimeur facture",
  },
  "ticket-cuts": { text: "Coupes", note: "Avant un nombre" },
  "ticket-copies": { text: "Exemplaires", note: "Avant un nombre" },
  "ticket-guillotine": { text: "Massicot", note: "Avant une durée estimée" },
  "ticket-cutting": { text: "Découpe", note: "Avant une durée estimée, pour qui coupe soi-même" },
  "ticket-minutes": { text: "environ {n} min", note: "Une durée estimée" },
  "ticket-weight": { text: "{n} g/m²", note: "Grammage d’un papier" },
  "ticket-weights": { text: "{least} à {most} g/m²", note: "Grammage d’un papier : ce qui convient" },
  "ticket-roll": { text: "rouleau", note: "Le papier d’un traceur" },
  "ticket-lengths": { text: "{width} × {height} mm", note: "Largeur, puis hauteur" },
  "ticket-printing": { text: "Impression", note: "Avant « recto verso, couleur »" },
  "ticket-long-edge": { text: "recto verso, retourner sur le bord long", note: "Les mots du menu de l’imprimante" },
  "ticket-short-edge": { text: "recto verso, retourner sur le bord court", note: "Les mots du menu de l’imprimante" },
  "ticket-one-side": { text: "recto seul", note: "On n’imprime qu’un côté" },
  "ticket-imposed": {
    text: "pas de mode « livret » : les pages sont déjà dans l’ordre du pliage",
    note: "Comment imprimer un livret : l’imprimante ne doit pas ranger ses pages une deuxième fois",
  },
  "ticket-color": { text: "couleur", note: "Comment imprimer" },
  "ticket-gray": { text: "noir et blanc", note: "Comment imprimer" },
  "ticket-pages": { text: "pages du fichier : {n}", note: "Pour vérifier que le fichier est entier" },
  "ticket-faces": { text: "faces imprimées : {n}", note: "Les côtés imprimés d’un fichier, que l’imprimeur facture" },
  "ticket-within": { text: "exemplaires : {n}", note: "Ceux que contient un fichier" },
  "ticket-size": { text: "Format fini", note: "Avant la largeur et la hauteur d’une pièce une fois coupée" },
  "ticket-corners": { text: "coins à arrondir, si possible : rayon {n} mm", note: "Rayon des coins d’une carte" },
  "ticket-work": { text: "Façonnage", note: "Avant ce qui est à couper, plier, agrafer" },
  "ticket-sheet": { text: "Feuille {n}", note: "Numéro d’une feuille" },
  "ticket-run": { text: "Feuilles {first} à {last}", note: "Des feuilles qui se suivent" },
  "ticket-stretches": { text: "Feuilles {list}", note: "Numéros de feuilles : « Feuilles 2–3 et 5–6 »" },
  "ticket-cut-pile": {
    text: "couper toute la pile ensemble ; coupes : {n}",
    note: "Pour le massicot : un nombre de coupes",
  },
  "ticket-cut-each": {
    text: "couper feuille par feuille ; coupes par feuille : {n}",
    note: "Chez soi : un nombre de coupes",
  },
  "ticket-machine": {
    text: "à couper à la machine, avec les fichiers de découpe joints, recto dessus",
    note: "Feuilles qui portent les repères d’une machine de découpe",
  },
  "ticket-parts": {
    text: "couper d’abord au trait tireté, puis chaque partie à ses traits de coupe ; coupes : {n}",
    note: "Feuilles qui portent des pièces de tailles différentes : les traits sont imprimés sur la feuille",
  },
  "ticket-keep": { text: "rien à couper", note: "Feuilles que l’on garde entières" },
  "ticket-glue": {
    text: "ne pas couper : ces feuilles se collent d’abord, comme le montre la page d’assemblage",
    note: "Plateau ou matrice en plusieurs feuilles",
  },
  "ticket-glue-shop": {
    text: "à remettre à plat, sans couper ni coller : la page d’assemblage dit la suite",
    note: "Le même, pour l’imprimeur : qui a commandé assemble",
  },
  "ticket-guide": {
    text: "page d’assemblage, à joindre sans la couper",
    note: "La feuille qui montre comment assembler un plateau",
  },
  "ticket-left": { text: "du bord gauche, en mm :", note: "D’où se mesurent des coupes ; des millimètres suivent" },
  "ticket-top": { text: "du bord haut, en mm :", note: "D’où se mesurent des coupes ; des millimètres suivent" },
  "ticket-stack": {
    text: "Après la coupe d’une pile, reposez les petites piles l’une sur l’autre : celle du haut à gauche dessus, puis de gauche à droite, puis rangée par rangée. Les pièces sont dans l’ordre ; jetez celles qui n’ont rien d’imprimé.",
    note: "Règle générale, pour qui coupe des piles au massicot",
  },
  "ticket-high": {
    text: "Une pile trop haute pour le massicot se coupe en plusieurs fois : reformez ensuite chaque petite pile, feuilles du début dessus.",
    note: "La suite, quand il y a beaucoup d’exemplaires",
  },
  "ticket-share": {
    text: "À partager en {n} paquets de {each}, l’un après l’autre : un par boîte.",
    note: "Ce que l’on fait d’une pile coupée quand il y a plusieurs boîtes : un nombre de paquets, un nombre de pièces ou de feuilles, toujours plusieurs",
  },
  "ticket-share-each": {
    text: "Chaque pièce vient {n} fois de suite : une par boîte.",
    note: "Le même, pour des matrices ; toujours plusieurs fois",
  },
  "ticket-order": {
    text: "dans l’ordre : {list}",
    note: "Ce que porte un fichier : des jeux et leur nombre de cartes",
  },
  "ticket-fold": {
    text: "Pliez aux tirets, l’impression dehors, et collez dos à dos.",
    note: "Cartes dont le dos est imprimé à côté",
  },
  "ticket-crease": { text: "Pliez aux tirets.", note: "Grand plateau d’une pièce" },
  "ticket-bind": {
    text: `Feuilles par livret : {n}, ${FOLDING}.`,
    note: "Livret dont la couverture est une feuille comme les autres",
  },
  "ticket-bind-cover": {
    text: `Feuilles par livret : {n}, avec la couverture ({file}) autour, ${FOLDING}.`,
    note: "Livret dont la couverture est imprimée à part, dans un autre fichier",
  },
  "ticket-wrap": {
    text: "La couverture s’agrafe autour des feuilles de {file}, le recto dehors.",
    note: "Fichier de la couverture",
  },
  "ticket-fore-edge": {
    text: "Une fois agrafé, coupez le bord opposé au pli, à {n} mm du pli.",
    note: "Livret à fond perdu",
  },
  "ticket-creep": {
    text: "Au bord opposé au pli, les feuilles du milieu dépassent d’au plus {over} mm : c’est prévu. Pour un bord net, coupez-les à {n} mm du pli, une fois agrafées.",
    note: "Livret que l’on n’a pas à couper",
  },
  "ticket-spare": {
    text: "livrets obtenus : {n}, dont en plus : {spare}",
    note: "Quand plusieurs livrets partagent chaque feuille",
  },
  "ticket-sum": { text: "{n} octets, SHA-256 {sum}…", note: "La taille d’un fichier et le début de son empreinte" },
  "ticket-plan": {
    text: "Plans de coupe, à l’échelle, recto dessus. Traits numérotés : coupes, dans l’ordre, en millimètres depuis le bord gauche, puis le bord haut du papier, qui reste contre la butée. Tirets : plis. Traits épais : agrafes.",
    note: "Légende des dessins",
  },
  "ticket-box": { text: "Dans la boîte", note: "Titre de la liste de ce qu’on y met" },
  "ticket-boxes": { text: "Dans chaque boîte ; boîtes : {n}", note: "Le même, quand il y en a plusieurs" },
  "ticket-deck": { text: "cartes : {n}", note: "Combien, dans la boîte" },
  "ticket-board": { text: "volets : {n}", note: "Combien, dans la boîte" },
  "ticket-matrix": { text: "matrices : {n}", note: "Combien, dans la boîte" },
  "ticket-handouts": { text: "fiches : {n}", note: "Combien, dans la boîte" },
  "ticket-poster": { text: "affiches : {n}", note: "Combien, dans la boîte" },
  "ticket-booklet": { text: "livrets : {n}", note: "Combien, dans la boîte" },
  "ticket-loose": {
    text: "feuilles à assembler : {n}",
    note: "Combien, dans la boîte, pour un plateau ou des matrices à coller",
  },
  "ticket-guides": { text: "Pages d’assemblage", note: "Dans la liste de ce qu’on met dans la boîte" },
  "ticket-total": { text: "en tout : {n}", note: "Pour toutes les boîtes" },
  "ticket-label": { text: "Étiquette de la boîte, à couper sur son cadre", note: "Au-dessus de l’étiquette" },
  "ticket-labels": {
    text: "Étiquettes, une par boîte : {n}. Imprimez {file} une fois (feuilles : {sheets}) et coupez sur les cadres",
    note: "Au-dessus de l’étiquette, quand il y a plusieurs boîtes",
  },
  "ticket-labels-title": { text: "Étiquettes des boîtes", note: "Au bas des pages d’étiquettes" },
  "ticket-others": {
    text: "Ne font pas partie de ce bon : {files}.",
    note: "Fichiers du dossier dont le bon ne sait rien",
  },
} as const satisfies Readonly<Record<string, PrintWord>>;
