/** The seam to Taffy (flex, grid and block layout in WebAssembly): a box tree → rectangles. Nothing else imports it. */
import * as taffy from "taffy-layout";
import type { BoxAlignment, GridLine, Style, Track } from "../style/style.js";
import type { Pt, Rect, Size } from "../units.js";

/** What Taffy must know of a box. */
export interface ArrangeInput {
  readonly style: Style;
  readonly children: readonly ArrangeInput[];
  /** The size of a box without children, given the width that it may take. */
  readonly measure?: ((known: Partial<Size>, available: Available) => Size) | undefined;
}

/** How much room a box is offered across. */
export type Available = Pt | "min-content" | "max-content";

/** A rectangle relative to the parent's, for each box in the shape of the input. */
export interface Arranged extends Rect {
  readonly children: readonly Arranged[];
}

export interface Room {
  readonly width: Pt;
  readonly height: Pt | "max-content";
}

export interface Arranger {
  /** Arranges a tree in the room of `size`, as tall as it gets if no height is given. Rethrows what `measure` throws. */
  arrange(root: ArrangeInput, size: Room): Arranged;
}

let loading: Promise<Arranger> | undefined;

/** The arranger of this process: it keeps what Taffy made of each style for the next build. */
export function loadArranger(): Promise<Arranger> {
  loading ??= createArranger();
  return loading;
}

async function createArranger(): Promise<Arranger> {
  await taffy.loadTaffy();
  const tree = new taffy.TaffyTree();
  tree.disableRounding();
  const styles = new WeakMap<Style, taffy.Style>();
  const styleOf = (style: Style): taffy.Style => {
    const known = styles.get(style);
    if (known) return known;
    const made = new taffy.Style(onlyUnusual(taffyProperties(style)));
    styles.set(style, made);
    return made;
  };
  const build = ({ style, children, measure }: ArrangeInput): Node => {
    if (children.length === 0 && measure) {
      return { id: tree.newLeafWithContext(styleOf(style), measure), children: [] };
    }
    const nodes = children.map(build);
    return {
      id: tree.newWithChildren(
        styleOf(style),
        nodes.map(({ id }) => id),
      ),
      children: nodes,
    };
  };

  return {
    arrange(input, size) {
      const failures: unknown[] = [];
      tree.clear();
      const root = build(input);
      tree.computeLayoutWithMeasure(root.id, size, (known, available, _node, measure, style) => {
        // A copy made for this call: kept, it would wait in the engine's memory for a collection that comes too late.
        // In the bundle nobody gets it at all.
        style?.free();
        if (!measure) return { width: 0, height: 0 };
        try {
          return measure(definite(known), available.width);
        } catch (error) {
          // Taffy would swallow it and lay the box out with no size at all.
          failures.push(error);
          return { width: 0, height: 0 };
        }
      });
      const result = readBack(tree, root);
      if (failures.length > 0) throw failures[0];
      return result;
    },
  };
}

const definite = (known: { width: number | undefined; height: number | undefined }): Partial<Size> => ({
  ...(known.width === undefined ? {} : { width: known.width }),
  ...(known.height === undefined ? {} : { height: known.height }),
});

/** A box in the engine. */
interface Node {
  readonly id: bigint;
  readonly children: readonly Node[];
}

function readBack(tree: taffy.TaffyTree, { id, children }: Node): Arranged {
  const layout = tree.getLayout(id);
  const { x, y, width, height } = layout;
  layout.free();
  return { x, y, width, height, children: children.map((child) => readBack(tree, child)) };
}

const DISPLAY: Readonly<Record<Style["display"], taffy.Display>> = {
  block: taffy.Display.Block,
  inline: taffy.Display.Block,
  flex: taffy.Display.Flex,
  grid: taffy.Display.Grid,
  none: taffy.Display.None,
};

const FLEX_DIRECTION = {
  row: taffy.FlexDirection.Row,
  column: taffy.FlexDirection.Column,
  "row-reverse": taffy.FlexDirection.RowReverse,
  "column-reverse": taffy.FlexDirection.ColumnReverse,
};

const same = (value: number | string): object => ({ left: value, right: value, top: value, bottom: value });

/**
 * What the engine takes a property for that it is not told. Each that it is told goes over word by word, which takes
 * longer than to look whether it must.
 */
export const ENGINE_DEFAULTS: Readonly<Record<string, unknown>> = {
  display: taffy.Display.Flex,
  position: taffy.Position.Relative,
  direction: taffy.Direction.Ltr,
  boxSizing: taffy.BoxSizing.BorderBox,
  overflow: { x: taffy.Overflow.Visible, y: taffy.Overflow.Visible },
  flexDirection: taffy.FlexDirection.Row,
  flexWrap: taffy.FlexWrap.NoWrap,
  flexGrow: 0,
  flexShrink: 1,
  flexBasis: "auto",
  size: { width: "auto", height: "auto" },
  minSize: { width: "auto", height: "auto" },
  maxSize: { width: "auto", height: "auto" },
  margin: same(0),
  padding: same(0),
  border: same(0),
  inset: same("auto"),
  gap: { width: 0, height: 0 },
  gridAutoFlow: taffy.GridAutoFlow.Row,
  gridTemplateColumns: [],
  gridTemplateRows: [],
  gridAutoRows: [],
  gridColumn: { start: "auto", end: "auto" },
  gridRow: { start: "auto", end: "auto" },
};

