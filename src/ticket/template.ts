/** How a ticket and labels are laid out: templates and their styles. A kit dresses them by its theme: fonts, ink, `--ticket-accent`. */
import type { OwnTemplate } from "../compose/index.js";
import type { Source } from "../diagnostics/index.js";
import type { CssText } from "../style/index.js";

const own = (text: string): Source => ({ name: "mallette/bon-d-impression", text });

/** Keeps a distance with its number, where a no-break space would make one number of both, written from left to right. */
const JOINED = "\u2060";

/** A line of what goes into a box, to tick off. */
const ITEM = `<div class="ticket-item"><div class="ticket-tick"></div><span class="ticket-item-name">{{title}}</span>{{#if count}}<b>{{count}}</b>{{/if}}{{#if total}}<span class="ticket-total">{{total}}</span>{{/if}}</div>`;

/** What stands on a box: a line for each thing in it, or all in one paragraph where they are many. */
const LABEL = `<div class="ticket-label{{#if list}} ticket-full{{/if}}" lang="{{lang}}" dir="{{dir}}"><h2>{{kit}}</h2><p class="ticket-label-edition">{{edition}}</p>
    {{#if list}}<p class="ticket-label-list">{{list}}</p>{{/if}}
    {{#each contents}}<div class="ticket-item"><span class="ticket-item-name">{{title}}</span><b>{{count}}</b></div>{{/each}}
    <p class="ticket-licence">{{licence}}</p></div>`;

export const TEMPLATE: OwnTemplate = {
  names: new Map([["ticket", {}]]),
  source: own(`<flow class="ticket{{#if ticket.dense}} ticket-dense{{/if}}">
<div class="ticket-head">
  <div class="ticket-what">
    <h1>{{ticket.title}}</h1>
    <p class="ticket-kit"><b>{{ticket.kit}}</b><br/>{{ticket.edition}}<br/>{{ticket.audience}}</p>
    {{#if ticket.proof}}<p class="ticket-proof">{{ticket.proof}}</p>{{/if}}
    <div class="ticket-rule">
      <p class="ticket-scale">{{ticket.scale}}</p>
      <p>{{ticket.rules}}</p>
    </div>
  </div>
  <div class="ticket-facts">
    {{#each ticket.facts}}<div class="ticket-fact{{#if part}} ticket-part{{/if}}"><span>{{name}}</span><b>{{value}}</b></div>{{/each}}
    {{#if ticket.client}}<p class="ticket-client">{{ticket.client}}</p><div class="ticket-blank"></div>{{/if}}
  </div>
</div>
{{#if ticket.legend}}<p class="ticket-legend">{{ticket.legend}}</p>{{/if}}
{{#each ticket.files}}{{#each blocks}}
<div class="ticket-file{{#unless head}} ticket-more{{/unless}}">
  <div class="ticket-thumb">{{#with head}}<face of="{{picture}}"/>{{/with}}</div>
  <div class="ticket-about{{#unless plans}} ticket-wide{{/unless}}">
    {{#if head}}{{#with head}}<div class="ticket-title"><h2><bdi>{{name}}</bdi></h2><p><b>{{title}}</b></p></div>
    <p class="ticket-sum">{{sum}}</p>
    {{#each facts}}<div class="ticket-row"><p class="ticket-name">{{name}}</p><div class="ticket-value">{{#each lines}}<p>{{this}}</p>{{/each}}</div></div>{{/each}}{{/with}}
    {{else}}<p class="ticket-sum"><bdi>{{name}}</bdi></p>{{/if}}
    <div class="ticket-row"><p class="ticket-name">{{work.name}}</p><div class="ticket-value">
        {{#each work.runs}}<p>{{words}}</p>
        {{#each stops}}<p class="ticket-stops">{{from}} {{#each cuts}}<span class="ticket-stop"><span class="ticket-number">{{number}}</span> ${JOINED}<b>{{at}}</b></span>  {{/each}}</p>{{/each}}{{/each}}
        {{#each work.after}}<p>{{this}}</p>{{/each}}
    </div></div>
    {{#with size}}<div class="ticket-row"><p class="ticket-name">{{name}}</p><div class="ticket-value">{{#each lines}}<p>{{this}}</p>{{/each}}</div></div>{{/with}}
  </div>
  {{#if plans}}<div class="ticket-plans">
    {{#each plans}}<div class="ticket-plan">
      {{#if head}}<p class="ticket-plan-head">{{head}}</p>{{/if}}
      <face of="{{picture}}"/>
    </div>{{/each}}
  </div>{{/if}}
</div>
{{/each}}{{/each}}
{{#if ticket.others}}<p class="ticket-others">{{ticket.others}}</p>{{/if}}
{{#if ticket.long}}<div class="ticket-rest"><h2>{{ticket.box}}</h2></div>
{{#each ticket.contents}}<div class="ticket-alone">${ITEM}</div>{{/each}}
{{#if ticket.label}}<div class="ticket-last"><p class="ticket-label-head">{{ticket.labelHead}}</p>
  {{#with ticket.label}}${LABEL}{{/with}}</div>{{else}}<p class="ticket-labels-file">{{ticket.labelHead}}</p>{{/if}}
{{else}}<div class="ticket-end">
  <div class="ticket-box{{#unless ticket.label}} ticket-alone{{/unless}}">
    <h2>{{ticket.box}}</h2>
    {{#each ticket.contents}}${ITEM}{{/each}}
    {{#unless ticket.label}}<p class="ticket-labels-file">{{ticket.labelHead}}</p>{{/unless}}
  </div>
  {{#if ticket.label}}<div class="ticket-labels"><p class="ticket-label-head">{{ticket.labelHead}}</p>
  {{#with ticket.label}}${LABEL}{{/with}}</div>{{/if}}
</div>{{/if}}
</flow>`),
};

