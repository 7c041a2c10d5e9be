/** How a ticket is laid out: a template and its styles. A kit dresses it by its theme: fonts, ink, `--ticket-accent`. */
import type { OwnTemplate } from "../compose/index.js";
import type { Source } from "../diagnostics/index.js";
import type { CssText } from "../style/index.js";

const own = (text: string): Source => ({ name: "mallette/bon-d-impression", text });

/** What is done with the sheets of a run, and where they are cut. */
const RUN = `<p>{{words}}</p>
        {{#each stops}}<p>{{from}} {{#each cuts}}<bdi class="ticket-stop"><span class="ticket-number">{{number}}</span> <b>{{at}}</b></bdi>  {{/each}}</p>{{/each}}`;
const PLAN = `<div class="ticket-plan">
      {{#if head}}<p class="ticket-plan-head">{{head}}</p>{{/if}}
      <face of="{{picture}}"/>
    </div>`;

/** A line of what goes into a box, to tick off. */
const ITEM = `<div class="ticket-item"><div class="ticket-tick"></div><span class="ticket-item-name">{{title}}</span><b>{{count}}</b>{{#if total}}<span>{{total}}</span>{{/if}}</div>`;
/** Where many things are in a box, its label has no line for each. */
const LABEL = `<div class="ticket-label" lang="{{lang}}" dir="{{dir}}"><h2>{{kit}}</h2><p>{{edition}}</p>
    {{#if list}}<p class="ticket-licence">{{list}}</p>{{else}}{{#each contents}}<div class="ticket-item"><span class="ticket-item-name">{{title}}</span><b>{{count}}</b></div>{{/each}}{{/if}}
    <p class="ticket-licence">{{licence}}</p></div>`;

export const TEMPLATE: OwnTemplate = {
  names: new Map([["ticket", {}]]),
  source: own(`<flow class="ticket">
<div class="ticket-head">
  <div class="ticket-what">
    <h1>{{ticket.title}}</h1>
    <p class="ticket-kit"><b>{{ticket.kit}}</b><br/>{{ticket.edition}}<br/>{{ticket.audience}}</p>
    {{#if ticket.proof}}<p class="ticket-proof">{{ticket.proof}}</p>{{/if}}
    <div class="ticket-rule">
      <p class="ticket-scale">{{ticket.scale}}</p>
      <p>{{ticket.how}} {{ticket.once}} {{ticket.matt}}</p>
    </div>
  </div>
  <div class="ticket-facts">
    {{#each ticket.facts}}<div class="ticket-fact{{#if part}} ticket-part{{/if}}"><span>{{name}}</span><b>{{value}}</b></div>{{/each}}
    {{#if ticket.client}}<p class="ticket-client">{{ticket.client}}</p><div class="ticket-blank"></div>{{/if}}
  </div>
</div>
{{#if ticket.legend}}<p class="ticket-legend">{{ticket.legend}}</p>{{/if}}
{{#each ticket.files}}
<div class="ticket-file">
  <div class="ticket-thumb"><face of="{{picture}}"/></div>
  <div class="ticket-about{{#unless part.plans}} ticket-wide{{/unless}}">
    <div class="ticket-title"><h2><bdi>{{name}}</bdi></h2><p><b>{{title}}</b></p></div>
    <p class="ticket-sum">{{sum}}</p>
    {{#each facts}}<div class="ticket-row"><p class="ticket-name">{{name}}</p><p class="ticket-value">{{value}}</p></div>{{/each}}
    <div class="ticket-row"><p class="ticket-name">{{work}}</p><div class="ticket-value">
        {{#each part.runs}}${RUN}{{/each}}
        {{#each part.after}}<p>{{this}}</p>{{/each}}
    </div></div>
  </div>
  {{#if part.plans}}<div class="ticket-plans">{{#each part.plans}}${PLAN}{{/each}}</div>{{/if}}
</div>
{{#each more}}<div class="ticket-file ticket-more">
  <div class="ticket-thumb"></div>
  <div class="ticket-about{{#unless plans}} ticket-wide{{/unless}}"><div class="ticket-row"><p class="ticket-name"></p><div class="ticket-value">
        {{#each runs}}${RUN}{{/each}}
        {{#each after}}<p>{{this}}</p>{{/each}}
  </div></div></div>
  {{#if plans}}<div class="ticket-plans">{{#each plans}}${PLAN}{{/each}}</div>{{/if}}
</div>{{/each}}
{{/each}}
{{#if ticket.others}}<p class="ticket-others">{{ticket.others}}</p>{{/if}}
{{#if ticket.long}}<div class="ticket-rest"><h2>{{ticket.box}}</h2></div>
{{#each ticket.contents}}${ITEM}{{/each}}
{{else}}<div class="ticket-end">
  <div class="ticket-box">
    <h2>{{ticket.box}}</h2>
    {{#each ticket.contents}}${ITEM}{{/each}}
  </div>
  {{#if ticket.single}}<div class="ticket-labels"><p class="ticket-label-head">{{ticket.labels.head}}</p>{{#each ticket.labels.each}}
  ${LABEL}{{/each}}</div>{{/if}}
</div>{{/if}}
{{#unless ticket.single}}<p class="ticket-label-head ticket-own-page">{{ticket.labels.head}}</p>
{{#each ticket.labels.pairs}}<div class="ticket-pair">{{#each this}}
  ${LABEL}{{/each}}</div>{{/each}}{{/unless}}
</flow>`),
};

