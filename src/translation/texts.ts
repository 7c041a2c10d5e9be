/** A kit → the same kit with every translatable text passed through a function: extraction and translation are one walk. */
import type { Block, Component, Field, FieldValue, Kit, Piece, Template, TextValue, Values } from "../content/kit.js";
import { PRINT_WORDS } from "../content/print-words.js";
import { LOCAL_FILE } from "../content/read/local.js";

/** A text and all that a translator is told of it. */
export interface TextPlace {
  /** Never changes while the names of its kit stay: `donnees/mon-cv/prompt`, `ui.card.why`, `livret/sequence-1/3`. */
  readonly id: string;
  readonly text: TextValue;
  /** In French: where it is printed. */
  readonly where: string;
  /** What its field says of it. */
  readonly field?: Pick<Field, "note" | "max" | "critical"> | undefined;
  /** Running text of a chapter: what is longer takes more pages. */
  readonly flows?: boolean | undefined;
}

export type TextMap = (place: TextPlace) => TextValue;

/**
 * Every text that is declared translatable, in reading order: words of the kit, then of its components, pieces and
 * chapters, titles of links, words that templates print, words of margins. Nothing else; what one place fills in itself is left alone.
 */
export function mapTexts(kit: Kit, map: TextMap): Kit {
  const texts = new Texts(kit, map);
  return {
    ...kit,
    title: texts.word("kit.title", kit.title, "Titre du kit"),
    author: texts.word("kit.author", kit.author, "Auteurs du kit"),
    licence: texts.word("kit.licence", kit.licence, "Ligne de licence"),
    components: kit.components.map((component) => texts.component(component)),
    gangs: kit.gangs.map((gang) => ({
      ...gang,
      title: texts.word(`gang.${gang.id}`, gang.title, "Titre de planches"),
    })),
    links: new Map(
      [...kit.links].map(([id, link]) => [
        id,
        { ...link, title: texts.word(`link.${id}`, link.title, `Titre du lien ${id}`) },
      ]),
    ),
    ui: new Map([...kit.ui].map(([name, text]) => [name, texts.word(`ui.${name}`, text, `Mot des modèles : ${name}`)])),
    print: new Map(
      [...kit.print].map(([name, text]) => [
        name,
        texts.word(`print.${name}`, text, "Marges des feuilles et pages d’assemblage", PRINT_WORDS[name]),
      ]),
    ),
  };
}

class Texts {
  readonly #templates: ReadonlyMap<string, Template>;
  readonly #map: TextMap;

  constructor({ templates }: Kit, map: TextMap) {
    this.#templates = templates;
    this.#map = map;
  }

  word(id: string, text: TextValue, where: string, field?: TextPlace["field"]): TextValue {
    return this.#mapped({ id, text, where, field });
  }

  #mapped(place: TextPlace): TextValue {
    const { text } = place;
    const isOwn = text.value.trim() !== "" && text.at.source.name !== LOCAL_FILE;
    return isOwn ? this.#map(place) : text;
  }

  component(component: Component): Component {
    const title = this.word(`component.${component.id}`, component.title, "Titre d’un composant");
    return { ...component, title, pieces: component.pieces.map((piece) => this.#piece(component, piece)) };
  }

  #piece(component: Component, piece: Piece): Piece {
    const spot: Spot = { id: `${component.id}/${piece.id}`, where: `${component.title.value} · ${piece.id}` };
    const values = this.#values(piece.values, this.#fieldsOf(piece.template), spot);
    if (piece.body === undefined) return { ...piece, values };
    const chapter: Spot = { id: component.id, where: `${component.title.value} · chapitre ${piece.id}` };
    return { ...piece, values, body: this.#blocks(piece.body, chapter) };
  }

  #fieldsOf(template: string): readonly Field[] {
    return this.#templates.get(template)?.fields ?? [];
  }

  #values(values: Values, fields: readonly Field[], spot: Spot): Values {
    const entries = Object.entries(values).map(([name, value]) => {
      const field = fields.find((one) => one.name === name);
      return [name, field === undefined ? value : this.#value(value, field, spot)] as const;
    });
    return Object.fromEntries(entries);
  }

  #value(value: FieldValue, field: Field, spot: Spot): FieldValue {
    switch (value.kind) {
      case "text":
      case "markdown":
        if (!field.translate) return value;
        return this.word(`${spot.id}/${value.field}`, value, `${spot.where} · ${value.field}`, field);
      case "list": {
        const { item } = field;
        return item === undefined ? value : { ...value, items: value.items.map((one) => this.#value(one, item, spot)) };
      }
      case "group":
        return { ...value, values: this.#values(value.values, field.fields ?? [], spot) };
      default:
        return value;
    }
  }

  #blocks(blocks: readonly Block[], spot: Spot): readonly Block[] {
    return blocks.map((block) => this.#block(block, spot));
  }

  #block(block: Block, spot: Spot): Block {
    const text = (value: TextValue, what: string): TextValue =>
      this.#mapped({ id: `${spot.id}/${value.field}`, text: value, where: `${spot.where} · ${what}`, flows: true });
    switch (block.kind) {
      case "heading":
        return { ...block, text: text(block.text, "titre") };
      case "paragraph":
        return { ...block, text: text(block.text, "paragraphe") };
      case "list":
        return { ...block, items: block.items.map((item) => this.#blocks(item, spot)) };
      case "quote":
        return { ...block, blocks: this.#blocks(block.blocks, spot) };
      case "table": {
        const row = (cells: readonly TextValue[]) => cells.map((cell) => text(cell, "case d’un tableau"));
        return { ...block, head: row(block.head), rows: block.rows.map(row) };
      }
      case "box": {
        const inside: Spot = { id: spot.id, where: `${spot.where} · encadré ${block.template}` };
        const values = this.#values(block.values, this.#fieldsOf(block.template), inside);
        return { ...block, values, blocks: this.#blocks(block.blocks, inside) };
      }
    }
  }
}

/** What names begin with, and what a translator is told of the place. */
interface Spot {
  readonly id: string;
  readonly where: string;
}