/** The labels of many boxes, two in a row. */
export const LABELS_TEMPLATE: OwnTemplate = {
  names: new Map([["labels", {}]]),
  source: own(`<flow class="ticket">
{{#each labels.rows}}<div class="ticket-pair">{{#each this}}${LABEL}{{/each}}</div>{{/each}}
</flow>`),
};

const CSS = `
.ticket { display: block; font-size: 8.8pt; line-height: 1.2; padding: 0; background: transparent }
.ticket p, .ticket h1, .ticket h2 { margin: 0; text-wrap: pretty }
.ticket h1 { font-size: 21pt; margin: 0; line-height: var(--title-line, 1.12) }
.ticket h2 { font-size: 11.5pt; margin: 0; line-height: var(--title-line, 1.15) }
.ticket-head { display: flex; column-gap: 6mm; align-items: flex-start; margin-bottom: 3mm }
.ticket-what { width: 108mm }
.ticket-kit { font-size: 10.5pt }
.ticket .ticket-proof { font-weight: 700; border: 1pt solid currentcolor; padding: 0.5mm 2mm; margin-top: 1mm; align-self: flex-start }
.ticket-facts { width: 72mm }
.ticket-fact { display: flex; justify-content: space-between; column-gap: 3mm; border-bottom: 0.5pt solid #B8B8B8; padding: 0.45mm 0 }
.ticket-part { padding-inline-start: 4mm; font-size: 8.3pt }
.ticket .ticket-client { margin-top: 1.5mm }
.ticket-blank { height: 8mm; border-bottom: 0.5pt solid #B8B8B8 }
.ticket-rule { border: 1.6pt solid currentcolor; border-radius: 2.5mm; padding: 1.6mm 3.5mm 2.2mm; margin-top: 2.5mm }
.ticket-scale { font-size: 14pt; font-weight: 700; line-height: 1.3 }
.ticket .ticket-legend { margin-bottom: 2.5mm; break-inside: avoid }
.ticket-file { display: flex; column-gap: 4mm; border-top: 0.8pt solid var(--ticket-accent, currentcolor); padding: 1.2mm 0 1.5mm; break-inside: avoid }
.ticket-more { border-top: 0; padding-top: 0 }
.ticket-thumb { width: 22mm; display: flex; justify-content: center; align-items: flex-start }
.ticket-about { width: 108mm }
.ticket-wide { width: 160mm }
.ticket-title { display: flex; flex-wrap: wrap; align-items: baseline; column-gap: 3mm }
.ticket .ticket-sum { font-size: 7.8pt; margin-bottom: 0.5mm }
.ticket-row { display: flex; column-gap: 2mm }
.ticket-name { width: 18mm; min-width: 0 }
.ticket-value { width: 88mm; min-width: 0 }
.ticket .ticket-value, .ticket .ticket-value p { text-wrap: balance }
.ticket .ticket-value .ticket-stops { text-wrap: wrap }
.ticket-wide .ticket-value { width: 140mm }
.ticket-name, .ticket-sum { color: #555 }
.ticket-plans { width: 48mm; display: flex; flex-direction: column; row-gap: 2mm }
.ticket-plan { display: flex; flex-direction: column; align-items: center }
.ticket-plan-head { font-weight: 700 }
.ticket-number { color: #555; font-size: 7.5pt }
.ticket .ticket-others { font-weight: 700; margin-bottom: 3mm }
.ticket-end { display: flex; column-gap: 6mm; align-items: flex-start; border-top: 0.8pt solid var(--ticket-accent, currentcolor); padding-top: 2mm; break-inside: avoid }
.ticket-rest { border-top: 0.8pt solid var(--ticket-accent, currentcolor); padding-top: 2mm; margin-bottom: 1mm }
.ticket-last { margin-top: 3mm }
.ticket-box { width: 88mm }
.ticket-box h2 { margin-bottom: 1mm }
.ticket-item { display: flex; column-gap: 2mm; align-items: flex-start; padding: 0.4mm 0; border-bottom: 0.5pt solid #B8B8B8 }
.ticket-item-name { flex: 1; min-width: 0 }
.ticket-tick { width: 3.2mm; height: 3.2mm; border: 0.6pt solid currentcolor; margin-top: 0.2mm }
.ticket-labels { width: 92mm }
.ticket .ticket-label-head { margin-bottom: 0.8mm; break-after: avoid }
.ticket-alone { width: 124mm }
.ticket-total { width: 28mm; text-align: end }
.ticket .ticket-labels-file { font-weight: 700; margin-top: 1.5mm }
.ticket-label { width: 92mm; border: 0.5pt solid currentcolor; padding: 2.2mm 4.5mm; break-inside: avoid }
.ticket-full { width: 186mm; break-inside: auto }
.ticket-full .ticket-licence { break-before: avoid }
.ticket-label h2 { font-size: 15pt }
.ticket .ticket-label-edition { margin-bottom: 0.8mm; break-after: avoid }
.ticket-label .ticket-item { font-size: 8.5pt; line-height: 1.15; padding: 0.1mm 0 }
.ticket .ticket-label-list { font-size: 7.5pt; line-height: 1.2; orphans: 999; widows: 999 }
.ticket .ticket-licence { font-size: 7pt; line-height: 1.25; margin-top: 1.2mm }
.ticket-pair { display: flex; column-gap: 2mm; margin-bottom: 2mm }
.ticket-dense { font-size: 7.8pt; line-height: 1.14 }
.ticket-dense h1 { font-size: 18pt }
.ticket-dense h2 { font-size: 10.5pt }
.ticket-dense .ticket-sum, .ticket-dense .ticket-part { font-size: 7.2pt }
.ticket-dense .ticket-number { font-size: 7pt }
.ticket-dense .ticket-file { padding: 0.8mm 0 0.9mm }
.ticket-dense .ticket-label .ticket-item { font-size: 8pt }
.ticket-dense .ticket-label { padding: 1.6mm 4.5mm }
`;

export const STYLES: CssText = { source: { name: "mallette/bon-d-impression.css", text: CSS }, text: CSS, start: 0 };