const CSS = `
.ticket { display: block; font-size: 9pt; line-height: 1.22; padding: 0; background: transparent }
.ticket p, .ticket h1, .ticket h2 { margin: 0; text-wrap: wrap }
.ticket h1 { font-size: 21pt; margin: 0; line-height: var(--title-line, 1.12) }
.ticket h2 { font-size: 11.5pt; margin: 0; line-height: var(--title-line, 1.15) }
.ticket-head { display: flex; column-gap: 6mm; align-items: flex-start; margin-bottom: 3.5mm }
.ticket-what { width: 108mm }
.ticket-kit { font-size: 10.5pt }
.ticket .ticket-proof { font-weight: 700; border: 1pt solid currentcolor; padding: 0.5mm 2mm; margin-top: 1mm; align-self: flex-start }
.ticket-facts { width: 72mm }
.ticket-fact { display: flex; justify-content: space-between; column-gap: 3mm; border-bottom: 0.5pt solid #B8B8B8; padding: 0.45mm 0 }
.ticket-part { padding-inline-start: 4mm; font-size: 8.5pt }
.ticket .ticket-client { margin-top: 1.5mm }
.ticket-blank { height: 8mm; border-bottom: 0.5pt solid #B8B8B8 }
.ticket-rule { border: 1.6pt solid currentcolor; border-radius: 2.5mm; padding: 1.6mm 3.5mm 2.2mm; margin-top: 2.5mm }
.ticket-scale { font-size: 14pt; font-weight: 700; line-height: 1.3 }
.ticket .ticket-legend { margin-bottom: 3mm; break-inside: avoid }
.ticket-file { display: flex; column-gap: 4mm; border-top: 0.8pt solid var(--ticket-accent, currentcolor); padding: 1.2mm 0 1.3mm; break-inside: avoid }
.ticket-more { border-top: 0; padding-top: 0.7mm }
.ticket-thumb { width: 22mm }
.ticket-about { width: 104mm }
.ticket-wide { width: 160mm }
.ticket-title { display: flex; flex-wrap: wrap; align-items: baseline; column-gap: 3mm }
.ticket .ticket-sum { margin-bottom: 0.6mm }
.ticket-row { display: flex; column-gap: 2mm }
.ticket-name { width: 18mm; min-width: 0 }
.ticket-value { width: 84mm; min-width: 0 }
.ticket-wide .ticket-value { width: 140mm }
.ticket-name, .ticket-sum { color: #555 }
.ticket-plans { width: 52mm; display: flex; flex-direction: column; row-gap: 2mm }
.ticket-plan { display: flex; flex-direction: column; align-items: center }
.ticket-plan-head { font-weight: 700; align-self: stretch }
.ticket-stop { white-space: nowrap }
.ticket-number { color: #555; font-size: 8pt }
.ticket .ticket-others { font-weight: 700; margin-bottom: 3mm }
.ticket-end { display: flex; column-gap: 6mm; align-items: flex-start; border-top: 0.8pt solid var(--ticket-accent, currentcolor); padding-top: 2mm; break-inside: avoid }
.ticket-rest { border-top: 0.8pt solid var(--ticket-accent, currentcolor); padding-top: 2mm; margin-bottom: 1mm }
.ticket-box { width: 88mm }
.ticket-box h2 { margin-bottom: 1mm }
.ticket-item { display: flex; column-gap: 2mm; align-items: flex-start; padding: 0.4mm 0; border-bottom: 0.5pt solid #B8B8B8 }
.ticket-item-name { flex: 1; min-width: 0 }
.ticket-tick { width: 3.2mm; height: 3.2mm; border: 0.6pt solid currentcolor; margin-top: 0.4mm }
.ticket-labels { width: 92mm }
.ticket .ticket-label-head { margin-bottom: 0.8mm }
.ticket-own-page { break-before: page }
.ticket-label { width: 92mm; border: 0.5pt solid currentcolor; padding: 2.2mm 4.5mm }
.ticket-label h2 { font-size: 15pt }
.ticket-label .ticket-item { font-size: 8.5pt; line-height: 1.15; padding: 0.1mm 0 }
.ticket .ticket-licence { font-size: 7pt; line-height: 1.25; margin-top: 1.2mm }
.ticket-pair { display: flex; column-gap: 2mm; margin-bottom: 2mm; break-inside: avoid }
`;

export const STYLES: CssText = { source: { name: "mallette/bon-d-impression.css", text: CSS }, text: CSS, start: 0 };
