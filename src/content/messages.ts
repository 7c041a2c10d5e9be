/** What is said about the kit's files and about how they refer to one another. */
import type { Finding } from "./finding.js";

const meant = (word: string | undefined): string | undefined =>
  word === undefined ? undefined : `Vouliez-vous dire « ${word} » ?`;

const megabytes = (n: number): string => `${Math.round(n * 10) / 10}`.replace(".", ",");

export const missingFile = (path: string, suggestion: string | undefined): Finding => ({
  code: "missing-file",
  message: `Le fichier « ${path} » n’existe pas.`,
  hint: meant(suggestion) ?? "Les chemins partent du dossier du kit ; majuscules et accents comptent.",
});

export const missingKit = (): Finding => ({
  code: "missing-kit",
  message: "Il n’y a pas de fichier kit.yaml dans ce dossier.",
  hint: "Placez-vous dans le dossier du kit, ou indiquez-le avec -C.",
});

export const missingFonts = (): Finding => ({
  code: "missing-fonts",
  message: "Il n’y a pas de fichier fonts/fonts.yaml : le kit n’a aucune police.",
  hint: "Créez fonts/fonts.yaml et nommez-y les polices du kit.",
});

export const outsideKit = (path: string): Finding => ({
  code: "outside-kit",
  message: `Le chemin « ${path} » sort du dossier du kit.`,
  hint: "Copiez le fichier dans le kit et écrivez son chemin à partir du dossier du kit.",
});

export const backslashInPath = (path: string): Finding => ({
  code: "backslash-in-path",
  message: `Le chemin « ${path} » contient « \\ ».`,
  hint: `Écrivez les chemins avec « / » : ${path.replaceAll("\\", "/")}`,
});

export const notAFile = (path: string): Finding => ({
  code: "not-a-file",
  message: `« ${path} » n’est pas un fichier ordinaire.`,
  hint: "C’est sans doute un dossier : donnez-lui un autre nom, ou corrigez le chemin.",
});

export const unreadableFile = (path: string): Finding => ({
  code: "unreadable-file",
  message: `Le fichier « ${path} » ne peut pas être lu.`,
  hint: "Vérifiez ses droits d’accès et qu’aucun autre programme ne le bloque.",
});

export const fileTooBig = (path: string, size: number, most: number): Finding => ({
  code: "file-too-big",
  message: `Le fichier « ${path} » est trop gros : ${megabytes(size)} Mo, pour ${megabytes(most)} Mo au plus.`,
});

export const notUtf8 = (path: string): Finding => ({
  code: "not-utf8",
  message: `Le fichier « ${path} » n’est pas enregistré en UTF-8 : ses accents seraient faux.`,
  hint: "Ouvrez-le dans votre éditeur et enregistrez-le avec l’encodage UTF-8.",
});

export const notText = (path: string): Finding => ({
  code: "not-a-text",
  message: `Le fichier « ${path} » n’est pas un texte : c’est sans doute une image, un document ou un programme.`,
  hint: "Donnez-lui un autre nom, et remettez à sa place le fichier de texte.",
});

export const notYamlFile = (path: string): Finding => ({
  code: "not-a-yaml-file",
  message: `« ${path} » n’est pas un fichier YAML.`,
  hint: /\.md$|(?:^|\/)[^.]*$/i.test(path)
    ? "Le nom d’un fichier de pièces se termine par .yaml ; des chapitres en .md font un livret : « kind: booklet »."
    : "Le nom d’un fichier de pièces se termine par .yaml.",
});

export const emptyFile = (path: string): Finding => ({
  code: "empty-file",
  message: `Le fichier « ${path} » est vide.`,
});

export const emptyDeck = (path: string): Finding => ({
  code: "no-pieces",
  message: `Le fichier « ${path} » ne contient aucune pièce.`,
  hint: "Ajoutez une pièce, ou retirez le fichier de kit.yaml.",
});

export const duplicateId = (id: string, where: string): Finding => ({
  code: "duplicate-id",
  message: `L’identifiant « ${id} » est déjà pris par une autre pièce du composant, ${where}.`,
  hint: "Donnez à chaque pièce un identifiant différent.",
});

