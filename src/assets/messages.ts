/** What can be wrong with a picture, an icon or a QR code → the French words that say it. */
import type { Diagnostic } from "../diagnostics/diagnostic.js";

/** A problem before its place is known. */
export type Problem = Omit<Diagnostic, "at">;

const error = (code: string, message: string, hint?: string): Problem => ({ code, severity: "error", message, hint });

/** `12,5`: at most one decimal, with the French comma. */
const decimal = (value: number): string => String(Math.round(value * 10) / 10).replace(".", ",");

const size = (width: number, height: number): string => `${decimal(width)} × ${decimal(height)} mm`;

const NORMALISE = "Dans Inkscape ou Illustrator, enregistrez le dessin en « SVG simple », puis réessayez.";

// Drawings

export const svgTooLarge = (): Problem =>
  error(
    "svg-too-large",
    "Ce dessin est trop lourd : un SVG a au plus 10 Mo et 200 000 éléments.",
    "Simplifiez le dessin, ou exportez-le en PNG.",
  );

export const svgTooDeep = (): Problem =>
  error("svg-too-deep", "Ce dessin emboîte plus de 64 groupes les uns dans les autres.", NORMALISE);

export const svgNotADrawing = (): Problem =>
  error("svg-broken", "Ce fichier n’est pas un dessin SVG : il ne commence pas par « <svg ».");

export const svgBroken = (what: string): Problem => error("svg-broken", `Ce SVG est abîmé : ${what}.`, NORMALISE);

export const svgBadValue = (name: string, value: string): Problem =>
  error("svg-value", `La valeur « ${value} » de « ${name} » n’est pas comprise.`);

export const svgNoSize = (): Problem =>
  error(
    "svg-size",
    "Ce dessin ne dit pas sa taille : il lui faut « viewBox », ou « width » et « height », plus grands que zéro.",
    'Ajoutez viewBox="0 0 largeur hauteur" à la balise « svg ».',
  );

export const svgActive = (what: string): Problem =>
  error(
    "svg-active",
    `« ${what} » n’est pas permis : un dessin ne contient pas de programme.`,
    "Retirez-le du dessin.",
  );

export const svgExternal = (what: string): Problem =>
  error(
    "svg-external",
    `« ${what} » renvoie hors du dessin : rien n’est lu ailleurs que dans le fichier lui-même.`,
    "Retirez ce renvoi, ou copiez dans le dessin ce qu’il désigne.",
  );

export const svgDoctype = (): Problem =>
  error("svg-external", "Un SVG ne contient ni « DOCTYPE » ni « ENTITY ».", "Supprimez cette déclaration.");

export const svgText = (): Problem =>
  error(
    "svg-text",
    "Un dessin ne contient pas de texte : il ne serait ni traduit, ni écrit avec les polices de la mallette.",
    "Écrivez les mots dans le modèle, ou convertissez le texte en tracés.",
  );

export const svgImage = (): Problem =>
  error(
    "svg-unsupported",
    "Un dessin SVG ne contient pas d’image.",
    "Placez l’image elle-même dans le modèle, à côté du dessin.",
  );

export const svgUnsupported = (what: string): Problem =>
  error("svg-unsupported", `« ${what} » ne peut pas être imprimé.`, "Remplacez cet effet par des formes simples.");

export const svgCycle = (id: string): Problem =>
  error("svg-cycle", `« #${id} » se contient lui-même.`, "Retirez l’un des renvois du cercle.");

export const svgMissing = (id: string): Problem =>
  error("svg-missing-reference", `Rien ne s’appelle « #${id} » dans ce dessin.`);

export const svgWrongTarget = (id: string, name: string): Problem =>
  error("svg-missing-reference", `« #${id} » est un élément « ${name} », qui ne convient pas ici.`);

// Icons

export const iconBadName = (name: string): Problem =>
  error(
    "icon-name",
    `« ${name} » n’est pas un nom d’icône.`,
    "Un nom d’icône s’écrit « collection:icône », par exemple « ph:robot-duotone ».",
  );

export const iconSetMissing = (set: string): Problem =>
  error(
    "icon-set-missing",
    `La collection d’icônes « ${set} » n’est pas installée.`,
    `Installez-la avec « npm install @iconify-json/${set} ».`,
  );

export const iconUnknown = (name: string, suggestion: string | undefined): Problem =>
  error(
    "icon-unknown",
    `L’icône « ${name} » n’existe pas.`,
    suggestion === undefined ? undefined : `Vouliez-vous dire « ${suggestion} » ?`,
  );

export const iconUndrawable = (name: string, reason: string): Problem =>
  error("icon-undrawable", `L’icône « ${name} » ne peut pas être imprimée : ${reason}`, "Choisissez une autre icône.");

// Images

export const imageUnknownFormat = (name: string): Problem =>
  error(
    "image-format",
    `« ${name} » n’est pas une image d’un format connu.`,
    "Les formats lus sont JPEG, PNG, WebP, TIFF, AVIF et GIF.",
  );

export const imageBroken = (name: string): Problem =>
  error(
    "image-broken",
    `L’image « ${name} » est abîmée ou incomplète.`,
    "Enregistrez-la de nouveau depuis l’original.",
  );

export const imageTooLarge = (name: string, megapixels: number): Problem =>
  error(
    "image-too-large",
    `L’image « ${name} » a ${decimal(megapixels)} millions de points ; le maximum est de 100 millions.`,
    "Réduisez-la : 300 points par pouce à la taille imprimée suffisent.",
  );

export const imageAnimated = (name: string): Problem =>
  error("image-animated", `L’image « ${name} » est animée.`, "Enregistrez-en une seule vue, en PNG.");

export const imageCmyk = (name: string): Problem =>
  error(
    "image-cmyk",
    `L’image « ${name} » est en quadrichromie (CMJN) et ne dit pas comment lire ses couleurs.`,
    "Enregistrez-la en RVB, ou depuis un logiciel de la famille Photoshop.",
  );

export const imageCoarse = (name: string, dpi: number, largest: { width: number; height: number }): Problem =>
  error(
    "image-coarse",
    `L’image « ${name} » est trop grossière : elle s’imprime à ${Math.floor(dpi)} points par pouce, il en faut au moins 200.`,
    `Prenez une image plus grande, ou imprimez-la à ${size(largest.width, largest.height)} au plus.`,
  );

// QR codes

export const qrTooLong = (bytes: number): Problem =>
  error(
    "qr-too-long",
    `Cette adresse est trop longue pour un code QR (${bytes} octets).`,
    "Prenez une adresse plus courte.",
  );

export const qrDense = (module: number, least: number): Problem =>
  error(
    "qr-dense",
    `Le code QR est trop serré : ses carrés ont ${String(Math.floor(module * 100) / 100).replace(".", ",")} mm de côté, il en faut au moins 0,4.`,
    `Agrandissez-le à ${decimal(least)} mm de côté au moins, marges comprises, ou prenez une adresse plus courte.`,
  );