const onlyUnusual = (properties: object): object =>
  Object.fromEntries(
    Object.entries(properties).filter(([name, value]) => value !== undefined && !isAlike(value, ENGINE_DEFAULTS[name])),
  );

/** Values, or flat objects of the same names; of lists, only that without anything is alike. */
function isAlike(one: unknown, other: unknown): boolean {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return one === other;
  for (const name in one) {
    if (one[name as never] !== other[name as never]) return false;
  }
  return true;
}

function taffyProperties(style: Style): object {
  return {
    display: DISPLAY[style.display],
    position: style.position === "absolute" ? taffy.Position.Absolute : taffy.Position.Relative,
    direction: style.direction === "rtl" ? taffy.Direction.Rtl : taffy.Direction.Ltr,
    boxSizing: style.boxSizing === "border-box" ? taffy.BoxSizing.BorderBox : taffy.BoxSizing.ContentBox,
    overflow: axes(style.overflow === "hidden" ? taffy.Overflow.Hidden : taffy.Overflow.Visible),
    flexDirection: FLEX_DIRECTION[style.flexDirection],
    flexWrap: style.flexWrap === "wrap" ? taffy.FlexWrap.Wrap : taffy.FlexWrap.NoWrap,
    flexGrow: style.flexGrow,
    flexShrink: style.flexShrink,
    flexBasis: style.flexBasis,
    alignItems: alignItems(style.alignItems),
    alignSelf: alignSelf(style.alignSelf),
    justifyItems: alignItems(style.justifyItems),
    justifySelf: alignSelf(style.justifySelf),
    alignContent: alignContent(style.alignContent),
    justifyContent: alignContent(style.justifyContent),
    ...(style.aspectRatio === "auto" ? {} : { aspectRatio: style.aspectRatio }),
    size: { width: style.width, height: style.height },
    minSize: { width: style.minWidth, height: style.minHeight },
    maxSize: { width: style.maxWidth, height: style.maxHeight },
    margin: { left: style.marginLeft, right: style.marginRight, top: style.marginTop, bottom: style.marginBottom },
    padding: { left: style.paddingLeft, right: style.paddingRight, top: style.paddingTop, bottom: style.paddingBottom },
    border: {
      left: style.borderLeftWidth,
      right: style.borderRightWidth,
      top: style.borderTopWidth,
      bottom: style.borderBottomWidth,
    },
    inset: { left: style.left, right: style.right, top: style.top, bottom: style.bottom },
    gap: { width: style.columnGap, height: style.rowGap },
    gridAutoFlow: style.gridAutoFlow === "row" ? taffy.GridAutoFlow.Row : taffy.GridAutoFlow.Column,
    gridTemplateColumns: style.gridTemplateColumns.map(track),
    gridTemplateRows: style.gridTemplateRows.map(track),
    gridAutoRows: style.gridAutoRows.map(track),
    gridColumn: { start: gridLine(style.gridColumnStart), end: gridLine(style.gridColumnEnd) },
    gridRow: { start: gridLine(style.gridRowStart), end: gridLine(style.gridRowEnd) },
  };
}

const axes = <T>(value: T): { x: T; y: T } => ({ x: value, y: value });
const track = ({ min, max }: Track): object => ({ min, max });
const gridLine = (line: GridLine): unknown =>
  line === "auto" ? "auto" : "line" in line ? line.line : { span: line.span };

const ITEMS: Readonly<Partial<Record<BoxAlignment, taffy.AlignItems>>> = {
  start: taffy.AlignItems.Start,
  end: taffy.AlignItems.End,
  "flex-start": taffy.AlignItems.FlexStart,
  "flex-end": taffy.AlignItems.FlexEnd,
  center: taffy.AlignItems.Center,
  baseline: taffy.AlignItems.Baseline,
  stretch: taffy.AlignItems.Stretch,
};

const CONTENT: Readonly<Partial<Record<BoxAlignment, taffy.AlignContent>>> = {
  start: taffy.AlignContent.Start,
  end: taffy.AlignContent.End,
  "flex-start": taffy.AlignContent.FlexStart,
  "flex-end": taffy.AlignContent.FlexEnd,
  center: taffy.AlignContent.Center,
  stretch: taffy.AlignContent.Stretch,
  "space-between": taffy.AlignContent.SpaceBetween,
  "space-around": taffy.AlignContent.SpaceAround,
  "space-evenly": taffy.AlignContent.SpaceEvenly,
};

const SELF: Readonly<Partial<Record<BoxAlignment, taffy.AlignSelf>>> = {
  start: taffy.AlignSelf.Start,
  end: taffy.AlignSelf.End,
  "flex-start": taffy.AlignSelf.FlexStart,
  "flex-end": taffy.AlignSelf.FlexEnd,
  center: taffy.AlignSelf.Center,
  baseline: taffy.AlignSelf.Baseline,
  stretch: taffy.AlignSelf.Stretch,
};

/** Taffy takes `undefined` for `auto` and `normal`. */
const alignItems = (value: BoxAlignment): taffy.AlignItems | undefined => ITEMS[value];
const alignSelf = (value: BoxAlignment): taffy.AlignSelf | undefined => SELF[value];
const alignContent = (value: BoxAlignment): taffy.AlignContent | undefined => CONTENT[value];