export const placeOf = (file: string, line: number): string => `${file} ligne ${line}`;

export const noTemplate = (): Finding => ({
  code: "missing-template",
  message: "Aucun modèle n’est indiqué pour cette pièce.",
  hint: "Écrivez « template: … » en haut du fichier ou dans la pièce.",
});

export const noFormat = (template: string): Finding => ({
  code: "missing-format",
  message: `Aucun format n’est indiqué pour cette pièce, ni dans le modèle « ${template} ».`,
  hint: "Écrivez « format: … » en haut du fichier, dans la pièce ou dans le modèle.",
});

export const sizeAndLengths = (): Finding => ({
  code: "size-conflict",
  message: "Un format a soit « size », soit « width » et « height », pas les deux.",
});

export const zeroLength = (name: string): Finding => ({
  code: "zero-length",
  message: `« ${name} » doit être plus grand que zéro.`,
});

export const tooLarge = (name: string, most: string): Finding => ({
  code: "length-too-large",
  message: `« ${name} » dépasse ce qu’un PDF peut contenir (${most}).`,
});

export const bleedTooLarge = (): Finding => ({
  code: "bleed-too-large",
  message: "Le fond perdu est plus grand que la pièce elle-même.",
  hint: "Un fond perdu habituel mesure 3mm.",
});

export const safeTooLarge = (): Finding => ({
  code: "safe-too-large",
  message: "La marge de sécurité ne laisse aucune place au texte.",
  hint: "Une marge de sécurité habituelle mesure 3mm à 5mm.",
});

export const radiusTooLarge = (): Finding => ({
  code: "radius-too-large",
  message: "Le rayon des coins dépasse la moitié du plus petit côté.",
});

export const unclosedFrontMatter = (): Finding => ({
  code: "unclosed-front-matter",
  message: "L’en-tête du modèle n’est pas refermé.",
  hint: "Ajoutez une ligne « --- » après les champs.",
});

export const reservedField = (name: string): Finding => ({
  code: "reserved-field",
  message: `Un champ ne peut pas s’appeler « ${name} » : ce mot appartient à toutes les pièces.`,
  hint: "Choisissez un autre nom.",
});

export const fieldOption = (option: string, type: string): Finding => ({
  code: "field-option",
  message: `« ${option} » n’a pas de sens pour un champ de type « ${type} ».`,
});

export const fieldNeeds = (type: string, option: string): Finding => ({
  code: "field-needs",
  message: `Un champ de type « ${type} » a besoin de « ${option} ».`,
});

export const leastOverMost = (): Finding => ({
  code: "least-over-most",
  message: "« least » est plus grand que « most ».",
});

export const uselessDefault = (): Finding => ({
  code: "useless-default",
  message: "Un champ obligatoire n’a pas besoin de valeur par défaut.",
  hint: "Gardez « required » ou « default », pas les deux.",
});

export const unknownPackage = (name: string): Finding => ({
  code: "unknown-package",
  message: `Le paquet de polices « ${name} » n’est pas installé.`,
  hint: `Installez-le dans le dossier du kit : npm install ${name}`,
});

export const missingInPackage = (file: string, name: string, suggestion: string | undefined): Finding => ({
  code: "missing-file",
  message: `Le fichier « ${file} » n’est pas dans le paquet « ${name} ».`,
  hint: meant(suggestion),
});

export const notAFont = (file: string): Finding => ({
  code: "not-a-font",
  message: `« ${file} » n’est pas un fichier TTF ou OTF.`,
  hint: "Les fichiers WOFF et WOFF2 ne peuvent pas être imprimés : prenez le fichier .ttf ou .otf.",
});

export const duplicateFace = (weight: number, italic: boolean): Finding => ({
  code: "duplicate-face",
  message: `La graisse ${weight}${italic ? " italique" : ""} est déjà donnée pour cette famille.`,
});

export const badOverride = (key: string): Finding => ({
  code: "bad-override",
  message: `« ${key} » ne désigne pas une pièce.`,
  hint: "Écrivez « composant/pièce », par exemple affiche/cafe-ia.",
});
